"""Corrections stand where the notice was read: however many there are, they ring once, and wake nobody twice."""

from bot.domain.school.notices import CORRECTIONS
from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline
from tests.households import say, tap


async def test_many_corrections_of_an_urgent_notice_ring_once_and_stand_in_one_message(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.say("📣 Storm")
    await home.settle()
    await tap(home, zhao, "✏️ More", "⚡", "📣 Send")
    for phone in (mei, fang):
        phone.tap("🙏")
        await home.settle()
    await home.quiet(MEI, 0, 23 * 60 + 59)
    sent = {phone: len(phone.texts) for phone in (mei, fang)}

    async def correct(number: int) -> None:
        zhao.press("notice_change:1", zhao.last)
        await home.settle()
        zhao.say(f"Storm, at {number} o'clock")
        await home.later(seconds=20)

    for number in range(CORRECTIONS + 2):
        await correct(number)

    for phone in (mei, fang):
        assert len(phone.texts) == sent[phone] + 1
    assert f"at {CORRECTIONS - 1} o'clock" in fang.texts[-1]
    assert "at 0 o'clock" in mei.texts[-1]  # she sleeps; the first alone goes through
    assert "has changed very often" in zhao.texts[-1]
    assert any(f"at {CORRECTIONS - 1} o'clock" in text for text in mei.texts)  # on the notice itself, silently


async def test_a_signature_belongs_to_its_text_and_a_corrected_one_is_signed_anew(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("We swim in the pool", level="✍")
    old, card = data_of(fang, "✍️"), fang.last
    await tap(home, fang, "✍️")
    await tap(home, zhao, "👁")
    assert "1 household: all are in.\n✍️ Lily: Grandma, Mon, Nov 23 " in zhao.texts[-1]
    await tap(home, zhao, "✏️")
    await say(home, zhao, "We swim in the river")
    assert "is corrected. Those who had signed are asked to sign again." in zhao.texts[-1]

    for phone in (fang, mei):
        assert not [each for each in phone.texts if "agreed" in each]  # nobody has agreed to a river
    assert "It now says:\nWe swim in the river\n\nThe text has changed. Please sign this one, too." in fang.texts[-1]
    fang.press(old, card)
    await home.settle()
    assert fang.toast == OVER
    await tap(home, zhao, "👁")
    assert "0 of 1 household; 1 to go." in zhao.texts[-1]
    assert "🔄 Lily: Grandma, Mon, Nov 23 " in zhao.texts[-1]
    assert zhao.texts[-1].count("an earlier text") == 1

    await tap(home, fang, "❌ I disagree")
    assert [("You do not agree." in each) for each in fang.texts[-2:]] == [
        True,
        True,
    ]  # on the notice, and on what is new
    assert "❌ Grandma does not agree." in news(mei)[-1]
    await tap(home, zhao, "👁")
    assert "1 household: all are in.\n❌ Lily: Grandma, Mon, Nov 23 " in zhao.texts[-1]
    assert "earlier" not in zhao.texts[-1]


async def test_an_answer_is_to_the_question_that_was_asked(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("Can Lily come on Friday?", level="🗳")
    await tap(home, fang, "✅")
    await tap(home, zhao, "✏️")
    await say(home, zhao, "Can Lily come on Sunday?")
    assert not [each for each in (*fang.texts, *mei.texts) if "answered yes" in each]
    assert "The text has changed. Please answer once more." in fang.texts[-1]
    await tap(home, zhao, "👁")
    assert "0 of 1 household; 1 to go." in zhao.texts[-1]
    assert "✅ Yes: 0" in zhao.texts[-1]
    await tap(home, mei, "✅")
    await tap(home, zhao, "👁")
    assert "✅ Yes: 1 (Lily)" in zhao.texts[-1]


async def test_a_correction_hours_later_is_told_anew_and_wakes_nobody(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)
    fang.tap("🙏")
    await home.settle()
    changed = []
    for hours, text in ((0, "Trip on Saturday"), (1, "Trip on Sunday"), (7, "Trip on Monday")):
        await home.later(hours=hours)
        zhao.press("notice_change:1", zhao.last)
        await home.settle()
        zhao.say(text)
        await home.settle()
        changed.append(sum("This notice has changed." in each for each in fang.texts))
    assert changed[:2] == [1, 1]
    assert not [each for each in mei.texts if "This notice has changed." in each]
    await home.until(8, day=1)
    assert sum("This notice has changed." in each for each in fang.texts) == 1
    assert fang.sees("There is something new below.")  # where the earlier one stood


async def test_what_is_just_to_read_is_corrected_in_place_and_nobody_is_said_to_have_confirmed_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("We sang at the town hall", level="📄")
    await tap(home, zhao, "✏️")
    assert zhao.texts[-1] == "Please write the text as it should be. It changes in place."
    await say(home, zhao, "We sang at the school")

    assert zhao.texts[-1] == "📣 The notice to class 3B is corrected. Families find the new words in it."
    for phone in (mei, fang):
        assert len(news(phone)) == 1
        assert "We sang at the school" in news(phone)[0]
