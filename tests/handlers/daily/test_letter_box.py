"""📬 Letters of both directions, two taps from 🏠: one tap brings one once more, and home says when they come."""

import pytest

from tests.handlers.daily.letters_steps import GRANDMA, arrived, dad, family, with_voice
from tests.homeline import MEI, Homeline
from tests.households import since, stand_in, tap

STALE = "This has changed since. Home shows what is new."
ASKED = "⏰ When is a good time for letters to Lily? They wait for it."


async def both_ways(home: Homeline) -> None:
    """Mei has sent a voice, which Grandma has not played; Grandma a picture."""
    mei, fang = await family(home)
    await with_voice(home, mei)
    await tap(home, fang, "🏠", "🎤")
    fang.photo()
    await home.settle()
    await home.later(minutes=2)


async def test_each_reads_how_the_letters_stand_and_has_one_once_more_with_one_tap(home: Homeline) -> None:
    await both_ways(home)
    mei, fang = home.phone(MEI), home.phone(GRANDMA)

    await tap(home, mei, "🏠", "🧒", "📬")
    head, month, photo, voice, hint = mei.last.words.split("\n")
    assert (head, month) == ("📬 Lily", "November 2026")
    assert photo.startswith("🖼 Mon 23, from Grandma")
    assert "phone" not in photo  # nothing of whether anybody has seen it
    assert voice == "🎤 Mon 23, from you · waits to be played"
    assert hint == "One tap sends a letter here again."
    assert "letter_hour" not in str(mei.last.buttons)

    await tap(home, mei, "🎤 Mon 23 · you")
    assert mei.last.kind == "voice"
    assert mei.last.words == "🎤 Lily\nYour letter of today"
    assert "letter" not in str(mei.last.buttons)
    await tap(home, mei, "🏠", "🧒", "📬", "🖼 Mon 23")
    assert [each.kind for each in mei.messages if each.from_bot][-1] == "photo"
    assert len(arrived(mei, "photo")) == 2
    assert mei.last.words.endswith("Grandma sends you this picture.")

    await tap(home, fang, "🏠", "🧒", "📬", "🎤 Mon 23 · Mei")
    assert len(arrived(fang)) == 2
    await tap(home, fang, "🙏 Passed on")
    assert fang.last.words == ASKED
    await tap(home, mei, "🏠", "🧒", "📬")
    assert "from you · Lily has heard it" in mei.last.words


async def test_a_letter_that_waits_for_a_phone_says_so_and_only_to_who_has_sent_it(home: Homeline) -> None:
    mei, fang = await family(home)
    fang.block()
    await home.settle()
    await with_voice(home, mei)

    await tap(home, mei, "🏠", "🧒", "📬")

    assert "from you · has not reached the phone yet" in mei.last.words


@pytest.mark.parametrize("separate", [False, True])
async def test_the_other_parent_neither_reads_of_a_letter_nor_has_it(home: Homeline, *, separate: bool) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=separate)
    step_in = await stand_in(home)
    await with_voice(home, mei)  # 1
    await tap(home, fang, "🎤 Answer")
    fang.voice()  # 2: for Mei alone
    await home.settle()

    await tap(home, jun, "🏠", "🧒", "📬")
    assert jun.last.words == "📬 Lily\nLetters to and from Lily will be here."
    heard = len(jun.messages)
    for press in ("letter_again:1", "letter_again:2", "letter_again:99"):
        jun.press(press, jun.last)
        await home.settle()
        assert jun.toast == STALE
    assert len(jun.messages) == heard
    jun.press("letter_hour_set:1:bed", jun.last)
    await home.settle()
    assert jun.toast == STALE
    step_in.press("letter_again:2", step_in.last)
    await home.settle()
    assert step_in.toast == STALE


async def test_the_hour_is_asked_once_and_a_letter_that_may_wait_comes_at_it(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(14)
    await with_voice(home, mei)
    await tap(home, fang, "🙏 Passed on")
    assert fang.last.words == ASKED
    await tap(home, fang, "⏰ 19:30 before bed")
    assert "✅ 19:30 before bed" in str(fang.last.buttons)

    await with_voice(home, mei)
    assert mei.last.words.startswith("🎤 It reaches Grandma later: today, 19:30 there, 15:30 for you.")
    await home.until(19, 20)
    assert len(arrived(fang)) == 1
    await tap(home, fang, "🏠", "🤒", "🌡")  # what is urgent waits for no hour
    assert mei.sees("Lily is ill")
    await home.until(19, 31)
    assert len(arrived(fang)) == 2

    before = len(fang.texts)
    await tap(home, fang, "🙏 Passed on")
    assert ASKED not in since(fang, before)


@pytest.mark.parametrize("verb", ["letter_box:1", "letter_box:1:202611:0", "letter_again:1", "letter_hour:1"])
async def test_while_nothing_is_shared_the_box_stays_shut(home: Homeline, verb: str) -> None:
    await both_ways(home)
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")

    for phone in (mei, fang):
        count = len(phone.messages)
        phone.press(verb, phone.last)
        await home.settle()
        assert phone.toast == "Nothing new about Lily is shared for now."
        assert len(phone.messages) == count
