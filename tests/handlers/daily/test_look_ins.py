"""Somebody near home: the last step of a silence, what they answer, and all that never reaches them."""

from bot.domain.local_time import local
from bot.queries.daily import heard
from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline, link_in
from tests.households import GRANDMA, NEIGHBOUR, english_family, hours, near_home, read, say, since, tap
from tests.remembering import remembered
from tests.ticks.daily.test_escalate_check_ins import answered_once

ASKED = "🏘 Lily\nNothing from Grandma since Monday. Could you look in on Lily?"
AT_NIGHT = "It reaches Li Na (neighbour) later: Saturday, 07:00 there, 03:00 for you."
NEAR_ASKED = f"🏘 Lily\nI ask Li Na (neighbour) to look in. {AT_NIGHT}"


@remembered
async def asked_near(home: Homeline) -> None:
    """Nothing comes after the first evening, until who is near is asked."""
    await english_family(home)
    await near_home(home)
    await answered_once(home)
    await hours(home, 24 + 26 + 36 + 30)


async def opened(home: Homeline) -> tuple[Phone, Phone, Phone]:
    """Mei, Grandma and Li, who has been asked."""
    await asked_near(home)
    li = home.phone(NEIGHBOUR)
    assert li.texts[-1] == ASKED
    return home.phone(MEI), home.phone(GRANDMA), li


async def test_a_day_after_the_plain_step_who_is_near_is_asked_by_day_and_the_parents_know(home: Homeline) -> None:
    mei, _fang, li = await opened(home)

    assert mei.texts[-1] == NEAR_ASKED
    assert [each.text for row in li.last.buttons for each in row] == [
        "🙋 I'll look in", "✅ All well there", "📞 Please call me", "❌ I cannot", "🏠 Home", "☂️ Help",
    ]  # fmt: skip
    assert local(li.last.at, "Asia/Shanghai").hour == 7
    before, asked = len(mei.texts), len(li.texts)
    await hours(home, 24 * 14)
    assert since(li, asked) == []  # never again in the same silence
    weekly = [each for each in since(mei, before) if "home" in each and "🔑" not in each]
    assert 4 <= len(weekly) <= 5
    assert any("You can call, or ask Li Na (neighbour)." in each for each in weekly)


async def test_each_answer_is_told_to_the_parents_and_home_is_not_surprised_at_the_door(home: Homeline) -> None:
    mei, fang, li = await opened(home)
    at_home = len(fang.texts)

    await tap(home, li, "🙋")
    assert mei.texts[-1] == "🏘 Lily\nLi Na (neighbour) is going to look in."
    assert since(fang, at_home) == [
        "🏘 Lily\nLi Na (neighbour) is going to look in on you. A tap on a face is enough, too."
    ]
    assert li.last.words == "🏘 Lily\nThank you. The family reads it. Tap ✅ or 📞 once you were there."
    await tap(home, li, "📞")
    assert mei.texts[-1] == "🏘 Lily\nLi Na (neighbour) asks you to call."
    assert "Call 120 first." in li.last.words
    await tap(home, li, "❌")
    assert mei.texts[-1].endswith("cannot look in now. You can call, or ask somebody else.")
    await tap(home, mei, "🔗 Somebody near")
    assert link_in(mei)
    told = len(mei.texts)
    li.press("look_in:1:cannot", li.last)
    await home.settle()
    assert li.toast == "Noted. Thank you."
    assert since(mei, told) == []
    assert len(since(fang, at_home)) == 1


async def test_all_well_lets_the_parents_rest_for_a_week_and_is_never_the_word_of_home(home: Homeline) -> None:
    mei, fang, li = await opened(home)
    last = await read(home, lambda tx: heard.last(tx, 1))
    at_home = len(fang.texts)

    await tap(home, li, "✅ All well there")

    assert mei.texts[-1].startswith("🏘 Lily\nLi Na (neighbour) was there and says: all is well. ")
    assert await read(home, lambda tx: heard.last(tx, 1)) == last
    assert since(fang, at_home) == []
    told = len(mei.texts)
    await hours(home, 24 * 6)
    assert [each for each in since(mei, told) if "🔑" not in each and "💡" not in each] == []
    await hours(home, 24 * 5)
    again = next(each for each in since(mei, told) if "no word of Lily" in each or "Nothing from home" in each)
    assert "Li Na (neighbour) was there: " in again
    known = len(li.texts)
    await tap(home, fang, "🙂")
    assert since(li, known) == []  # they were there, and need no all-clear
    assert "Lily is well" in mei.texts[-1]


