"""What is written down of a circle and a school: who did what, and when; never what was said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.notifications import Event, Told


class AuditEvent(StrEnum):
    """Something that changes who may hear of a child, or what is kept."""

    CHILD_ADDED = "child added"
    INVITED = "invited"
    INVITE_REVOKED = "invite revoked"
    ASKED_TO_JOIN = "asked to join"
    JOINED = "joined"
    REFUSED = "refused"
    LEFT = "left"
    REMOVED = "removed"
    REMOVAL_STOPPED = "removal stopped"
    HOME_CHANGED = "home changed"
    SEPARATED = "separated"
    JOINED_LINES = "joined lines"
    SUSPENDED = "suspended"
    RESTORED = "restored"
    SHARING_STOPPED = "sharing stopped"
    SHARING_RESUMED = "sharing resumed"
    CONSENTED = "consented"
    WITHDRAWN = "withdrawn"
    EXPORTED = "exported"
    KEPT = "kept"  # a year of what was sent, in files
    ERASURE_ASKED = "erasure asked"
    ERASURE_STOPPED = "erasure stopped"
    ERASED = "erased"
    DECIDES = "decides"  # the teenager's own say, and its end
    DECIDES_NOT = "decides not"
    SCHOOL_ADDED = "school added"
    SCHOOL_RENAMED = "school renamed"
    SCHOOL_NUMBER = "school number"  # another one of its office, or none
    SCHOOL_CLOSED = "school closed"
    TEACHER_INVITED = "teacher invited"
    TEACHER_ASKED = "teacher asked"
    TEACHER_JOINED = "teacher joined"
    TEACHER_REFUSED = "teacher refused"
    TEACHER_OUT = "teacher out"
    TEACHER_LEFT = "teacher left"
    LEAD_GIVEN = "lead given"
    WORRY_READER = "worry reader"
    CODE_REVOKED = "code revoked"
    CLASS_GIVEN = "class given"
    POSTER_RENEWED = "poster renewed"
    SLIPS_MADE = "slips made"
    CLASS_OPENED = "class opened"
    CLASS_RENAMED = "class renamed"
    CLASS_CARRIED = "class carried"
    CLASS_ENDED = "class ended"
    CLASS_JOINED = "class joined"
    CLASS_REFUSED = "class refused"
    CLASS_OUT = "class out"
    CLASS_UNDONE = "class undone"  # a yes that was taken back
    TALK_HANDED_ON = "talk handed on"  # who leads the school reads a thread from then on
    TALK_TO_LEAD = "talk to the lead"  # as before, but the family has wished it, whom nobody had answered
    TALK_HANDED_BACK = "talk handed back"
    OPERATOR_ADDED = "operator added"
    OPERATOR_JOINED = "operator joined"
    OPERATOR_OUT = "operator out"
    OPERATED = "operated"  # which operator did what a family reads as done by whoever runs the bot
    REPORTED = "reported"
    READ_BY_OPERATOR = "read by operator"  # both are shown to the reporter alone


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `by` is a person, 0 somebody unknown by now, none time or whoever runs the bot."""

    id: int
    event: AuditEvent
    by: int | None
    entity: str | None
    entity_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class LogShown(Event):
    """What happened around a child, to an adult of the circle; a page further back each time."""

    while_stopped = Told.NOBODY
    child_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class LogChildAsked(Event):
    """Around which child?"""

    while_stopped = Told.NOBODY
