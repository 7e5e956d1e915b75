"""An account that comes back after a long silence: another adult says first that it is still who it was."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.membership import number_of
from bot.domain.notifications import Event, Lane, Notification, Told

LONG = timedelta(days=60)
COACHED_AFTER = timedelta(days=21)
COACHED_AGAIN = timedelta(days=182)
AWAITED = "awaited"


@dataclass(frozen=True, slots=True)
class KnownAsked(Event):
    """The others: is it still them?"""

    while_stopped = Told.NOBODY
    child_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class KnownAwaited(Event):
    """Who is back: nothing is shown before another adult has said so, or the operator, who asks for the number."""

    while_stopped = Told.NOBODY
    child: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class AccountAdvised(Event):
    """How to keep one's Telegram one's own: two-step verification."""

    while_stopped = Told.NOBODY


def was_silent_long(seen_on: str | None, today: date) -> bool:
    """Whether a phone was silent for sixty days; of whom nobody knows, nothing is concluded."""
    return seen_on is not None and today - date.fromisoformat(seen_on) >= LONG


def can_vouch(circle: Circle, me: int, other: Member) -> bool:
    """Another adult, who is known themselves."""
    return other.is_active and other.is_closed and other.person_id != me and not circle.hides(other, me)


def tell_known_asked(circle: Circle, member: Member) -> list[Notification]:
    """The others are asked, and who is back reads why nothing is shown."""
    about = KnownAsked(circle.child.id, member.id)
    return [
        Notification(member.person_id, KnownAwaited(circle.child.name, number_of(member)), Lane.REPLY, card=AWAITED),
        *(
            Notification(each.person_id, about, Lane.NOTICE, card=f"known:{member.id}")
            for each in circle.others(member.person_id)
            if not each.is_closed and not circle.hides(member, each.person_id)
        ),
    ]


def can_be_asked(circle: Circle, member: Member, last_seen: dict[int, str | None], now: datetime) -> bool:
    """Whether anybody is there to vouch: an adult who has been here lately."""
    return any(
        not each.is_closed
        and not circle.hides(member, each.person_id)
        and last_seen.get(each.person_id) is not None
        and not was_silent_long(last_seen[each.person_id], now.date())
        for each in circle.others(member.person_id)
    )
