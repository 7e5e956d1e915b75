"""A wrong setting stops the start with one line that names it."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import read
from tests.safeguarding.operators_file import whole

RIGHT = {"TELEGRAM_BOT_TOKEN": "1234567:AbC_d-e"}
WRONG = [
    ("TELEGRAM_BOT_TOKEN", ""),
    ("TELEGRAM_BOT_TOKEN", "not a token"),
    ("TELEGRAM_API_URL", "api.telegram.org"),
    ("TELEGRAM_API_URL", "http://here:port"),
    ("DATABASE_URL", "mysql://here"),
    ("DATABASE_URL", "postgresql://me:hush@here:port/homeline"),
    ("DATABASE_URL", "postgresql://me:hush@here@host/homeline"),
    ("DATABASE_URL", "postgresql://me:12/hush@host/homeline"),
    ("DATABASE_URL", "postgresql://me:hush@host"),
    ("DATABASE_URL", "postgresql://me:hush@host/homeline?connect=fast"),
    ("DATABASE_URL", "postgresql://me:hush@host/homeline?sslmode=perhaps"),
    ("DATABASE_URL", "sqlite:///"),
    ("HOMELINE_RATE", "fast"),
    ("HOMELINE_RATE", "-1"),
    ("HOMELINE_RATE", "nan"),
    ("HOMELINE_LOG", "LOUD"),
    ("HOMELINE_LOG_FORMAT", "xml"),
    ("HOMELINE_ENV", "staging"),
    ("HOMELINE_KEYS", ""),
    ("HOMELINE_SAFEGUARDING", "/no/such/file"),
    ("HOMELINE_PROXY", "proxy:3128"),
    ("HOMELINE_PROXY", "socks4://proxy:1080"),
    ("HOMELINE_PROXY", "socks5://proxy"),
    ("HOMELINE_PROXY", "http://proxy:port"),
    ("HOMELINE_LISTEN", "8443"),
    ("HOMELINE_METRICS_LISTEN", "9464"),
    ("HOMELINE_LISTEN", "localhost:99999"),
    ("HOMELINE_WEBHOOK_SECRET", "with a space"),
    ("DATABASE_URL", "sqlite:////"),
    ("HOMELINE_BACKUPS", __file__),
    ("HOMELINE_BACKUP_AT", "2:30"),
    ("HOMELINE_BACKUP_AT", "24:00"),
    ("HOMELINE_DATA", __file__),
]
HOOKED = {**RIGHT, "HOMELINE_WEBHOOK_SECRET": "s3cret"}


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
    assert "hush" not in str(error.value)


def test_a_token_is_enough() -> None:
    settings = read(RIGHT)
    assert settings.is_sqlite
    assert settings.sqlite_path == Path("var/homeline.db")
    assert settings.rate == 28.0


def test_some_commands_need_no_token() -> None:
    assert read({}, needs_token=False).token == ""


def test_production_needs_keys_and_its_safeguarding_file(tmp_path: Path) -> None:
    file = whole(tmp_path)
    environment = {**RIGHT, "HOMELINE_ENV": "production", "HOMELINE_SAFEGUARDING": str(file)}
    with pytest.raises(SettingsError, match="HOMELINE_KEYS"):
        read(environment)
    assert read({**environment, "HOMELINE_KEYS": "1:x"}).environment == "production"


@pytest.mark.parametrize(
    "url", ["bot.example.org/hook", "ftp://bot.example.org", "https://", "https://a:b/", "https://[::1"]
)
def test_a_webhook_address_that_is_none_is_named(url: str) -> None:
    with pytest.raises(SettingsError, match="HOMELINE_WEBHOOK_URL must look like"):
        read({**HOOKED, "HOMELINE_WEBHOOK_URL": url})


@pytest.mark.parametrize("url", ["http://bot.example.org/hook", "https://bot.example.org:8080/hook"])
def test_telegram_itself_calls_only_some_ports_and_never_without_tls(url: str) -> None:
    with pytest.raises(SettingsError, match="port 443, 80, 88 or 8443"):
        read({**HOOKED, "HOMELINE_WEBHOOK_URL": url})
    assert read({**HOOKED, "HOMELINE_WEBHOOK_URL": url, "TELEGRAM_API_URL": "http://localhost:8081"}).webhook_url == url


def test_a_webhook_needs_its_secret_and_then_has_an_address_of_its_own() -> None:
    with pytest.raises(SettingsError, match="HOMELINE_WEBHOOK_SECRET is not set"):
        read({**RIGHT, "HOMELINE_WEBHOOK_URL": "https://bot.example.org/hook"})
    settings = read({**HOOKED, "HOMELINE_WEBHOOK_URL": "https://bot.example.org/hook"})
    assert settings.address == ("127.0.0.1", 8443)


def test_a_wrong_proxy_does_not_show_its_password() -> None:
    with pytest.raises(SettingsError) as error:
        read({**RIGHT, "HOMELINE_PROXY": "socks4://me:hush@proxy:1080"})
    assert "hush" not in str(error.value)


def test_without_a_webhook_nothing_listens_unless_asked() -> None:
    assert read(RIGHT).address is None
    assert read({**RIGHT, "HOMELINE_LISTEN": "[::1]:9000"}).address == ("::1", 9000)
    assert read({**RIGHT, "HOMELINE_LISTEN": ":9000"}).address == ("0.0.0.0", 9000)
    assert read({**RIGHT, "HOMELINE_METRICS_LISTEN": "127.0.0.1:9464"}).metrics_address == ("127.0.0.1", 9464)
    with pytest.raises(SettingsError, match="another port"):
        read({**RIGHT, "HOMELINE_LISTEN": "127.0.0.1:9000", "HOMELINE_METRICS_LISTEN": "127.0.0.1:9000"})


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("HOMELINE_WEBHOK_URL", "HOMELINE_WEBHOOK_URL"),
        ("HOMELINE_BACKUP_KEYS", "HOMELINE_BACKUP_KEY"),
        ("HOMELINE_KEY_FILE", "HOMELINE_KEYS_FILE"),
        ("HOMELINE_DATABASE_URL", "DATABASE_URL"),
        ("TELEGRAM_API_URI", "TELEGRAM_API_URL"),
        ("DATABASE_URI", "DATABASE_URL"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_nearest_real_one_and_without_its_value(misspelt: str, meant: str) -> None:
    with pytest.raises(SettingsError, match=f"{misspelt}.*{meant}") as error:
        read({**RIGHT, misspelt: "hush"})
    assert "\n" not in str(error.value)
    assert "hush" not in str(error.value)


def test_what_belongs_to_other_programs_is_nobodys_misspelling() -> None:
    others = {
        "TELEGRAM_API_ID": "1",
        "TELEGRAM_API_HASH": "x",
        "DATABASE_URI": "mysql://another",
        "HOMELINE_PORT": "tcp://10.0.0.7:8443",
        "HOMELINE_PORT_8443_TCP_ADDR": "10.0.0.7",
        "HOMELINE_SERVICE_HOST": "10.0.0.7",
    }
    assert read({**RIGHT, **others, "DATABASE_URL": "sqlite:///x/h.db"}).sqlite_path == Path("x/h.db")
    with pytest.raises(SettingsError, match="no setting HOMELINE_PORT"):
        read({**RIGHT, "HOMELINE_PORT": "8443"})


def test_a_secret_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("1234567:from-a-file\n")
    assert read({"TELEGRAM_BOT_TOKEN_FILE": str(file)}).token == "1234567:from-a-file"

    for environment in (
        {**RIGHT, "TELEGRAM_BOT_TOKEN_FILE": str(file)},
        {**RIGHT, "HOMELINE_KEYS_FILE": str(tmp_path / "none")},
        {**RIGHT, "HOMELINE_KEYS_FILE": str(tmp_path)},
        {**RIGHT, "HOMELINE_LOG_FILE": str(file)},
    ):
        with pytest.raises(SettingsError, match="_FILE") as error:
            read(environment)
        assert "from-a-file" not in str(error.value)
    file.write_text(" \n")
    with pytest.raises(SettingsError, match="is empty"):
        read({"TELEGRAM_BOT_TOKEN_FILE": str(file)})
