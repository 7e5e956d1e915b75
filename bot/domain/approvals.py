"""What one adult alone does not decide: another adult agrees, or a day goes by in which nobody objects."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.circle import Circle
from bot.domain.erasing import COOLING_OFF
from bot.domain.roles import Action
from bot.domain.tell import About, Lane, Tell

EXPORT, ERASE, JOIN = "export", "erase", "join"
WITHIN = timedelta(hours=24)


def within(action: str) -> timedelta:
    """How long the others have; what cannot be brought back takes longer, and nobody can shorten it."""
    return COOLING_OFF if action == ERASE else WITHIN


@dataclass(frozen=True, slots=True)
class Approval:
    """One such wish; `subject` is the member whom it lets in."""

    id: int
    child_id: int
    action: str
    subject: int | None
    asked_by: int
    due_at: datetime
    state: str
    decided_by: int | None


@dataclass(frozen=True, slots=True)
class ApprovalAsked(About):
    """The others: is it all right?"""

    approval_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class ApprovalWaits(About):
    """Who asked: the others know, and when it happens without an answer."""

    approval_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class ApprovalDecided(About):
    """How it ended, said to who asked and to those who were asked."""

    approval_id: int
    child_id: int


def needs_second_adult(circle: Circle, person_id: int) -> bool:
    """Whether there is another adult who could agree; who is alone around a child decides alone."""
    return bool(_approvers(circle, person_id))


def tell_asked(circle: Circle, found: Approval) -> list[Tell]:
    """Everybody who may agree is asked, and who asked reads when it happens without an answer."""
    asked = ApprovalAsked(found.id, found.child_id)
    waits = ApprovalWaits(found.id, found.child_id)
    others = [
        Tell(each, asked, Lane.NOTICE, card=card_of(found), written=True) for each in _approvers(circle, found.asked_by)
    ]
    return [*others, Tell(found.asked_by, waits, Lane.REPLY, card=card_of(found))]


def tell_decided(circle: Circle, found: Approval) -> list[Tell]:
    """How it ended, in the same message for everybody."""
    about = ApprovalDecided(found.id, found.child_id)
    others = [
        Tell(each, about, Lane.REPLY, card=card_of(found), replaces=True) for each in _approvers(circle, found.asked_by)
    ]
    asker = circle.member(found.asked_by)
    return [*others, Tell(asker.person_id, about, Lane.REPLY)] if asker else others


def card_of(found: Approval) -> str:
    """The message in which it stands."""
    return f"approval:{found.id}"


def _approvers(circle: Circle, asker: int) -> list[int]:
    return [each.person_id for each in circle.others(asker) if each.may(Action.APPROVE)]