async def test_what_was_said_by_a_slip_is_taken_back_where_it_was_told(home: Homeline) -> None:
    mei, _fang, li = await opened(home)
    await tap(home, li, "✅ All well there", "↩️")

    assert mei.texts[-1] == "🏘 Lily\nLi Na (neighbour) takes that back: nobody has looked in yet."
    assert li.last.words == ASKED
    told = len(mei.texts)
    await hours(home, 24 * 3)
    assert any("home" in each for each in since(mei, told))


async def test_who_was_asked_hears_that_home_is_in_touch_and_old_buttons_say_nothing(home: Homeline) -> None:
    mei, fang, li = await opened(home)
    card, known = li.last, len(li.texts)
    await tap(home, li, "🙋")
    await tap(home, fang, "😟")

    assert since(li, known) == ["🏘 Lily\nNobody needs to look in any more. Thank you."]
    told = len(mei.texts)
    li.press(card.buttons[0][0].data, card)
    await home.settle()
    assert li.toast == "This has changed since. Home shows what is new."
    assert since(mei, told) == []


async def test_two_weeks_show_who_is_near_names_and_since_when_and_nothing_else(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await near_home(home)
    before = len(li.texts)
    for day in range(4):
        await home.until(19, 30, day=day and 1)
        await tap(home, fang, *(("😢", "🗣"), ("🙂",), ("😟",), ("🙂",))[day])
        await say(home, fang, "🎤")
        await say(home, fang, f"she asked for you {day}")
    await say(home, fang, "🤒")
    await tap(home, fang, "🌡")
    await tap(home, mei, "🤙")
    fang.press("ill_better:1", fang.last)
    await home.settle()
    await tap(home, mei, "🏠", "🗓")
    await say(home, mei, "a kite")
    assert since(li, before) == []

    await hours(home, 24 * 10)

    said = since(li, before)
    assert len(said) == 1
    assert said[0].startswith("🏘 Lily\nNothing from Grandma since ")
    assert said[0].endswith(". Could you look in on Lily?")


async def test_a_parent_asks_who_is_near_before_their_turn_and_they_are_not_asked_twice(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = await near_home(home)
    await answered_once(home)
    await hours(home, 24 + 26 + 36)
    await home.until(12, 0)
    known = len(li.texts)

    await tap(home, mei, "🙂 Ask near home")

    assert mei.texts[-1] == "🙂 I have asked Li Na (neighbour). The answer comes here."
    assert len(since(li, known)) == 1
    await tap(home, li, "❌")
    told = len(mei.texts)
    await hours(home, 48)
    assert len(since(li, known)) == 1
    assert NEAR_ASKED not in since(mei, told)


async def test_while_nothing_is_shared_nobody_near_is_asked_and_who_was_need_not_go(home: Homeline) -> None:
    mei, _fang, li = await opened(home)
    known = len(li.texts)
    mei.press("freeze_yes:1", mei.last)
    await home.settle()
    await hours(home, 24 * 5)

    assert since(li, known) == []
    li.press("look_in:1:well", li.last)
    await home.settle()
    assert li.toast == "This has changed since. Home shows what is new."


async def test_nobody_answers_in_the_place_of_who_was_asked(home: Homeline) -> None:
    mei, fang, _li = await opened(home)
    for phone in (mei, fang):
        told = len(mei.texts)
        phone.press("look_in:1:well", phone.last)
        await home.settle()
        assert phone.toast == "This has changed since. Home shows what is new."
        assert since(mei, told) == []
