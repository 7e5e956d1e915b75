"""A chat that was cleared, a phone that is new: what Homeline believes to stand there comes back."""

from bot.simulator.phone import Phone
from tests.homeline import ZHAO, Homeline
from tests.households import english_family, since, tap

KEYS = "Your keys are below."
FOUR = ["🙂", "🤒", "🎤", "📞"]


def keys(phone: Phone) -> list[str]:
    return [key.partition(" ")[0] for row in phone.keyboard or [] for key in row]


async def test_the_keys_come_back_by_start_by_home_and_by_a_press_on_an_old_card(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    card = fang.last
    fang.delete_chat()
    assert keys(fang) == []

    await home.do(fang.start())
    assert keys(fang) == FOUR

    fang.chat.keyboard = None  # as on a new phone
    await home.do(fang.say("🏠"))
    assert keys(fang) == FOUR
    assert fang.texts[-1].startswith("Here you are close to Lily")
    assert fang.texts.count(KEYS) == 1

    fang.chat.keyboard = None
    await home.later(days=2)
    await home.do(fang.press("answer:1", card))
    assert keys(fang) == FOUR

    fang.chat.keyboard = None
    assert card not in fang.messages  # what stands on it is asked again further down
    await home.do(fang.press("answer:1", card))
    assert keys(fang) == FOUR
    assert fang.texts.count(KEYS) == 1
    assert not mei.sees(KEYS)
    assert mei.keyboard is None


async def test_the_card_of_today_and_a_parents_home_bring_no_keys(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    before, theirs = len(fang.texts), len(mei.texts)
    await tap(home, fang, "🙂")
    await tap(home, mei, "🏠")

    assert KEYS not in since(fang, before)
    assert [each for each in since(mei, theirs) if KEYS in each] == []


async def test_after_start_in_an_empty_chat_what_is_open_stands_there_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    fang.delete_chat()
    await home.do(fang.start())
    await tap(home, fang, "😄")
    assert mei.sees("😄")

    await tap(home, fang, "🤒", "🌡")
    for phone in (mei, fang):
        phone.delete_chat()
        await home.do(phone.start())
        assert phone.sees("fever")
    await tap(home, mei, "🤙")
    await tap(home, fang, "🌤")
    before = len(fang.texts), len(mei.texts)
    for phone in (mei, fang):
        phone.delete_chat()
        await home.do(phone.start())
    assert [each for each in (*since(fang, before[0]), *since(mei, before[1])) if "fever" in each] == []


async def test_a_teachers_keys_come_back_and_a_blocked_bot_that_is_let_in_brings_them_too(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.school()
    await home.class_room()
    zhao = home.phone(ZHAO)
    zhao.delete_chat()
    await home.do(zhao.start())
    assert keys(zhao) == ["📣", "🧒", "📋"]

    fang.block()
    fang.delete_chat()
    await home.settle()
    fang.unblock()
    await home.settle()
    assert keys(fang) == FOUR
