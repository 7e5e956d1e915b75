"""A family answers a word from the school with one tap, and hears what follows it."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline
from tests.households import tap


async def test_a_voice_a_photo_and_words_follow_good_news(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    zhao.photo("Her drawing")
    await home.settle()
    assert mei.last.kind == fang.last.kind == "photo"
    assert mei.last.words == "🌟 Lily, from Zhao Lan (teacher)\nHer drawing"
    zhao.voice(4)
    zhao.say("She explained it <to> all.")
    await home.settle()

    assert [message.kind for message in mei.messages[-2:]] == ["voice", "text"]
    assert mei.texts[-1].endswith("(teacher)\nShe explained it <to> all.")
    assert zhao.texts[-1] == "Sent to Lily's family as well."
    zhao.sticker()
    await home.settle()
    assert "I did not get that" in zhao.texts[-1]
    before = len(mei.texts)
    await tap(home, zhao, "🏠")
    zhao.say("Not for the family")
    await home.settle()
    assert len(mei.texts) == before


async def test_please_call_goes_to_the_family_with_the_schools_name_and_one_adult_calls(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "📞")

    assert (
        fang.texts[-1] == "📞 Lily, from Zhao Lan (teacher)\nZhao Lan (Village school) asks you to call when you can."
    )
    assert mei.texts[-1] == fang.texts[-1]
    old, card = data_of(mei, "🤙"), mei.last
    await tap(home, fang, "🤙")
    assert zhao.texts[-1] == "🤙 Lily's family is calling you."
    assert mei.texts[-1].endswith("🤙 Grandma is calling the school.")
    assert fang.texts[-1].endswith("🤙 I have told the school that you are calling.")
    mei.press(old, card)
    await home.settle()
    assert mei.toast == OVER
    assert sum("is calling you" in text for text in zhao.texts) == 1
