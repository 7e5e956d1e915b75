"""What is promised is counted in sleeps, begins on its day, and is asked about once."""

from bot.simulator.phone import Phone
from tests.handlers.daily.test_calls import family
from tests.handlers.daily.test_promises import states, taps, visit
from tests.homeline import Homeline


def questions(phone: Phone) -> int:
    """How often somebody has been asked about the child."""
    return sum(text.startswith("How ") for text in phone.texts)


async def test_a_visit_is_counted_in_sleeps_at_home_and_begins_its_pause_on_the_day(home: Homeline) -> None:
    mei, fang = await family(home)
    await visit(home, mei, "Sat 28")
    assert mei.texts[-1] == (
        "🚆 You come home to Lily: Sat, Nov 28.\n5 more sleeps.\nHome is told.\n"
        "Shall the questions about Lily rest while you are there?"
    )
    assert fang.texts[-1] == "🚆 Lily, from Mei\nMei comes home: Sat, Nov 28.\nFor Lily: 5 more sleeps."
    await taps(home, mei, "⏸ 3 days")
    assert mei.sees("Meanwhile I do not ask about Lily, until Tue, Dec 1.")

    await home.until(17, day=2)  # Wednesday: three sleeps, and a question as on any other day
    assert fang.sees("For Lily: 3 more sleeps.")
    assert not mei.sees("Tomorrow")
    await home.until(20)
    assert questions(fang)
    await taps(home, fang, "🙂")
    await home.until(17, day=2)
    assert fang.sees("For Lily: 1 more sleep.")
    assert mei.texts[-1] == "🚆 Lily\nTomorrow you come home to Lily."
    await home.until(20)
    await taps(home, fang, "🙂")
    asked = questions(fang)

    await home.until(7, day=1)
    assert not fang.sees("For Lily: today.")
    await home.until(7, 30)
    assert fang.texts[-1] == "🚆 Lily, from Mei\nMei comes home: Sat, Nov 28.\nFor Lily: today."
    assert fang.sees("Mei has paused the questions about Lily until Tue, Dec 1.")
    await home.until(20)
    assert questions(fang) == asked

    await home.until(12, day=1)
    assert mei.texts[-1] == "🚆 Lily\nDid you get home to Lily?"
    assert not fang.sees("Did you get home")
    await taps(home, mei, "✅")
    assert mei.texts[-1] == "🚆 Good that it worked out."
    await home.until(20, day=2)
    assert questions(fang) == asked + 1
    assert await states(home) == ["kept"]


async def test_who_has_left_is_not_counted_for(home: Homeline) -> None:
    mei, fang = await family(home)
    await visit(home, mei, "Wed 25")
    await taps(home, mei, "🏠", "⚙️", "👋", "✅")
    told = len(fang.texts)

    await home.later(days=4)

    assert not [text for text in fang.texts[told:] if "sleep" in text or "For Lily" in text]
    assert await states(home) == ["dropped"]
