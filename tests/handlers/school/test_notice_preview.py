"""🔍 A notice before it goes, exactly as a household will see it; its buttons do nothing."""

import pytest

from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import say, tap


def seen(messages: list[Message]) -> list[tuple[str, str, list[list[str]]]]:
    """What stands in messages, and on their buttons but for the last row, which is every card's."""
    return [
        (each.kind, each.words, [[button.text for button in row] for row in each.buttons[:-1]]) for each in messages
    ]


@pytest.mark.parametrize("level", ["📄", "🙏", "🗳", "✍"])
async def test_it_is_the_familys_message_word_for_word(home: Homeline, zhao: Phone, fang: Phone, level: str) -> None:
    await say(home, zhao, TRIP)
    await tap(home, zhao, "✏️ More", level)
    if level != "📄":
        await tap(home, zhao, "🙋 Errand: off")
    before, arrived = list(zhao.messages), len(fang.messages)
    await tap(home, zhao, "🔍 Preview")
    assert not news(fang)
    previewed = seen([each for each in zhao.messages if each not in before])[:1]
    await tap(home, zhao, "📣 Send")

    assert previewed == seen(fang.messages[arrived:])


async def test_pictures_and_long_texts_stand_there_too_and_nothing_counts(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.album(3, "word " * 190)
    await home.settle()
    await say(home, zhao, "more " * 700)
    arrived = len(fang.messages)
    before = list(zhao.messages)
    await tap(home, zhao, "🔍 Preview")
    previewed = [each for each in zhao.messages if each not in before]
    far = next(each for each in zhao.texts if each.startswith("🔍 This is what they read at home."))
    assert far.endswith("You can ask Lily about it on your next call.")
    assert zhao.texts[-1].endswith("To class 3B?")
    inert = next(each for each in zhao.messages if each.buttons and each.buttons[0][0].text == "🙏 Seen")
    zhao.press("notice_previewed", inert)
    await home.settle()
    assert zhao.toast == "This is how families see it. Here the buttons do nothing."
    await tap(home, zhao, "📣 Send")
    theirs = seen(fang.messages[arrived:])
    assert seen(previewed)[: len(theirs)] == theirs
    await tap(home, zhao, "👁")
    assert "0 of 1 household" in zhao.texts[-1]


async def test_what_went_out_or_is_somebody_elses_has_no_preview(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.notice(TRIP)
    for phone in (zhao, mei):
        phone.press("notice_preview:1", phone.last)
        await home.settle()
        assert phone.toast == OVER
