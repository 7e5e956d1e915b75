"""🧒 Chosen pupils: names are tapped in the order of the list, and nobody else learns who they are."""

from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import say, tap


def sent(phone: Phone) -> list[str]:
    return [each for each in phone.texts if each.startswith("📣 Class 3B") and TRIP in each]


async def test_only_the_families_of_chosen_pupils_read_it_and_not_who_else_does(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben", "Ana"])
    await say(home, zhao, f"📣 {TRIP}")
    await tap(home, zhao, "✏️ More", "🧒 Only some")
    assert zhao.texts[-1] == "Who is it for? Tap the names. Nobody else learns who."
    assert [labels(zhao, row) for row in (0, 1)] == [["Ana", "Ben"], ["Lily"]]
    await tap(home, zhao, "Lily", "Ben", "Ben")
    assert zhao.texts[-1].endswith("For: Lily.")
    await tap(home, zhao, "✏️ Go on")
    assert "Class 3B (Lily), 1 household. Shall this go out?" in zhao.texts[-1]
    await tap(home, zhao, "📣 Send")
    assert "Sent to 1 household of class 3B (Lily)." in zhao.texts[-1]
    assert len(sent(fang)) == 1
    assert "(Lily)" not in sent(fang)[0]
    await tap(home, zhao, "👁")
    assert "0 of 1 household; 1 to go.\nStill open: Lily." in zhao.texts[-1]


async def test_nobody_chosen_is_nobody_and_never_the_whole_class(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await say(home, zhao, f"📣 {TRIP}")
    begun = zhao.last
    await tap(home, zhao, "✏️ More", "🧒 Only some", "Ben", "✅ Ben")
    assert zhao.texts[-1].endswith("Nobody is chosen yet.")
    assert "✏️ Go on" not in [each.text for row in zhao.last.buttons for each in row]
    for forged in ("notice_send:1", "notice_to:1:1", "notice_at:1:202611250700", "weekly_until:1:4:420:20261211"):
        zhao.press(forged, begun)
        await home.settle()
        assert zhao.texts[-1].endswith("Nobody is chosen yet."), forged
    assert not sent(fang)
    assert not sent(mei)

    await tap(home, zhao, "👥 Whole class", "📣 Send")
    assert "Sent to 1 household of class 3B." in zhao.texts[-1]  # nobody of Ben's family has Telegram
    assert len(sent(fang)) == 1


async def test_who_is_chosen_waits_with_the_notice_and_goes_with_each_week(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await say(home, zhao, f"📣 {TRIP}")
    await tap(home, zhao, "✏️ More", "🧒 Only some", "Ben", "✏️ Go on", "⏰ At a time", "⏰ Every week")
    await tap(home, zhao, "Friday", "07:00", "Fri, Dec 4")
    assert "Goes to class 3B (Ben) every Friday at 07:00" in zhao.texts[-1]
    await home.until(7, 0, day=4)
    await home.until(7, 0, day=7)
    assert sum("Nobody has got this: no family of class 3B (Ben) is here now." in each for each in zhao.texts) == 2
    assert not sent(fang)


async def test_names_come_ten_on_a_card_in_their_order(home: Homeline, zhao: Phone) -> None:
    await fill_class(home, [f"Child {number:02}" for number in range(1, 13)])
    await say(home, zhao, f"📣 {TRIP}")
    await tap(home, zhao, "✏️ More", "🧒 Only some")
    shown = [each.text for row in zhao.last.buttons for each in row if each.text.startswith("Child")]
    assert shown == [f"Child {number:02}" for number in range(1, 11)]
    await tap(home, zhao, "Child 03", "🔄 More", "Lily")
    shown = [each.text for row in zhao.last.buttons for each in row]
    assert shown[:4] == ["Child 11", "Child 12", "✅ Lily", "🔄 From the start"]
    assert zhao.texts[-1].endswith("For: Child 03, Lily.")


async def test_whoever_is_not_in_the_class_is_chosen_by_nobody(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Bo")
    await tap(home, mei, "2020", "May", "🇨🇳")
    await say(home, zhao, f"📣 {TRIP}")
    card = zhao.last
    for forged in ("notice_pupil:1:2:0", "notice_pupil:1:99:0", "notice_pupils:9:0", "notice_whole:9"):
        zhao.press(forged, card)
        await home.settle()
        assert zhao.toast == OVER, forged
    home.phone(MEI).press("notice_pupils:1:0", home.phone(MEI).last)
    await home.settle()
    assert home.phone(MEI).toast == OVER
    await tap(home, zhao, "📣 Send")
    assert len(news(mei)) == 1
