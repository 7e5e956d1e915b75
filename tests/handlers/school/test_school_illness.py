"""🤒 at school: the teacher opens the one thread of the child, or adds to it, and sees nothing else of the family."""

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import IVAN, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import FANG_EN, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import FANG, MEI, Homeline
from tests.households import read, since, stand_in, tap
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
    assert "🎓 Village school, 16:00: fever." in mei.texts[-1]
    assert fang.texts[-1].startswith(ALERT)
    assert [button.text for row in fang.last.buttons[:-1] for button in row] == [
        "🙏 Seen", "🤙 I am calling", "🌤 Better",
    ]  # fmt: skip
    assert zhao.texts[-1].endswith("Sent to Lily's family: fever.")


async def test_the_alert_leaves_by_itself_after_a_minute_and_undo_before_it_sends_nothing(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(mei.texts)
    await ill(home, zhao, "↩️")
    await home.later(minutes=2)
    assert since(mei, before) == []
    assert zhao.texts[-1].endswith("All right. Nothing was sent.")

    await ill(home, zhao)
    await home.later(seconds=61)
    assert mei.texts[-1].startswith("🤒 Lily, from Zhao Lan (teacher)\nLily is ill.")
    assert "Sent to Lily's family: Lily is ill." in newest(zhao, CARD).words
    await tap(home, zhao, "🤕")
    assert mei.texts[-1].startswith("🤒 Lily, from Zhao Lan (teacher)\nLily is ill: hurt.")
    await tap(home, zhao, "↩️")
    assert mei.texts[-1] == "🤒 Lily, from Zhao Lan (teacher)\nSent by mistake, says Zhao Lan (teacher)."
    assert fang.texts[-1] == mei.texts[-1]


async def test_who_has_seen_it_stays_with_the_family_and_the_teacher_hears_that_somebody_has(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao, "🌡")
    await tap(home, fang, "🙏")
    assert "🙏 Seen: Grandma" in newest(mei, ALERT).words
    assert zhao.texts[-1] == "🙏 Lily's family has seen it."
    await tap(home, mei, "🤙")

    assert zhao.texts[-1] == "🤙 Lily's family is calling you."
    assert "🤙 The family is calling." in newest(zhao, CARD).words
    assert fang.texts[-1] == "🤙 Mei is calling now."
    assert "I have told the school that you are calling." in newest(mei, ALERT).words
    await tap(home, fang, "🌤")
    assert mei.texts[-1] == "🌤 Lily is better, says Grandma."
    assert zhao.texts[-1] == "🌤 Lily is better."
    assert not any(name in text for name in ("Mei", "Grandma", "Wang Fang") for text in zhao.texts)


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


async def test_nobody_presses_seen_again_after_a_quarter_then_the_stand_ins_and_the_teacher_know(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    li = await stand_in(home)
    await ill(home, zhao, "🌡")
    await home.later(minutes=16)
    for phone in (mei, fang):
        assert sum(text.startswith(ALERT) for text in phone.texts) == 2
    await home.later(minutes=45)

    assert li.texts[-1].startswith(ALERT)
    assert zhao.texts[-1] == ("Nobody of Lily's family has pressed seen yet. If you are worried, get help now.")
    assert not any("You know Lily best" in text for text in fang.texts)
    await tap(home, mei, "🤙")
    await home.later(hours=3)
    assert "I do not know if Lily's family reached you." in zhao.texts[-1]


async def test_a_teacher_adds_to_the_thread_that_runs_and_learns_nothing_of_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤢")
    await tap(home, mei, "🙏")
    await ill(home, zhao)
    assert "stomach" not in zhao.texts[-1]
    assert "seen" not in zhao.texts[-1]
    await tap(home, zhao, "🌡")

    assert zhao.texts[-1].endswith("Sent to Lily's family: fever.")
    assert "🎓 Village school, 16:00: fever." in mei.texts[-1]
    assert "Lily is ill: fever, stomach." in mei.texts[-1]
    assert any(button.text.startswith("🙏") for row in mei.last.buttons for button in row)
    assert "🎓 Village school, 16:00: fever." in fang.texts[-1]
    assert not any(button.text.startswith(("🌤", "↩️")) for row in zhao.last.buttons for button in row)
    await tap(home, fang, "🙏")
    assert zhao.texts[-1] == "🙏 Lily's family has seen it."
    await tap(home, fang, "🌤")
    assert zhao.texts[-1] == "🌤 Lily is better."


async def test_who_adds_at_home_to_the_schools_thread_is_not_named_to_herself_and_ends_it_in_her_own_name(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao, "🌡")
    fang.say("🤒 Ill")
    await home.settle()
    assert newest(fang, CARD).words.endswith("Sent: fever.\nTo: Mei.")
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


@pytest.mark.parametrize("who", [MEI, FANG, ZHAO], ids=["parent", "guardian", "teacher"])
async def test_without_consent_to_health_notes_only_a_wish_for_a_call_is_passed_on(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone, who: object
) -> None:
    def decline(tx: Tx) -> None:
        found = people.by_telegram(tx, who.id)  # type: ignore[attr-defined] # somebody of the cast
        assert found is not None
        people.change(tx, found.id, health_notes=False)

    await read(home, decline)
    await ill(home, zhao)
    assert CARD in zhao.texts[-1]
    zhao.press("word_what:1:fever", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "📞")

    assert mei.texts[-1].startswith("📞 Lily, from Zhao Lan (teacher)\nPlease call the school now.")
    assert "🎓 Village school, 16:00: please call." in fang.texts[-1]
    assert not any("ill" in text.split() or "🤒" in text for phone in (mei, fang) for text in phone.texts[-1:])
    await tap(home, zhao, "✅ As usual")
    assert mei.texts[-1] == "✅ All as usual with Lily, says Zhao Lan (teacher)."


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


async def test_when_nobody_can_be_reached_the_teacher_is_told_at_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    fang.block()
    mei.block()
    await home.settle()
    await ill(home, zhao, "🌡")

    assert any("Please phone them." in text for text in zhao.texts)
    assert any("get help now" in text for text in zhao.texts)


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
