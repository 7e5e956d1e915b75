"""Pictures are drawn in a process of their own, which may die without one being lost."""

import asyncio
import os
import signal
from datetime import date

import pytest

from bot.delivery.requests import Drawing, Request
from bot.domain.daily.weeks import Day, days_until
from bot.pictures.studio import Studio

WEEK = tuple(Day(day) for day in days_until(date(2026, 11, 29)))
ASKED = Request("sendPhoto", {"chat_id": 1}, uploads=True, drawing=Drawing((WEEK,), "photo", "week.png"))


async def test_a_process_that_was_killed_costs_no_picture_and_what_needs_none_is_left_alone() -> None:
    studio = Studio()
    try:
        assert await studio.finish(Request("sendMessage")) == Request("sendMessage")
        assert studio.workers == []  # nothing has begun for it
        first = await studio.finish(ASKED)
        os.kill(studio.workers[0], signal.SIGKILL)

        second = await studio.finish(ASKED)
    finally:
        studio.close()

    for made in (first, second):
        assert made.drawing is None
        assert made.params["photo"].input_file_content.startswith(b"\x89PNG")
        assert made.params["chat_id"] == 1
    assert studio.workers == []


async def test_a_process_that_has_drawn_enough_makes_room_for_another_and_every_picture_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.pictures.studio.AT_MOST", 2)
    studio, seen = Studio(), set()
    try:
        async with asyncio.timeout(60):
            for _ in range(5):
                await studio.finish(ASKED)
                seen |= set(studio.workers)
            at_once = await asyncio.gather(*(studio.finish(ASKED) for _ in range(5)))
    finally:
        studio.close()

    assert len(seen) >= 3
    assert all(each.drawing is None for each in at_once)
