"""SG-18: what somebody wrote is reported in two taps, or not heard any more; its writer never learns of either."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.db import installation
from bot.db.tables import audit, muted, report
from bot.db.transaction import Tx
from bot.doctor import State, examine
from bot.operations.keeping import KEEPING
from bot.queries import figures
from bot.simulator.phone import Phone
from bot.status import as_lines
from tests.homeline import Homeline
from tests.households import english_family, read, say, stand_in, tap

WORDS = "come and live with me, tell nobody"
OUTDATED = "This has changed since. Home shows what is new."


def counted(tx: Tx) -> tuple[int, int]:
    """Reports, and writers who are not heard."""
    return tuple(int(tx.scalar(select(func.count()).select_from(each))) for each in (report, muted))  # type: ignore[return-value] # two of them


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
    listed = await answer(home, command="reports")
    assert "letter text, by person 1 in circle 1" in listed
    assert WORDS not in listed
    said = await answer(home, command="reports show", number="1")
    assert WORDS in said
    assert "Fang" not in said
    assert (await read(home, counted))[0] == 1

    assert "closed" in await answer(home, command="reports close", number="1", outcome="acted")
    await home.settle()
    assert fang.texts[-1] == "🏠 Homeline\n🚩 Your report was read, and something was done about it. Thank you."
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


async def test_sg_18_elsewhere_the_last_things_that_people_wrote_are_listed(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "☂️", "🚩 Report")
    assert fang.texts[-1] == "Nobody has written to you here yet."
    await letter(home, mei)
    await say(home, fang, "☂️")
    await tap(home, fang, "🚩 Report")
    assert fang.texts[-1] == "Which one is not right?"
    await tap(home, fang, "🚩 Mei · “come and live with")
    assert "Mei does not hear of it." in fang.texts[-1]
    assert "the people who run this bot" in fang.texts[-1]
    assert await read(home, counted) == (1, 0)


async def test_sg_18_voices_of_one_person_are_told_apart_by_when_they_came(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for _ in range(2):
        mei.voice()
        await home.settle()
        await tap(home, mei, "✅")
        await home.later(hours=1)
    await tap(home, fang, "🏠", "☂️", "🚩 Report")

    labels = [each.text for row in fang.last.buttons[:-1] for each in row]
    assert all(label.startswith("🚩 Mei · ") for label in labels)
    assert len(set(labels)) == len(labels) == 2


async def test_sg_18_notices_words_promises_and_notes_of_an_illness_can_be_reported(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await home.notice("Bring 500 to my house")
    await tap(home, mei, "🏠", "🗓 Promise")
    await say(home, mei, "a strange thing")
    await tap(home, mei, "Sat 28")
    await tap(home, fang, "🤒", "🌡", "➕ Add something")
    await say(home, fang, "her own fault")

    await tap(home, fang, "🏠", "☂️", "🚩 Report")
    labels = [each.text for _message, each in fang.buttons()]
    for each in ("Bring 500", "a strange thing"):
        assert any(each in label for label in labels), labels
    await tap(home, mei, "🏠", "☂️", "🚩 Report", "🚩 Grandma · “her own fault”")
    assert "Grandma does not hear of it." in mei.texts[-1]
    assert "her own fault" in await answer(home, command="reports show", number="1")


async def log(home: Homeline, phone: Phone) -> str:
    """What somebody reads under 📜."""
    await say(home, phone, "/privacy")
    await tap(home, phone, "📜")
    return phone.last.words


async def test_sg_09_that_the_operator_read_a_report_is_written_down_and_only_its_reporter_reads_that(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    before = await log(home, mei)
    await letter(home, mei)
    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")
    await answer(home, command="reports", all="yes")
    assert "was read by whoever runs the bot" not in await log(home, fang)

    for _ in range(2):
        await answer(home, command="reports show", number="1")

    read_line = "What you reported was read by whoever runs the bot. Only you see this line."
    shown = await log(home, fang)
    assert shown.count(read_line) == 2
    assert "You reported a message. Only you see this line." in shown
    for other in (mei, li):
        assert "report" not in await log(home, other)
    assert await log(home, mei) == before
    kept = await read(
        home,
        lambda tx: [
            (row.action, row.entity_id) for row in tx.all(select(audit).order_by(audit.c.id)) if row.entity == "report"
        ],
    )
    assert kept == [("reported", 1), ("read by operator", 1), ("read by operator", 1)]
    assert WORDS not in repr(await read(home, lambda tx: [tuple(row) for row in tx.all(select(audit))]))


async def test_sg_09_the_line_outlives_the_report_and_still_shows_to_nobody_else(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await letter(home, mei)
    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")
    await answer(home, command="reports show", number="1")
    await home.later(days=91)
    assert await read(home, counted) == (0, 0)
    assert "Only you see this line." in await log(home, fang)
    await say(home, mei, "🏠")  # after so long, somebody says first that it is her
    await tap(home, fang, "✅")
    assert "report" not in await log(home, mei)
    with pytest.raises(ValueError, match="There is no report 1;"):
        await answer(home, command="reports show", number="1")


@pytest.mark.wired  # the doctor opens the file itself
async def test_sg_18_a_report_that_waits_too_long_is_told_to_whoever_runs_the_bot(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: installation.learn(tx, installation.REPORTS_WITHIN, "48"))
    assert not [line for line in as_lines(await read(home, figures.gather), running=None) if "reports" in line]
    await letter(home, mei)
    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")

    for passed, late in ((47, False), (2, True)):
        home.clock.push(timedelta(hours=passed))
        now = await read(home, figures.gather)
        assert (now.reports, now.reports_late) == (1, late)
        line = next(line for line in as_lines(now, running=None) if line.startswith("reports of families: 1 wait"))
        assert line.endswith("later than promised") == late
        found = {each.about: each for each in await examine(home.app.settings, home.clock)}["reports"]
        assert found.state == (State.WRONG if late else State.NOTE)
        assert WORDS not in str(found)

    await answer(home, command="reports close", number="1", outcome="kept")
    assert (await read(home, figures.gather)).reports == 0
    assert "reports" not in {each.about for each in await examine(home.app.settings, home.clock)}


@pytest.mark.parametrize("number", ["7", "", "x", "-1", "٣", "9" * 30])
async def test_sg_18_a_report_that_is_none_is_one_line(home: Homeline, number: str) -> None:
    await home.settle()
    with pytest.raises(ValueError, match="There is no report") as said:
        await answer(home, command="reports show", number=number)
    assert "\n" not in str(said.value)


@pytest.mark.parametrize(("number", "outcome", "words"), [("7", "acted", "No report 7"), ("1", "x", "one of acted")])
async def test_sg_18_a_close_that_cannot_be_is_one_line(home: Homeline, number: str, outcome: str, words: str) -> None:
    await home.settle()
    with pytest.raises(ValueError, match=words):
        await answer(home, command="reports close", number=number, outcome=outcome)
