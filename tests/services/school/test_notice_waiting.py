"""What has its time goes on with its class: to who has it then, as a draft, and told; the rest goes to nobody, told."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.staff_steps import STRANGER, code, leads_phone, list_of  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import GRANDMA, say, since, tap

WAITS = "📣 What was still to be sent to class {room} waits for you, ⏰ below."


async def weekly(home: Homeline, phone: Phone, *rooms: str) -> None:
    """Every Friday at seven."""
    await say(home, phone, "📣 Gym bag")
    await tap(home, phone, "✏️ More", *rooms, "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 11")
    assert "every Friday at 07:00" in phone.texts[-1]


async def test_who_is_given_a_class_reads_what_waits_and_nothing_leaves_unread(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(GRANDMA)
    await weekly(home, zhao)
    seen = [len(each.texts) for each in (mei, fang)]
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Li Na")
    assert lead.texts[-1] == WAITS.format(room="3B")

    await home.later(days=6)
    told = [each for phone, count in zip((mei, fang), seen, strict=True) for each in since(phone, count)]
    assert not [each for each in told if "Gym bag" in each]
    await tap(home, lead, "⏰ Gym bag")
    assert lead.sees("Shall this go out?")
    await tap(home, lead, "📣 Send")
    assert any("📣 Class 3B, Li Na\nGym bag" in each for each in fang.texts)
    assert not zhao.sees("waits for you")


async def test_of_what_is_for_several_classes_only_the_part_of_the_class_that_went_is_passed_on(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await tap(home, zhao, "🏠")
    await home.class_room(name="4A")
    await weekly(home, zhao, "🎓 3B", "🎓 4A", "✏️ Go on")
    await list_of(home, lead)
    await tap(home, lead, "🎓 4A", "🎓 Li Na")
    assert lead.texts[-1] == WAITS.format(room="4A")

    await home.until(7, 0, day=4)
    assert sum("Gym bag" in each for each in fang.texts) == 1
    await tap(home, zhao, "🏠", "🎓", "⏰ Gym bag")
    assert "Goes to class 3B every Friday at 07:00 until Fri, Dec 11. Next: Fri, Dec 4." in zhao.texts[-1]


async def test_what_a_second_teacher_had_still_to_send_waits_for_who_has_the_class(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    await say(home, zhao, "📣 Hers")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Tomorrow 07")
    await say(home, ivan, "📣 His")
    await tap(home, ivan, "✏️ More", "⏰ At a time", "⏰ Tomorrow 07")
    old = ivan.last
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🚪 Ivan Petrov")
    assert zhao.texts[-1] == WAITS.format(room="3B")
    ivan.press("notice_send:2", old)
    await home.settle()
    assert ivan.toast == OVER

    await home.later(days=2)
    assert any("📣 Class 3B, Zhao Lan\nHers" in each for each in mei.texts)
    assert not any("His" in each for each in mei.texts)


async def test_a_class_that_ends_takes_only_itself_out_of_what_is_for_several(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await tap(home, zhao, "🏠")
    await home.class_room(name="4A")
    await weekly(home, zhao, "🎓 3B", "🎓 4A", "✏️ Go on")
    zhao.press("class_close_yes:2", zhao.last)
    await home.settle()
    assert not zhao.sees("goes to nobody")
    await home.until(7, 0, day=4)
    assert sum("Gym bag" in each for each in fang.texts) == 1

    zhao.press("class_close_yes:1", zhao.last)
    await home.settle()
    told = "📣 Class 3B is over. What was still to be sent goes to nobody:\n⏰ Gym bag"
    assert [each for each in zhao.texts if "goes to nobody" in each] == [told]
    assert not lead.sees("goes to nobody")
    await home.later(days=15)
    assert sum("Gym bag" in each for each in fang.texts) == 1
