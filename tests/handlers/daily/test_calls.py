"""Calls: planned on two clocks, reminded of, asked about once; and a wish from home to be called."""

from dataclasses import replace

from sqlalchemy import select, update

from bot.db.tables import call, member
from bot.queries.circle import circles
from bot.simulator.cast import IVAN, JUN
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, Homeline, link_in
from tests.remembering import remembered

GRANDMA = replace(FANG, language_code="en")
DAD = replace(JUN, language_code="en")
OUTDATED = "This has changed since. Home shows what is new."


@remembered
async def family(home: Homeline) -> tuple[Phone, Phone]:
    """Mei and Grandma, both in English."""
    link = await home.child()
    fang = await home.joined(GRANDMA, link, "👵")
    return home.phone(MEI), fang


@remembered
async def dad(home: Homeline, *, separate: bool = False) -> Phone:
    """Jun, the other parent, perhaps on a line of his own."""
    mei = home.phone(MEI)
    for step in ("🏠", "⚙️", "🔗", "👪"):
        mei.tap(step)
        await home.settle()
    jun = await home.joined(DAD, link_in(mei), "🧑 Dad")
    if separate:
        await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    return jun


async def times(home: Homeline, phone: Phone) -> list[str]:
    """The times that are offered."""
    phone.tap("🏠")
    await home.settle()
    phone.tap("📞")
    await home.settle()
    return [row[0].text for row in phone.last.buttons[:-2]]


async def planned(home: Homeline, phone: Phone, label: str = "Mon 19:00") -> None:
    """Plan a call."""
    await times(home, phone)
    phone.tap(f"📞 {label}")
    await home.settle()


async def test_three_times_suit_both_clocks_and_others_are_a_tap_away(home: Homeline) -> None:
    mei, _fang = await family(home)

    offered = await times(home, mei)

    assert offered == ["📞 Mon 17:00·13:00", "📞 Mon 19:00·15:00", "📞 Tue 17:00·13:00"]
    mei.tap("🔄 Another time")
    await home.settle()
    assert mei.last.buttons[0][0].text == "📞 Tue 19:00·15:00"
    await home.quiet(MEI, 12 * 60, 16 * 60)
    assert (await times(home, mei))[:2] == ["📞 Mon 20:00·16:00", "📞 Tue 20:00·16:00"]


