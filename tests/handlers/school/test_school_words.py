"""A family answers a word from the school with one tap, and hears what follows it."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline
from tests.households import read, tap


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
    assert zhao.texts[-1] == "Not for the family\n\nTo class 3B?"
    assert len(mei.texts) == before

    await tap(home, zhao, "↩️ Undo")
    for phone in (mei, fang):
        assert not [each for each in phone.messages if "drawing" in each.words or "explained" in each.words]
        assert not [each for each in phone.messages if each.kind in {"photo", "voice"}]
        assert phone.sees("Taken back by Zhao Lan.")
    assert zhao.sees("What you told Lily's family is taken back.")


async def test_what_nobody_can_read_now_is_not_said_to_be_heard(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    def lose(tx: Tx) -> None:
        for each in (MEI, FANG):
            me = people.by_telegram(tx, each.id)
            assert me is not None
            people.change(tx, me.id, unreachable_since=tx.now)

    await read(home, lose)
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    assert zhao.texts[-1] == "🌟 Nobody in Lily's family can be reached here now. It waits for them."


async def test_please_call_goes_to_the_family_with_the_schools_name_and_one_adult_calls(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "📞")

    assert (
        fang.texts[-1] == "📞 Lily, from Zhao Lan (teacher)\nZhao Lan (Village school) asks you to call when you can.\n"
        "The school shows no number here. Please use the one you know."
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


async def test_good_news_of_another_child_goes_from_a_far_phone_also_where_nothing_is_shared_now(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(mei.texts)
    await tap(home, zhao, "↩️ Undo")

    for phone in (mei, fang):
        assert not phone.sees("had a good day")
        assert phone.sees("Taken back by Zhao Lan.")
    assert len(mei.texts) == before
