"""Whatever speaks of the child counts: a face is one sign of life among others."""

from collections.abc import Awaitable, Callable

import pytest

from bot.queries.daily import escalation
from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import english_family, hours, read, say, since, stand_in, tap
from tests.illness_cast import fever
from tests.ticks.daily.test_escalate_check_ins import PLAINLY, SOFTLY, answered_once

REMINDER = "One tap when you have a moment."


async def voice(home: Homeline, fang: Phone) -> None:
    """A voice from home, which nobody has asked for."""
    fang.voice()
    await home.settle()
    await tap(home, fang, "✅")


async def photo(home: Homeline, fang: Phone) -> None:
    """A picture from home."""
    fang.photo()
    await home.settle()
    await tap(home, fang, "✅")


async def please_call(home: Homeline, fang: Phone) -> None:
    """📞 on the keyboard."""
    await say(home, fang, "📞 Please call")


async def ill(home: Homeline, fang: Phone) -> None:
    """🤒 and 🌡."""
    await fever(home, fang)


def alarms(phone: Phone) -> list[str]:
    """What says that nothing came."""
    return [each for each in phone.texts if SOFTLY in each or PLAINLY in each or "No answer from" in each]


async def test_a_voice_and_a_photo_on_three_evenings_are_no_silence(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)

    for sends in (voice, photo, voice):
        await home.until(19, 31, day=1)
        await sends(home, fang)
        await home.later(hours=4)
    await hours(home, 20)

    assert alarms(mei) == []
    assert alarms(li) == []
    assert not fang.sees(REMINDER)


@pytest.mark.parametrize("speaks", [voice, please_call, ill])
async def test_a_sign_of_life_ends_the_silence_for_exactly_those_who_were_told(
    home: Homeline, speaks: Callable[[Homeline, Phone], Awaitable[None]]
) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    await hours(home, 24 + 26)
    before, at_li, at_fang = len(mei.texts), len(li.texts), len(fang.texts)
    assert alarms(li)
    assert not alarms(mei)

    await speaks(home, fang)
    assert await read(home, lambda tx: escalation.running(tx, 1)) is None
    await hours(home, 18)

    assert [each for each in since(li, at_li) if "Lily is ill" not in each] == [
        "🏡 Lily, from Grandma\nGrandma is in touch again. 21:30 at home."
    ]
    assert not any("in touch again" in each for each in [*mei.texts[before:], *fang.texts[at_fang:]])
    assert alarms(mei) == []


async def test_the_faces_stay_until_the_next_question_and_a_tap_becomes_news(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await home.until(19, 30, day=1)
    card = fang.last
    data = next(each.data for row in card.buttons for each in row if each.text == "🙂")
    await photo(home, fang)
    await home.later(minutes=5)

    fang.press(data, card)
    await home.settle()

    assert "Grandma says: Lily is well." in mei.texts[-1]
    await home.until(19, 30, day=1)
    await photo(home, fang)
    await home.until(19, 30, day=1)
    assert fang.last.words == "How is Lily today?"


async def test_a_word_after_a_photo_is_no_answer_to_the_question(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await home.until(19, 30, day=1)
    await photo(home, fang)
    before = len(mei.texts)

    await say(home, fang, "好")

    assert since(mei, before) == []


async def test_opening_the_menu_and_a_setting_are_no_sign_of_life(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await home.until(19, 30, day=1)
    await tap(home, fang, "🏠", "⚙️")
    await tap(home, home.phone(MEI), "🏠", "🎤")
    mei.voice()
    await home.settle()

    await hours(home, 24 + 8)

    assert SOFTLY in mei.texts[-1]
    await hours(home, 26)
    assert "Nothing from home about Lily since Monday. You can call, or invite" in mei.texts[-1]


async def test_who_asks_reads_what_came_today_and_may_ask_all_the_same(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(12, 0)
    await photo(home, fang)
    asked = len(fang.texts)

    await tap(home, mei, "🏠", "🙂")
    assert mei.texts[-1] == "The last from home is what Grandma has sent you. 12:00 at home, 08:00 for you."
    assert len(fang.texts) == asked

    await tap(home, mei, "Ask again")
    assert fang.last.words == "How is Lily today?"


async def test_long_silences_that_one_sign_ends_teach_no_long_grace(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await hours(home, 24 * 6)
    await photo(home, fang)
    await home.until(20, 0, day=1)
    before = len(mei.texts)

    await hours(home, 24 + 8)
    await home.until(7, 0, zone="Asia/Dubai")

    assert SOFTLY in since(mei, before)[-1]
