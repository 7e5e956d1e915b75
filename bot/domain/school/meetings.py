"""Times at which a teacher meets families, at school or by phone: offered in one go, taken by one adult each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.local_time import DAY, at_wall_clock, local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.schools import family

LENGTHS = (10, 15, 20, 30)  # minutes
WINDOWS = ((16, 18), (18, 20), (8, 10), (10, 12), (14, 16))  # from hour, until hour, on the school's clock
DAYS = 8  # that can be chosen, from tomorrow on
SUNDAY = 6
OFFERS_A_DAY = 10
FIRST_FOR = DAY  # by phone: those far away have so long before the others
EVENING = 18 * 60  # of the day before
NEAR = timedelta(minutes=30)
FRESH = timedelta(hours=1)  # who has taken a time so lately needs no reminder of it


@dataclass(frozen=True, slots=True)
class Plan:
    """What a teacher has chosen so far; it travels in the buttons, and nothing of it is kept before it is offered."""

    first: int  # the day before the first that can be chosen, as an ordinal
    days: int = 0  # a bit for each
    length: int = 1
    window: int = 0
    remote: bool = False

    @property
    def minutes(self) -> int:
        """How long each lasts."""
        return LENGTHS[self.length % len(LENGTHS)]

    @property
    def hours(self) -> tuple[int, int]:
        """From when until when."""
        return WINDOWS[self.window % len(WINDOWS)]

    def choices(self) -> list[tuple[int, date]]:
        """The days to choose from, each with its bit; on Sundays nobody is asked to school."""
        coming = [(place, date.fromordinal(self.first + place + 1)) for place in range(DAYS)]
        return [(1 << place, day) for place, day in coming if day.weekday() != SUNDAY]

    def chosen(self) -> list[date]:
        """The days that are chosen."""
        return [day for bit, day in self.choices() if self.days & bit]

    def times(self, zone: str, now: datetime, busy: Iterable[tuple[datetime, datetime]]) -> list[datetime]:
        """When a meeting can begin: one after the other, but where this teacher has offered something already."""
        taken, lasts = list(busy), timedelta(minutes=self.minutes)
        begin, end = (hour * 60 for hour in self.hours)
        found = [
            at_wall_clock(day, minute, zone)
            for day in self.chosen()
            for minute in range(begin, end - self.minutes + 1, self.minutes)
        ]
        free = [at for at in found if at > now and not any(at < until and since < at + lasts for since, until in taken)]
        return sorted(set(free))


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was offered to a class in one go."""

    id: int
    class_id: int
    remote: bool
    minutes: int
    offered_at: datetime
    open_at: datetime
    cancelled_at: datetime | None
    offered_by: int | None = None  # whom the families meet, as long as they teach the class

    @property
    def lasts(self) -> timedelta:
        """How long each takes."""
        return timedelta(minutes=self.minutes)

    def is_open_to(self, member: Member, now: datetime) -> bool:
        """Whether this adult may take a time: by phone those who live far away go first."""
        return self.cancelled_at is None and (now >= self.open_at or is_far(member))


@dataclass(frozen=True, slots=True)
class Slot:
    """One of its times, and whose it is."""

    id: int
    meeting_id: int
    at: datetime
    child_id: int | None
    person_id: int | None
    taken_at: datetime | None = None

    def was_taken_by(self, at: datetime) -> bool:
        """Whether it was taken then or before."""
        return self.is_taken and (self.taken_at is None or self.taken_at <= at)

    @property
    def is_taken(self) -> bool:
        """Who has gone, or was erased, keeps no time."""
        return self.child_id is not None and self.person_id is not None


@dataclass(frozen=True, slots=True)
class MeetingPlanned(Event):
    """The teacher's card: days, length, where; and what is offered already."""

    while_stopped = Told.NOBODY
    class_id: int
    first: int
    days: int = 0
    length: int = 1
    window: int = 0
    remote: int = 0


@dataclass(frozen=True, slots=True)
class MeetingListed(Event):
    """Each time of an offer, and who comes, as it stands now; for whoever teaches the class."""

    while_stopped = Told.NOBODY
    meeting_id: int


@dataclass(frozen=True, slots=True)
class MeetingOffAsked(Event):
    """Shall all of them be called off?"""

    while_stopped = Told.NOBODY
    meeting_id: int


@dataclass(frozen=True, slots=True)
class MeetingFreed(Event):
    """The teacher, after the evening before: a time has become free, or has another guest."""

    while_stopped = Told.NOBODY
    meeting_id: int
    slot_id: int


@dataclass(frozen=True, slots=True)
class MeetingDay(Event):
    """The teacher, the evening before and half an hour before the first: who comes on that day."""

    while_stopped = Told.NOBODY
    meeting_id: int
    slot_id: int  # the first of that day
    soon: bool = False


