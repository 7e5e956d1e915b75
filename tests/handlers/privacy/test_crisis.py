"""SG-27: ask first, hold what was written until its writer chooses, and tell nobody else."""

import pytest
from sqlalchemy import func, select

from bot.db.tables import crisis_event, held_text
from bot.db.transaction import Tx
from bot.i18n import LANGUAGES
from bot.texts.privacy.crisis_phrases import GROUPS, everyday, group_of, languages, phrases
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, hours, read, say, tap

HARD = "I want to die"
ASKED = (
    "Your message waits here until you choose.\nIt sounds like something hard is going on.\nWould you like help now?"
)
CARD = "Thank you for telling. It is not your fault. You do not have to carry it alone."


def counted(tx: Tx) -> tuple[list[tuple[str, str, str]], int]:
    """What is counted, and how many texts are held."""
    rows = tx.all(select(crisis_event).order_by(crisis_event.c.id))
    held = int(tx.scalar(select(func.count()).select_from(held_text)))
    return [(row.about, row.choice, row.locale) for row in rows], held


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("I want to die", "self_harm"),
        ("she says she doesn’t want to live any more", "self_harm"),
        ("He talks about SUICIDE.", "self_harm"),
        ("his uncle beats him up", "violence"),
        ("She told me he touched her private parts", "violence"),
        ("Lily is afraid to go home", "violence"),
        ("She ran away from home", "missing"),
        ("the boss took my passport", "missing"),
        ("he can't breathe", "medical"),
        ("the boy drank pesticide", "medical"),
        ("我不想活了", "self_harm"),
        ("孩子说 想自杀", "self_harm"),
        ("他天天打我", "violence"),
        ("老师摸她身体", "violence"),
        ("孩子不见了", "missing"),
        ("护照呢？老板扣了我的护照", "missing"),
        ("奶奶叫不醒", "medical"),
        ("喝了农药", "medical"),
        ("父亲自杀了", "self_harm"),
        ("天天打我，还打我电话", "violence"),
        ("She is missing. I am missing you too.", "missing"),
        ("老板不让我走", "missing"),
        ("讲了防溺水，可是孩子还是溺水了", "medical"),
        ("she beats me at cards and my husband beats me", "violence"),
    ],
)
def test_sg_27_a_cry_for_help_is_heard(text: str, group: str) -> None:
    assert group_of(text) == group


@pytest.mark.parametrize(
    "text",
    [
        "",
        "he cut paper for the lanterns",
        "she hit the ball over the fence",
        "he beat me at chess",
        "push the door, it sticks",
        "bring a belt and a coat",
        "she is sad and misses you, I miss you to death",
        "I am dying to see you",
        "the cold is killing me",
        "the phone died again",
        "one sock is missing",
        "she was missing you all week",
        "my leg hurts, I am worried",
        "he ran to the school and back",
        "the drapes are new, grapes too",
        "he does not want to eat",
        "it took my breath away",
        "奶奶想死你了",
        "我们都想死你了，宝贝",
        "笑死我了，累死了，饿死了",
        "他打电话，打球，打针，打字都会",
        "今天剪纸，割草",
        "手套不见了",
        "她找不到铅笔",
        "今天数学没及格，有点难过",
        "他跳绳跳得高，从楼上下来",
        "睡得很香，叫了两次才起床",
        "药吃了，饭也吃了",
        "Lily says she is missing you so much",
        "we walked 3 kms",
        "the rape fields are yellow now",
        "天太热，奶奶不想活动",
        "妈妈天天打我电话",
        "爷爷亲自杀鸡",
        "老家暴雨，路淹了",
        "莉莉抱着我不让我走",
        "我年轻生孩子早",
        "she beats me at cards every time",
        "he keeps beating her at chess",
        "a talk for parents about child abuse prevention",
        "孩子老打我手机",
        "防溺水安全教育：不到河边玩",
        "预防煤气中毒，记得开窗",
        "防拐卖、防性侵讲座，请家长参加",
        "年猪要杀了，等你们回来",
        "打死我也不说",
        "笑得喘不上气",
        "家里的小狗走丢了",
        "找不到孩子的书包",
        "忙死了，热死了，困死了，气死我了，吓死我了",
        "打预防针，孩子没哭",
        "作业多死了，烦死了",
    ],
)
def test_sg_27_what_grandparents_say_every_day_asks_nothing(text: str) -> None:
    assert group_of(text) is None


