"""Telegram is away, for minutes or for a day: nothing it still has is lost, and people hear what may be."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.app import App
from bot.db.tables import check_in
from bot.simulator.cast import FANG, MEI
from bot.simulator.messages import Message
from tests.faults.conftest import Note
from tests.faults.figures import Figures, kept
from tests.homeline import Homeline

pytestmark = pytest.mark.wired

GRANDMA = replace(FANG, language_code="en")
GAP = "I could not be reached from"


async def asked(home: Homeline) -> None:
    """A family on an evening on which the question has come."""
    await home.joined(GRANDMA, await home.child(), "👵")
    await home.until(19, 30)
    assert len(questions(home)) == 1


def questions(home: Homeline) -> list[Message]:
    return [each for each in home.phone(FANG).messages if each.from_bot and "How is Lily" in each.text]


async def answers(home: Homeline) -> int:
    query = select(func.count()).where(check_in.c.state == "answered")
    return int(await home.app.store.run(lambda tx: tx.scalar(query)))


async def away(home: Homeline, minutes: float) -> None:
    home.simulator.faults.away = True
    for _ in range(5):
        await home.later(minutes=minutes / 5)


async def back(home: Homeline) -> None:
    home.simulator.faults.away = False
    await home.settle()
    for _ in range(3):
        await home.later(minutes=1)


async def test_after_ten_minutes_the_question_comes_again_because_the_press_is_lost(home: Homeline, note: Note) -> None:
    await asked(home)
    mei, fang = home.phone(MEI), home.phone(FANG)
    before, (first,) = len(mei.texts), questions(home)
    home.simulator.faults.away = True
    fang.tap("🙂")  # Telegram keeps a press for 150 seconds
    fang.say("🏠")  # a key of the keyboard sends words, which Telegram keeps for a day
    await away(home, 10)
    assert mei.texts[before:] == []

    await back(home)

    held, expired, lost = await kept(home)
    assert expired == 1
    assert await answers(home) == 0
    (again,) = questions(home)
    assert again.id > first.id
    assert fang.sees("What would you like to do?")
    assert not any(GAP in each for each in [*mei.texts, *fang.texts])
    fang.tap("🙂", message=questions(home)[-1])
    await home.settle()
    await home.later(hours=1)
    assert await answers(home) == 1
    assert sum("Lily is well" in each for each in mei.texts) == 1
    note(Figures("Telegram away, 10 minutes", held, lost, 0, 0, "the open question comes again; a key is answered"))


async def test_after_two_minutes_nothing_is_asked_again(home: Homeline, note: Note) -> None:
    await asked(home)
    home.simulator.faults.away = True
    home.phone(FANG).tap("🙂")
    await away(home, 2)
    await back(home)
    assert await answers(home) == 1
    assert len(questions(home)) <= 1  # the card may say thanks by now
    held, expired, lost = await kept(home)
    assert expired == 0
    note(Figures("Telegram away, 2 minutes", held, lost, 0, 0, "the answer arrives, a little later"))


@pytest.mark.parametrize("what", ["Telegram away", "Homeline stopped"])
async def test_after_thirty_hours_everybody_hears_of_the_gap_once(home: Homeline, note: Note, what: str) -> None:
    await asked(home)
    mei, fang = home.phone(MEI), home.phone(FANG)
    stopped = what == "Homeline stopped"
    if stopped:
        await home.close()
    home.simulator.faults.away = True
    mei.say("this is lost for good")
    await hours(home, 28, stopped=stopped)
    fang.tap("🤒")  # this is not
    await hours(home, 2, stopped=stopped)
    home.simulator.faults.away = False
    if stopped:
        home.app = App(replace(home.settings, api_url=home.simulator.url), home.clock, long_poll=0)
        await home.open()
    await back(home)
    await hours(home, 14, stopped=False)

    held, expired, lost = await kept(home)
    assert expired == 1
    assert any("🤒" in each for each in mei.texts)
    for phone in (mei, fang):
        told = [each for each in phone.texts if GAP in each]
        assert len(told) == 1, phone.texts
        assert "Mon, Nov 23" in told[0]
    asked_now = [each.text for each in questions(home)].count("How is Lily now?")
    assert asked_now == 1  # a child is ill: once, in the morning after the night
    note(Figures(f"{what}, 30 hours", held, lost, 0, 0, "what came within a day arrives; all hear of the gap once"))


async def hours(home: Homeline, count: int, *, stopped: bool) -> None:
    for _ in range(count // 2):
        if stopped:
            home.clock.push(timedelta(hours=2))
        else:
            await home.later(hours=2)