@dataclass(frozen=True, slots=True)
class MeetingDates(Event):
    """All times that are taken, as a file for the teacher's calendar."""

    while_stopped = Told.NOBODY
    meeting_id: int


@dataclass(frozen=True, slots=True)
class MeetingOffered(Event):
    """An adult of the family: times to choose from, or the one they have; `late`: what they tapped was just taken."""

    while_stopped = Told.AT_HOME
    meeting_id: int
    child_id: int
    page: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class MeetingNear(Event):
    """The evening before and half an hour before, to who has the time."""

    while_stopped = Told.AT_HOME
    slot_id: int
    child_id: int
    soon: bool = False


@dataclass(frozen=True, slots=True)
class MeetingPassed(Event):
    """To who has a time: another teacher of the class comes to it, for the one who offered it is not there any more."""

    while_stopped = Told.AT_HOME
    slot_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class MeetingOff(Event):
    """To who had a time: it does not take place, through nobody's fault."""

    while_stopped = Told.AT_HOME
    slot_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class MeetingDate(Event):
    """One's own time as a file for a calendar."""

    while_stopped = Told.AT_HOME
    slot_id: int
    child_id: int


def is_far(member: Member) -> bool:
    """Whether it is a parent who lives elsewhere."""
    return member.role == Role.PARENT and not member.at_home


def open_at(remote: bool, now: datetime, first: datetime) -> datetime:  # noqa: FBT001 - a fact
    """From when everybody may take a time; what begins soon leaves half of what is left to those far away."""
    return now + min(FIRST_FOR, (first - now) / 2) if remote else now


def remind_at(at: datetime, now: datetime, zone: str) -> datetime | None:
    """The next reminder: the evening before on the school's clock, then half an hour before; later none."""
    return next((each for each in (eve_of(at, zone), at - NEAR) if each > now), None)


def eve_of(at: datetime, zone: str) -> datetime:
    """When both sides are reminded first; what changes later is told to the teacher."""
    return at_wall_clock(local(at, zone).date() - DAY, EVENING, zone)


def card_of(meeting_id: int, child_id: int) -> str:
    """The message in which an adult of the family sees an offer."""
    return f"meeting:{meeting_id}:{child_id}"


def list_of(meeting_id: int) -> str:
    """The message in which a teacher sees who comes."""
    return f"meeting_list:{meeting_id}"


def tell_offered(meeting: Meeting, circle: Circle) -> list[Notification]:
    """Parents and those who bring the child up, each as soon as they may choose."""
    about, card = MeetingOffered(meeting.id, circle.child.id), card_of(meeting.id, circle.child.id)
    return [
        Notification(
            each.person_id,
            about,
            Lane.NOTICE,
            card=card,
            written=True,
            not_before=None if is_far(each) else meeting.open_at,
        )
        for each in family(circle)
    ]


def tell_family(meeting_id: int, child_id: int, people: Iterable[int]) -> list[Notification]:
    """What others of the family see follows."""
    about, card = MeetingOffered(meeting_id, child_id), card_of(meeting_id, child_id)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in people]


def tell_guests(taken: Iterable[Slot], *, stays: bool) -> list[Notification]:
    """Each who has one of these times: it stays with another teacher, or does not take place."""
    guests = [(each.person_id, (each.id, each.child_id)) for each in taken if each.person_id and each.child_id]
    return [
        Notification(to, MeetingPassed(*its) if stays else MeetingOff(*its), Lane.NOTICE, written=True)
        for to, its in guests
    ]


def tell_near(slot: Slot, now: datetime) -> list[Notification]:
    """Who has it, and not since a moment ago; once it has begun that has no meaning."""
    if slot.person_id is None or slot.child_id is None or not slot.was_taken_by(now - FRESH):
        return []
    about, card = MeetingNear(slot.id, slot.child_id, soon=slot.at - now <= NEAR), f"meeting_near:{slot.id}"
    return [Notification(slot.person_id, about, Lane.NOTICE, card=card, expires_in=slot.at - now)]


def tell_day(
    meeting: Meeting, slots: Sequence[Slot], slot: Slot, teacher: int, now: datetime, zone: str
) -> list[Notification]:
    """The teacher, once for all of a day: with its first; of one that was taken later than that they have read."""
    day = local(slot.at, zone).date()
    same = [each.at for each in slots if each.was_taken_by(each.at - NEAR) and local(each.at, zone).date() == day]
    if not same or slot.at != min(same):
        return []
    about = MeetingDay(meeting.id, slot.id, soon=slot.at - now <= NEAR)
    card = f"meeting_day:{meeting.id}:{day.isoformat()}"
    return [Notification(teacher, about, Lane.NOTICE, card=card, expires_in=slot.at - now)]