def test_sg_27_every_language_on_offer_has_phrases_in_all_four_groups() -> None:
    assert languages() >= set(LANGUAGES)
    assert all(len(phrases(each)["medical"]) >= 12 for each in languages())
    for language in LANGUAGES:
        found = phrases(language)
        assert all(len(found[group]) >= 12 for group in GROUPS), language
        for group, each in [(name, each) for name in GROUPS for each in found[name]]:
            assert group_of(f"… {each} …") == group, each
            assert sum(each in found[other] for other in GROUPS) == 1, each


def test_sg_27_what_is_said_every_day_hides_no_cry_for_help() -> None:
    for language in languages():
        known = [each for found in phrases(language).values() for each in found]
        for each in everyday(language):
            assert group_of(each) is None, each
            assert not [phrase for phrase in known if each in phrase], each


async def test_sg_27_words_of_an_illness_are_never_held_but_a_disclosure_beside_them_is(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    await say(home, fang, "she is unconscious")
    assert sum("she is unconscious" in each for each in mei.texts) == 1
    assert not any("Would you like help now?" in each for each in fang.texts)

    cards = sum("Call NOW" in each for each in fang.texts)
    assert await say(home, fang, "he beats her up and she cannot breathe") == ASKED
    assert sum("Call NOW" in each for each in fang.texts) == cards + 1
    assert not any("beats" in each for each in mei.texts)
    await tap(home, fang, "✅ Yes, help")
    assert fang.sees(CARD)


async def test_sg_27_a_disclosure_in_an_illness_is_held_and_the_illness_is_not(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    assert any("Lily is ill: fever" in each for each in mei.texts)
    await tap(home, fang, "➕ Add something")
    assert await say(home, fang, HARD) == ASKED
    assert not any(HARD in each for each in mei.texts)

    await tap(home, fang, "❌")
    assert any(HARD in each for each in mei.texts)


async def test_sg_27_stray_words_and_names_are_asked_about_too(home: Homeline) -> None:
    await home.newcomer(MEI)
    mei = home.phone(MEI)
    assert await say(home, mei, HARD) == ASKED
    await tap(home, mei, "❌")
    assert mei.texts[-1] == "I did not get that. Home shows what you can do here."


async def test_sg_27_the_umbrella_alone_shows_the_ways_and_the_same_card(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(mei.texts)
    await tap(home, fang, "🏠", "🎤")  # even in the middle of something else
    assert await say(home, fang, "☂️") == "What do you need?"
    await tap(home, fang, "☂️ Talk to someone")
    assert fang.texts[-1].startswith(CARD)
    assert mei.texts[before:] == []
    assert await read(home, counted) == ([], 0)


async def test_sg_27_after_a_card_reminders_rest_for_a_day_and_illness_does_not(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🏠", "☂️", "☂️ Talk to someone")
    last = fang.chat.last_id
    await hours(home, 20)
    assert fang.chat.last_id == last

    await hours(home, 8)
    assert [each for each in fang.messages if each.id > last and "Lily" in each.words], fang.texts
    await tap(home, mei, "☂️", "☂️ Talk to someone")
    await tap(home, fang, "🤒", "🌡")
    assert any("Lily is ill: fever" in each for each in mei.texts)


async def test_sg_27_another_persons_question_answers_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    assert await say(home, fang, HARD) == ASKED
    for verb in ("crisis_help", "crisis_no", "crisis_send", "crisis_drop"):
        mei.press(f"{verb}:1", mei.last)
        await home.settle()
    assert await read(home, counted) == ([], 1)
    assert GRANDMA.language_code == "en"
