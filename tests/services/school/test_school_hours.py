"""Before the roll call and after it: who comes later is asked for by nobody, who leaves early as any other."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.homeline import Homeline
from tests.households import since, tap

QUESTION = "Do you know where Lily is?"


def roll(zhao: Phone) -> str:
    """The roll call as it stands."""
    return next(text for text in reversed(zhao.texts) if text.startswith("📋 Class"))


async def page(home: Homeline, phone: Phone) -> None:
    await tap(home, phone, "🏠", "🎓 School")


async def test_a_late_child_is_shown_as_late_and_nobody_is_asked_until_the_teacher_wishes_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(20, day=1)
    await page(home, fang)
    await tap(home, fang, "🚌")
    await home.until(8, 30)
    home_, parent = len(fang.texts), len(mei.texts)
    await tap(home, zhao, "📋 Roll call")
    assert roll(zhao).endswith("🚌 Comes later, says home: Lily")
    await tap(home, zhao, "🚌 Lily", "✅ Done")
    assert roll(zhao).endswith("🚌 Comes later, says home: Lily\nStill not here? Tap 🔔, and home is asked.")
    await home.later(hours=1)
    assert since(fang, home_) == []
    assert since(mei, parent) == []

    await tap(home, zhao, "🔔 Lily")
    assert fang.texts[-1].endswith(QUESTION)
    assert "Asked: Lily" in roll(zhao)
    assert "Comes later" not in roll(zhao)
    await tap(home, zhao, "↩️ Lily")
    assert fang.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."


async def test_a_child_that_is_missed_already_is_asked_for_no_more_once_home_says_late(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    assert fang.sees(QUESTION)
    parent = len(mei.texts)
    await page(home, fang)
    await tap(home, fang, "🚌 Later today")
    await home.later(hours=2)

    assert roll(zhao).count("Lily") == 1
    assert "🚌 Comes later, says home: Lily" in roll(zhao)
    assert not any("not answered" in text or "nobody" in text.lower() for text in since(mei, parent))
    assert not any("Nobody has answered" in text for text in zhao.texts)


async def test_who_is_picked_up_early_is_asked_for_in_the_morning_as_any_other(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await home.until(8, day=1)
    await page(home, fang)
    teacher = len(zhao.texts)
    await tap(home, fang, "🚸 Picked up early today", "👪 Family")
    line = "🚸 Lily, class 3B\nLily is picked up early today, says home."
    assert since(zhao, teacher) == [line, f"{line}\n👪 Something in the family."]
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")

    assert {"Asked: Lily", "🚸 Picked up early, says home: Lily"} <= set(roll(zhao).split("\n"))
    assert fang.texts[-1].endswith(QUESTION)


async def test_a_missed_child_that_is_not_late_after_all_is_looked_for_again(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await page(home, fang)
    await tap(home, fang, "🚌 Later today")
    before, teacher = len(fang.texts), len(zhao.texts)
    await tap(home, fang, "↩️ Undo")

    assert [text for text in since(fang, before) if QUESTION in text]
    assert "Asked: Lily" in roll(zhao)
    await home.later(minutes=31)
    await home.later(minutes=31)
    assert any("Nobody has answered" in text for text in since(zhao, teacher))


async def test_a_child_that_a_roll_call_let_be_late_is_asked_for_once_home_takes_it_back(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(8, day=1)
    await page(home, fang)
    await tap(home, fang, "🚌 Later today")
    late = fang.last
    await tap(home, zhao, "📋 Roll call", "🚌 Lily", "✅ Done")
    before = len(fang.texts)
    await home.later(minutes=5)
    assert since(fang, before) == []
    await tap(home, fang, "↩️ Undo")

    assert [text for text in since(fang, before) if QUESTION in text]
    assert "Asked: Lily" in roll(zhao)
    await home.later(minutes=31)
    await home.later(minutes=31)
    assert any("Nobody has answered" in text for text in zhao.texts)
    fang.press("hours_undo:1", late)  # once more, too late: nothing is asked a second time
    await home.later(minutes=1)
    assert len([text for text in since(fang, before) if QUESTION in text]) == 1


async def test_who_is_here_or_does_not_come_at_all_is_not_asked_for_when_late_is_over(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(8, day=1)
    await page(home, fang)
    await tap(home, fang, "🚌 Later today")
    await tap(home, zhao, "📋 Roll call", "🚌 Lily", "✅ Done", "🔔 Lily", "↩️ Lily")
    before = len(fang.texts)
    await page(home, fang)
    await tap(home, fang, "🏫")
    assert not [text for text in since(fang, before) if QUESTION in text]
