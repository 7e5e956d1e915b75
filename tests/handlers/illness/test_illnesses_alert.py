"""🤒 from the first tap to the alert: the danger card, the choice, and what undo takes back."""

from bot.domain.circle.circles import MemberState
from bot.queries.circle import circles, people
from bot.simulator.cast import IVAN
from tests.handlers.illness.illness_words import ALERT, CARD
from tests.homeline import Homeline, link_in
from tests.illness_cast import JUN_EN, PO_EN, count, english_family, fever, joins, labels, newest


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
    assert fang.last.words.endswith("Sent: fever.\nOn its way to Mei.")
    assert count(fang, CARD) == 1


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
    assert not (fang.sees("🤒 Lily") and po.sees("🤒 Lily"))


async def test_a_further_tap_shows_the_card_again_and_adds_to_the_thread(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    fang.say("🤒 Ill")
    await home.settle()
    assert fang.last.words.endswith("Sent: fever.\nMei has it.")

    fang.tap("🤕")
    await home.settle()

    assert count(mei, "🤒 Lily") == 1
    assert "Lily is ill: fever, hurt." in mei.last.words
    assert fang.last.words.endswith("Sent: fever, hurt.\nMei has it.")


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

    assert fang.toast == "This has changed since. Home shows what is new."
    assert mei.last.words == ALERT


async def test_several_children_are_asked_about_with_the_card_in_sight(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for label in ("🏠", "⚙️", "➕"):
        mei.tap(label)
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


async def test_urgent_goes_through_quiet_hours(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.app.store.run(lambda tx: people.change(tx, 1, quiet_from=0, quiet_until=1439))
    await fever(home, fang)
    assert mei.last.words == ALERT

    fang.tap("🌤")
    await home.settle()
    assert mei.last.words == "🌤 Lily is better, says Grandma."


async def test_an_alert_whose_outcome_is_unknown_is_sent_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    home.simulator.faults.lose_after_send()
    fang.tap("🌡")
    await home.settle()
    await home.later(seconds=5)

    assert count(mei, "Lily is ill: fever") >= 1


async def test_a_draft_whose_guardian_has_left_still_becomes_an_alert(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    await home.app.store.run(lambda tx: circles.change_member(tx, 2, MemberState.ACTIVE, state=MemberState.LEFT))
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
    assert ivan.last.words.replace("your emergency number", "120") == fang.last.words
    assert fang.last.words.endswith("Nobody watches this chat.\n\n🚑 Emergency:\n120")
    assert mei.last.words.startswith(fang.last.words)
