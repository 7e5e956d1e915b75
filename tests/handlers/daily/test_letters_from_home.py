"""From home to the parents: played, answered, and a voice of the guardian's own."""

from tests.handlers.daily.letters_steps import arrived, dad, data_of, family, with_voice
from tests.homeline import Homeline


async def test_the_childs_answer_goes_only_to_the_parent_it_is_for(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home)
    await with_voice(home, mei)

    fang.tap("🎤 Answer")
    await home.settle()
    assert fang.sees("Lily can speak now. Only Mei hears it.")
    spoken = fang.voice()
    await home.settle()

    (answer,) = arrived(mei)
    assert answer.file_id == spoken.file_id
    assert answer.words == "🎤 Lily, from Grandma\nLily answers your letter."
    assert answer.protect
    assert not arrived(jun)
    assert not any("letter" in text for text in jun.texts)
    assert "Answered." in arrived(fang)[0].words
    await home.later(hours=1)
    assert len(arrived(mei)) == 1


async def test_played_is_told_once_and_all_at_home_see_it(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    shown = arrived(fang)[0]
    press = data_of(shown, "🙏")

    for _ in range(10):
        fang.press(press, shown)
    await home.settle()

    assert [text for text in mei.texts if "has had your letter" in text] == [
        "🙏 Lily has had your letter, says Grandma."
    ]
    assert "Passed on." in arrived(fang)[0].words
    assert not any(each.text.startswith("🙏") for row in arrived(fang)[0].buttons for each in row)


async def test_the_guardians_key_sends_a_voice_to_every_parent(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)

    fang.say("🎤 Voice")
    await home.settle()
    assert fang.sees("Hold the microphone and speak. It goes to Mei and Jun.")
    fang.voice()
    await home.settle()

    for phone, other in ((mei, "Jun"), (jun, "Mei")):
        (heard,) = arrived(phone)
        assert heard.words == "🎤 Lily, from Grandma\nGrandma sends you this to listen to."
        assert heard.protect
        assert other not in heard.words
    assert fang.sees("On its way to Mei and Jun.")


async def test_an_answer_can_be_taken_back_and_given_again(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    fang.tap("🎤 Answer")
    await home.settle()
    fang.voice()
    await home.settle()
    assert len(arrived(mei)) == 1

    fang.tap("↩️")
    await home.settle()
    assert not arrived(mei)
    assert "Answered." not in arrived(fang)[0].words

    fang.tap("🎤 Answer")
    await home.settle()
    fang.voice()
    await home.settle()
    assert len(arrived(mei)) == 1
    mei.press("letter_undo:1", mei.last)
    await home.settle()
    assert mei.toast == "This has changed since. Home shows what is new."


async def test_letters_that_wait_can_be_called_up(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    fang.say("🎤 Voice")
    await home.settle()

    fang.tap("🙏 Letters to play")
    await home.settle()
    assert fang.sees("1 letter waits for Lily. It follows.")
    assert len(arrived(fang)) == 2

    fang.tap("🙏 Passed on")
    await home.settle()
    fang.press("letters:1", fang.last)
    await home.settle()
    assert fang.sees("No letter waits for Lily now.")
