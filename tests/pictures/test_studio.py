"""Pictures are drawn in a process of their own, which may die without one being lost."""

import asyncio
import os
import signal
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date

import pytest

from bot.delivery.requests import Drawing, Request
from bot.domain.daily.weeks import Day, days_until
from bot.pictures.studio import Studio

WEEK = tuple(Day(day) for day in days_until(date(2026, 11, 29)))
DRAWING = Drawing((WEEK,), "photo", "week.png")
ASKED = Request("sendPhoto", {"chat_id": 1}, uploads=True, drawing=DRAWING)


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


class _Deadly:
    """Kills the process that reads it, as a machine without memory does."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


async def test_where_the_process_dies_twice_its_words_go_alone_and_the_next_picture_is_drawn() -> None:
    studio = Studio()
    words = Request("sendMessage", {"chat_id": 1, "text": "Tap the link."})
    deadly = Drawing(_Deadly(), "photo", "class.png")
    try:
        said = await studio.finish(replace(ASKED, drawing=replace(deadly, undrawn=words)))
        with pytest.raises(BrokenProcessPool):  # what has no words of its own is tried again later
            await studio.finish(replace(ASKED, drawing=deadly))
        drawn = await studio.finish(replace(ASKED, drawing=replace(DRAWING, undrawn=words)))
    finally:
        studio.close()

    assert said == words
    assert drawn.method == "sendPhoto"
    assert drawn.params["photo"].input_file_content.startswith(b"\x89PNG")


async def test_several_who_wait_while_the_process_dies_each_get_their_picture() -> None:
    studio = Studio()
    try:
        await studio.finish(ASKED)
        (worker,) = studio.workers
        waiting = asyncio.gather(*(studio.finish(ASKED) for _ in range(4)))
        os.kill(worker, signal.SIGKILL)
        made = await waiting
    finally:
        studio.close()

    assert all(each.drawing is None for each in made)
