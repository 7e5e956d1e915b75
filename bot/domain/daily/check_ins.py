"""Check-ins: one expected answer about a child for each (child, local date, slot)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.daily.one_card import CARD
from bot.domain.local_time import at_wall_clock, local, next_at
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.records import record

GRACE = timedelta(hours=24)
REMIND_AFTER = timedelta(hours=3)
NEXT_MORNING = 8 * 60
LATEST_REMINDER = 21 * 60
EARLIEST = 6 * 60


class Face(StrEnum):
    """The four faces, and the two answers of families without health notes."""

    GREAT = "great"
    WELL = "well"
    HARD = "hard"
    SAD = "sad"
    USUAL = "usual"
    CALL = "call"


class CheckInState(StrEnum):
    """Where an expected answer stands."""

    NEW = "new"  # nobody at home could be asked yet
    ASKED = "asked"
    SILENT = "silent"  # due, and not asked about, since nothing has come from home for days
    LATE = "late"
    MISSED = "missed"
    HEARD = "heard"  # something else came from home: nothing is missing, and a face is welcome until the next question
    ANSWERED = "answered"
    TOGETHER = "together"  # an earlier day, settled by the tap that answered a later one
    PAUSED = "paused"
    CLEARED = "cleared"


@record(frozen=True, slots=True)
class CheckIn:
    """One row; `due_at` is the child's wall clock as an instant in UTC."""

    id: int
    child_id: int
    local_date: str
    slot: str
    state: CheckInState
    due_at: datetime
    answered_at: datetime | None = None
    answered_by: int | None = None
    face: Face | None = None
    way: int = 0
    held: str = ""  # what it waits for before the parents read it

    @property
    def is_missing(self) -> bool:
        """Whether home still owes a word: asked, late or missed, and nothing has come since."""
        return self.state in {CheckInState.ASKED, CheckInState.SILENT, CheckInState.LATE, CheckInState.MISSED}


@dataclass(frozen=True, slots=True)
class CheckInAsked(Event):
    """The guardian is asked how the child is, and about every other child they look after; `alone`, about this one."""

    while_stopped = Told.NOBODY
    child_id: int
    reminder: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class CheckInAnswered(Event):
    """A guardian has tapped a face; told to each parent."""

    while_stopped = Told.NOBODY
    joins = True
    check_in_id: int
    child_id: int
    by: int
    face: str
    at: datetime
    local_date: str
    late: bool
    since: str = ""  # where one tap has settled several days, the day of the answer before
    way: int = 0  # in which of several ways it is said
    also: tuple[int, ...] = ()  # the children before this one of whom the same tap says the same


@dataclass(frozen=True, slots=True)
class AnswerReceived(Event):
    """The guardian's thanks, in place of the card; with what is still open below it.

    `others` are the answers about further children that the same tap has given.
    """

    while_stopped = Told.NOBODY
    child_id: int
    check_in_id: int
    face: str
    by: int
    others: tuple[int, ...] = ()
    offer: str = ""  # the weekdays on which answers come, once they are known
    opened: bool = False  # of several children, this one stands below it with what was seen


@dataclass(frozen=True, slots=True)
class ThanksSent(Event):
    """A parent's ❤️; told to the guardian who answered."""

    while_stopped = Told.NOBODY
    joins = True
    silent = True
    child_id: int
    by: int


@dataclass(frozen=True, slots=True)
class ThanksNoted(Event):
    """To the parent who has pressed ❤️: a short note, while the heart comes onto the news."""

    while_stopped = Told.NOBODY
    child_id: int
    to: int


_YES = frozenset(
    {"👍", "👌", "🆗", "🙂", "ok", "okay", "yes", "good", "好", "好的", "行", "да", "ок", "хорошо", "ha", "xa"}
)


def face_in_words(said: str, *, health_notes: bool) -> Face | None:
    """The face that somebody means who writes instead of tapping: its number on the card, or a plain yes."""
    faces = [Face.GREAT, Face.WELL, Face.HARD, Face.SAD] if health_notes else [Face.USUAL, Face.CALL]
    word = said.strip().strip(".!。！").casefold().rstrip("\ufe0f🏻🏼🏽🏾🏿")
    if word in _YES:
        return Face.WELL if health_notes else Face.USUAL
    if len(word) == 1 and word.isdecimal() and 1 <= int(word) <= len(faces):
        return faces[int(word) - 1]
    return None


def grace_from(due_at: datetime, delays: Sequence[timedelta]) -> datetime:
    """When an unanswered check-in counts as missed.

    Grace starts at 24 hours and is learned from when home really speaks: twice the third longest of the
    last twelve delays, so that one late day changes nothing and who answers weekly gets days; at most nine days.
    """
    if len(delays) < 3:
        return due_at + GRACE
    usual = sorted(delays)[-3]
    return due_at + min(max(GRACE, usual * 2), timedelta(days=9))


