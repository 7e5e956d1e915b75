"""A letter in several messages: nothing of it is lost, it arrives in its order, and it is one letter for ↩️ and ✅."""

from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import Homeline
from tests.households import tap

LONG = "A word " * 585  # as long as Telegram makes one message
REST = "and that was all."


def place(texts: list[str], wanted: str) -> int:
    return next(place for place, each in enumerate(texts) if wanted in each)


async def test_words_that_telegram_cuts_in_two_are_one_letter(home: Homeline) -> None:
    mei, fang = await family(home)
    await tap(home, fang, "🎤")
    await home.do(fang.say(LONG.strip()), fang.say(REST))

    assert place(mei.texts, "A word A word") < place(mei.texts, REST)
    assert not fang.sees("Send this")
    await tap(home, fang, "↩️")
    assert not mei.sees(REST)
    assert not mei.sees("A word A word")


async def test_words_then_a_picture_then_a_voice_are_one_letter(home: Homeline) -> None:
    mei, fang = await family(home)
    await tap(home, fang, "🎤")
    await home.do(fang.say("She has drawn the river"), fang.photo(), fang.voice())

    assert mei.sees("She has drawn the river")
    assert [len(arrived(mei, kind)) for kind in ("photo", "voice")] == [1, 1]
    assert not fang.sees("Send this")
    await tap(home, fang, "↩️")
    assert not mei.sees("river")
    assert [arrived(mei, kind) for kind in ("photo", "voice")] == [[], []]


async def test_what_comes_unasked_in_parts_is_asked_about_once_and_sent_whole(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.do(fang.photo(), fang.say("That is her new coat, from the market"), fang.voice())
    assert not mei.sees("coat")
    await home.later(minutes=12)
    await tap(home, fang, "✅")

    assert mei.sees("That is her new coat, from the market")
    assert [len(arrived(mei, kind)) for kind in ("photo", "voice")] == [1, 1]


async def test_what_comes_minutes_later_or_after_a_no_is_asked_about_anew(home: Homeline) -> None:
    mei, fang = await family(home)
    await tap(home, fang, "🎤")
    await home.do(fang.say("She ate well today"))
    await home.later(minutes=2)
    await home.do(fang.photo())
    assert fang.texts[-1] == "Send this to Mei?"
    await tap(home, fang, "❌")
    await home.do(fang.photo())

    assert fang.texts[-1] == "Send this to Mei?"
    assert arrived(mei, "photo") == []
