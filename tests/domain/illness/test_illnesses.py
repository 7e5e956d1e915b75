"""Illness, decided without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.illness.illnesses import Illness, ask_next, ladder_after

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def thread(**values: object) -> Illness:
    """A thread that was opened now."""
    row = {"id": 1, "child_id": 1, "opened_by": 2, "state": "open", "what": (), "opened_at": NOW, **values}
    return Illness(**row)  # type: ignore[arg-type] # the fields are given by name


@pytest.mark.parametrize(
    ("state", "minutes", "allowed"),
    [("draft", 600, True), ("open", 10, True), ("open", 10.1, False), ("closed", 1, False), ("undone", 1, False)],
)
def test_undo_is_open_until_ten_minutes_after_the_alert(state: str, minutes: float, allowed: bool) -> None:
    found = thread(state=state, alerted_at=None if state == "draft" else NOW)
    assert found.can_undo(NOW + timedelta(minutes=minutes)) is allowed


def test_the_ladder_repeats_brings_stand_ins_and_ends() -> None:
    repeat_at = NOW + timedelta(minutes=15)
    assert ladder_after(thread(escalate_at=repeat_at), repeat_at) == (1, NOW + timedelta(minutes=60))
    assert ladder_after(thread(escalation=1), NOW) == (2, None)
    assert ladder_after(thread(escalation=2), NOW) == (2, None)


def test_after_an_outage_the_stand_ins_are_not_told_in_the_same_breath() -> None:
    late = NOW + timedelta(hours=9)
    assert ladder_after(thread(escalate_at=NOW), late) == (1, late + timedelta(minutes=15))


@pytest.mark.parametrize(
    ("zone", "asked", "morning"),
    [
        ("Asia/Shanghai", (2026, 11, 23, 12, 0), (2026, 11, 24, 0, 0)),
        ("Asia/Shanghai", (2026, 11, 23, 18, 0), (2026, 11, 24, 0, 0)),
        ("Asia/Shanghai", (2026, 11, 23, 23, 30), (2026, 11, 25, 0, 0)),
        ("Europe/Chisinau", (2027, 3, 27, 20, 0), (2027, 3, 28, 5, 0)),
        ("Europe/Chisinau", (2026, 10, 24, 20, 0), (2026, 10, 25, 6, 0)),
        ("America/New_York", (2026, 11, 1, 0, 0), (2026, 11, 1, 13, 0)),
    ],
)
def test_next_morning_is_eight_on_the_childs_clock(
    zone: str, asked: tuple[int, int, int, int, int], morning: tuple[int, int, int, int, int]
) -> None:
    assert ask_next(datetime(*asked, tzinfo=UTC), zone) == datetime(*morning, tzinfo=UTC)