def remind_at(asked_at: datetime, zone: str) -> datetime:
    """The one reminder: after three hours, or next morning when that would be late in the evening."""
    wanted = asked_at + REMIND_AFTER
    wall = local(wanted, zone)
    same_day = wall.date() == local(asked_at, zone).date()
    if same_day and wall.hour * 60 + wall.minute <= LATEST_REMINDER:
        return wanted
    day = wall.date() if not same_day else wall.date() + timedelta(days=1)
    return at_wall_clock(day, NEXT_MORNING, zone)


def kind_hour(now: datetime, zone: str) -> datetime:
    """`now`, or next morning when it is night at home: a question that is late after an outage wakes nobody."""
    wall = local(now, zone)
    minute = wall.hour * 60 + wall.minute
    if EARLIEST <= minute <= LATEST_REMINDER:
        return now
    return next_at(now, NEXT_MORNING, zone)


def due(local_date: date, minute: int, zone: str) -> datetime:
    """When a check-in is due: the child's wall clock, as an instant in UTC."""
    return at_wall_clock(local_date, minute, zone)


def tell_asked(circle: Circle, now: datetime, *, reminder: bool = False) -> list[Notification]:
    """Ask those at home; each has one card for all children."""
    return [
        Notification(
            each.person_id,
            CheckInAsked(circle.child.id, reminder),
            Lane.ROUTINE,
            card=CARD,
            not_before=kind_hour(now, circle.child.zone),
        )
        for each in circle.askable(now)
    ]


def news_of(circle: Circle, check_in: CheckIn, by: int, face: Face, at: datetime, since: str = "") -> CheckInAnswered:
    """What an answer says to those far away; `since`: as in CheckInAnswered."""
    late = check_in.local_date != local(at, circle.child.zone).date().isoformat()
    return CheckInAnswered(check_in.id, circle.child.id, by, face, at, check_in.local_date, late, since, check_in.way)


def tell_answered(
    circle: Circle,
    by: Member,
    check_in: CheckIn,
    face: Face,
    now: datetime,
    told: Sequence[int] = (),
    since: str = "",
    tap: str = "",
) -> list[Notification]:
    """Good news to each parent; what one `tap` says of several children is one message to a parent of them all.

    `told` are those who have heard that the answer was missing: the news reaches exactly them too.
    """
    news = news_of(circle, check_in, by.person_id, face, now, since)
    parents = {each.person_id for each in circle.parents}
    heard = parents | ({person for person in told if circle.member(person)} - {by.person_id})
    lane = Lane.NOTICE if face is Face.CALL else Lane.ROUTINE
    merge = f"news:{tap or circle.child.id}"
    return [
        Notification(person, news, lane, card=news_card(check_in.id), merge=merge, written=True)
        for person in sorted(heard - {by.person_id})
    ]


def who_was_asked(circle: Circle, by: Member, now: datetime, told: Sequence[int] = ()) -> list[int]:
    """The other adults whose card changes with an answer: those at home, and who was told that it was missing."""
    return [
        each.person_id
        for each in circle.others(by.person_id)
        if each.role != Role.PARENT and (each.person_id in told or each in circle.askable(now))
    ]


def answered_with(open_days: Sequence[CheckIn], until: CheckIn) -> list[CheckIn]:
    """What a tap on the card of one day settles: every day up to it, and those since then that brought no card."""
    later = takewhile(lambda each: each.state == CheckInState.SILENT, (e for e in open_days if e.due_at > until.due_at))
    return [*(each for each in open_days if each.due_at <= until.due_at), *later]


def tell_thanks(circle: Circle, by: Member, answered_by: int) -> list[Notification]:
    """A parent's ❤️ to the guardian who answered."""
    return [Notification(answered_by, ThanksSent(circle.child.id, by.person_id), Lane.ROUTINE, written=True)]


def news_card(check_in_id: int | str) -> str:
    """The name of the message in which somebody far away reads an answer."""
    return f"news:{check_in_id}"


@dataclass(frozen=True, slots=True)
class AnswerTakenBack(Event):
    """The guardian pressed ↩️; the news is edited where it was seen."""

    while_stopped = Told.NOBODY
    joins = True
    check_in_id: int
    child_id: int
    by: int


def tell_taken_back(circle: Circle, by: Member, check_in: CheckIn, unsure: Collection[int]) -> list[Notification]:
    """Those who may have read the news, in which message nobody knows; quiet hours hold it."""
    about = AnswerTakenBack(check_in.id, circle.child.id, by.person_id)
    return [Notification(each, about, Lane.ROUTINE, card=news_card(check_in.id), written=True) for each in unsure]


def tell_asked_again(circle: Circle, by: Member, shown: Collection[int]) -> list[Notification]:
    """After ↩️ the question stands again, for who has tapped and where it was taken away from others at home."""
    about = CheckInAsked(circle.child.id)
    at_home = [each.person_id for each in circle.active if each.role != Role.PARENT and each.person_id in shown]
    return [
        Notification(each, about, Lane.REPLY, card=CARD, edits_card=True)
        for each in dict.fromkeys([by.person_id, *at_home])
    ]
