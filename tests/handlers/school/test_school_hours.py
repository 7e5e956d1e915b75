"""🚌 🚸 One tap at home: the child comes later or leaves early; the teacher reads why only where home says it."""

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.privacy.exports import of_circle
from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.homeline import Homeline
from tests.households import read, since, tap

LATE = "🚌 Lily, class 3B\nLily comes later {}, says home."
REASONS = ["🛏 Not well", "🏥 Doctor", "🧳 Travelling", "👪 Family"]


def roll(zhao: Phone) -> str:
    """The roll call as it stands."""
    return next(text for text in reversed(zhao.texts) if text.startswith("📋 Class"))


async def page(home: Homeline, phone: Phone) -> None:
    await tap(home, phone, "🏠", "🎓 School")


async def declines(home: Homeline, who: PersonSpec) -> None:
    def keep(tx: Tx) -> None:
        found = people.by_telegram(tx, who.id)
        assert found is not None
        people.change(tx, found.id, health_notes=False)

    await read(home, keep)


async def test_late_is_one_line_for_the_teacher_and_no_reason_and_one_tap_takes_it_back(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    parent, teacher = len(mei.texts), len(zhao.texts)
    await page(home, fang)
    await tap(home, fang, "🚌 Later today")

    assert fang.texts[-1] == "🚌 Lily\nLily comes to school later today.\nI tell Zhao Lan, but not why."
    assert labels(fang.last)[:-2] == [*REASONS, "↩️ Undo"]
    assert since(zhao, teacher) == [LATE.format("today")]
    await home.until(14)
    assert since(mei, parent) == [
        "🚌 Lily, from Grandma\nLily comes to school later today.\nI tell Zhao Lan, but not why."
    ]
    assert "↩️ Undo" not in labels(mei.last)

    card, back = fang.last, data_of(fang, "↩️")
    for _ in range(3):
        fang.press(back, card)
    await home.settle()
    assert fang.texts[-1] == "🚌 Lily\n↩️ Taken back."
    assert mei.texts[-1] == "🚌 Lily, from Grandma\n↩️ Taken back."
    assert since(zhao, teacher)[1:] == [
        "🚌 Lily, class 3B\n↩️ Home has taken it back: Lily comes and goes as usual today."
    ]
    assert fang.toast == OVER


async def test_taken_back_before_the_teacher_reads_it_the_teacher_reads_nothing(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(20, day=1)
    teacher = len(zhao.texts)
    await page(home, fang)
    assert {"🚌 Later tomorrow", "🚸 Picked up early tomorrow"} <= set(labels(fang.last))
    await tap(home, fang, "🚸", "↩️")
    await page(home, fang)
    await tap(home, fang, "🚌")
    await home.until(8)

    assert since(zhao, teacher) == [LATE.format("today")]


async def test_a_reason_is_one_more_tap_and_one_line_while_the_teacher_has_not_read_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(20, day=1)
    teacher = len(zhao.texts)
    await page(home, fang)
    await tap(home, fang, "🚌", "🏥 Doctor")
    assert "I tell Zhao Lan, also why:\n🏥 At the doctor's.\n" in fang.texts[-1]
    assert labels(fang.last)[:-2] == ["↩️ Undo"]
    await home.until(8)

    assert since(zhao, teacher) == [LATE.format("today") + "\n🏥 At the doctor's."]
    assert mei.texts[-1].startswith("🚌 Lily, from Grandma\nLily comes to school later")
    assert mei.texts[-1].count("🏥 At the doctor's.") == 1


async def test_also_who_stays_at_home_has_a_reason_where_home_gives_one(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    teacher = len(zhao.texts)
    await page(home, fang)
    await tap(home, fang, "🏫")
    card, why = fang.last, data_of(fang, "🧳")
    await tap(home, fang, "🧳 Travelling")
    fang.press(why, card)
    await home.settle()

    line = "🏫 Lily, class 3B\nLily stays at home today, says home."
    assert since(zhao, teacher) == [line, f"{line}\n🧳 Travelling."]
    assert fang.toast == OVER


@pytest.mark.parametrize("who", [MEI, ZHAO], ids=lambda each: each.first_name)
async def test_no_reason_of_health_goes_to_school_where_somebody_has_declined_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone, who: PersonSpec
) -> None:
    await home.until(10, day=1)
    teacher = len(zhao.texts)
    await page(home, fang)
    await tap(home, fang, "🚌")
    card, why = fang.last, data_of(fang, "🛏 Not well")
    await declines(home, who)
    fang.press(why, card)
    await home.settle()

    assert fang.toast == OVER
    assert since(zhao, teacher) == [LATE.format("today")]
    await tap(home, fang, "↩️")
    await page(home, fang)
    await tap(home, fang, "🚌")
    assert labels(fang.last)[:-2] == ["🧳 Travelling", "👪 Family", "↩️ Undo"]


async def test_a_child_that_stays_at_home_after_all_comes_neither_later_nor_leaves(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)
    await page(home, fang)
    await tap(home, fang, "🚌")
    card, late = fang.last, data_of(fang, "↩️")
    teacher = len(zhao.texts)
    await page(home, fang)
    await tap(home, fang, "🏫 No school today")

    assert since(zhao, teacher) == ["🏫 Lily, class 3B\nLily stays at home today, says home."]
    fang.press(late, card)
    await home.settle()
    assert fang.toast == OVER
    await page(home, fang)
    assert not [each for each in labels(fang.last) if each[0] in "🚌🚸"]
    await tap(home, zhao, "📋 Roll call", "✅ Done")
    assert "Comes later" not in roll(zhao)


async def test_it_is_offered_to_nobody_far_away_and_a_circle_that_shares_nothing_is_silent(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(20, day=1)
    await page(home, mei)
    assert not [each for each in labels(mei.last) if each[0] in "🚌🚸"]
    await page(home, fang)
    card, late, early = fang.last, data_of(fang, "🚌"), data_of(fang, "🚸")
    teacher = len(zhao.texts)
    mei.press(late, mei.last)
    await home.settle()
    assert mei.toast == OVER
    await tap(home, fang, "🚌", "🏠", "⚙️", "👥", "❄️", "✅")
    fang.press(early, card)
    await home.until(12)

    assert not any("says home" in text for text in since(zhao, teacher))


async def test_what_home_has_said_and_why_is_in_the_familys_copy_of_the_data(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await page(home, fang)
    await tap(home, fang, "🚌", "🏥")

    def kept(tx: Tx) -> tuple[str, str, str]:
        guardian = people.by_telegram(tx, FANG.id)
        assert guardian is not None
        entry = of_circle(tx, guardian, 1, lambda _circle, number: str(number))
        assert entry is not None
        return entry["school"][0]["what"], entry["school"][0]["who"], str(guardian.id)

    what, who, grandma = await read(home, kept)
    assert (what, who) == ("late,doctor", grandma)


async def test_what_was_said_of_a_day_that_has_passed_was_not_taken_back(home: Homeline, fang: Phone) -> None:
    await home.until(7, day=1)
    await page(home, fang)
    await tap(home, fang, "🚌 Later today")
    said = fang.last
    await home.until(15, day=2)
    fang.tap("🏠", message=said)  # what stands above loses its foot, and so is said anew
    await home.settle()

    assert not fang.sees("Taken back")
    assert "Lily comes to school later on Tue, Nov 24." in said.words
    assert labels(said) == []
