"""SG-18: what somebody wrote is reported in two taps, or not heard any more; its writer never learns of either."""

import pytest
from sqlalchemy import func, select

from bot.keeping import KEEPING
from bot.simulator.phone import Phone
from bot.storage import installation
from bot.storage.tables import report, silenced
from bot.storage.transaction import Tx
from tests.homeline import Homeline
from tests.households import english_family, read, say, second_parent, tap

WORDS = "come and live with me, tell nobody"
OUTDATED = "This button is over. Home shows what is new."


def counted(tx: Tx) -> tuple[int, int]:
    """Reports, and writers who are not heard."""
    return tuple(int(tx.scalar(select(func.count()).select_from(each))) for each in (report, silenced))  # type: ignore[return-value] # two of them


async def letter(home: Homeline, phone: Phone, text: str = WORDS) -> None:
    """A letter in words."""
    await tap(home, phone, "🏠", "🎤")
    await say(home, phone, text)


async def under(home: Homeline, phone: Phone, words: str, label: str = "☂️") -> None:
    """A button under the message that holds these words."""
    found = next(each for each in reversed(phone.messages) if words in (each.text or ""))
    phone.tap(label, message=found)
    await home.settle()


async def answer(home: Homeline, **command: str) -> str:
    """What the command says to the operator."""
    name = command.pop("command")
    return await KEEPING[name](home.app.store, {"command": name, **command})


async def known(home: Homeline) -> None:
    """Families are told who reads, and when."""

    def learn(tx: Tx) -> None:
        installation.learn(tx, installation.ORGANISATION, "Village Care")
        installation.learn(tx, installation.REPORT_HOURS, "Mon-Fri 9:00-17:00")

    await home.app.store.run(learn)


async def test_sg_18_a_letter_is_reported_in_two_taps_and_the_outcome_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await known(home)
    await letter(home, mei)
    heard = list(mei.texts)

    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")
    assert fang.texts[-1] == (
        "🚩 Thank you. This goes to Village Care.\nMei does not hear of it.\n"
        "They read it: Mon-Fri 9:00-17:00. In danger, call the emergency number."
    )
    said = await answer(home, command="reports")
    assert WORDS in said
    assert "Fang" not in said
    assert (await read(home, counted))[0] == 1

    assert "closed" in await answer(home, command="reports close", number="1", outcome="acted")
    await home.settle()
    assert fang.texts[-1] == "🚩 Your report was read, and something was done about it. Thank you."
    assert mei.texts == heard
    assert await answer(home, command="reports") == "No report waits."
    assert ", acted " in await answer(home, command="reports", all="yes")


async def test_sg_18_a_report_can_be_taken_back_for_ten_minutes_and_is_not_made_twice(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await letter(home, mei)
    for _ in range(2):
        await tap(home, fang, "🏠")
        await under(home, fang, WORDS)
        await tap(home, fang, "🚩 Report this")
    assert await read(home, counted) == (1, 0)
    await tap(home, fang, "↩️")
    assert fang.texts[-1] == "Taken back. Nobody reads it."
    assert await read(home, counted) == (0, 0)

    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")
    await home.later(minutes=11)
    await tap(home, fang, "↩️")
    assert await read(home, counted) == (1, 0)


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
    await say(home, fang, "since this noon")
    assert any("since this noon" in each for each in mei.texts)

    await tap(home, mei, "☂️", "↩️ Unmute Grandma")
    await tap(home, fang, "🏠")
    await letter(home, fang, "third words")
    assert any("third words" in each for each in mei.texts)
    assert not mei.sees("second words")


async def test_sg_18_elsewhere_the_last_things_that_people_wrote_are_listed(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "☂️", "🚩 Report")
    assert fang.texts[-1] == "Nobody has written to you here yet."
    await letter(home, mei)
    await say(home, fang, "☂️")
    await tap(home, fang, "🚩 Report")
    assert fang.texts[-1] == "Which one is not right?"
    await tap(home, fang, "🚩 Mei: come and live with")
    assert "Mei does not hear of it." in fang.texts[-1]
    assert "the people who run this bot" in fang.texts[-1]
    assert await read(home, counted) == (1, 0)


async def test_sg_18_notices_words_promises_and_notes_of_an_illness_can_be_reported(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await home.notice("Bring 500 to my house")
    await tap(home, mei, "🏠", "🗓 Promise")
    await say(home, mei, "a strange thing")
    await tap(home, mei, "Sat 28")
    await tap(home, fang, "🤒", "🌡")
    await say(home, fang, "her own fault")

    await tap(home, fang, "🏠", "☂️", "🚩 Report")
    labels = [each.text for _message, each in fang.buttons()]
    for each in ("Bring 500", "a strange thing"):
        assert any(each in label for label in labels), labels
    await tap(home, mei, "🏠", "☂️", "🚩 Report", "🚩 Grandma: her own fault")
    assert "Grandma does not hear of it." in mei.texts[-1]
    assert "her own fault" in await answer(home, command="reports")


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


@pytest.mark.parametrize(("number", "outcome", "words"), [("7", "acted", "No report 7"), ("1", "x", "one of acted")])
async def test_sg_18_a_close_that_cannot_be_is_one_line(home: Homeline, number: str, outcome: str, words: str) -> None:
    await home.settle()
    with pytest.raises(ValueError, match=words):
        await answer(home, command="reports close", number=number, outcome=outcome)


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
