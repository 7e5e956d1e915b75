"""✏️ All that was written and not sent is listed, however much it is."""

from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, labels, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import say, tap


async def drafts(home: Homeline, zhao: Phone, count: int) -> None:
    for number in range(count):
        await say(home, zhao, f"📣 Notice {number}")


def shown(phone: Phone) -> list[str]:
    return [each.text for row in phone.last.buttons for each in row]


async def test_what_goes_out_by_itself_stands_first_and_no_draft_is_out_of_reach(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await say(home, zhao, "📣 Gym bag")
    await tap(home, zhao, "✏️ More", "⏰ At a time", "⏰ Every week", "Friday", "07:00", "Fri, Dec 11")
    await drafts(home, zhao, 24)
    await tap(home, zhao, "🏠", "🎓 3B")
    assert [each for each in shown(zhao) if each[0] in "✏⏰" and "Rename" not in each] == [
        *(f"✏️ Notice {number}" for number in (23, 22, 21, 20, 19)),
        "✏️ All not sent: 25",
    ]

    await tap(home, zhao, "✏️ All not sent")
    assert zhao.texts[-1] == "✏️ Not sent yet, class 3B. ✏️ waits for you, ⏰ goes out by itself."
    assert labels(zhao) == ["⏰ Gym bag"]
    await tap(home, zhao, "🔄 More")
    assert "✏️ Notice 0" in shown(zhao)
    await tap(home, zhao, "✏️ Notice 0")
    assert "Notice 0\n" in f"{zhao.texts[-1]}\n"
    await tap(home, zhao, "📣 Send")
    assert fang.sees("Notice 0")
    assert not fang.sees("Notice 1")


async def test_five_stand_on_the_menu_and_more_behind_one_button(home: Homeline, zhao: Phone) -> None:
    await drafts(home, zhao, 5)
    await tap(home, zhao, "🏠", "🎓 3B")
    assert not [each for each in shown(zhao) if "All not sent" in each]
    await say(home, zhao, "📣 One more")
    await tap(home, zhao, "🏠", "🎓 3B", "✏️ All not sent: 6", "🎓 Class 3B")
    assert zhao.texts[-1].startswith("Class 3B: 1 child is here.")


async def test_an_empty_list_says_what_will_be_there(home: Homeline, zhao: Phone) -> None:
    zhao.press("notice_drafts:1", zhao.last)
    await home.settle()
    assert zhao.texts[-1] == "✏️ All is sent to class 3B. What you write and do not send yet is kept here."


async def test_nobody_else_reads_what_was_not_sent(home: Homeline, zhao: Phone) -> None:
    ivan = await home.school(IVAN, "Another school")
    await drafts(home, zhao, 1)
    ivan.press("notice_drafts:1", ivan.last)
    await home.settle()
    assert ivan.toast == OVER
    assert not ivan.sees("Notice 0")
