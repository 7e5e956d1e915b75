"""Signs of life: whatever an adult at home does that speaks of the child, be it a face or not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.notifications import Event, Lane, Notification, Told


class Sign(StrEnum):
    """What it was; opening a menu, a setting and a consent are none."""

    FACE = "face"
    ILLNESS = "illness"  # a tap of 🤒, its follow-up, a note in the thread, 🙏 and 🤙 at home
    LETTER = "letter"
    PLAYED = "played"
    ANSWER = "answer"  # the child's own, recorded at home
    ERRAND = "errand"  # 🙋
    ABSENCE = "absence"
    SCHOOL = "school"  # words to the child's teacher
    CALL = "call"  # asked for, or an answer to a planned one


@dataclass(frozen=True, slots=True)
class Heard:
    """The newest sign of life about a child; from whom and what it was is forgotten before the time is."""

    at: datetime
    by: int | None
    sign: Sign | None


@dataclass(frozen=True, slots=True)
class HeardAgain(Event):
    """Home is heard again; to exactly those who had been told that nothing came."""

    while_stopped = Told.NOBODY
    child_id: int
    by: int
    at: datetime


def speaks_for_home(member: Member) -> bool:
    """Whether what this adult does says how it is at home: everybody there and who steps in, no parent far away."""
    return member.role != Role.PARENT


def tell_heard_again(
    circle: Circle, by: Member, told: Iterable[int], knows: Collection[int], now: datetime
) -> list[Notification]:
    """The all-clear of a silence; `knows` are those who read the thing itself, and need no second message."""
    about = HeardAgain(circle.child.id, by.person_id, now)
    return [
        Notification(each, about, Lane.ROUTINE)
        for each in told
        if each != by.person_id and each not in knows and circle.member(each)
    ]
