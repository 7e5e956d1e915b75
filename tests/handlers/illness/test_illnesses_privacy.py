"""🤒 and those who may not hear of it; and what is left of it without consent to health notes."""

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import circles, people
from bot.simulator.cast import IVAN, ZHAO
from tests.handlers.illness.illness_words import ALERT, CARD
from tests.homeline import Homeline
from tests.illness_cast import FANG_EN, JUN_EN, english_family, fever, joins, labels, newest


async def test_nothing_reaches_a_stranger_a_teacher_or_who_has_tapped(home: Homeline) -> None:
    mei, fang = await english_family(home)
    ivan, zhao = await home.newcomer(IVAN), await home.newcomer(ZHAO)
    await fever(home, fang)
    before = len(fang.texts)
    alert = mei.last
    for phone in (ivan, zhao, fang):
        for button in (b for row in alert.buttons for b in row if b.data and b.data.startswith("ill")):
            phone.press(button.data, phone.last)
    for data in ("ill:1", "ill_what:1:hurt", "ill_undo:1", "ill_better:1", "ill_how:1:1:better", "ill_talked:1"):
        ivan.press(data, ivan.last)
    await home.settle()

    assert mei.last.words == ALERT
    assert not any(phone.sees("Lily") for phone in (ivan, zhao))
    assert len(fang.texts) == before
    assert ivan.toast == "This has changed since. Home shows what is new."


@pytest.mark.parametrize(
    "data", ["ill_what:1:plague", "ill_what:1:call", "ill_what:99:fever", "ill:99", "ill_undo:x", "ill_how:1:1:better"]
)
async def test_a_forged_press_changes_nothing(home: Homeline, data: str) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    fang.press(data, fang.last)
    await home.settle()

    assert fang.toast == "This has changed since. Home shows what is new."
    assert not mei.sees("🤒")


async def test_a_parent_cannot_open_a_thread_and_still_sees_the_card(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.say("🤒")
    mei.press("ill:1", mei.last)
    await home.settle()

    assert CARD in mei.last.words
    assert mei.last.words.endswith("From far away, ask the person at home to call.")
    await home.later(minutes=5)
    assert not mei.sees("Lily is ill")
    assert not fang.sees("Lily is ill")


async def test_without_health_notes_only_a_call_is_asked_for(home: Homeline) -> None:
    mei, fang = await english_family(home, health="❌")
    fang.say("🤒 Ill")
    await home.settle()
    assert CARD in fang.last.words
    assert [each[0] for each in labels(fang.last)][:2] == ["📞", "↩️"[0]]

    fang.tap("📞", message=fang.last)
    await home.settle()
    assert mei.last.words == "📞 Lily, from Grandma\nPlease call home now. 16:00 at home, 12:00 for you."
    assert [each[0] for each in labels(mei.last)][:2] == [*"🙏🤙"]

    await home.later(hours=4)
    question = newest(fang, "You asked for a call")
    assert question.words == "You asked for a call from Lily's parents. And now?"
    fang.tap("✅", message=question)
    await home.settle()
    assert mei.last.words == "✅ All as usual with Lily, says Grandma."
    assert not any(word in text for text in mei.texts for word in ("🤒", " ill", "better", "worse", "doctor"))


async def test_without_health_notes_a_voice_is_no_part_of_the_thread(home: Homeline) -> None:
    mei, fang = await english_family(home, health="❌")
    fang.say("🤒 Ill")
    await home.settle()
    fang.say("She has a fever")
    await home.settle()
    assert not mei.sees("fever")

    await home.later(minutes=1)
    await home.later(hours=4)
    fang.tap("📞", message=newest(fang, "And now?"))
    await home.settle()
    assert mei.last.words.startswith("📞 Lily, from Grandma\nPlease call home now.")


async def test_consent_taken_back_after_the_tap_leaves_only_the_call(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(mei.texts)
    fang.say("🤒 Ill")
    await home.settle()
    await home.app.store.run(lambda tx: _decline(tx, FANG_EN.id))
    fang.tap("🌡")
    await home.settle()
    assert fang.toast == "This has changed since. Home shows what is new."

    await home.later(seconds=60)
    assert "Please call home now." in mei.last.words
    assert not any("ill" in each for each in mei.texts[before:])


def _decline(tx: Tx, telegram_id: int) -> None:
    person = people.by_telegram(tx, telegram_id)
    assert person is not None
    people.change(tx, person.id, health_notes=False)


async def test_separate_lines_say_a_parent_and_no_name(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    await fever(home, fang)
    before = len(jun.texts)
    mei.tap("🙏")
    mei.tap("🤙")
    await home.settle()
    jun.tap("🤙")
    await home.settle()

    assert jun.last.words == "🤙 A parent is calling now."
    assert jun.toast == "A parent is calling already."
    assert not any("Mei" in text for text in [*jun.texts[before:], newest(jun, "is ill").words])
    assert fang.sees("Mei is calling you now")
