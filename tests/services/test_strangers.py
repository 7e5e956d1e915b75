"""Whoever belongs nowhere is answered once a minute; whoever takes part, always."""

from dataclasses import replace

from bot.simulator.cast import IVAN
from tests.homeline import Homeline


async def test_who_belongs_nowhere_is_answered_once_a_minute_and_hears_the_same_once_an_hour(home: Homeline) -> None:
    ivan = await home.newcomer(IVAN)
    said = len(ivan.texts)

    async def letters(count: int) -> int:
        before = len(ivan.texts)
        for _ in range(count):
            ivan.say("x")
        await home.settle()
        return len(ivan.texts) - before

    assert await letters(5) == 1
    await home.later(seconds=50)
    assert await letters(5) == 0
    await home.later(seconds=20)
    assert await letters(5) == 1  # other words: the first menu
    for _ in range(6):
        await home.later(minutes=5)
        assert await letters(3) == 0
    await home.later(minutes=31)
    assert await letters(3) == 1
    assert len(set(ivan.texts[said:])) == 2


async def test_a_newcomers_taps_start_and_links_are_always_answered(home: Homeline) -> None:
    link = await home.child()
    ivan = home.phone(replace(IVAN, language_code="en"))
    for _ in range(4):
        ivan.say("hello")
    await home.settle()
    assert len(ivan.texts) == 1  # the three points, once
    for _ in range(3):
        before = len(ivan.texts)
        ivan.start()
        await home.settle()
        assert len(ivan.texts) == before + 1
    before = len(ivan.texts)
    ivan.start(link.rpartition("=")[2])
    await home.settle()
    assert len(ivan.texts) == before + 1
    for label in ("✅", "✅", "✅"):
        ivan.tap(label)
        await home.settle()
    assert "Lily" in ivan.texts[-1]


async def test_nothing_that_a_member_writes_goes_unanswered(home: Homeline) -> None:
    mei, _fang = await home.family()
    before = len(mei.texts)
    for _ in range(4):
        mei.say("x")
        await home.settle()
    assert len(mei.texts) == before + 4
