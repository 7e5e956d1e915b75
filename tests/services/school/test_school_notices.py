"""What is the school's stays the school's: with who leads it, and never beyond its own classes."""

from bot.simulator.cast import IVAN, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.staff_steps import STRANGER, code, leads_phone, list_of  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import GRANDMA, say, tap

CARD = "📣 Village school, Li Na\nNo school"


async def test_it_goes_to_no_class_of_another_school(home: Homeline, lead: Phone) -> None:
    ivan = await home.school(IVAN, "Another school")
    await tap(home, ivan, "🏠")
    await home.class_room(IVAN, name="9Z")
    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, "No school")
    assert lead.texts[-1].endswith("To class 3B?")
    lead.press("notice_for:1:2", lead.last)
    await home.settle()
    await tap(home, lead, "📣 Send")
    assert home.phone(GRANDMA).sees(CARD)
    assert not ivan.sees("wrote to class")


async def test_a_class_that_changes_hands_leaves_what_the_school_has_still_to_send(home: Homeline, lead: Phone) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅", "🏠", "📣 Whole school")
    await say(home, lead, "No school")
    await tap(home, lead, "✏️ More", "⏰ At a time", "⏰ Tomorrow 07")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Ivan Petrov")
    assert not ivan.sees("waits for you")
    await home.until(7, 0, day=1)
    assert home.phone(GRANDMA).sees(CARD)
    assert ivan.sees("Village school wrote to class 3B, too.")
    assert not home.phone(ZHAO).sees("wrote to class 3B")
