"""✉️ Words between a family and the teachers of its child: one thread, or one for each of the separate lines."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.circle.roles import Action
from bot.domain.daily.letters import CUT_AT, Page, pages
from bot.domain.daily.letters import KINDS as LETTER_KINDS
from bot.domain.notifications import Event, Lane, Notification, Told

STATE = "school_talk"  # the dialogue: to whom the next words go
KINDS = (*LETTER_KINDS, "document")
UNDO_FOR = timedelta(minutes=10)
TOGETHER = timedelta(minutes=1)  # what follows so soon belongs to it
RECENT = 20  # of a thread: enough to see who has asked last
_TIED = "after "  # the numbers of Telegram's albums begin otherwise
WAITING = "talks_waiting"  # the card of what has come outside of office hours

FAMILY, HOME = "family", "home"  # lines; on separate lines a parent's is their number


class TalkState(StrEnum):
    """Where it stands."""

    SENT = "sent"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Thread:
    """What is said between one line of a family and whoever teaches the class."""

    id: int
    class_id: int
    child_id: int
    line: str
    waits_since: datetime | None
    handed_at: datetime | None
    next_at: datetime | None = None  # when the next step is due while nobody answers
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One thing that was said, by the family or `from_school`."""

    id: int
    thread_id: int
    author_id: int
    from_school: bool
    state: TalkState
    kind: str
    file_id: str
    text: str
    album: str
    sent_at: datetime
    seen_by: int = 0  # who of the school has said so
    told: str | None = None  # what its author has been told of its way

    @property
    def pages(self) -> tuple[Page, ...]:
        """How it is laid out over messages, so that none of it is cut off."""
        return pages(self.kind, self.text)

    def can_be_undone(self, now: datetime) -> bool:
        """Whether it may still be taken back."""
        return self.state == TalkState.SENT and now - self.sent_at <= UNDO_FOR


@dataclass(frozen=True, slots=True)
class TalkAskedFor(Event):
    """To who is about to write: who reads it; `again` where what came cannot travel."""

    while_stopped = Told.NOBODY
    class_id: int
    child_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class TalkReceipt(Event):
    """To its author: who has it, who reads it when, and what to do if it cannot wait."""

    while_stopped = Told.NOBODY
    silent = True
    talk_id: int


@dataclass(frozen=True, slots=True)
class TalkToSchool(Event):
    """The family's words, to whoever teaches the class."""

    while_stopped = Told.NOBODY
    talk_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TalksWaiting(Event):
    """What has come outside of office hours, as one list of what is still open when it is read."""

    while_stopped = Told.NOBODY
    asked: bool = False  # by a tap: that nobody waits is an answer, too
    again: bool = False  # a reminder, which is soft

    @property
    def rings(self) -> bool:
        """Not a second time."""
        return not self.again


@dataclass(frozen=True, slots=True)
class ThreadRead(Event):
    """A teacher reads what was said last about one child."""

    while_stopped = Told.NOBODY
    thread_id: int


@dataclass(frozen=True, slots=True)
class TalkShared(Event):
    """What one adult of a family has written to the school, to the others of the same line; nobody waits for it."""

    while_stopped = Told.NOBODY
    silent = True
    talk_id: int
    child_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TalkToFamily(Event):
    """A teacher's words, to each adult of the line."""

    while_stopped = Told.AT_HOME
    talk_id: int
    child_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TalkGone(Event):
    """Taken back: the message goes wherever it was seen."""

    while_stopped = Told.EVERYBODY
    talk_id: int


