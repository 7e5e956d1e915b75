"""Who works at a school: the lead lets teachers in and takes them out, and no class is ever left in silence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.circle.roles import Standing
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.roster_care import OF_LISTS

# What only whoever teaches a class now may read, and what only whoever leads a school now may: whatever waits for
# somebody who no longer does is dropped, and is not rendered either.
FOR_TEACHERS = frozenset(
    {
        *("ClassOpened", "PosterMade", "PosterRenewed", "ClassPageMade", "ClassShown", "ClassEmpty", "ClassGiven"),
        *("EnrolmentsAsked", "EnrolmentAsked", "EnrolmentDecided", "EnrolmentsAccepted", "PupilMoved"),
        *("PupilOutAsked", "PupilOut", "WhoseListAsked"),
        *OF_LISTS,
        *("InClassAsked", "AbsenceUnanswered", "WorryAsked"),
        *("CarryAsked", "CarryDeclined", "ClassOver", "ClassCloseAsked"),
        *("PupilsShown", "PupilShown", "WordReceipt", "WordNoteReceived", "WordAnswered", "AbsenceAnswered"),
        *("StaysHomeTakenBack", "HoursTold", "ReceiversAsked", "SchoolNoticeWent", "TalkToSchool", "HandingShown"),
        *("SchoolIllnessShown", "SchoolIllnessNews", "RollCallShown"),
        *("NoticeAsked", "NoticeBegun", "NoticePreviewed", "SendTimeAsked", "NoticeScheduled", "NoticeChangeAsked"),
        *("NoticeReceipt", "NoticeMediaLost", "ConfirmationsShown", "OwnTimeAsked", "WeeklyAsked", "WeeklyOver"),
        *("NoticeBackAsked", "NoticeTakenBack", "ChoicesAsked", "DeadlineAsked", "NoticeOutcome"),
        *("NoticeShown", "SignaturesGiven"),
        *("SlipsAsked", "SlipOneAsked", "SlipsMade", "SlipOpened", "SlipWrongAsked", "SlipWrong"),
        *("NoticesPassedOn", "DraftsShown"),
        *("GroupShown", "GroupInherited", "GroupLost", "KeptFromGroup"),
        *("MeetingPlanned", "MeetingListed", "MeetingOffAsked", "MeetingFreed", "MeetingDay", "MeetingDates"),
    }
)
FOR_LEADS = frozenset(
    {
        *("TeacherInvited", "TeacherAsked", "TeacherDecided", "StaffShown", "TeacherOutAsked", "ClassLed"),
        *("SecondTeacherAsked", "TeacherGone", "LeadJoined", "WorryReaderAsked", "SchoolNumberShown"),
        *("CalendarAsked", "CalendarRead", "CalendarTaken", "SchoolDayShown", "TalkHandedOn", "SchoolNumberAsked"),
    }
)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works at a school, has worked there, or waits to be let in."""

    id: int
    school_id: int
    person_id: int
    called: str
    lead: bool
    since: datetime  # came, or asked
    is_here: bool
    waits: bool
    was_here: bool  # also if long ago
    hears_worries: bool = False

    @property
    def standing(self) -> Standing:
        """What they are to the school at this moment."""
        if self.waits:
            return Standing.PENDING
        if not self.is_here:
            return Standing.STRANGER
        return Standing.LEAD if self.lead else Standing.TEACHER


@dataclass(frozen=True, slots=True)
class NamedCodeAsked(Event):
    """A code says whom it is for; is that who has opened it?"""

    while_stopped = Told.NOBODY
    school_id: int
    whom: str


@dataclass(frozen=True, slots=True)
class NamedCodeKept(Event):
    """It was somebody else; the code is as good as before."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class TeacherWaits(Event):
    """Who has opened a teacher's code waits for the lead's yes; nothing of the school is open before."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class TeacherAsked(Event):
    """The lead: somebody wants to teach here, under this name."""

    while_stopped = Told.NOBODY
    staff_id: int
    school_id: int


@dataclass(frozen=True, slots=True)
class TeacherDecided(Event):
    """What the leads see afterwards."""

    while_stopped = Told.NOBODY
    school_id: int
    name: str
    welcome: bool


