"""How a thread ends: better, seen by a doctor and resting, or asked about no more; and that this is taken back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.circle.circles import Member
from bot.domain.daily.check_ins import Face
from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illness_follow_up import AllClear
from bot.domain.illness.illnesses import UNDO_FOR, Happening, Illness, IllnessEvent, Outcome
from bot.domain.local_time import local
from bot.domain.notifications import Event, Lane, Notification, Told

SAID = {
    Outcome.BETTER: Happening.BETTER,
    Outcome.DOCTOR: Happening.RESTING,
    Outcome.STOPPED: Happening.STOPPED,
}
_GOOD = frozenset({Face.GREAT, Face.WELL, Face.USUAL})
_ON_THE_MIND = timedelta(days=7)  # after that it speaks against no idea any more


@dataclass(frozen=True, slots=True)
class IllnessClosed(Event):
    """The child has seen a doctor and rests, or home is asked no more; neither says that the child is better."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class IllnessReopened(Event):
    """Who has ended it has taken that back; told to exactly those who had heard of the end."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class IllnessGoesOn(Event):
    """↩️ in place of the thanks."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


def end_card(illness_id: int) -> str:
    """The name of the message in which somebody reads how it ended."""
    return f"illness_end:{illness_id}"


def tell_end(
    illness: Illness, outcome: Outcome, by: Member, told: Iterable[int], active: Collection[int]
) -> list[Notification]:
    """Exactly those who were alerted, and who opened the thread; not those who have left the circle since."""
    about = (AllClear if outcome == Outcome.BETTER else IllnessClosed)(illness.id, by.person_id)
    return _tell(illness, about, by, told, active)


def tell_reopened(illness: Illness, by: Member, told: Iterable[int], active: Collection[int]) -> list[Notification]:
    """The same people."""
    return _tell(illness, IllnessReopened(illness.id, by.person_id), by, told, active)


def _tell(
    illness: Illness, about: Event, by: Member, told: Iterable[int], active: Collection[int]
) -> list[Notification]:
    told = [each for each in told if each in active]
    heard = dict.fromkeys([*told, *([illness.opened_by] if illness.opened_by in active else [])])
    card = end_card(illness.id)
    return [
        *tell_changed(illness, told),
        *(
            Notification(each, about, Lane.URGENT, card=card, written=True)
            for each in heard
            if each and each != by.person_id
        ),
    ]


def can_reopen(illness: Illness, end: IllnessEvent | None, by: int, now: datetime) -> bool:
    """Whether this person has ended it, some minutes ago."""
    recent = illness.closed_at is not None and now <= illness.closed_at + UNDO_FOR
    return not illness.is_running and recent and end is not None and end.person_id == by


def rests_on(illness: Illness | None, day: date, zone: str) -> bool:
    """Whether a child has come from the doctor on this day: the question of the day comes again on the next."""
    return (
        illness is not None
        and illness.outcome == Outcome.DOCTOR
        and illness.closed_at is not None
        and local(illness.closed_at, zone).date() == day
    )


def is_no_time_to_play(illness: Illness | None, said_since: Collection[str], now: datetime) -> bool:
    """Whether a child is ill, or was and nobody has said since that all is well."""
    if illness is None or illness.is_running:
        return illness is not None
    recent = illness.closed_at is not None and now - illness.closed_at < _ON_THE_MIND
    return illness.lacks_all_clear and recent and not _GOOD & set(said_since)
