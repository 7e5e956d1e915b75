"""Every message of a notice has the buttons of this moment, on each phone: what was told anew, or left, has none."""

from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.homeline import Homeline
from tests.households import say, tap

POOL, RIVER, LAKE = "We swim in the pool", "We swim in the river", "We swim in the lake"
BELOW = "📣 Class 3B, Zhao Lan\nThere is something new below."
LEFT = "Lily is not in this class any more. There is nothing to do."


def signing(message: Message) -> list[str]:
    """The keys of a signature below a message."""
    return [each for each in labels(message) if each.startswith(("✍️", "❌"))]


async def correct(home: Homeline, zhao: Phone, text: str) -> None:
    await tap(home, zhao, "👁", "✏️")
    await say(home, zhao, text)


async def test_a_later_correction_takes_the_keys_from_the_one_before_on_every_phone(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(13, day=1)
    await home.notice(POOL, level="✍")
    card = fang.last
    await tap(home, fang, "✍️")
    await correct(home, zhao, RIVER)
    first, disagree = fang.last, data_of(fang, "❌ I disagree")
    assert RIVER in first.words
    await home.later(hours=6, minutes=1)
    await correct(home, zhao, LAKE)

    assert first.words == BELOW
    assert signing(first) == []
    for each in (card, fang.last, next(m for m in reversed(mei.messages) if "swim" in m.words)):
        assert LAKE in each.words
        assert signing(each) == ["✍️ I agree", "❌ I disagree"]
    fang.press(disagree, first)  # a finger that was on its way
    await home.settle()
    assert fang.toast == OVER
    await tap(home, mei, "✍️")
    for each in (card, fang.last):
        assert each.words.endswith("Mei has read it and agreed.")


async def test_a_second_reminder_takes_the_keys_from_the_first(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.until(13, day=1)
    await home.notice(POOL, level="✍")
    await tap(home, zhao, "👁", "🔔")
    first = fang.last
    assert signing(first) == ["✍️ I agree", "❌ I disagree"]
    await home.until(13, day=1)
    await tap(home, zhao, "👁", "🔔")

    assert first.words == BELOW
    assert signing(first) == []
    assert "This one is still open." in fang.last.words
    await tap(home, fang, "✍️")
    assert signing(fang.last) == ["❌ I disagree"]
    assert signing(first) == []


async def test_who_leaves_the_class_has_nothing_to_tap_and_has_it_again_when_they_are_back(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(13, day=1)
    await home.notice(POOL, level="✍")
    cards = [mei.last, fang.last]
    await tap(home, zhao, "👁", "🔔")
    reminder, agree = fang.last, data_of(fang, "✍️")
    await tap(home, mei, "🏠", "🎓 School", "🎓 About 3B", "👋", "✅")
    for each in (*cards, reminder):
        assert each.words.startswith(f"📣 Class 3B, Zhao Lan\n{POOL}")
        assert each.words.endswith(LEFT)
        assert signing(each) == []
    fang.press(agree, reminder)
    await home.settle()
    assert fang.toast == OVER

    await tap(home, fang, "↩️")
    for each in cards:
        assert signing(each) == ["✍️ I agree", "❌ I disagree"]
        assert LEFT not in each.words


async def test_a_child_that_moves_to_another_class_signs_nothing_of_the_old_one(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🏠", "➕ Class")
    await say(home, zhao, "4A")
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, "1 Wang Lily")
    await tap(home, zhao, "✅", "🗒", "🔗 Lily", "1 Wang Lily")
    await home.until(13, day=1)
    await tap(home, zhao, "🏠", "🎓 3B", "📣 New notice")
    await say(home, zhao, POOL)
    await tap(home, zhao, "✏️ More", "✍️", "📣 Send")
    cards = [mei.last, fang.last]
    assert [signing(each) for each in cards] == [["✍️ I agree", "❌ I disagree"]] * 2
    await tap(home, mei, "✍️")
    assert [signing(each) for each in cards] == [["❌ I disagree"]] * 2
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "✏️", "1 Wang Lily", "🎓 To another class", "🎓 4A")

    for each in cards:
        assert each.words.endswith(LEFT)
        assert signing(each) == []
    await tap(home, zhao, "↩️")
    assert [signing(each) for each in cards] == [["❌ I disagree"]] * 2
