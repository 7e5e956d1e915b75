"""A voice, a photo, a few words while a child is ill."""

from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.illness.illness_words import CARD, as_it_is_now
from tests.homeline import Homeline
from tests.households import sibling, tap
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


async def adds(home: Homeline, fang: Phone) -> None:
    """➕ below what belongs to the illness."""
    await tap(home, fang, "➕ Add something")


async def test_after_its_own_button_words_photos_and_round_films_follow_the_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")
    ivan = await home.newcomer(IVAN)
    await fever(home, fang)

    await adds(home, fang)
    assert fang.last.words == "Speak, write or send a photo. It is for Lily's illness."
    fang.say("38.5 & <hot>")
    await home.settle()
    assert mei.last.words == f"{FIRST}\n38.5 & <hot>"
    await adds(home, fang)
    fang.photo("her back")
    await home.settle()
    assert mei.last.words == f"{FIRST}\nher back"
    await adds(home, fang)
    fang.photo("her arm")
    home.world.files._by_id.clear()  # as where another bot was given it: words of an illness arrive
    await home.settle()
    assert mei.last.words == f"{FIRST}\nher arm\nWhat was with it can no longer be sent. You can ask for it."
    await adds(home, fang)
    fang.video_note(2)
    await home.settle()
    assert "video_note" in mei.last.content
    assert count(mei, FIRST) == count(po, FIRST) == 5
    assert not ivan.sees("Lily")


async def test_a_drawing_during_an_illness_is_a_photo_and_one_tap_makes_it_a_part_of_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    before = len(mei.texts)
    fang.photo("look what she drew")
    await home.settle()
    assert len(mei.texts) == before
    await tap(home, fang, "✅")
    assert not mei.last.words.startswith("🤒")
    assert "look what she drew" in mei.last.words

    told = len(mei.texts)
    await tap(home, fang, "🤒 For the illness")
    assert mei.last.words == f"{FIRST}\nlook what she drew"
    assert len(mei.texts) == told + 1
    await tap(home, fang, "🌤")
    fang.photo("another one")
    await home.settle()
    assert "🤒 For the illness" not in [b.text for row in fang.last.buttons for b in row]


async def test_a_sentence_asks_for_whom_it_is_and_can_be_told_as_part_of_the_illness_at_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    fang.say("she drank a whole cup of tea")
    await home.settle()
    assert not mei.sees("cup of tea")
    await tap(home, fang, "🤒 For the illness")

    assert mei.last.words == f"{FIRST}\nshe drank a whole cup of tea"
    assert count(mei, "cup of tea") == 1


async def test_what_answers_a_message_of_the_illness_belongs_to_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    fang.say("it was 39 at noon", to=newest(fang, CARD))
    await home.settle()
    assert mei.last.words == f"{FIRST}\nit was 39 at noon"

    await tap(home, mei, "🙏")
    fang.say("good that you know", to=newest(fang, "has seen it"))
    await home.settle()
    assert mei.last.words == f"{FIRST}\ngood that you know"
    mei.say("kiss her from me", to=newest(mei, FIRST))  # a parent's words are a letter, as ever
    await home.settle()
    assert not fang.last.words.startswith("🤒")


async def test_a_long_text_arrives_whole_in_several_messages(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await adds(home, fang)
    before = len(mei.texts)
    fang.say("&<" * 2000)
    await home.settle()

    assert "".join(text.removeprefix(f"{FIRST}\n") for text in mei.texts[before:]) == "&<" * 2000


async def test_a_place_or_a_sticker_is_not_passed_on(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await adds(home, fang)
    before = len(mei.texts)
    fang.location()
    fang.sticker()
    await home.settle()

    assert len(mei.texts) == before
    assert fang.last.words.startswith("I did not get that.")


async def test_who_declined_voice_hears_that_only_words_are_passed_on(home: Homeline) -> None:
    mei, fang = await english_family(home, voice="❌")
    await fever(home, fang)
    await adds(home, fang)
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
    await adds(home, fang)
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


async def test_a_thumb_or_a_yes_after_the_alert_is_neither_a_note_nor_good_news(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(18, 55)
    await fever(home, fang)
    before = len(mei.texts)
    for words in ("👍", "好的", "3"):
        await home.later(minutes=10)
        fang.say(words)
        await home.settle()

    assert len(mei.texts) == before + 1  # the alert, said once more
    assert not any(mei.sees(each) for each in ("Lily is well", "harder day", "👍", "好的"))


async def test_a_yes_before_the_choice_is_no_word_of_the_illness_where_another_child_is_asked_about(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(19, 35)
    before = len(mei.texts)
    await tap(home, fang, "🤒 Ill", "🤒 Lily")
    fang.say("好的")
    await home.settle()

    assert mei.texts[before:] == []
    assert fang.last.words == "How is Tom today?"
    fang.tap("🙂")
    await home.settle()
    assert "Tom is well" in mei.last.words
    assert not mei.sees("好的")


async def test_a_letter_becomes_a_part_of_the_illness_once_and_one_that_was_dropped_never(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    fang.photo("a drawing")
    await home.settle()
    asked = fang.last
    before = len(mei.texts)
    for _ in range(2):
        pressed = fang.press("letter_ill:1", asked)
        await home.settle()
        assert mei.texts[before:] == [f"{FIRST}\na drawing"]
        assert not pressed.answer
        assert as_it_is_now(fang, asked).words == "On its way to Mei."

    fang.photo("another")
    await home.settle()
    asked = fang.last
    await tap(home, fang, "❌")
    dropped = fang.press("letter_ill:2", asked)
    fang.photo("too late")
    await home.settle()
    asked = fang.last
    await tap(home, fang, "🌤")
    after = fang.press("letter_ill:3", asked)
    more = fang.press("ill_add:1", asked)
    await home.settle()
    assert all(each.answer for each in (dropped, after, more))  # that this button is over
    assert not any(mei.sees(each) for each in ("another", "too late"))


async def test_who_was_put_out_of_the_circle_meanwhile_adds_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await adds(home, fang)
    await tap(home, mei, "🏠", "⚙️", "👥", "🚪", "✅")
    for words in ("she is hot", "she is very hot"):
        fang.say(words)
        await home.settle()
        assert fang.last.words.startswith("I did not get that.")
    assert not mei.sees("hot")


async def test_an_ok_is_passed_on_when_nothing_else_is_asked(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🤙")
    await adds(home, fang)
    fang.say("ok")
    await home.settle()

    assert mei.last.words == f"{FIRST}\nok"
