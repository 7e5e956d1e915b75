"""Notices: one post to a class, two meanings; confirmed by household, claimed by one adult."""

import html
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.local_time import DAY, at_wall_clock, day_of, local
from bot.domain.notifications import Event, Told

NOTICES_A_DAY = 10
URGENT_A_MONTH = 3
MONTH = timedelta(days=30)
REMINDERS = 2
BETWEEN_REMINDERS = timedelta(hours=12)
CORRECTIONS = 20  # of one notice
CHANGES_TOGETHER = timedelta(hours=6)  # what is corrected again within them changes where it was read, and rings nobody
PICTURES = 10  # as many as Telegram puts into one album

# Signs of a text, escaped, that one message carries beside its first line and its buttons' line.
TEXT_PART = 3000
CAPTION_PART = 700


class Level(StrEnum):
    """How a household confirms: reading is enough, a tap, yes or no, or a signature."""

    READ = "read"
    TAP = "tap"
    ANSWER = "answer"
    SIGN = "sign"


class NoticeState(StrEnum):
    """Where a notice stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Notice:
    """One post; `media` are voices, pictures and files by file id."""

    id: int
    class_id: int
    author_id: int | None
    state: NoticeState
    level: Level
    urgent: bool
    text: str
    media: tuple[dict[str, Any], ...]
    revision: int
    send_at: datetime | None
    sent_at: datetime | None
    reminders: int
    reminded_at: datetime | None

    @property
    def is_unsent(self) -> bool:
        """Whether it can still be changed without anybody having seen it."""
        return self.state in {NoticeState.DRAFT, NoticeState.SCHEDULED}

    @property
    def card_text(self) -> str:
        """What stands on the card: the whole text, or its end when it is long."""
        return parts(self.text)[-1]

    @property
    def card_media(self) -> dict[str, Any] | None:
        """The picture, voice or file that carries the card; none when the text is too long for a caption."""
        fits = len(html.escape(self.text)) <= CAPTION_PART
        return self.media[0] if self.media and fits else None

    def may_remind(self, now: datetime) -> bool:
        """At most twice, and not twice in half a day."""
        rested = self.reminded_at is None or now - self.reminded_at >= BETWEEN_REMINDERS
        return self.state == NoticeState.SENT and self.reminders < REMINDERS and rested


@dataclass(frozen=True, slots=True)
class Household:
    """A child's household and one notice."""

    child_id: int
    confirmed_by: int | None
    answer: str | None
    claimed_by: int | None


@dataclass(frozen=True, slots=True)
class NoticeClassAsked(Event):
    """For which class?"""

    while_stopped = Told.AT_HOME


@dataclass(frozen=True, slots=True)
class ClassEmpty(Event):
    """No family is in the class yet; the poster comes first."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class NoticeAsked(Event):
    """What shall the families read, see or hear?"""

    while_stopped = Told.AT_HOME
    class_id: int
    again: bool = False  # what came cannot be a notice


@dataclass(frozen=True, slots=True)
class LevelAsked(Event):
    """How shall the families confirm?"""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticePreviewed(Event):
    """What will go out, and when."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class SendTimeAsked(Event):
    """At which time?"""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeScheduled(Event):
    """It waits for its time; can be changed or taken back until then."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeChangeAsked(Event):
    """The new words of a notice, scheduled or sent."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn(Event):
    """It goes to nobody."""

    while_stopped = Told.AT_HOME


@dataclass(frozen=True, slots=True)
class NoticesExhausted(Event):
    """Enough for one day, or enough that is urgent for one month."""

    while_stopped = Told.AT_HOME
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class NoticeReceipt(Event):
    """The teacher's short receipt."""

    while_stopped = Told.AT_HOME
    notice_id: int
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmationsShown(Event):
    """By household: how many, and who is still to come; for the teacher only."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeSent(Event):
    """The notice as one adult sees it, with what their household has done about it."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticePart(Event):
    """What does not fit on the card: a further picture, or the beginning of a long text."""

    while_stopped = Told.AT_HOME
    notice_id: int
    what: str  # media, text
    place: int


@dataclass(frozen=True, slots=True)
class NoticeReminded(Event):
    """The notice once more, to a household that has not confirmed."""

    while_stopped = Told.AT_HOME
    hushed = True
    notice_id: int


@dataclass(frozen=True, slots=True)
class ReminderSettled(Event):
    """What the household has done, in place of a reminder; nothing where none was seen."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticeCorrected(Event):
    """The new words, to those who had confirmed the old ones."""

    while_stopped = Told.AT_HOME
    notice_id: int


def parts(text: str) -> list[str]:
    """A text in pieces that each fit into one message; one piece nearly always."""
    pieces, room = [""], TEXT_PART
    for sign in text:
        size = len(html.escape(sign))
        if size > room:
            pieces.append("")
            room = TEXT_PART
        pieces[-1] += sign
        room -= size
    return pieces


def send_times(now: datetime, zone: str) -> dict[str, datetime]:
    """The times that are offered, on the school's clock, the soonest first; none that is past."""
    today = local(now, zone).date()
    monday = today + DAY * (7 - today.weekday())
    offered = {
        "today18": at_wall_clock(today, 18 * 60, zone),
        "tomorrow7": at_wall_clock(today + DAY, 7 * 60, zone),
        "tomorrow18": at_wall_clock(today + DAY, 18 * 60, zone),
        "monday7": at_wall_clock(monday, 7 * 60, zone),
    }
    if offered["monday7"] == offered["tomorrow7"]:
        del offered["monday7"]
    return {code: at for code, at in offered.items() if at > now}


def time_number(at: datetime, zone: str) -> int:
    """A time on the school's clock as a number for a button, such as 2026112407: the button means that time also when
    it is pressed after midnight."""
    return int(f"{local(at, zone):%Y%m%d%H}")


def time_of(number: int, now: datetime, zone: str) -> datetime | None:
    """The time behind such a number; none where it is past, no time or more than eight days ahead."""
    day, hour = day_of(number // 100), number % 100
    at = at_wall_clock(day, hour * 60, zone) if day and hour < 24 else now
    return at if now < at <= now + 8 * DAY else None


def card_of(notice_id: int) -> str:
    """The name of the message in which an adult sees a notice."""
    return f"notice:{notice_id}"


def reminder_of(notice_id: int) -> str:
    """The name of the message in which an adult sees the newest reminder."""
    return f"reminder:{notice_id}"


def corrected_of(notice_id: int) -> str:
    """The name of the message that says what has changed."""
    return f"corrected:{notice_id}"
