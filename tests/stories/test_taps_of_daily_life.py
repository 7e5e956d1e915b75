"""What daily life brings stays within its taps, and nobody has to type (family.md, sections 6 to 8)."""

import pytest

from bot.simulator.cast import FANG, MEI
from tests.homeline import Homeline
from tests.services.daily.test_own_weeks import ask
from tests.stories.test_taps import Counted, Job, lived_in


async def sees_the_day(home: Homeline) -> int:
    fang = Counted(home, FANG)
    await fang.tap("🙂")
    assert home.phone(MEI).sees("Lily is well")  # nothing more is needed
    await fang.tap("🍚", "⚽")
    assert home.phone(MEI).sees("🍚 Ate well · ⚽ Played outside")
    return fang.taps


async def has_a_first_sentence(home: Homeline) -> int:
    await Counted(home, FANG).tap("🙂")
    mei = Counted(home, MEI)
    await mei.tap("💬")
    assert mei.phone.sees("You could say tonight:")
    return mei.taps


async def says_how_the_own_week_was(home: Homeline) -> int:
    await home.until(12, 0, day=1)
    await ask(home)
    fang = Counted(home, FANG)
    await fang.tap("😟")
    assert fang.phone.sees("It stays with you.")
    return fang.taps


async def holds_a_hard_report(home: Homeline) -> int:
    fang = Counted(home, FANG)
    await fang.tap("😢")
    fang.taps = 0
    await fang.tap("🙋")
    assert home.phone(MEI).sees("Grandma would like to talk with you today.")
    return fang.taps


async def records_seven_goodnights(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "🎤", "🌙")
    for _ in range(7):
        await mei.speak()
    assert mei.phone.sees("The week is full.")
    return mei.taps


async def plays_a_goodnight(home: Homeline) -> int:
    await records_seven_goodnights(home)
    await home.until(20, 30)
    fang = Counted(home, FANG)
    assert fang.phone.last.kind == "voice"
    await fang.tap("🙏")
    assert home.phone(MEI).sees("Lily has heard your goodnight, says Grandma.")
    return fang.taps


async def photographs_a_page(home: Homeline) -> int:
    fang = Counted(home, FANG)
    fang.phone.photo()
    await home.settle()
    await fang.tap("📖 A page")
    assert home.phone(MEI).sees("The next page, for you to read.")
    return fang.taps


async def reads_a_page_aloud(home: Homeline) -> int:
    await photographs_a_page(home)
    mei = Counted(home, MEI)
    await mei.tap("🎤 Read it")
    await mei.speak()
    assert mei.phone.sees("Kept for bedtime")
    return mei.taps


async def plays_a_page(home: Homeline) -> int:
    await reads_a_page_aloud(home)
    await home.until(20, 30)
    fang = Counted(home, FANG)
    assert fang.phone.last.kind == "voice"
    await fang.tap("🙏")
    return fang.taps


async def enters_two_weeks_of_shifts(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "⚙️", "⏰ My shifts")
    for data in ("shift_week:1:0:l", "shift_week:1:1:n", *(f"shift_day:1:{day}" for day in (4, 5, 11, 12))):
        mei.phone.press(data, mei.phone.last)
        mei.taps += 1
        await home.settle()
    await mei.tap("✅ Done")
    assert mei.phone.sees("This week: 🌆🌆🌆🌆🛋🌆🛋")
    return mei.taps


async def plans_a_call(home: Homeline) -> int:
    mei = Counted(home, MEI)
    await mei.tap("🏠", "📞")
    await mei.tap(mei.phone.last.buttons[0][0].text)
    assert home.phone(FANG).sees("Mei would like to call Lily")
    return mei.taps


async def opens_the_childs_page(home: Homeline) -> int:
    for person in (FANG, MEI):
        someone = Counted(home, person)
        await someone.tap("🏠")
        someone.taps = 0
        await someone.tap("🧒 Lily")
        assert someone.phone.sees("🧒 Lily\n")
    return someone.taps


async def opens_the_letter_box(home: Homeline) -> int:
    for person in (FANG, MEI):
        someone = Counted(home, person)
        await someone.tap("🏠")
        someone.taps = 0
        await someone.tap("🧒 Lily", "📬")
        assert someone.phone.sees("📬 Lily")
    return someone.taps


JOBS: list[tuple[Job, int]] = [
    (sees_the_day, 3),
    (has_a_first_sentence, 1),
    (says_how_the_own_week_was, 1),
    (holds_a_hard_report, 1),
    (records_seven_goodnights, 9),
    (plays_a_goodnight, 1),
    (photographs_a_page, 1),
    (reads_a_page_aloud, 1),
    (plays_a_page, 1),
    (enters_two_weeks_of_shifts, 12),
    (plans_a_call, 3),
    (opens_the_childs_page, 1),
    (opens_the_letter_box, 2),
]


@pytest.mark.parametrize(("job", "most"), JOBS, ids=[job.__name__ for job, _most in JOBS])
async def test_a_job_of_daily_life_stays_within_its_taps(home: Homeline, job: Job, most: int) -> None:
    await lived_in(home)

    assert await job(home) <= most
