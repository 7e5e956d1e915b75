"""A voice, a photo, a few words while a child is ill."""

from bot.simulator.cast import IVAN
from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import PO_EN, count, english_family, fever, joins, newest

FIRST = "🤒 Lily, from Grandma"


async def test_a_voice_in_place_of_a_choice_lets_the_alert_leave(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    fang.voice(4)
    await home.settle()

    assert newest(mei, "Lily is ill.").words.startswith(FIRST)
    assert mei.last.words == FIRST
    assert "voice" in mei.last.content
    assert fang.last.words == "On its way to Mei."


async def test_words_photos_and_round_films_follow_the_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")
    ivan = await home.newcomer(IVAN)
    await fever(home, fang)

    fang.say("38.5 & <hot>")
    await home.settle()
    assert mei.last.words == f"{FIRST}\n38.5 & <hot>"
    fang.photo("her back")
    await home.settle()
    assert mei.last.words == f"{FIRST}\nher back"
    fang.video_note(2)
    await home.settle()
    assert "video_note" in mei.last.content
    assert count(mei, FIRST) == count(po, FIRST) == 4
    assert not ivan.sees("Lily")


async def test_a_long_text_arrives_whole_in_several_messages(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    before = len(mei.texts)
    fang.say("&<" * 2000)
    await home.settle()

    assert "".join(text.removeprefix(f"{FIRST}\n") for text in mei.texts[before:]) == "&<" * 2000


async def test_a_place_or_a_sticker_is_not_passed_on(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    before = len(mei.texts)
    fang.location()
    fang.sticker()
    await home.settle()

    assert len(mei.texts) == before
    assert fang.last.words.startswith("I did not get that.")


async def test_who_declined_voice_hears_that_only_words_are_passed_on(home: Homeline) -> None:
    mei, fang = await english_family(home, voice="❌")
    await fever(home, fang)
    before = len(mei.texts)
    fang.voice(3)
    await home.settle()

    assert len(mei.texts) == before
    assert fang.last.words == "Voices and photos stay with you, as you wished. Words are passed on."


async def test_after_the_all_clear_words_are_no_part_of_the_thread(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")
    await fever(home, fang)
    po.tap("🌤")
    await home.settle()
    before = len(mei.texts)
    fang.say("hello")
    await home.settle()

    assert len(mei.texts) == before
    assert fang.last.words.startswith("I did not get that.")


async def test_home_ends_it_and_an_edited_word_is_not_sent_twice(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    first = fang.say("she is hot")
    await home.settle()
    before = len(mei.texts)
    fang.edit(first, "she is very hot")
    await home.settle()
    fang.tap("🏠")
    await home.settle()
    fang.say("hello")
    await home.settle()

    assert len(mei.texts) == before


async def test_a_thumb_in_the_thread_is_neither_a_note_nor_good_news(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(18, 55)
    await fever(home, fang)
    before = len(mei.texts)
    await home.later(seconds=5)
    fang.say("👍")
    await home.settle()

    assert fang.last.words == "How is Lily today?"
    assert "🙂" in [button.text for row in fang.last.buttons for button in row]
    assert len(mei.texts) == before
    await home.later(minutes=1)
    fang.say("3")
    await home.settle()
    assert newest(mei, "harder day").words.startswith("😟 Lily, from Grandma")
    assert not mei.sees("Lily is well")
    assert not mei.sees("👍")


async def test_a_yes_after_the_evening_question_answers_it_and_words_stay_notes(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.until(19, 30)
    assert not fang.sees("How is Lily today?")
    fang.say("ok, she drank some tea")
    await home.settle()
    assert mei.last.words == f"{FIRST}\nok, she drank some tea"
    await home.later(hours=1)
    await home.later(minutes=1)
    fang.say("好的")
    await home.settle()
    assert fang.last.words == "How is Lily today?"
    await home.later(minutes=1)
    fang.say("好的")
    await home.settle()
    assert mei.sees("Lily is well, says Grandma.")
    assert not mei.sees("好的")


async def test_an_ok_is_passed_on_when_nothing_else_is_asked(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🤙")
    fang.say("ok")
    await home.settle()

    assert mei.last.words == f"{FIRST}\nok"