async def test_with_nobody_at_home_yet_nobody_is_said_to_be_told(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await planned(home, mei)

    assert mei.texts[-1] == "📞 You call Lily: today, 19:00 at home, 15:00 for you."


async def test_a_call_is_planned_agreed_reminded_and_asked_about(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)
    assert mei.texts[-1] == "📞 You call Lily: today, 19:00 at home, 15:00 for you.\nHome is told."
    assert fang.texts[-1] == "📞 Lily\nMei would like to call Lily: today, 19:00."

    fang.tap("✅ Fine")
    await home.settle()
    assert mei.texts[-1] == "📞 Lily\nFine, says Grandma: today, 19:00 at home, 15:00 for you."
    assert fang.sees("📞 Lily\nMei calls Lily: today, 19:00.")

    await home.until(18, 45)
    assert mei.sees("📞 Lily\nSoon you call Lily: 19:00 at home, 15:00 for you. An ordinary phone will do, too.")
    assert fang.sees("📞 Lily\nMei calls Lily soon: 19:00. Perhaps by ordinary phone.")
    assert not mei.sees("Did you talk")

    await home.until(19, 30)
    assert mei.sees("Did you talk with Lily?")
    assert not fang.sees("Did you talk")
    mei.tap("✅ Yes")
    await home.settle()
    assert mei.sees("Good that you two have talked.")
    before = len(mei.texts)
    mei.press("call_done:1:no", mei.last)
    await home.settle()
    assert mei.toast == OUTDATED
    assert len([text for text in mei.texts if "Soon you call" in text]) == 1
    assert len(mei.texts) == before


async def test_a_call_that_did_not_happen_is_nobodys_fault(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)
    await home.until(18, 45)
    assert mei.texts[-1].endswith("\n🎲 Sing Lily's song together, line by line.")
    assert fang.sees(
        "\n🎲 Sing along. The phone can stand on the table."
    )  # the day's question may come at the same time
    await home.until(19, 31)

    mei.tap("❌")
    await home.settle()

    assert mei.sees("That happens. Another time is quickly found.")
    assert fang.sees("📞 Lily\nNo call this time. Lily can send a voice message instead.")
    assert await home.app.store.run(lambda tx: tx.scalar(select(call.c.state))) == "missed"


async def test_home_can_ask_for_another_time(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)

    fang.tap("❌")
    await home.settle()

    assert mei.texts[-1].startswith("📞 Lily\nGrandma would like another time than today, 19:00")
    assert fang.sees("📞 Lily\nMei does not call: today, 19:00.")
    fang.press("call_fine:1", fang.last)
    await home.settle()
    assert fang.toast == OUTDATED
    await home.until(19, 31)
    assert not mei.sees("Soon you call")
    assert not mei.sees("Did you talk")


async def test_the_plan_can_be_taken_back_or_replaced(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)
    await planned(home, mei, "Tue 17:00")
    assert fang.sees("📞 Lily\nMei does not call: today, 19:00.")

    mei.tap("↩️")
    await home.settle()

    assert mei.sees("The call is off.\nHome is told.")
    assert fang.sees("📞 Lily\nMei does not call: tomorrow, 17:00.")
    mei.press("call_drop:2", mei.last)
    await home.settle()
    assert mei.toast == OUTDATED


async def test_the_same_tap_ten_times_is_one_plan(home: Homeline) -> None:
    mei, fang = await family(home)
    await times(home, mei)
    menu = mei.last
    data = menu.buttons[0][0].data

    for _ in range(10):
        mei.press(data, menu)
    await home.settle()

    assert len([text for text in fang.texts if "would like to call" in text]) == 1


async def test_a_plan_made_in_the_quiet_hours_of_home_waits_there(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 15 * 60, 17 * 60)
    await planned(home, mei)
    assert not fang.sees("would like to call")

    await home.until(17)

    assert fang.sees("Mei would like to call Lily: today, 19:00.")


async def test_an_evening_that_is_the_parents_night_gives_daytime_or_a_letter(home: Homeline) -> None:
    mei, _fang = await family(home)
    await home.quiet(MEI, 12 * 60, 18 * 60)
    assert (await times(home, mei))[0].startswith("📞 Tue ")

    await home.quiet(MEI, 60, 0)
    await times(home, mei)
    assert mei.texts[-1] == "Your day is night for Lily. A voice letter can be heard at any time."


async def test_home_asks_to_be_called_once_in_ten_minutes(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)

    for _ in range(10):
        fang.say("📞 Please call")
    await home.settle()

    wish = "📞 Lily, from Grandma\nGrandma asks you to call when you can."
    assert mei.texts.count(wish) == jun.texts.count(wish) == 1
    assert fang.texts[-1] == "📞 Mei and Jun will read that you wish for a call."

    mei.tap("🤙")
    await home.settle()
    assert fang.texts[-1] == "🤙 Mei is calling you now."
    assert mei.sees("You are calling. I have told Grandma.")
    assert jun.sees("Home is being called now by a parent.")
    assert not any("Mei" in text for text in jun.texts if "called" in text)
    jun.press("call_now:1", jun.last)
    await home.settle()
    assert jun.toast == OUTDATED

    await home.later(minutes=11)
    fang.tap("🏠")
    await home.settle()
    fang.press("please_call:1", fang.last)
    await home.settle()
    assert mei.texts[-1] == wish


async def test_a_wish_is_honest_about_who_can_read_it(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.block()
    await home.settle()
    fang.say("📞 Please call")
    await home.settle()
    assert fang.texts[-1] == "📞 It waits for Mei, who cannot be reached now."

    await home.app.store.run(lambda tx: tx.change(update(member).where(member.c.role == "parent").values(state="left")))
    await home.later(minutes=11)
    fang.say("📞 Please call")
    await home.settle()
    assert fang.texts[-1] == "No parent has joined yet. You can invite one."


async def test_later_leads_to_a_plan(home: Homeline) -> None:
    mei, fang = await family(home)
    fang.say("📞 Please call")
    await home.settle()

    mei.tap("⏰ Later")
    await home.settle()

    assert mei.texts[-1].startswith("When do you call Lily?")


async def test_a_parent_without_a_home_to_speak_for_sees_the_menu(home: Homeline) -> None:
    mei, _fang = await family(home)

    mei.say("📞")
    await home.settle()

    assert "close to Lily" in mei.texts[-1]


async def test_who_has_left_is_not_reminded(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)
    await home.app.store.run(lambda tx: tx.change(update(member).where(member.c.role == "parent").values(state="left")))

    await home.until(19, 31)

    assert not mei.sees("Soon you call")
    assert not fang.sees("calls Lily soon")
    assert not mei.sees("Did you talk")


async def test_after_an_outage_what_is_over_is_not_asked(home: Homeline) -> None:
    mei, fang = await family(home)
    await planned(home, mei)

    await home.later(days=3)

    assert not mei.sees("Soon you call")
    assert not fang.sees("calls Lily soon")
    assert not mei.sees("Did you talk")


async def test_strangers_and_forged_presses_plan_nothing(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    await planned(home, mei)
    before = len(mei.texts), len(fang.texts)

    verbs = ("call:1", "call_at:1:29000000", "call_drop:1", "call_fine:1", "call_other:1", "call_done:1:yes")
    for data in (*verbs, "please_call:1", "call_now:1", "call_at:1:999999999", "call:99", "call_fine:99"):
        ivan.press(data, ivan.last)
        await home.settle()
        assert ivan.toast == OUTDATED
    for data in ("call:1", "call_at:1:29000000", "call_drop:1", "call_done:1:yes", "call_now:1"):
        fang.press(data, fang.last)
    for data in ("call_fine:1", "call_other:1", "please_call:1", "call_at:1:1", "call_now:1", "call_done:1:x"):
        mei.press(data, mei.last)
    await home.settle()

    assert (len(mei.texts), len(fang.texts)) == before
    assert await home.app.store.run(lambda tx: tx.scalar(select(call.c.state))) == "planned"
