"""🤒 at school: the teacher opens the one thread of the child, or adds to it, and sees nothing else of the family."""

from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import FANG, MEI, Homeline
from tests.households import since, stand_in, tap
from tests.illness_cast import newest

CARD = "Call NOW if you see even one:"
ALERT = "🤒 Lily, from Zhao Lan (teacher)\nLily is ill: fever."


async def ill(home: Homeline, zhao: Phone, *whats: str) -> None:
    """🤒 for Lily, then what it is."""
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", *whats)


async def test_the_danger_card_is_there_at_the_first_tap_and_home_hears_first(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    for each in (MEI, FANG):
        await home.quiet(each, 0, 23 * 60 + 59)
    before = len(mei.texts)
    await ill(home, zhao)
    assert CARD in zhao.texts[-1]
    assert zhao.texts[-1].endswith("What is it?")
    assert since(mei, before) == []
    await tap(home, zhao, "🌡")

    assert mei.texts[-1].startswith(ALERT)
    assert "Lily is ill: fever. 16:00 at Village school, 12:00 for you." in mei.texts[-1]
    assert "Lily is ill: fever. 16:00 at Village school.\n" in fang.texts[-1] + "\n"
    assert not any("at home" in phone.texts[-1] or phone.texts[-1].count("fever") > 1 for phone in (mei, fang))
    assert fang.texts[-1].startswith(ALERT)
    assert [button.text for row in fang.last.buttons[:-1] for button in row] == [
        "🙏 Seen", "🤙 I am calling", "🌤 Better",
    ]  # fmt: skip
    assert zhao.texts[-1].endswith("Sent to Lily's family: fever.")


async def test_the_teacher_ends_a_thread_of_their_own_for_exactly_those_who_were_told(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    li = await stand_in(home)
    count = len(li.texts)
    await ill(home, zhao, "🤢")
    card, better = newest(zhao, CARD), data_of(zhao, "🌤")
    await tap(home, zhao, "🌤")

    assert mei.texts[-1] == fang.texts[-1] == "🌤 Lily is better, says Zhao Lan (teacher)."
    assert since(li, count) == []
    zhao.press(better, card)
    await home.settle()
    assert zhao.toast == OVER
    await home.later(hours=30)
    assert not any("How is Lily now?" in text for text in fang.texts)


async def test_who_adds_at_home_to_the_schools_thread_is_not_named_to_herself_and_ends_it_in_her_own_name(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao, "🌡")
    fang.say("🤒 Ill")
    await home.settle()
    assert newest(fang, CARD).words.endswith("Sent: fever.\nMei has it.")
    await tap(home, fang, "🌤")

    assert newest(fang, CARD).words.endswith("🌤 Lily is better, says Grandma.")
    assert mei.texts[-1] == "🌤 Lily is better, says Grandma."
    assert not any("better, says Zhao Lan" in text for phone in (mei, fang) for text in phone.texts)


async def test_nobody_reads_of_themselves_that_they_cannot_be_reached(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    fang.block()
    await home.settle()
    await ill(home, zhao, "🌡")
    fang.unblock()
    await home.settle()

    assert any(text.startswith(ALERT) for text in fang.texts)
    assert not any("Grandma cannot be reached" in text for text in fang.texts)


async def test_a_teacher_hears_nothing_of_a_thread_in_which_they_have_not_spoken(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(zhao.texts)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🌡")
    await tap(home, mei, "🙏")
    await tap(home, fang, "🌤")

    assert since(zhao, before) == []


async def test_words_and_a_photo_of_the_teacher_belong_to_the_alert(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao)
    zhao.say("She fell in the yard.")
    await home.settle()

    assert any(text.startswith("🤒 Lily, from Zhao Lan (teacher)\nLily is ill.") for text in mei.texts)
    assert mei.texts[-1] == "🤒 Lily, from Zhao Lan (teacher)\nShe fell in the yard."
    assert zhao.texts[-1] == "Sent to Lily's family as well."
    zhao.photo()
    await home.settle()
    assert fang.last.kind == "photo"


async def test_what_is_a_strangers_or_too_old_is_refused_kindly(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao, "🌡")
    before = len(mei.texts)
    ivan = await home.newcomer(IVAN)
    for phone in (ivan, mei, fang):
        for data in ("word_ill:1:1", "word_what:1:hurt", "word_ill_undo:1", "word_better:1"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
    await home.later(minutes=11)
    zhao.press("word_ill_undo:1", newest(zhao, CARD))
    await home.settle()
    assert zhao.toast == OVER
    assert len(mei.texts) == before


async def test_what_home_was_about_to_add_as_the_teacher_ends_it_becomes_a_letter_and_is_not_lost(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao, "🌡")
    for end in ("🌤", "↩️"):
        fang.press("ill_add:1" if end == "🌤" else "ill_add:2", fang.last)
        await home.settle()
        assert fang.texts[-1].startswith("Speak, write or send a photo.")
        await tap(home, zhao, end)
        fang.say("She slept well and asks for her mother.")
        await home.settle()

        assert fang.texts[-1].startswith("Send this to Mei?")
        assert not mei.sees("asks for her mother")
        await tap(home, fang, "❌")
        await ill(home, zhao, "🌡")