@dataclass(frozen=True, slots=True)
class TeacherTurnedAway(Event):
    """Who was not let in: no names, no reasons."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class LeadJoined(Event):
    """Those who led the school already: somebody leads it too, by a code of whoever runs the bot."""

    while_stopped = Told.NOBODY
    school_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class StaffShown(Event):
    """The lead's list: who teaches, who waits, which classes, which codes nobody has used."""

    while_stopped = Told.NOBODY
    school_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TeacherOutAsked(Event):
    """Is it meant?"""

    while_stopped = Told.NOBODY
    staff_id: int
    school_id: int


@dataclass(frozen=True, slots=True)
class TeacherEnded(Event):
    """To who was taken out: closed on this phone, without a reason."""

    while_stopped = Told.NOBODY
    school: str


@dataclass(frozen=True, slots=True)
class TeacherGone(Event):
    """The leads: somebody teaches here no more; `classes` are now with who reads this, and what was not sent yet."""

    while_stopped = Told.NOBODY
    school_id: int
    name: str
    classes: tuple[int, ...] = ()
    unsent: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassLed(Event):
    """The lead's page of one class: whose it is, a new poster, and to whom it can be given."""

    while_stopped = Told.NOBODY
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class SecondTeacherAsked(Event):
    """The lead: who teaches a class beside the one whose it is?"""

    while_stopped = Told.NOBODY
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ClassGiven(Event):
    """To who has a class from now on."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class ClassLost(Event):
    """To a teacher whose class is with somebody else from now on."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class ClassWith(Event):
    """One line to the families: who is there for the class from now on, or that nobody is."""

    while_stopped = Told.NOBODY
    class_id: int


@dataclass(frozen=True, slots=True)
class NobodyLeads(Event):
    """To the teachers who stay: nobody leads the school now."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class LeadGiven(Event):
    """To who leads the school from now on, because the one before has left and has said so."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class LeaveSchoolAsked(Event):
    """Is it meant? A lead without another one may say who leads after them."""

    while_stopped = Told.NOBODY
    school_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class SchoolLeft(Event):
    """To who has left."""

    while_stopped = Told.NOBODY
    school: str


@dataclass(frozen=True, slots=True)
class PosterOld(Event):
    """This poster was renewed since."""

    while_stopped = Told.NOBODY


def can_take_out(colleague: Colleague, me: int) -> bool:
    """A teacher; who leads leaves by themselves, or whoever runs the bot takes them out."""
    return colleague.is_here and not colleague.lead and colleague.person_id != me


LENT_FOR = (3, 7, 14)  # days after which a class is with who had it before


def can_take(colleague: Colleague, teacher: int) -> bool:
    """Whether a class that is with `teacher` can be given to this colleague."""
    return colleague.is_here and colleague.person_id != teacher


def can_help(colleague: Colleague, teacher: int, seconds: Iterable[int]) -> bool:
    """Whether this colleague can teach a class beside the one whose it is."""
    return can_take(colleague, teacher) and colleague.person_id not in seconds


def card_of(staff_id: int) -> str:
    """The message in which a lead is asked about somebody."""
    return f"staff:{staff_id}"


def tell_asked(colleague: Colleague, leads: Iterable[int]) -> list[Notification]:
    """Every lead may let in."""
    about = TeacherAsked(colleague.id, colleague.school_id)
    return [Notification(each, about, Lane.NOTICE, card=card_of(colleague.id), written=True) for each in leads]


def tell_decided(colleague: Colleague, leads: Iterable[int], *, welcome: bool) -> list[Notification]:
    """Noted wherever it was asked."""
    about = TeacherDecided(colleague.school_id, colleague.called, welcome)
    return [Notification(each, about, Lane.REPLY, card=card_of(colleague.id), edits_card=True) for each in leads]


def tell_gone(
    colleague: Colleague, leads: Sequence[int], classes: Sequence[int], unsent: Sequence[int]
) -> list[Notification]:
    """The first of the leads has the classes from now on."""
    plain = TeacherGone(colleague.school_id, colleague.called)
    taken = TeacherGone(colleague.school_id, colleague.called, tuple(classes), tuple(unsent))
    return [
        Notification(each, plain if place else taken, Lane.NOTICE, written=True) for place, each in enumerate(leads)
    ]


def tell_families(class_id: int, families: Iterable[int]) -> list[Notification]:
    """One line; of several hands through which a class goes while they sleep, only the last."""
    about, card = ClassWith(class_id), card_of_class(class_id)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True) for each in families]


def card_of_class(class_id: int) -> str:
    """The message in which somebody reads with whom a class is."""
    return f"class_with:{class_id}"
