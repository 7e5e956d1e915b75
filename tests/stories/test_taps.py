"""Every job of the main job stays within its taps, and guardians never type (product.md, “The jobs”)."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import pytest

from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from tests.homeline import Homeline
from tests.remembering import remembered


class Counted:
    """One person doing one job, with a count of the taps."""

    def __init__(self, home: Homeline, person: PersonSpec) -> None:
        self._home = home
        self.phone = home.phone(person)
        self.taps = 0

    async def tap(self, *labels: str) -> None:
        """Buttons, one after the other."""
        for label in labels:
            self.phone.tap(label)
            self.taps += 1
            await self._home.settle()

    async def speak(self) -> None:
        """Hold the microphone, which is not counted."""
        self.phone.voice()
        await self._home.settle()


@remembered
async def lived_in(home: Homeline) -> None:
    """The family and the class have joined, and the evening's question stands on the guardian's phone."""
    await home.joined(replace(FANG, language_code="en"), await home.child(), "👵")
    await home.school()
    await home.pupil(await home.class_room())
    await home.until(19, 31)


async def answers_the_check_in(home: Homeline) -> int:
    fang = Counted(home, FANG)
    await fang.tap("😄")
    assert home.phone(MEI).sees("very good day")
    return fang.taps


async def tells_that_the_child_is_ill(home: Homeline) -> int:
    fang = Counted(home, FANG)
    await fang.tap("🤒", "🌡")
    assert home.phone(MEI).sees("Lily is ill: fever.")
    return fang.taps


async def sends_a_voice(home: Homeline) -> int:
    fang = Counted(home, FANG)
    await fang.tap("🎤")
    await fang.speak()
    assert home.phone(MEI).last.kind == "voice"
    return fang.taps


async def plays_a_letter_and_records_the_answer(home: Homeline) -> int:
    mei, fang = Counted(home, MEI), Counted(home, FANG)
    await mei.tap("🏠", "🎤")
    await mei.speak()
    assert fang.phone.last.kind == "voice"
    await fang.tap("🎤")
    await fang.speak()
    assert mei.phone.last.kind == "voice"
    return fang.taps


async def sends_a_heart(home: Homeline) -> int:
    await answers_the_check_in(home)
    mei = Counted(home, MEI)
    await mei.tap("❤️")
    assert home.phone(FANG).sees("Mei: ❤️ thank you")
    return mei.taps


async def asks_now(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "🙂")
    return mei.taps


async def acknowledges_an_illness(home: Homeline) -> int:
    await tells_that_the_child_is_ill(home)
    mei = Counted(home, MEI)
    await mei.tap("🤙")
    assert home.phone(FANG).sees("Mei is calling you now.")
    return mei.taps


async def does_the_idea(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "💡")
    assert mei.phone.sees("💡 Lily")
    return mei.taps


async def posts_a_notice(home: Homeline) -> int:
    zhao = Counted(home, ZHAO)
    await zhao.tap("🏠", "📣")
    zhao.phone.say("Trip on Friday, bring a coat and 5 yuan")
    await home.settle()
    await zhao.tap("📣 Send")
    assert home.phone(MEI).sees("Trip on Friday")
    return zhao.taps


async def sees_who_has_confirmed(home: Homeline) -> int:
    await posts_a_notice(home)
    zhao = Counted(home, ZHAO)
    await zhao.tap("👁", "🔔")
    return zhao.taps


async def tells_one_family(home: Homeline) -> int:
    zhao = Counted(home, ZHAO)
    await zhao.tap("🧒 One child", "Lily", "🌟")
    assert home.phone(MEI).sees("Lily had a good day")
    return zhao.taps


async def tells_that_a_child_is_ill_at_school(home: Homeline) -> int:
    zhao = Counted(home, ZHAO)
    await zhao.tap("🧒 One child", "Lily", "🤒")
    await home.later(seconds=61)
    assert home.phone(MEI).sees("Lily is ill.")
    return zhao.taps


async def sets_office_hours(home: Homeline) -> int:
    zhao = Counted(home, ZHAO)
    await zhao.tap("🏠", "⚙️", "🎓 Office hours", "🎓 08:00")
    assert zhao.phone.sees("Office hours: 08:00–17:00.")
    return zhao.taps


async def calls_the_roll_with_one_absent(home: Homeline) -> int:
    zhao = Counted(home, ZHAO)
    await zhao.tap("📋 Roll call", "Lily", "✅ Done")
    assert home.phone(FANG).sees("Do you know where Lily is?")
    return zhao.taps - len(["📋", "✅"])


async def tells_the_teacher_that_the_child_stays_at_home(home: Homeline) -> int:
    fang = Counted(home, FANG)
    await fang.tap("🏠", "🏫")
    assert home.phone(ZHAO).sees("stays at home")
    return fang.taps


async def promises_a_parcel(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "🗓")
    mei.phone.say("a parcel")
    await home.settle()
    await mei.tap("🗓 Dec", "Thu 24")
    assert home.phone(FANG).sees("a parcel\nThu, Dec 24.")
    return mei.taps


async def names_a_visit(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "🗓", "🚆 Dec", "Thu 24")
    assert home.phone(FANG).sees("Mei comes home: Thu, Dec 24.")
    return mei.taps


async def moves_a_visit(home: Homeline) -> int:
    await names_a_visit(home)
    mei = Counted(home, MEI)
    await mei.tap("🔄", "Fri 27")
    assert home.phone(FANG).sees("Mei comes home on another day: Fri, Nov 27.")
    return mei.taps


Job = Callable[[Homeline], Coroutine[Any, Any, int]]

JOBS: list[tuple[Job, int]] = [
    (answers_the_check_in, 2),
    (tells_that_the_child_is_ill, 3),
    (sends_a_voice, 2),
    (plays_a_letter_and_records_the_answer, 2),
    (sends_a_heart, 1),
    (asks_now, 2),
    (acknowledges_an_illness, 1),
    (does_the_idea, 2),
    (promises_a_parcel, 4),
    (names_a_visit, 4),
    (moves_a_visit, 2),
    (posts_a_notice, 4),
    (sees_who_has_confirmed, 2),
    (tells_one_family, 3),
    (sets_office_hours, 4),
    (tells_that_a_child_is_ill_at_school, 3),
    (calls_the_roll_with_one_absent, 1),
    (tells_the_teacher_that_the_child_stays_at_home, 2),
]


@pytest.mark.parametrize(("job", "most"), JOBS, ids=[job.__name__ for job, _most in JOBS])
async def test_a_job_stays_within_its_taps(home: Homeline, job: Job, most: int) -> None:
    await lived_in(home)

    assert await job(home) <= most


async def test_a_teacher_has_a_poster_with_five_taps(home: Homeline) -> None:
    await home.school()
    zhao = Counted(home, ZHAO)
    zhao.taps = 3  # the three taps of consent
    await zhao.tap("➕")
    zhao.phone.say("3B")
    await home.settle()

    assert zhao.phone.last.kind == "photo"
    assert zhao.taps <= 5
