"""🤒 from the first tap to the all-clear, and everybody who must hear of it, or must not."""

import pytest

from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.storage import circles, people
from bot.storage.transaction import Tx
from tests.homeline import Homeline, link_in
from tests.illness_cast import (
    FANG_EN,
    JUN_EN,
    LI_EN,
    PO_EN,
    count,
    english_family,
    fever,
    joins,
    labels,
    newest,
)

CARD = "Call NOW if you see even one:"
ALERT = "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home, 12:00 for you."


async def test_the_danger_card_comes_first_and_the_alert_with_the_choice(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()

    assert "\n120\n" in fang.last.words
    assert fang.last.words.endswith("What is it?")
    assert [each[0] for each in labels(fang.last)][:6] == [*"🌡🤢😮🤕❓", "↩️"[0]]
    assert not mei.sees("🤒")

    fang.tap("🌡")
    await home.settle()

    assert mei.last.words == ALERT
    assert [each[0] for each in labels(mei.last)][:3] == [*"🙏🤙🎤"]
    assert CARD in fang.last.words
    assert fang.last.words.endswith("Sent: fever.\nTo: Mei.")
    assert count(fang, CARD) == 1


async def test_seen_and_calling_reach_home_and_edit_the_alert_everywhere(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await fever(home, fang)
    before = len(jun.texts)

    mei.tap("🙏")
    await home.settle()
    assert fang.last.words == "🙏 Mei has seen it."
    assert len(jun.texts) == before
    assert newest(jun, "is ill").words.endswith("🙏 Seen: Mei")

    mei.tap("🤙")
    await home.settle()
    assert fang.last.words == "🤙 Mei is calling you now."
    assert jun.last.words == "🤙 Mei is calling now."
    assert newest(jun, "is ill").words.endswith("🤙 Now calling: Mei")
    assert newest(mei, "is ill").words.endswith("🤙 They know at home that you are calling.")

    mei.tap("✅", message=newest(mei, "is ill"))
    await home.settle()
    assert newest(jun, "is ill").words.endswith("✅ Have talked with home: Mei")
    assert count(jun, "Lily is ill") == count(mei, "Lily is ill") == 1


async def test_two_parents_press_calling_at_once_and_one_of_them_calls(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await fever(home, fang)

    mei.tap("🤙")
    jun.tap("🤙")
    mei.tap("🤙")
    await home.settle()

    assert sum(count(fang, f"{who} is calling you now") for who in ("Mei", "Jun")) == 1
    assert {mei.toast, jun.toast} & {"Mei is calling already.", "Jun is calling already."}


async def test_the_same_tap_ten_times_has_one_effect(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    for emoji, phone in (("🌡", fang), ("🙏", mei), ("🤙", mei)):
        message, data = next((m, b.data) for m, b in phone.buttons() if b.text.startswith(emoji))
        for _ in range(10):
            phone.press(data, message)
        await home.settle()

    assert count(mei, "🤒 Lily") == 1
    assert count(fang, "has seen it") == 1
    assert count(fang, "is calling you now") == 1


async def test_two_guardians_tap_at_once_and_there_is_one_thread(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")

    fang.say("🤒 Ill")
    po.say("🤒 Ill")
    await home.settle()
    fang.tap("🌡")
    po.tap("🤢")
    await home.settle()

    assert count(mei, "🤒 Lily") == 1
    assert "Lily is ill: fever, stomach." in mei.last.words
    assert "↩️ Undo" not in labels(newest(fang, CARD)) + labels(newest(po, CARD))
    assert not fang.sees("🤒 Lily")


async def test_the_other_guardian_at_home_is_told_and_can_give_the_all_clear(home: Homeline) -> None:
    mei, fang = await english_family(home)
    po = await joins(home, PO_EN, "guardian", "👴")
    await fever(home, fang)
    assert po.last.words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home."
    assert labels(po.last)[0] == "🌤 Better"

    po.tap("🌤")
    await home.settle()

    assert mei.last.words == "🌤 Lily is better, says Grandpa."
    assert fang.last.words == "🌤 Lily is better, says Grandpa."


async def test_a_further_tap_shows_the_card_again_and_adds_to_the_thread(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    fang.say("🤒 Ill")
    await home.settle()
    assert fang.last.words.endswith("Sent: fever.\nTo: Mei.")

    fang.tap("🤕")
    await home.settle()

    assert count(mei, "🤒 Lily") == 1
    assert "Lily is ill: fever, hurt." in mei.last.words
    assert fang.last.words.endswith("Sent: fever, hurt.\nTo: Mei.")


async def test_undo_before_the_alert_sends_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    fang.tap("↩️")
    await home.settle()
    assert fang.last.words.endswith("All right. Nothing was sent.")

    await home.later(hours=5)

    assert not mei.sees("🤒")
    assert not mei.sees("mistake")


async def test_undo_within_ten_minutes_edits_the_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    await fever(home, fang)
    await home.later(minutes=10)
    fang.tap("↩️")
    await home.settle()

    for phone in (mei, jun):
        assert phone.last.words == "🤒 Lily, from Grandma\nSent by mistake, says Grandma."
        assert not any(each.startswith(("🙏", "🤙")) for each in labels(phone.last))
    before = len(mei.texts)
    await home.later(hours=1)
    assert len(mei.texts) == before


async def test_undo_after_ten_minutes_is_over(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=10, seconds=1)
    fang.tap("↩️")
    await home.settle()

    assert fang.toast == "This button is over. Home shows what is new."
    assert mei.last.words == ALERT


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
    assert ivan.toast == "This button is over. Home shows what is new."


@pytest.mark.parametrize(
    "data", ["ill_what:1:plague", "ill_what:1:call", "ill_what:99:fever", "ill:99", "ill_undo:x", "ill_how:1:1:better"]
)
async def test_a_forged_press_changes_nothing(home: Homeline, data: str) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    fang.press(data, fang.last)
    await home.settle()

    assert fang.toast == "This button is over. Home shows what is new."
    assert not mei.sees("🤒")


async def test_a_parent_cannot_open_a_thread_and_still_sees_the_card(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.say("🤒")
    mei.press("ill:1", mei.last)
    await home.settle()

    assert CARD in mei.last.words
    assert mei.last.words.endswith("Far away? Ask the person at home to call.")
    await home.later(minutes=5)
    assert not mei.sees("Lily is ill")
    assert not fang.sees("Lily is ill")


async def test_several_children_are_asked_about_with_the_card_in_sight(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("➕")
    await home.settle()
    mei.say("Tom")
    await home.settle()
    for tap in ("2020", "May", "🇺🇿"):
        mei.tap(tap)
        await home.settle()
    fang.open(link_in(mei))
    await home.settle()
    fang.tap("👵")
    await home.settle()
    mei.tap("✅")
    await home.settle()

    fang.say("🤒 Ill")
    await home.settle()
    assert CARD in fang.last.words
    assert "China\n120\nUzbekistan\n103\n" in fang.last.words

    fang.tap("🤒 Tom", message=fang.last)
    await home.settle()
    assert "\n103\n" in fang.last.words
    assert "120" not in fang.last.words
    fang.tap("❓")
    await home.settle()
    assert "Tom is ill: something else." in mei.last.words


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
    assert fang.last.words == "You asked for a call from Lily's parents. And now?"
    fang.tap("✅", message=fang.last)
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
    fang.say("🤒 Ill")
    await home.settle()
    await home.app.store.run(lambda tx: _decline(tx, FANG_EN.id))
    fang.tap("🌡")
    await home.settle()
    assert fang.toast == "This button is over. Home shows what is new."

    await home.later(seconds=60)
    assert "Please call home now." in mei.last.words
    assert not mei.sees("ill")


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

    assert jun.last.words == "🤙 a parent is calling now."
    assert jun.toast == "a parent is calling already."
    assert not any("Mei" in text for text in [*jun.texts[before:], newest(jun, "is ill").words])
    assert fang.sees("Mei is calling you now")


async def test_urgent_goes_through_quiet_hours(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: people.change(tx, 1, quiet_from=0, quiet_until=1439))
    await fever(home, fang)
    assert mei.last.words == ALERT

    fang.tap("🌤")
    await home.settle()
    assert mei.last.words == "🌤 Lily is better, says Grandma."


async def test_the_all_clear_reaches_exactly_those_who_were_alerted(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    await fever(home, fang)
    late = await joins(home, PO_EN, "parent", "Another")
    fang.tap("🌤")
    await home.settle()

    clear = "🌤 Lily is better, says Grandma."
    assert mei.last.words == jun.last.words == clear
    assert newest(fang, "Thank you").words == "🌤 Thank you. Mei, Jun will see it."
    assert not li.sees("better")
    assert not late.sees("better")
    before = len(mei.texts)
    fang.press("ill_better:1", fang.last)
    mei.press("ill_seen:1", mei.last)
    await home.later(hours=20)
    assert count(mei, clear) == 2  # the alert, edited, and the message
    assert not any("ill" in text for text in mei.texts[before:])


async def test_an_alert_whose_outcome_is_unknown_is_sent_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    home.simulator.faults.lose_after_send()
    fang.tap("🌡")
    await home.settle()
    await home.later(seconds=5)

    assert count(mei, "Lily is ill: fever") >= 1


async def test_a_parent_who_cannot_be_reached_is_named_at_once_and_gets_it_later(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await joins(home, JUN_EN, "parent", "Dad")
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    jun.block()
    await home.settle()
    await fever(home, fang)

    assert fang.sees("Jun cannot be reached now. The message waits.")
    assert mei.sees("Lily is ill: fever")
    assert not li.sees("Lily is ill")
    await home.later(hours=1, minutes=1)
    assert count(fang, "Jun cannot be reached now") == 1

    jun.start()
    await home.settle()
    assert jun.sees("Lily is ill: fever")


async def test_when_no_parent_can_be_reached_the_stand_ins_are_told_at_once(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await joins(home, LI_EN, "stand_in", "🧑 Someone")
    home.world.phone(MEI).deactivate()
    await fever(home, fang)

    assert fang.sees("No parent can be reached now. If you are worried, get help now. You know Lily best.")
    assert li.last.words == "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home."
    li.tap("🙏")
    await home.settle()
    assert fang.last.words == "🙏 Li Na has seen it."
    assert count(fang, "No parent can be reached") == 1


async def test_a_guardian_who_is_alone_hears_that_nobody_is_told(home: Homeline) -> None:
    fang = await home.newcomer(FANG_EN)
    for tap in ("🏡", "➕"):
        fang.tap(tap)
        await home.settle()
    fang.say("Lily")
    await home.settle()
    for tap in ("2018", "May", "🇨🇳", "👵"):
        fang.tap(tap)
        await home.settle()
    await fever(home, fang)

    assert newest(fang, CARD).words.endswith("There is nobody in the circle yet whom I can tell.")
    assert fang.sees("No parent can be reached now.")
    fang.say("She is hot")
    await home.settle()
    assert fang.last.words == "There is nobody in the circle yet whom I can tell."
    fang.tap("🌤")
    await home.settle()
    assert fang.last.words == "🌤 Thank you. It is noted."


async def test_a_draft_whose_guardian_has_left_still_becomes_an_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    await home.app.store.run(lambda tx: circles.change_member(tx, 2, "active", state="left"))
    fang.tap("🌡")
    await home.later(seconds=60)

    assert "Lily is ill." in mei.last.words
    before = len(fang.texts)
    mei.tap("🤙")
    await home.later(hours=20)
    assert len(fang.texts) == before


async def test_the_emergency_page_is_the_same_card_for_everybody(home: Homeline) -> None:
    mei, fang = await english_family(home)
    ivan = await home.newcomer(IVAN)
    for phone in (mei, fang, ivan):
        phone.tap("☂️")
        await home.settle()
        phone.tap("🚑")
        await home.settle()

    assert fang.last.words.split("\n")[1] == "120"
    assert ivan.last.words.split("\n")[1] == "your emergency number"
    assert ivan.last.words.split("\n")[2:] == fang.last.words.split("\n")[2:]
    assert mei.last.words.startswith(fang.last.words)