@dataclass(frozen=True, slots=True)
class TalkKept(Event):
    """A voice or a picture of somebody who wished that none is passed on."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class TalkClosed(Event):
    """To who wanted to write: the child is not in the class any more, or nobody reads there; nothing was sent."""

    while_stopped = Told.NOBODY
    class_id: int
    child_id: int


def line_of(circle: Circle, member: Member) -> str:
    """Whose words stand together: the family's; on separate lines each parent's, and those of home."""
    if not circle.child.separate_lines:
        return FAMILY
    return str(member.person_id) if member.role == Role.PARENT else HOME


def readers(circle: Circle, line: str) -> list[int]:
    """The adults of a line as it is now; nobody where the lines have changed since."""
    return [
        each.person_id for each in circle.active if each.may(Action.WRITE_TO_SCHOOL) and line_of(circle, each) == line
    ]


def lines(circle: Circle) -> list[str]:
    """Every line of a family that somebody reads."""
    return list(dict.fromkeys(line_of(circle, each) for each in circle.active if each.may(Action.WRITE_TO_SCHOOL)))


def answered_line(circle: Circle, thread: Thread, author: int) -> str:
    """Where an answer goes: to the line of who has asked, as it is now, and never to a wider one."""
    member = circle.member(author)
    return line_of(circle, member) if member and thread.line == FAMILY else thread.line


def at_school(circle: Circle, staff: Iterable[int]) -> list[int]:
    """Who reads for the school: never somebody of the child's own family, who would read a line that is not theirs."""
    own = {each.person_id for each in circle.members}
    return [each for each in dict.fromkeys(staff) if each not in own]


def follows(before: Talk, kind: str, album: str, now: datetime) -> bool:
    """Whether what comes now is of the same as what the same person has just sent: an album, a text cut by Telegram;
    a family's next words, too. A teacher's next words may be a notice, so they never are."""
    if before.state != TalkState.SENT or not timedelta(0) <= now - before.sent_at <= TOGETHER:
        return False
    if is_cut(before, kind):
        return True
    if album or (before.album and not is_tied(before.album)):
        return album == before.album
    return not before.from_school


def is_cut(before: Talk, kind: str) -> bool:
    """Whether Telegram has cut words in two, of which the rest comes by itself."""
    return kind == before.kind == "text" and len(before.text) >= CUT_AT


def tied(first_id: int) -> str:
    """The name of what is sent as one and is no album of Telegram's: words cut in two, or written part by part."""
    return f"{_TIED}{first_id}"


def is_tied(album: str) -> bool:
    """Whether it is such a name."""
    return album.startswith(_TIED)


def card_of(talk_id: int, page: int = 0, count: int = 1) -> str:
    """The message in which somebody reads it; its last page carries the plain name."""
    return f"talk:{talk_id}" if page == count - 1 else f"talk:{talk_id}:{page}"


def receipt_of(talk_id: int) -> str:
    """The message in which its author sees what became of it."""
    return f"my_talk:{talk_id}"


def tell_school(talk: Talk, awake: Collection[int], asleep: Iterable[int]) -> list[Notification]:
    """Each part at once in office hours; else one list for all that waits."""
    count = len(talk.pages)
    now = [
        Notification(each, TalkToSchool(talk.id, page), Lane.NOTICE, card_of(talk.id, page, count), written=True)
        for each in awake
        for page in range(count)
    ]
    return now + [Notification(each, TalksWaiting(), Lane.NOTICE, WAITING, written=True) for each in asleep]


def tell_family(talk: Talk, child_id: int, to: Iterable[int]) -> list[Notification]:
    """A teacher's words ring, what another adult has written does not; in one lane, so that no answer overtakes it."""
    kind, count = TalkToFamily if talk.from_school else TalkShared, len(talk.pages)
    return [
        Notification(each, kind(talk.id, child_id, page), Lane.NOTICE, card_of(talk.id, page, count), written=True)
        for each in to
        for page in range(count)
    ]


def tell_answered(talk: Talk, staff: Iterable[int]) -> list[Notification]:
    """The other teachers' cards say that somebody has answered."""
    about, page = TalkToSchool(talk.id, len(talk.pages) - 1), card_of(talk.id)
    return [Notification(each, about, Lane.REPLY, page, edits_card=True) for each in staff]


def tell_gone(talk: Talk, to: Iterable[int]) -> list[Notification]:
    """Every page, wherever it stands."""
    count = len(talk.pages)
    return [
        Notification(each, TalkGone(talk.id), Lane.REPLY, card_of(talk.id, page, count), edits_card=True)
        for each in to
        for page in range(count)
    ]
