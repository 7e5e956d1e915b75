"""Illness as a thread: danger card, alert, escalation while nobody answers, follow-ups, all-clear."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.local_time import next_at

WHATS = ("fever", "stomach", "breathing", "hurt", "other")
CALL = "call"  # where health notes are off: “please call home now”, and no word of illness
WHO_IS_ILL = "who_is_ill"  # the dialogue of who has typed a sign of danger, until it is known of which child
ALSO = "also"  # with it: the other children who have the same adults, for whom the same call is asked for
UNNAMED = "unnamed"  # of a thread's first event: one of several children is ill, and it is not known yet which
TELLING = "ill"  # the dialogue in which a voice or words belong to the thread

ALERT_AFTER = timedelta(seconds=60)
LAPSES_AFTER = timedelta(hours=4)  # what was begun while nothing is shared, and nobody chose
UNDO_FOR = timedelta(minutes=10)
REPEAT_AFTER = timedelta(minutes=15)
STAND_INS_AFTER = timedelta(minutes=60)
CALL_LASTS = timedelta(hours=2)
ASK_AFTER = timedelta(hours=4)
SILENT_AFTER = timedelta(days=14)  # without a word of anybody the thread ends, which is no all-clear
MORNING = 8 * 60
_SOONEST_MORNING = timedelta(hours=2)  # a question that is read at seven is not asked again at eight


class Happening(StrEnum):
    """What can happen in a thread."""

    TOLD = "told"
    SCHOOL = "school"  # a teacher has said something
    SIGN = "sign"  # one more sign, after everybody had been alerted and asked
    SEEN = "seen"
    CALLING = "calling"
    CALLED = "called"
    ASKED = "asked"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    DOCTOR = "doctor"
    DEGREES = "degrees"  # these four are noted with one tap
    GIVEN = "given"
    VISITED = "visited"
    ASLEEP = "asleep"
    RESTING = "resting"  # the three that end it: better, this one, and the next
    STOPPED = "stopped"
    THANKED = "thanked"  # somebody far away, for how it ended
    VOICE = "voice"
    WORDS = "words"
    UNTOLD = "untold"  # words of which nobody has said yet about which child they are: nobody else reads them
    ADDED = "added"  # a letter was made a part of it
    NOBODY = "nobody"  # no parent could be reached, so the stand-ins were told at once
    UNREACHED = "unreached"  # this person, and home was told
    UNDELIVERED = "undelivered"  # an alert that Telegram refused, or of which nobody knows whether it arrived


ANSWERS = (Happening.BETTER, Happening.SAME, Happening.WORSE, Happening.DOCTOR)
NOTES = (Happening.DEGREES, Happening.GIVEN, Happening.VISITED, Happening.ASLEEP)
SAYS_ILL = (Happening.TOLD, Happening.SIGN, Happening.SAME, Happening.WORSE, Happening.DOCTOR, *NOTES)
ENDS = (Happening.BETTER, Happening.RESTING, Happening.STOPPED)
ASKED_ANEW = (Happening.WORSE, Happening.SCHOOL, Happening.SIGN)


class Outcome(StrEnum):
    """How a thread ended."""

    BETTER = "better"
    DOCTOR = "doctor"  # has been at a doctor's, and rests
    STOPPED = "stopped"  # those at home wish to be asked no more; nobody has said that the child is well
    UNKNOWN = "unknown"  # nobody has said anything for long


class IllnessState(StrEnum):
    """Where a thread stands."""

    DRAFT = "draft"  # the danger card is read, and nobody is alerted yet
    OPEN = "open"
    CLOSED = "closed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Illness:
    """One thread; `what` grows with every further tap, `seen_at` is the first 🙏."""

    id: int
    child_id: int
    opened_by: int | None
    state: IllnessState
    what: tuple[str, ...]
    opened_at: datetime
    alert_at: datetime | None = None
    alerted_at: datetime | None = None
    seen_at: datetime | None = None
    caller_id: int | None = None
    call_until: datetime | None = None
    escalation: int = 0
    escalate_at: datetime | None = None
    ask_at: datetime | None = None
    outcome: Outcome | None = None
    closed_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether more can be said in it."""
        return self.state in {IllnessState.DRAFT, IllnessState.OPEN}

    @property
    def waits_for_choice(self) -> bool:
        """Whether it leaves with a tap only, and not by itself: it was begun while the family shares nothing."""
        return (
            self.state == IllnessState.DRAFT
            and self.alert_at is not None
            and self.alert_at - self.opened_at > ALERT_AFTER
        )

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody is asked any more: somebody has seen it or calls, or the last step has been taken."""
        return self.state == IllnessState.OPEN and self.escalate_at is None

    @property
    def is_unknown(self) -> bool:
        """Whether a long silence has ended it: nobody knows how it went."""
        return self.state == IllnessState.CLOSED and self.outcome == Outcome.UNKNOWN

    @property
    def lacks_all_clear(self) -> bool:
        """Whether it is over and nobody has said that the child is better."""
        return self.state == IllnessState.CLOSED and self.outcome != Outcome.BETTER

    @property
    def is_plain(self) -> bool:
        """Whether only “please call home” may be passed on."""
        return CALL in self.what

    def can_undo(self, now: datetime) -> bool:
        """Before the alert, and for ten minutes after it."""
        if self.state == IllnessState.DRAFT:
            return True
        return self.state == IllnessState.OPEN and self.alerted_at is not None and now <= self.alerted_at + UNDO_FOR


@dataclass(frozen=True, slots=True)
class IllnessEvent:
    """Something that happened in a thread."""

    id: int
    illness_id: int
    person_id: int | None
    at: datetime
    what: Happening
    data: dict[str, object]


def may_report(member: Member) -> bool:
    """Those at home and their stand-ins open a thread; parents answer it."""
    return member.may(Action.REPORT_ILLNESS)


def by_school(circle: Circle, opened_by: int | None) -> bool:
    """Whether a teacher has opened the thread: the child is at school, and those at home are alerted too."""
    return opened_by is not None and all(each.person_id != opened_by for each in circle.members)


def alerted_first(circle: Circle, opened_by: int | None) -> list[int]:
    """All parents and the other guardians, who come first when it is the school that calls; never who has tapped."""
    order = (*circle.parents, *circle.guardians)
    if by_school(circle, opened_by):
        order = (*circle.guardians, *circle.parents)
    return [each.person_id for each in order if each.person_id != opened_by]


def present(circle: Circle, illness: Illness, told: Collection[int], by: int | None) -> list[int]:
    """Everybody who takes part now and hears what is new, at home first when it is the school that has told."""
    opener = circle.member(illness.opened_by) if illness.opened_by is not None else None
    everybody = [*alerted_first(circle, illness.opened_by), *([opener.person_id] if opener else []), *told]
    return [each for each in dict.fromkeys(everybody) if each != by]


def is_unnamed(events: Sequence[IllnessEvent]) -> bool:
    """Whether it was begun for one of several children, and nobody has said since that this one is meant."""
    told = [each for each in events if each.what in {Happening.TOLD, Happening.SCHOOL}]
    return bool(told) and all(each.data.get(UNNAMED) for each in told)


def meant_too(events: Sequence[IllnessEvent]) -> list[int]:
    """The other children whom a call may be about, as long as nobody has said which one is meant."""
    also: list[Any] = [event.data.get(ALSO) or () for event in events] if is_unnamed(events) else []
    return [each for found in also for each in found]


def reached(circle: Circle, opened_by: int | None, reachable: Collection[int]) -> bool:
    """Whether the alert finds a parent, or those at home when it is the school that calls."""
    sought = (*circle.parents, *(circle.guardians if by_school(circle, opened_by) else ()))
    return any(each.person_id in reachable for each in sought if each.person_id != opened_by)


def asked_anew(events: Sequence[IllnessEvent]) -> int:
    """Which asking this is: the event from which everybody is asked anew; none for the first alert."""
    return max((each.id for each in events if each.what in ASKED_ANEW), default=0)


def since_worse(events: Sequence[IllnessEvent]) -> list[IllnessEvent]:
    """What counts now: once the child is said to be worse, a sign is added, or the school calls, all are asked anew."""
    since = asked_anew(events)
    return [each for each in events if each.id > since]


def lost_alerts(events: Sequence[IllnessEvent]) -> set[int]:
    """Whom the newest alert may not have reached though their phone can be reached."""
    return {each.person_id for each in since_worse(events) if each.what == Happening.UNDELIVERED and each.person_id}


def has_answered(events: Sequence[IllnessEvent]) -> set[int]:
    """Who has seen it, or has talked with those at home."""
    return {
        each.person_id
        for each in since_worse(events)
        if each.what in {Happening.SEEN, Happening.CALLED} and each.person_id
    }


def is_relied_on(circle: Circle, opened_by: int | None, member: Member) -> bool:
    """Whether home waits for this adult to press 🙏 or 🤙."""
    return member.may(Action.ANSWER_SCHOOL if by_school(circle, opened_by) else Action.ANSWER_ILLNESS)


def at_home(circle: Circle, illness: Illness, now: datetime) -> list[int]:
    """Who is spoken with at home: who opened the thread, or those who can be asked when that person has left."""
    opener = circle.member(illness.opened_by) if illness.opened_by is not None else None
    return [opener.person_id] if opener and may_report(opener) else [each.person_id for each in circle.askable(now)]


def escalation_after(illness: Illness, now: datetime) -> tuple[int, datetime | None]:
    """The step after this one and when: the alert again after 15 minutes, the stand-ins after an hour, no more."""
    if illness.escalation == 0:
        started = illness.escalate_at or now
        return 1, max(started + STAND_INS_AFTER - REPEAT_AFTER, now + REPEAT_AFTER)
    return 2, None


def ask_next(now: datetime, zone: str) -> datetime:
    """The next morning on the child's wall clock."""
    return next_at(now + _SOONEST_MORNING, MORNING, zone)
