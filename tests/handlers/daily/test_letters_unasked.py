"""What comes by itself is asked about, once for a whole album; what was asked for is not."""

from bot.simulator.files import DOT
from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import Homeline


async def test_a_voice_by_itself_is_asked_about(home: Homeline) -> None:
    mei, fang = await family(home)

    fang.voice()
    await home.settle()
    assert fang.texts[-1] == "Send this to Mei?"
    assert not arrived(mei)
    fang.tap("✅")
    await home.settle()

    assert len(arrived(mei)) == 1
    assert fang.sees("On its way to Mei.")
    mei.voice()
    await home.settle()
    assert mei.texts[-1] == "For Lily, or for Grandma?"
    mei.tap("❌")
    await home.settle()
    assert mei.texts[-1] == "All right. I have sent it to nobody."
    assert not arrived(fang)


async def test_with_several_children_the_child_is_chosen(home: Homeline) -> None:
    mei, fang = await family(home)
    for label in ("🏠", "⚙️", "➕"):
        mei.tap(label)
        await home.settle()
    mei.say("Bo")
    await home.settle()
    for tap in ("2020", "May", "🇨🇳"):
        mei.tap(tap)
        await home.settle()

    mei.photo("look")
    await home.settle()
    assert mei.texts[-1] == "For whom is this?"
    mei.tap("🎤 Bo")
    await home.settle()
    assert mei.sees("Nobody is there to receive it yet.")
    assert not arrived(fang, "photo")

    mei.say("🎤")
    await home.settle()
    mei.tap("🎤 Lily")
    await home.settle()
    mei.voice()
    await home.settle()
    assert len(arrived(fang)) == 1


async def test_an_album_is_one_letter_with_one_question(home: Homeline) -> None:
    mei, fang = await family(home)

    mei.album(3, "our street")
    await home.settle()
    assert [text for text in mei.texts if text == "For Lily, or for Grandma?"] == ["For Lily, or for Grandma?"]
    mei.tap("✅")
    await home.settle()
    assert len(arrived(fang, "photo")) == 3

    mei.tap("↩️")
    await home.settle()
    assert not arrived(fang, "photo")


async def test_an_album_in_answer_to_the_question_travels_whole(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    mei.album(3)
    await home.settle()

    assert len(arrived(fang, "photo")) == 3
    assert not mei.sees("Is this a letter")


async def test_an_album_that_was_refused_stays_refused(home: Homeline) -> None:
    mei, fang = await family(home)
    first, *_rest = mei.album(2)
    await home.settle()
    mei.tap("❌")
    await home.settle()

    mei._attach("photo", DOT, media_group_id=first.extra["media_group_id"])
    await home.settle()

    assert not arrived(fang, "photo")
    assert mei.texts[-1] == "All right. I have sent it to nobody."
