"""What one adult alone does not decide: another adult agrees, or a day goes by in which nobody objects."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle, MemberState, Role
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.privacy.erasing import COOLING_OFF


class ApprovalState(StrEnum):
    """Where a wish stands."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"


class Wish(StrEnum):
    """What another adult agrees to."""

    EXPORT = "export"
    ERASE = "erase"
    THAW = "thaw"  # that sharing begins again


# Nobody shortens the time of these: erasing brings nothing back, and whom a stop of sharing protects may not be here.
UNHURRIED = frozenset({Wish.ERASE, Wish.THAW})
WITHIN = timedelta(hours=24)


def within(action: Wish) -> timedelta:
    """How long the others have; what cannot be brought back takes longer, and nobody can shorten it."""
    return COOLING_OFF if action == Wish.ERASE else WITHIN


@dataclass(frozen=True, slots=True)
class Approval:
    """One such wish."""

    id: int
    child_id: int
    action: Wish
    asked_by: int
    due_at: datetime
    state: ApprovalState
    decided_by: int | None


@dataclass(frozen=True, slots=True)
class ApprovalAsked(Event):
    """The others: is it all right?"""

    while_stopped = Told.EVERYBODY
    approval_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class ApprovalWaits(Event):
    """Who asked: the others know, and when it happens without an answer."""

    while_stopped = Told.EVERYBODY
    approval_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class ApprovalDecided(Event):
    """How it ended, said to who asked and to those who were asked."""

    while_stopped = Told.EVERYBODY
    approval_id: int
    child_id: int


def needs_second_adult(circle: Circle, person_id: int) -> bool:
    """Whether there is another adult; who is alone around a child decides alone.

    One whose place is closed counts: who closes it wins a day for nobody but them (SG-23). Who is near knows too little
    of the child to agree to anything.
    """
    others = (each for each in circle.members if each.role is not Role.NEAR and each.person_id != person_id)
    return any(each.state == MemberState.ACTIVE for each in others)


def can_be_asked(circle: Circle, asker: int) -> bool:
    """Whether any of the others could agree now."""
    return bool(_approvers(circle, asker))


def tell_asked(circle: Circle, approval: Approval) -> list[Notification]:
    """Everybody who may agree is asked, and who asked reads when it happens without an answer."""
    waits = ApprovalWaits(approval.id, approval.child_id)
    others = [
        each for other in circle.others(approval.asked_by) for each in tell_asked_too(circle, approval, other.person_id)
    ]
    return [*others, Notification(approval.asked_by, waits, Lane.REPLY, card=card_of(approval))]


def tell_asked_too(circle: Circle, approval: Approval, person_id: int) -> list[Notification]:
    """One of those who may agree is asked."""
    asked = ApprovalAsked(approval.id, approval.child_id)
    may_agree = person_id in _approvers(circle, approval.asked_by)
    return [Notification(person_id, asked, Lane.NOTICE, card=card_of(approval), written=True)] if may_agree else []


def tell_decided(circle: Circle, approval: Approval) -> list[Notification]:
    """How it ended, in the same message for everybody."""
    about = ApprovalDecided(approval.id, approval.child_id)
    others = [
        Notification(each, about, Lane.REPLY, card=card_of(approval), edits_card=True)
        for each in _approvers(circle, approval.asked_by)
    ]
    asker = circle.member(approval.asked_by)
    return [*others, Notification(asker.person_id, about, Lane.REPLY)] if asker else others


def card_of(approval: Approval) -> str:
    """The message in which it stands."""
    return f"approval:{approval.id}"


def _approvers(circle: Circle, asker: int) -> list[int]:
    return [each.person_id for each in circle.others(asker) if each.may(Action.APPROVE)]
