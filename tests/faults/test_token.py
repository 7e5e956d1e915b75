"""A token that Telegram knows no more: one line, a few requests, and a queue that waits for the right one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.notifications import Lane
from bot.simulator.cast import FANG, JUN, MEI
from bot.telegram.pacer import Pacer
from tests.faults.conftest import Note
from tests.faults.figures import Figures, arrived, put, states
from tests.homeline import Homeline

PEOPLE = tuple(replace(each, language_code="en") for each in (MEI, FANG, JUN))


async def test_a_token_that_was_revoked_costs_no_message_and_no_storm_of_requests(
    home: Homeline, note: Note, caplog: pytest.LogCaptureFixture
) -> None:
    for person in PEOPLE:
        await home.newcomer(person)
    home.app.sender._pacer = Pacer(28)
    words: dict[int, list[str]] = {person.id: [] for person in PEOPLE}
    for number in range(30):
        person = PEOPLE[number % 3]
        words[person.id].append(await put(home, person, 10 + number, Lane.ROUTINE))
    right, home.simulator.token = home.simulator.token, "1234567:NEW"
    caplog.clear()
    before = home.simulator.refused
    for _ in range(120):
        await home.later(seconds=1)
    assert home.simulator.refused - before - 120 < 60  # the poller asks once each time it is let
    assert (await states(home))["pending"] == 30
    assert sum("does not know this token" in each.getMessage() for each in caplog.records) == 1
    assert "NEW" not in caplog.text

    home.simulator.token = right
    until = home.clock.now() + timedelta(minutes=3)
    while (await states(home))["pending"] and home.clock.now() < until:
        await home.later(seconds=2)
    while home.clock.now() < until:  # nothing comes twice
        await home.later(seconds=15)
    found = [arrived(home, person, words[person.id]) for person in PEOPLE]
    missing, twice = sum(each[0] for each in found), sum(each[1] for each in found)
    note(Figures("a token that was revoked, 2 minutes", 30, missing, twice, 0, "all of it, once the token is right"))
