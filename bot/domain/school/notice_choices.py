"""A question to families: yes or no, or two to five answers that the teacher writes; and until when it is open."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.local_time import at_wall_clock, day_of
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school import notice_own_time

CHOOSING = "notice_choices"  # the dialogue in which a teacher writes the answers
LEAST, MOST = 2, 5
LONGEST = 30  # signs of one answer: a button of a small phone shows them whole
YES_NO = ("yes", "no")

_SIGN = re.compile(r"^\s*(?:[-–—•*✅❌]+|[1-9]️?⃣|\d{1,2}\s*[.)）:：、．])\s*")
_APART = (re.compile(r"[;；|/\t]"), re.compile(r"[,，、]"))


class Wrong(StrEnum):
    """Why what was written is no choice."""

    FEW = "few"
    MANY = "many"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class ChoicesAsked(Event):
    """Which answers shall families choose from? `wrong`: why what came is none."""

    while_stopped = Told.AT_HOME
    notice_id: int
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineAsked(Event):
    """Until which day, until which hour of it; `passed`: the one that was chosen is over, or comes before it leaves."""

    while_stopped = Told.AT_HOME
    notice_id: int
    day: int = 0
    passed: bool = False


@dataclass(frozen=True, slots=True)
class AnswersOver(Event):
    """A short note to who answers too late: it is over, and what can be done."""

    while_stopped = Told.AT_HOME


@dataclass(frozen=True, slots=True)
class NoticeOutcome(Event):
    """To who teaches the class, at the deadline: what families have answered."""

    while_stopped = Told.AT_HOME
    notice_id: int


def choices_in(text: str) -> tuple[str, ...] | Wrong:
    """The answers of a message: a line each, or one line with signs between them."""
    lines = [each for each in text.splitlines() if each.strip()]
    for sign in _APART:
        if len(lines) == 1:
            lines = sign.split(lines[0])
    bare = (" ".join(_SIGN.sub("", each).split()) for each in lines)
    found = {each.casefold(): each for each in bare if each}
    if len(found) < LEAST:
        return Wrong.FEW
    if len(found) > MOST:
        return Wrong.MANY
    return Wrong.LONG if any(len(each) > LONGEST for each in found) else tuple(found.values())


def may_be_said(answer: str, choices: tuple[str, ...]) -> bool:
    """Whether this is one of the answers: yes or no, or a number of a choice."""
    return answer in YES_NO if not choices else answer.isdigit() and 1 <= int(answer) <= len(choices)


def deadline_days(now: datetime, zone: str) -> list[date]:
    """The days on which a question can end, on the school's calendar."""
    return [each for each in notice_own_time.days(now, zone) if deadline_hours(each, now, zone)]


def deadline_hours(day: date, now: datetime, zone: str) -> list[int]:
    """The hours of that day that are still to come."""
    return [each for each in notice_own_time.HOURS if at_wall_clock(day, each * 60, zone) > now]


def deadline(number: int, now: datetime, zone: str) -> datetime | None:
    """The instant behind a number such as 2026120118; none where it is over or was not offered."""
    day, hour = day_of(number // 100), number % 100
    if day is None or day not in deadline_days(now, zone) or hour not in deadline_hours(day, now, zone):
        return None
    return at_wall_clock(day, hour * 60, zone)


def outcome_of(notice_id: int) -> str:
    """The name of the message in which a teacher sees what came of a question."""
    return f"notice_outcome:{notice_id}"


def tell_outcome(notice_id: int, teachers: list[int]) -> list[Notification]:
    """Once each; it waits for their day."""
    about, card = NoticeOutcome(notice_id), outcome_of(notice_id)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True) for each in teachers]
