"""A wrong setting stops the start with one line that names it."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import read

RIGHT = {"TELEGRAM_BOT_TOKEN": "1234567:AbC_d-e"}
WRONG = [
    ("TELEGRAM_BOT_TOKEN", ""),
    ("TELEGRAM_BOT_TOKEN", "not a token"),
    ("TELEGRAM_API_URL", "api.telegram.org"),
    ("DATABASE_URL", "mysql://here"),
    ("DATABASE_URL", "sqlite:///"),
    ("HOMELINE_RATE", "fast"),
    ("HOMELINE_RATE", "-1"),
    ("HOMELINE_RATE", "nan"),
    ("HOMELINE_LOG", "LOUD"),
    ("HOMELINE_ENV", "staging"),
    ("HOMELINE_KEYS", ""),
    ("HOMELINE_SAFEGUARDING", "/no/such/file"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_one_is_named_in_one_line(name: str, value: str) -> None:
    environment = {**RIGHT, name: value}
    if name == "HOMELINE_KEYS":
        environment["DATABASE_URL"] = "postgresql://a:b@localhost/homeline"
    if name == "HOMELINE_SAFEGUARDING":
        environment["HOMELINE_ENV"] = "production"
    with pytest.raises(SettingsError, match=name) as error:
        read(environment)
    assert "\n" not in str(error.value)


def test_a_token_is_enough() -> None:
    settings = read(RIGHT)
    assert settings.is_sqlite
    assert settings.sqlite_path == Path("var/homeline.db")
    assert settings.rate == 28.0


def test_some_commands_need_no_token() -> None:
    assert read({}, needs_token=False).token == ""


def test_production_needs_keys_and_its_safeguarding_file(tmp_path: Path) -> None:
    file = tmp_path / "safeguarding.md"
    file.write_text("who answers, and when")
    environment = {**RIGHT, "HOMELINE_ENV": "production", "HOMELINE_SAFEGUARDING": str(file)}
    with pytest.raises(SettingsError, match="HOMELINE_KEYS"):
        read(environment)
    assert read({**environment, "HOMELINE_KEYS": "1:x"}).environment == "production"
