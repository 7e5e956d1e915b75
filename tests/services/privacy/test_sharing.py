"""SG-12: what waits when sharing stops, what had been promised already, and how it goes on."""

from tests.handlers.privacy.test_sharing import stopped
from tests.homeline import Homeline
from tests.households import (
    GRANDMA,
    english_family,
    hours,
    invite,
    second_parent,
    since,
    stand_in,
    tap,
)


async def test_sg_12_a_letter_that_has_not_left_waits_and_arrives_afterwards(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.quiet(GRANDMA, 0, 23 * 60)
    mei.say("🎤")
    await home.settle()
    mei.say("Good night, my bear")
    await home.settle()
    await tap(home, jun, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(fang.texts)
    await hours(home, 26)
    assert "Good night, my bear" not in "".join(since(fang, before))
    await tap(home, jun, "🏠", "⚙️", "👥", "▶️")
    await hours(home, 26)
    assert [text for text in since(fang, before) if "Good night, my bear" in text]


async def test_sg_12_who_stops_sharing_takes_no_alert_back_that_was_promised_or_has_left(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun, li = await second_parent(home), await stand_in(home)
    await tap(home, fang, "🤒")
    await home.later(seconds=20)
    await tap(home, jun, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.later(seconds=41)
    assert "Lily is ill." in mei.texts[-1]

    count = len(mei.texts)
    await home.later(minutes=15)
    assert [each for each in since(mei, count) if "Lily is ill." in each]
    await home.later(minutes=46)
    assert "Lily is ill." in li.texts[-1]
    assert "Nobody has pressed" in "".join(fang.texts)


async def test_sg_12_a_link_made_before_lets_nobody_in_meanwhile(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await invite(home, "Looks after")
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    mei.press("let_in:1:yes", mei.last)
    await home.settle()
    assert await stopped(home)
