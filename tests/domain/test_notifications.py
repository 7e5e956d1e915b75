"""A notification goes into a row and comes out the same."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from bot.domain.notifications import Event, Lane, Notification, Told, dump, load


@dataclass(frozen=True, slots=True)
class Happened(Event):
    while_stopped = Told.NOBODY
    child_id: int
    at: datetime
    days: tuple[str, ...] = ()
    note: str | None = None


def test_it_comes_out_as_it_went_in() -> None:
    about = Happened(7, datetime(2026, 11, 23, 8, tzinfo=UTC), ("2026-11-22", "2026-11-23"))
    assert load(dump(about), {"Happened": Happened}) == about


def test_a_kind_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        load({"kind": "Nothing"}, {})


@pytest.mark.parametrize("lane", list(Lane))
def test_alerts_replies_and_what_people_wrote_are_sent_again(lane: Lane) -> None:
    about = Happened(7, datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert Notification(1, about, lane).retry_if_unknown == (lane in {Lane.URGENT, Lane.REPLY})
    assert Notification(1, about, lane, written=True).retry_if_unknown
