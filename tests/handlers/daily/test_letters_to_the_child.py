"""Letters from far away to the child: how they travel, wait, come back, and nothing in silence."""

import pytest
from sqlalchemy import select, update

from bot.db.tables import letter
from tests.handlers.daily.letters_steps import GRANDMA, arrived, data_of, family, with_voice
from tests.homeline import Homeline


async def test_a_voice_reaches_the_child_by_way_of_home(home: Homeline) -> None:
    mei, fang = await family(home)

    sent = await with_voice(home, mei)

    assert mei.sees("Hold the microphone and speak. Lily hears it at home.")
    await home.later(minutes=1)
    assert mei.sees("Grandma has it.")
    (played,) = arrived(fang)
    assert played.file_id == sent.file_id
    assert played.words == "🎤 Mei has sent Lily a letter. Play it when there is time to listen."
    assert played.protect
    await home.later(hours=1)
    assert len(arrived(fang)) == 1


@pytest.mark.parametrize("kind", ["video_note", "video", "photo"])
async def test_pictures_and_films_travel_too(home: Homeline, kind: str) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    getattr(mei, kind)()
    await home.settle()

    (shown,) = arrived(fang, kind)
    assert shown.protect
    assert data_of(shown, "🙏")
    assert fang.sees("🎤 Mei has sent Lily a")
    fang.tap("🙏")
    await home.settle()
    assert mei.sees("Lily has had your letter, says Grandma.")


async def test_long_words_are_not_cut_off(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    mei.say("<&" * 2000 + "the end")
    await home.settle()

    letters = [each.words for each in fang.messages if "<&" in each.words or "the end" in each.words]
    assert "".join(each.partition("\n")[2] for each in letters).count("<&") == 2000
    assert letters[-1].endswith("the end")
    assert "Read it aloud" in letters[0]
    assert fang.last.buttons


async def test_what_can_be_no_letter_is_asked_for_again(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    mei.sticker()
    mei.location()
    await home.settle()
    assert mei.texts[-1].startswith("I cannot pass that on as a letter.")
    assert not fang.sees("Mei has sent Lily")

    mei.voice()
    await home.settle()
    assert len(arrived(fang)) == 1


async def test_a_letter_can_be_taken_back_after_it_has_arrived(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    note = mei.last

    mei.tap("↩️")
    await home.settle()

    assert not arrived(fang)
    assert mei.sees("I have taken your letter back.")
    mei.press("letter_undo:1", note)
    await home.settle()
    assert mei.toast == "This has changed since. Home shows what is new."


async def test_a_letter_that_waits_for_the_morning_can_be_taken_back_unseen(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 0, 23 * 60 + 59)
    await with_voice(home, mei)
    assert "It reaches Grandma later: today, 23:59 there, 19:59 for you." in mei.texts[-1]
    assert not arrived(fang)

    mei.tap("↩️")
    await home.settle()

    await home.later(hours=20)
    assert not arrived(fang)
    assert not fang.sees("Mei has sent Lily")


async def test_quiet_hours_hold_a_letter_until_they_end(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 15 * 60, 17 * 60)
    await with_voice(home, mei)
    assert not arrived(fang)

    await home.until(17, 1)

    assert len(arrived(fang)) == 1


async def test_after_ten_minutes_a_letter_stays(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    receipt = mei.last
    (back,) = (each.data for row in receipt.buttons for each in row if each.text.startswith("↩️"))
    await home.later(minutes=11)
    assert receipt.words == "🎤 Grandma has it."
    assert not any(each.text.startswith("↩️") for row in receipt.buttons for each in row)

    mei.press(back, receipt)
    await home.settle()

    assert mei.toast == "This has changed since. Home shows what is new."
    assert len(arrived(fang)) == 1


async def test_a_letter_that_telegram_refuses_is_told(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 15 * 60, 17 * 60)
    await with_voice(home, mei)

    await home.app.store.run(
        lambda tx: tx.change(
            update(letter)
            .where(letter.c.id == tx.scalar(select(letter.c.id)))
            .values(media={"kind": "voice", "file_id": "nonsense", "text": ""})
        )
    )
    await home.until(18)
    await home.later(hours=1)

    assert [text for text in mei.texts if "could not be delivered" in text] == [
        "🎤 Your letter to Grandma could not be delivered. Please send it once more."
    ]
    assert not arrived(fang)
