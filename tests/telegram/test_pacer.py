"""Telegram's limits are kept, whatever comes and however long it takes to arrive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.notifications import Lane
from bot.telegram.pacer import CHAT_BURST, EARLY, EVERY, GROUP_LIMIT, Pacer

RATE = 28.0
UNDER_WAY = 0.005  # seconds until a message has arrived

ATTEMPT = st.tuples(st.booleans(), st.floats(0.0, 0.1), st.floats(0.0, 1.0), st.floats(0.0, 1.0))


@given(st.lists(ATTEMPT, min_size=30, max_size=150))
def test_never_more_than_the_rate_in_any_second(attempts: list[tuple[bool, float, float, float]]) -> None:
    pacer, now = Pacer(RATE), 100.0
    arrived: list[float] = []
    in_flight: list[tuple[float, object]] = []
    for chat, (fast, pause, there, back) in enumerate(attempts):
        now += pause
        now += pacer.wait(now) if not fast or not pacer.lanes(now) else 0.0
        for landing in [each for each in in_flight if each[0] <= now]:
            pacer.landed(landing[1], landing[0])  # type: ignore[arg-type] # what count gave
            in_flight.remove(landing)
        allowed = pacer.lanes(now)
        if (Lane.URGENT if fast else Lane.BULK) in allowed:
            arrived.append(now + there)
            in_flight.append((now + there + back, pacer.count(chat, now)))
    arrived.sort()
    for at in arrived:
        assert sum(at <= each < at + 1.0 for each in arrived) <= RATE


def test_what_is_no_alert_leaves_evenly_and_leaves_room_for_alerts() -> None:
    pacer, now, sent = Pacer(RATE), 0.0, 0
    while now < 3.0:
        assert Lane.URGENT in pacer.lanes(now)
        if pacer.lanes(now) == EVERY:
            pacer.landed(pacer.count(sent, now), now + UNDER_WAY)
            sent += 1
        now += 0.001
    assert 76 <= sent <= 79


def test_of_two_alerts_at_once_the_second_waits_for_no_more_than_what_left_early() -> None:
    for late in range(40):
        pacer, now = Pacer(RATE), 0.0
        while now < 3.0 + late / 1000:
            now = min(now + max(pacer.wait(now), 0.0001), 3.0 + late / 1000)
            if pacer.lanes(now) == EVERY:
                pacer.landed(pacer.count(int(now * 1000), now), now + UNDER_WAY)
        pacer.landed(pacer.count(-1, now), now + UNDER_WAY)
        assert Lane.URGENT in pacer.lanes(now + EARLY)


def test_a_timer_that_wakes_late_loses_no_slot_and_a_long_rest_gathers_none() -> None:
    pacer, now, sent = Pacer(RATE), 100.0, 0
    while now < 140.0:
        now += pacer.wait(now) + 0.004
        pacer.landed(pacer.count(sent, now), now + UNDER_WAY)
        sent += 1
    assert 1_040 <= sent <= 1_042  # 26 a second, also while each takes a moment to arrive

    now += 60.0
    for _ in range(2):
        assert pacer.lanes(now) == EVERY
        pacer.landed(pacer.count(sent, now), now)
        sent += 1
    assert pacer.lanes(now) == (Lane.URGENT,)


def test_a_full_second_lets_nothing_through_and_says_how_long() -> None:
    pacer = Pacer(4.0)
    for chat in range(4):
        assert pacer.lanes(chat * 0.1)
        pacer.landed(pacer.count(chat, chat * 0.1), chat * 0.1)
    assert pacer.lanes(0.5) == ()
    assert pacer.wait(0.5) == pytest.approx(0.5)
    assert pacer.lanes(1.01) == (Lane.URGENT,)


def test_a_request_without_an_answer_counts_for_longer() -> None:
    pacer = Pacer(1.0)
    pacer.count(1, 0.0)
    assert pacer.lanes(2.9) == ()
    assert pacer.lanes(3.1) == EVERY


def test_a_message_that_was_made_for_long_counts_from_when_it_leaves() -> None:
    pacer = Pacer(2.0)
    made = [pacer.count(chat, 0.0) for chat in range(2)]
    assert pacer.lanes(10.0) == EVERY
    for each in made:
        pacer.delayed(each, 10.0)
    assert pacer.lanes(10.0) == ()
    for each in made:
        pacer.landed(each, 10.5)
    assert pacer.lanes(11.4) == ()
    assert pacer.lanes(11.6) == EVERY


def test_one_message_a_second_for_one_chat() -> None:
    pacer = Pacer(RATE)
    pacer.count(7, 0.0)
    assert pacer.resting(0.5, fast=False) == [7]
    assert pacer.resting(0.5, fast=True) == []
    assert pacer.next_ready(0.5) == pytest.approx(0.5)
    assert pacer.resting(1.0, fast=False) == []
    assert pacer.next_ready(1.0) is None


def test_fast_lanes_may_send_a_burst_to_one_chat() -> None:
    pacer = Pacer(RATE)
    for number in range(CHAT_BURST):
        assert pacer.resting(number * 0.1, fast=True) == []
        pacer.count(7, number * 0.1)
    assert pacer.resting(0.3, fast=True) == [7]
    assert pacer.next_ready(0.3) == pytest.approx(0.7)
    assert pacer.resting(1.0, fast=True) == []


def test_twenty_messages_a_minute_for_one_group() -> None:
    pacer = Pacer(RATE)
    for number in range(GROUP_LIMIT):
        assert pacer.resting(number * 2.0, fast=True) == []
        pacer.count(-7, number * 2.0)
    assert pacer.resting(50.0, fast=True) == [-7]
    assert pacer.resting(60.0, fast=True) == []


def test_patience_for_one_chat_lets_the_others_go_on() -> None:
    pacer = Pacer(RATE)
    pacer.pause(7, 3.0, 0.0)
    assert pacer.resting(1.0, fast=True) == [7]
    assert pacer.lanes(1.0) == EVERY
    assert pacer.resting(3.0, fast=True) == []


def test_three_chats_in_a_row_pause_all() -> None:
    pacer = Pacer(RATE)
    for chat in range(3):
        pacer.pause(chat, 3.0, float(chat))
    assert pacer.lanes(2.0) == ()
    assert pacer.wait(2.0) == pytest.approx(3.0)
    assert pacer.lanes(5.0) == EVERY


def test_three_chats_over_a_long_time_pause_nobody_else() -> None:
    pacer = Pacer(RATE)
    for chat in range(3):
        pacer.pause(chat, 3.0, chat * 4.0)
    assert pacer.lanes(8.0) == EVERY


def test_without_a_rate_everything_goes() -> None:
    pacer = Pacer(0)
    for _ in range(200):
        pacer.landed(pacer.count(7, 0.0), 0.0)
    assert pacer.lanes(0.0) == EVERY
    assert pacer.wait(0.0) == 0.0
    assert pacer.resting(0.0, fast=False) == []


def test_an_album_counts_as_what_it_holds_for_all_and_for_its_chat() -> None:
    pacer = Pacer(rate=30)
    pacer.count(1, 0.0, 10)
    assert pacer.resting(9.0, fast=False) == [1]
    assert pacer.resting(10.0, fast=False) == []
    for chat in range(2, 4):
        pacer.count(chat, 0.0, 10)
    assert pacer.lanes(0.1) == ()  # thirty a second, and no more
