"""Somebody with several children, links or roles: each button means what it says, and nothing of the others."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Role
from bot.queries.circle import circles, people
from bot.simulator.cast import JUN, MEI
from tests.handlers.school.notices_steps import TRIP
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import FANG, Homeline, link_in
from tests.households import FATHER, GRANDMA, english_family, invite, read, say, second_parent, since, tap


def roles(person: int) -> object:
    """Who this person is in each circle."""

    def unit(tx: Tx) -> list[tuple[Role, str]]:
        me = people.by_telegram(tx, person)
        assert me is not None
        return [(member.role, member.state) for _circle, member in circles.of_person(tx, me.id)]

    return unit


async def test_a_second_link_pressed_late_puts_nobody_back_before_the_door(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    first, second = link_in(mei), await invite(home, "A stand-in")
    fang = await home.newcomer(GRANDMA, first.rpartition("=")[2])
    await tap(home, fang, "👵")
    fang.open(second)
    await home.settle()
    question = fang.last
    await tap(home, mei, "✅")
    fang.tap("👴", message=question)
    await home.settle()

    assert fang.sees("You are in Lily's circle already.")
    assert await read(home, roles(FANG.id)) == [(Role.GUARDIAN, "active")]  # type: ignore[arg-type] # a unit of work


async def test_the_role_of_an_invite_is_not_taken_for_a_child_of_ones_own(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    link = await invite(home, "A stand-in")
    jun = await home.newcomer(FATHER)
    await tap(home, jun, "👪")
    add = jun.last
    jun.open(link)
    await home.settle()
    jun.tap("➕", message=add)
    await home.settle()
    await say(home, jun, "Tom")
    await tap(home, jun, "2018", "May", "🇨🇳", "🇦🇪")

    assert await read(home, roles(JUN.id)) == [(Role.PARENT, "active")]  # type: ignore[arg-type] # a unit of work
    assert not mei.sees("Tom")


async def test_a_forged_kin_still_asks_who_it_is(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    fang = await home.newcomer(GRANDMA, link_in(mei).rpartition("=")[2])
    fang.press("kin:nobody", fang.last)
    await home.settle()

    assert mei.sees("Wang Fang wants to join to look after Lily. Is it really them?")


async def test_a_press_with_a_line_break_is_over_and_parks_nothing(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 30)
    fang.press("face:1:well\n", fang.last)
    await home.settle()
    assert fang.toast == OVER


async def test_a_family_that_left_the_class_is_not_reminded(home: Homeline) -> None:
    mei, fang = await english_family(home)
    zhao = await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🎓 About", "👋")
    leave, card = data_of(mei, "✅"), mei.last
    await home.notice(TRIP)
    await tap(home, zhao, "👁")
    remind, confirmed = data_of(zhao, "🔔"), zhao.last
    mei.press(leave, card)
    await home.settle()
    before = len(mei.texts), len(fang.texts)
    zhao.press(remind, confirmed)
    await home.settle()
    assert zhao.toast == OVER

    await tap(home, zhao, "👁")
    assert zhao.sees("0 of 0 households; 0 to go.")
    assert not any(button.text.startswith("🔔") for _shown, button in zhao.buttons())
    assert since(mei, before[0]) == since(fang, before[1]) == []


async def test_the_key_of_a_guardian_of_two_shows_what_is_open_of_each(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Tom")
    await tap(home, mei, "2020", "May", "🇨🇳")
    fang.open(link_in(mei))
    await home.settle()
    await tap(home, fang, "👵")
    await tap(home, mei, "✅")
    await home.until(19, 31)
    fang.say("🙂 How are they")
    await home.settle()

    asked = [text for text in fang.texts if text.startswith("How are")]
    assert [fang.texts[-1]] == asked == ["How are Lily and Tom today?"]  # the older card is taken away for it


async def test_thanks_after_an_illness_name_nobody_who_has_left(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    jun = await second_parent(home)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🌡")
    await say(home, jun, "/stop")
    await tap(home, jun, "👋", "✅")
    await tap(home, fang, "🌤")

    assert "Mei will see it." in fang.texts[-1]
    assert "Jun" not in fang.texts[-1]


async def test_a_voice_after_the_all_clear_is_asked_about_and_not_lost(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await home.joined(FATHER, await invite(home, "Looks after"), "👴")
    for phone in (fang, po):
        phone.say("🤒 Ill")
        await home.settle()
    await tap(home, fang, "🌡")
    await tap(home, po, "🌤")
    before = len(mei.texts)
    fang.voice(3)
    await home.settle()

    assert fang.texts[-1] == "Send this to Mei?"
    assert since(mei, before) == []
