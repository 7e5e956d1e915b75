"""A sign of the danger card in free words: the card at once, and the parents told, in whatever was being said."""

import pytest

from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from bot.texts.privacy.crisis_phrases import group_of
from tests.handlers.illness.illness_words import CARD
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline
from tests.households import sibling, since, tap
from tests.illness_cast import count, english_family, fever, newest

DANGER = (
    "Lily cant breath",
    "her lips are blue!!",
    "he won't wake up",
    "she’s having a siezure",
    "he vomits everything since noon",
    "there is blood in her stool",
    "Lily fell on her head from the stairs",
    "莉莉喘不上气",
    "嘴唇都紫了",
    "怎么叫都不醒",
    "浑身抽，翻白眼",
    "喝什么吐什么",
    "拉血了",
    "被开水烫了一大片",
    "Лили задыхается",
    "ребёнок без сознания",
    "судороги у неё",
    "no respira",
    "está inconciente",
)
USUAL = (
    "she laughed so hard that she fell off the sofa",
    "the baby sleeps all night and doesnt wake up at night",
    "he is hard to wake up for school",
    "she had a fit of giggles",
    "her lips were blue from the ice cream? no, red",
    "he cannot drink milk, he gets a belly ache",
    "they passed out sweets after the lesson",
    "we had a bad day but nothing more",
    "she drank all her tea",
    "he fell on his knee and cried a little",
    "she has a cough and a cold",
    "a little blood on the knee, we put a plaster",
    "the milk was boiling, we waited",
    "the soup burned a bit",
    "he is burning to see you",
    "a small fever, 37.5, she is playing",
    "he ate too much cake and vomited once",
    "teacher says do not touch the socket",
    "she took her medicine",
    "he took the pills the doctor gave",
    "the nose bled a little",
    "she does not answer the phone",
    "she does not want to drink her milk",
    "the cat was choking on a hairball? no",
    "dogs can not talk",
    "we saw a snake in the garden",
    "孩子睡得很香，早上叫不醒",
    "她冲我翻白眼，真淘气",
    "今天热得透不过气",
    "作业多得喘不过气来",
    "跑步跑得喘不上气",
    "他摔了一跤，膝盖破了点皮",
    "鼻子流了一点血",
    "吃药了，烧退了",
    "今天喝了三杯水",
    "她不爱喝牛奶",
    "他吃了很多饭",
    "手上被蚊子咬了",
    "看电影看到一半睡着了",
    "气得我差点吐血",
    "开水烧好了",
    "他摔了个跟头，没事",
    "昨天吐了一次，今天好了",
    "电池没电了",
    "老师讲了防触电、防溺水",
    "она не просыпается рано",
    "он сегодня много ел",
    "температура 37, играет",
    "у неё насморк",
    "кровь из пальца взяли на анализ",
    "упала, коленка содрана",
    "она не реагирует на звонки",
    "мы купили синие тапочки",
    "он выпил чай",
    "no quiere beber leche",
    "se cayó y se raspó la rodilla",
    "se ahoga de risa",
    "tiene un poco de fiebre",
    "no se despierta temprano",
    "me duele la cabeza",
    "comió mucha sandía",
    "no responde al teléfono",
    "she had a fit because I said no",
    "he was hard to wake this morning",
    "the sky is turning blue",
    "手机没反应了",
    "我没有意识到今天星期五",
    "她老翻白眼",
    "爷爷一直抽烟",
    "感冒了，吃了好多药还不好",
    "衣服从楼上掉下去了",
    "jun is not responding to messages",
    "жарко, тяжело дышать",
    "笑得透不过气",
    "he scalded milk for the tea",
)


@pytest.mark.parametrize("words", DANGER)
def test_a_sign_of_danger_is_heard_however_it_is_spelled(words: str) -> None:
    assert group_of(words) == "medical"


@pytest.mark.parametrize("words", USUAL)
def test_what_families_say_every_day_alarms_nobody(words: str) -> None:
    assert group_of(words) is None


async def test_danger_in_words_shows_the_card_and_tells_the_parents_through_the_night_until_it_is_undone(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await home.quiet(MEI, 0, 1439)
    before = len(fang.texts)
    fang.say("Lily can't breath")
    await home.settle()

    assert mei.last.words == "🤒 Lily, from Grandma\nLily is ill. 16:00 at home, 12:00 for you.\nLily can't breath"
    assert "🙏 Seen" in [b.text for row in mei.last.buttons for b in row]
    assert [CARD in text for text in since(fang, before)] == [True]
    assert fang.last.words.endswith("Sent: Lily is ill.\nOn its way to Mei.")
    assert not fang.sees("Send this")


async def test_it_is_undone_with_one_tap_and_nothing_of_the_words_stays(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("her lips are blue")
    await home.settle()
    await tap(home, fang, "↩️")

    assert mei.last.words == "🤒 Lily, from Grandma\nSent by mistake, says Grandma."
    await home.later(hours=5)
    assert not mei.sees("lips")


async def test_in_the_middle_of_a_letter_and_of_an_illness_that_was_seen_it_rings_anew(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    await tap(home, fang, "🏠", "🎤")
    rung = len(mei.texts)
    fang.say("she won't wake up!!")
    await home.settle()

    assert len(mei.texts) == rung + 1
    assert "Lily is ill: fever." in mei.last.words
    assert "she won't wake up!!" in mei.last.words
    assert "🙏 Seen" in [b.text for row in mei.last.buttons for b in row]
    assert CARD in fang.last.words
    before = count(mei, "🤒 Lily")
    await home.later(minutes=15)
    assert count(mei, "🤒 Lily") == before + 1


async def test_without_health_notes_only_the_wish_for_a_call_goes_out(home: Homeline) -> None:
    mei, fang = await english_family(home, health="❌")
    fang.say("she is unconcious")
    await home.settle()

    assert CARD in newest(fang, CARD).words
    assert "Please call home now." in mei.last.words
    assert not mei.sees("unconcious")


async def test_a_parent_far_away_reads_the_card_and_alarms_nobody(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(fang.texts)
    mei.say("Grandma says she can't breathe")
    await home.settle()

    assert "From far away, ask the person at home to call." in newest(mei, CARD).words
    assert mei.last.words != newest(mei, CARD).words  # the words are asked about, as ever
    assert since(fang, before) == []


async def test_of_several_children_the_one_who_is_named_is_meant_and_else_it_is_asked(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")

    fang.say("tom swallowed poison")
    await home.settle()
    assert "Tom is ill." in mei.last.words
    fang.say("her stomach hurts, blood in the stool")
    await home.settle()
    assert CARD in fang.last.words
    assert not mei.sees("blood in the stool")
    fang.tap("🤒 Lily", message=fang.last)
    await home.settle()
    assert mei.last.words.startswith("🤒 Lily, from Grandma\nLily is ill.")
    assert mei.last.words.endswith("blood in the stool")


async def test_a_teachers_words_go_on_below_the_card(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🤒")
    zhao.say("she fell on her head")
    await home.settle()

    assert any("she fell on her head" in text for text in mei.texts)
    assert sum(CARD in text for text in zhao.texts) == 2
