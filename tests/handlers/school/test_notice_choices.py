"""A question with answers that the teacher has written, and with a deadline."""

import pytest

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import MEI, Homeline
from tests.households import say, tap

HOW = "How does Lily come home from the trip?"


async def ask(
    home: Homeline, zhao: Phone, *further: str, choices: str = "1. By bus\n2. On foot\n3. We fetch <her>"
) -> None:
    """A question with choices; `further` is tapped before it goes out."""
    await say(home, zhao, HOW)
    await tap(home, zhao, "✏️ More", "🗳")
    if choices:
        await tap(home, zhao, "✏️ Own answers")
        await say(home, zhao, choices)
    await tap(home, zhao, *further, "📣 Send")


async def test_families_choose_among_the_teachers_own_answers(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ask(home, zhao)
    assert [labels(fang, row) for row in range(3)] == [["🔵 By bus"], ["🟠 On foot"], ["🟣 We fetch <her>"]]
    await tap(home, fang, "🟠")
    assert "🟠 You have answered: On foot." in news(fang)[-1]
    assert "🟠 Grandma has answered: On foot." in news(mei)[-1]
    await tap(home, mei, "🟣")  # plans change, and the newest counts
    assert "🟣 Mei has answered: We fetch &lt;her&gt;." in news(fang)[-1].replace("<", "&lt;").replace(">", "&gt;")

    await tap(home, zhao, "👁")
    assert "1 household: all are in." in zhao.texts[-1]
    assert "🔵 By bus: 0\n🟠 On foot: 0\n🟣 We fetch <her>: 1 (Lily)" in zhao.texts[-1]
    assert not any("Lily)" in text or ": 0" in text for text in (*mei.texts, *fang.texts))  # counts are the teacher's
    for forged in ("4", "9", "yes", "no"):
        mei.press(f"notice_answer:1:0:{forged}", mei.last)
        await home.settle()
        assert mei.toast == OVER


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Only one", "That is not two answers yet."),
        ("a\nb\nc\nd\ne\nf", "That is more than five; families see five well."),
        (f"yes\n{'x' * 31}", "One of them is too long for a button. 30 letters fit."),
    ],
)
async def test_what_is_no_choice_is_asked_for_again(home: Homeline, zhao: Phone, written: str, said: str) -> None:
    await say(home, zhao, HOW)
    await tap(home, zhao, "✏️ More", "🗳", "✏️ Own answers")
    zhao.sticker()
    await home.settle()
    assert "That is not two answers yet." in zhao.texts[-1]
    assert said in await say(home, zhao, written)
    assert "🔵 Bus\n🟠 Walk" in await say(home, zhao, "Bus, Walk")
    await tap(home, zhao, "🗳 Yes or no")
    assert "Each household answers yes or no." in zhao.texts[-1]
    assert "Bring water.\n\nTo class 3B?" in await say(home, zhao, "Bring water.")  # what follows is added again


async def test_a_deadline_takes_three_taps_and_answers_can_be_changed_until_then(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ask(home, zhao, "⏳ Answers until", "Tue, Nov 24", "18:00", choices="")
    assert "⏳ You can answer until Tue, Nov 24, 18:00." in news(fang)[-1]
    assert "⏳ You can answer until Tue, Nov 24, 18:00 at home, 14:00 for you." in news(mei)[-1]
    await tap(home, fang, "✅ Yes")
    assert "⏳ You can change it until Tue, Nov 24, 18:00." in news(fang)[-1]
    await tap(home, fang, "❌ No")
    await tap(home, zhao, "👁")
    assert "✅ Yes: 0\n❌ No: 1 (Lily)\n⏳ Answers until Tue, Nov 24, 18:00." in zhao.texts[-1]
    late, card = data_of(fang, "✅ Yes"), fang.last

    await home.until(18, 1, day=1)
    for phone in (mei, fang):
        assert "⏳ The time to answer here is over. You can still tell the teacher." in news(phone)[-1]
        assert not any(each.text.startswith(("✅", "❌")) for row in phone.last.buttons for each in row)
    assert len(news(fang)) == 1
    fang.press(late, card)
    await home.settle()
    assert fang.toast == "The time to answer here is over. You can still tell the teacher."
    assert "❌ You have answered no." in news(fang)[-1]
    outcome = [text for text in zhao.texts if text.startswith("⏳ Class 3B\n")]
    assert len(outcome) == 1
    assert (
        f"{HOW}\n👁 1 household: all are in.\n✅ Yes: 0\n❌ No: 1 (Lily)\n⏳ The time to answer is over." in outcome[0]
    )
    await home.later(hours=20)
    assert len([text for text in zhao.texts if text.startswith("⏳ Class 3B\n")]) == 1


async def test_nobody_is_reminded_when_it_is_too_late_and_more_time_opens_it_again(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await ask(home, zhao, "⏳ Answers until", "Mon, Nov 23", "22:00", choices="")
    await home.until(22, 1)
    await home.until(8, 0, day=1)
    count = len(news(fang))
    zhao.press("notice_remind:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    assert not any(each.text.startswith("🔔") for _, each in zhao.buttons())
    await tap(home, zhao, "⏳ Another deadline", "Wed, Nov 25", "18:00")
    assert "⏳ You can answer until Wed, Nov 25, 18:00." in news(fang)[-1]
    await tap(home, fang, "✅ Yes")
    assert "You have answered yes." in news(fang)[-1]
    assert len(news(fang)) == count
    await home.until(18, 1, day=1)
    assert zhao.texts[-1].startswith("⏳ Class 3B\n")
    assert "✅ Yes: 1 (Lily)" in zhao.texts[-1]


async def test_a_deadline_that_is_past_sends_nothing(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await say(home, zhao, HOW)
    await tap(home, zhao, "✏️ More", "🗳", "⏳ Answers until", "Mon, Nov 23", "22:00")
    await tap(home, zhao, "⏰", "⏰ Tomorrow")
    assert "The deadline comes too early: nobody could answer. Nothing went out." in zhao.texts[-1]
    await home.until(9, 0, day=1)
    zhao.press("notice_send:1", zhao.last)
    await home.settle()
    assert "The deadline comes too early" in zhao.texts[-1]
    assert not news(fang)
    zhao.press("notice_until_at:1:2026112322", zhao.last)
    await home.settle()
    assert "The deadline comes too early" in zhao.texts[-1]
    await tap(home, zhao, "❌ No deadline", "📣 Send")
    assert len(news(fang)) == 1


async def test_who_reads_it_after_the_deadline_reads_that_it_is_over(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.quiet(MEI, 0, 23 * 60)  # her day in Dubai ends at 23:00, and begins in the night of the school
    await ask(home, zhao, "⏳ Answers until", "Mon, Nov 23", "22:00", choices="")
    assert not news(mei)
    await home.later(hours=12)
    assert len(news(mei)) == 1
    assert "⏳ The time to answer here is over. You can still tell the teacher." in news(mei)[0]
    assert not any(each.text.startswith(("✅", "❌")) for row in mei.last.buttons for each in row)


async def test_nobody_else_sets_answers_or_a_deadline(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await ask(home, zhao)
    for data in (
        "notice_own:1",
        "notice_until:1",
        "notice_until_at:1:2026112518",
        "notice_until_off:1",
    ):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OVER
    zhao.press("notice_own:1", zhao.last)  # families answer it already
    await home.settle()
    assert zhao.toast == OVER
