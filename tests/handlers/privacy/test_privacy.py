"""/privacy, for everybody."""

from tests.homeline import MEI, Homeline
from tests.households import english_family, say


async def test_privacy_is_three_short_points(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    text = await say(home, mei, "/privacy")

    assert [line[:2] for line in text.splitlines()] == ["1.", "2.", "3."]
    assert "Telegram and who runs this bot could read it" in text


async def test_a_newcomer_reads_it_before_agreeing_to_anything(home: Homeline) -> None:
    text = await say(home, home.phone(MEI), "/privacy")

    assert text.startswith("1. Kept:")
