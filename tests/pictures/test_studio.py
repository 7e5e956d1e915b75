"""Pictures are drawn in a process of their own, which may die without one being lost."""

import os
import signal
from datetime import date

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
