"""Whoever comes in, or comes back, while the child is ill has the alert, and hears what follows it."""

from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import FANG_EN, JUN_EN, LI_EN, PO_EN, count, english_family, fever, joins, labels, newest

ILL = "Lily is ill: fever."


async def has_open_alert(home: Homeline, phone: Phone, fang: Phone, *, seen: str = "🙏") -> None:
    """The alert with its buttons, once; what he presses counts, and worse and the all-clear reach him."""
    alert = newest(phone, ILL)
    assert seen in [each[0] for each in labels(alert)]
    assert count(phone, "There is something new") == 0
    await home.later(hours=4)
    fang.tap("⛈", message=newest(fang, "How is Lily now?"))
    await home.settle()
    assert "⛈ Lily is worse" in phone.last.words
    await tap(home, fang, "🌤")
    assert phone.last.words == "🌤 Lily is better, says Grandma."


async def test_a_father_who_is_let_in_meanwhile_has_the_open_alert_with_his_welcome(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    mine = count(mei, "🤒 Lily")
    jun = await joins(home, JUN_EN, "parent", "Dad")

    assert jun.sees("Welcome to Lily's circle.")
    assert newest(jun, ILL).words.endswith("🙏 Seen: Mei")
    assert count(mei, "🤒 Lily") == mine  # nobody else is asked anew
    await tap(home, jun, "🙏")
    assert fang.last.words == "🙏 Jun has seen it."
    await has_open_alert(home, jun, fang, seen="🤙")


async def test_a_stand_in_and_a_second_guardian_who_join_know_it_too_and_nothing_is_sent_of_what_is_over(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    await fever(home, fang)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    assert count(li, ILL) == 1
    await tap(home, fang, "🌤")
    assert li.last.words == "🌤 Lily is better, says Grandma."

    po = await joins(home, PO_EN, "guardian", "👴")
    assert not po.sees("Lily is ill")


async def test_who_waits_to_be_let_in_hears_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    mei.press("invite_as:1:parent", mei.last)
    await home.settle()
    jun = await home.newcomer(JUN_EN, mei.texts[-1].split("start=")[1].split()[0])
    await tap(home, jun, "Dad")

    assert not jun.sees("ill")


async def test_a_place_that_is_opened_again_and_a_guardian_who_is_back_have_it_as_it_stands_now(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    po = await joins(home, PO_EN, "guardian", "👴")
    await tap(home, po, "🏠", "⚙️", "🧳", "Three days")
    mei.press("hold:3", mei.last)
    await home.settle()
    await fever(home, fang)
    assert not jun.sees("Lily is ill")

    mei.press("let_go:3", mei.last)
    await home.settle()
    before = count(po, ILL)
    po.press("back", po.last)
    await home.settle()
    assert count(po, ILL) == before + 1
    await has_open_alert(home, jun, fang)


async def test_a_phone_that_is_back_reads_it_once_and_not_again_what_was_seen_there(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await fever(home, fang)
    await tap(home, mei, "🙏")
    for phone in (mei, jun):
        phone.block()
    await home.settle()
    before = [count(each, ILL) for each in (mei, jun)]
    for phone in (mei, jun):
        phone.unblock()
    await home.settle()

    assert [count(each, ILL) for each in (mei, jun)] == [before[0], before[1] + 1]


async def test_when_sharing_goes_on_those_have_it_who_were_told_nothing_of_what_the_school_told_at_home(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    assert not mei.sees("Lily is ill")
    at_home = count(fang, ILL)

    await tap(home, mei, "▶️")
    assert count(mei, ILL) == 1
    assert count(fang, ILL) == at_home


async def test_who_agrees_to_health_notes_later_reads_the_wish_again_and_from_then_on_it_may_be_named(
    home: Homeline,
) -> None:
    link = await home.child()
    fang = await home.joined(FANG_EN, link, "👵")
    mei = home.phone(MEI)
    await tap(home, mei, "🏠")
    mei.press("consent:health:no", mei.last)
    await home.settle()
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "📞")
    assert mei.last.words.startswith("📞 Lily, from Grandma\nPlease call home now.")

    await tap(home, mei, "🏠")
    mei.press("consent:health:yes", mei.last)
    await home.settle()
    assert count(mei, "Please call home now. 16") == 1
    assert count(mei, "It is below once more") == 1
    assert not mei.sees("is ill")
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🌡")
    assert mei.sees(ILL)
