"""👍 or ❤️ put on a message counts like the button that says the same; taken off soon, it is taken back."""

from bot.simulator.cast import IVAN
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, ZHAO, Homeline
from tests.households import english_family, sibling, since, tap


def newest(phone: Phone, words: str) -> Message:
    return next(each for each in reversed(phone.messages) if words in each.words)


async def test_a_thumb_on_the_question_is_its_answer_with_a_way_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    question = fang.last
    await home.do(fang.react(question))
    assert mei.sees("Lily is well")
    assert any(each.text.startswith("↩️") for row in question.buttons for each in row)

    await home.do(fang.unreact(question))
    assert "taken this answer back" in mei.texts[-1]

    await home.do(fang.react(question, "❤️"))
    await home.later(minutes=11)
    before = len(mei.texts)
    await home.do(fang.unreact(question))
    assert since(mei, before) == []


async def test_a_heart_on_the_news_is_a_heart(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    news, before = newest(mei, "Lily is well"), len(fang.texts)
    await home.do(mei.react(news, "🥰"))
    assert ["❤️" in each for each in since(fang, before)] == [True]

    await home.do(mei.unreact(news))
    assert any(each.text.startswith("❤️") for row in newest(mei, "Lily is well").buttons for each in row)


async def test_a_thumb_on_the_alert_is_seen_and_taken_off_it_is_not(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    alert = newest(mei, "fever")
    await home.do(mei.react(alert))
    assert any("Mei has seen" in each for each in fang.texts)
    await home.later(minutes=5)
    await home.do(mei.unreact(alert))
    assert fang.texts[-1] == "Mei has taken 🙏 back. I go on asking."
    before = len(mei.texts)
    await home.later(minutes=16)

    assert any("fever" in each for each in since(mei, before))


async def test_a_thumb_on_a_notice_is_seen(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await home.notice("Bring a coat")
    notice = newest(mei, "Bring a coat")
    seen = notice.words
    await home.do(mei.react(notice))
    assert newest(mei, "Bring a coat").words != seen
    await home.do(mei.unreact(notice))
    assert newest(mei, "Bring a coat").words == seen


async def test_a_heart_on_good_news_from_school_can_be_taken_back(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    zhao = await home.school()
    await home.pupil(await home.class_room())
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    await home.quiet(ZHAO, 0, 24 * 60 - 1)
    news, before = newest(mei, "had a good day"), len(zhao.texts)
    said = news.words
    await home.do(mei.react(news, "❤️"))
    assert news.words != said
    await home.do(mei.unreact(news))
    assert news.words == said
    await home.quiet(ZHAO, 0, 0)
    await home.later(hours=24)
    assert not any("thank you" in each for each in since(zhao, before))


async def test_a_thumb_on_the_card_of_several_children_answers_for_all_of_them(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Anna")
    await home.until(19, 30)
    question = fang.last
    await home.do(fang.react(question))
    assert "Lily and Anna are well" in mei.texts[-1]
    await home.do(fang.unreact(question))
    assert "taken this answer back" in mei.texts[-1]


async def test_other_signs_other_messages_strangers_and_groups_are_left_in_silence(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    ivan = home.phone(IVAN)
    home.world.group(-7, "Family", [MEI, FANG])
    before = len(mei.texts), len(fang.texts)
    await home.do(fang.react(fang.last, "👎"), fang.react(fang.messages[0]), mei.react(mei.messages[1]))
    for chat, number in ((-7, 3), (FANG.id, 999)):
        change = {
            "message_id": number,
            "date": 1,
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": "👍"}],
        }
        home.world.push_raw({"message_reaction": {**change, "chat": {"id": chat, "type": "group"}, "user": fang.user}})
    private = {"id": IVAN.id, "type": "private"}
    home.world.push_raw({"message_reaction": {**change, "chat": private, "user": ivan.user}})
    await home.settle()

    assert (since(mei, before[0]), since(fang, before[1]), ivan.texts) == ([], [], [])
