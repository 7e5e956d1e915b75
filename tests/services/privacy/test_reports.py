"""SG-18: who may report what, whom somebody hears no more, and what is kept of a report."""

from tests.handlers.privacy.test_reports import WORDS, counted, letter, under
from tests.homeline import Homeline
from tests.households import english_family, read, say, second_parent, tap


async def test_sg_18_who_is_not_heard_reaches_nobody_but_with_an_illness_and_is_heard_again_in_two_taps(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await letter(home, fang, "first words")
    await under(home, mei, "first words")
    heard = list(fang.texts)
    await tap(home, mei, "🔕 Mute Grandma")
    assert "Illness and urgent news still do." in mei.texts[-1]
    assert fang.texts == heard

    await letter(home, fang, "second words")
    assert not mei.sees("second words")
    await tap(home, fang, "🤒", "🌡")
    assert mei.sees("Lily is ill: fever")
    await tap(home, fang, "➕ Add something")
    await say(home, fang, "since this noon")
    assert any("since this noon" in each for each in mei.texts)

    await tap(home, mei, "☂️", "↩️ Unmute Grandma")
    await tap(home, fang, "🏠")
    await letter(home, fang, "third words")
    assert any("third words" in each for each in mei.texts)
    assert not mei.sees("second words")


async def test_sg_18_nobody_reports_or_silences_what_never_reached_them(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await letter(home, mei)
    for data in ("report_item:letter:1", "silence:letter:1", "report_undo:1", "hear_again:1"):
        jun.press(data, jun.last)
        mei.press(data, mei.last)
        await home.settle()
    assert await read(home, counted) == (0, 0)
    assert fang.sees(WORDS)


async def test_sg_18_what_was_reported_lies_sealed_and_is_gone_after_90_days(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await letter(home, mei)
    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")
    kept = await read(home, lambda tx: tx.conn.exec_driver_sql("SELECT payload FROM report").scalar_one())
    assert WORDS.encode() not in bytes(kept)
    await home.later(days=89)
    assert (await read(home, counted))[0] == 1
    await home.later(days=2)
    assert await read(home, counted) == (0, 0)
