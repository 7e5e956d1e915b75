"""Notices: one post to a class, two meanings; confirmed by household, claimed by one adult."""

import html
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event, Told
from bot.domain.school.notice_albums import albums
from bot.domain.school.notice_cards import parts

NOTICES_A_DAY = 10
URGENT_A_MONTH = 3
MONTH = timedelta(days=30)
REMINDERS = 2
BETWEEN_REMINDERS = timedelta(hours=12)
CORRECTIONS = 20  # of one notice
CHANGES_TOGETHER = timedelta(hours=6)  # what is corrected again within them changes where it was read, and rings nobody

CAPTION_PART = 700  # signs of a text, escaped, that a picture carries beside its first line and its buttons' line


class Level(StrEnum):
    """How a household confirms: reading is enough, a tap, yes or no, or a signature."""

    READ = "read"
    TAP = "tap"
    ANSWER = "answer"
    SIGN = "sign"


# What is confirmed there is the text itself: a corrected one is asked for anew.
OF_ITS_TEXT = (Level.ANSWER, Level.SIGN)


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
    errand: bool = False  # there is something to bring or to do
    most_parts: int = 1  # that its text ever had, a longer one before a correction included
    school_id: int | None = None  # whose lead has written it to all of its classes, or some
    chosen: bool = False  # for chosen pupils alone
    weekly_until: datetime | None = None  # goes out every week, the last time then
    choices: tuple[str, ...] = ()  # of a question; none is yes or no
    earlier: tuple[str, ...] = ()  # the texts that were signed or answered before a correction, by version
    answer_until: datetime | None = None
    stray: bool = False  # typed while nobody had said that it is for a class

    @property
    def wants_something(self) -> bool:
        """Whether a household has anything to tap: what is only to be read has no button, no list and no reminder."""
        return self.errand or self.level != Level.READ

    @property
    def body(self) -> dict[str, Any]:
        """What is kept sealed of it, as its columns hold it."""
        rare = {"earlier": list(self.earlier), "stray": self.stray}
        kept = {"text": self.text, "media": list(self.media), "parts": self.most_parts, "choices": list(self.choices)}
        return kept | {name: value for name, value in rare.items() if value}

    @property
    def above(self) -> int:
        """How many messages above its card hold, or have held, the beginning of its text."""
        return max(self.most_parts, len(parts(self.text))) - 1

    def is_over(self, now: datetime) -> bool:
        """Whether the time to answer has passed."""
        return self.level == Level.ANSWER and self.answer_until is not None and self.answer_until <= now

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
        return self.media[0] if self.had_card_media and not self.media[0].get("refused") else None

    @property
    def had_card_media(self) -> bool:
        """Whether the card carries one, or did until Telegram refused it; below an album stands a card of its own."""
        alone = bool(self.media) and albums(self.media)[0] == (0,)
        return alone and len(html.escape(self.text)) <= CAPTION_PART

    def may_remind(self, now: datetime) -> bool:
        """At most twice, not twice in half a day, and not when it is too late to answer."""
        rested = self.reminded_at is None or now - self.reminded_at >= BETWEEN_REMINDERS
        open_ = self.state == NoticeState.SENT and self.wants_something and not self.is_over(now)
        return open_ and self.reminders < REMINDERS and rested


@dataclass(frozen=True, slots=True)
class Household:
    """A child's household and one notice."""

    child_id: int
    confirmed_by: int | None
    answer: str | None
    claimed_by: int | None
    confirmed_at: datetime | None = None
    revision: int = 0  # the text that was confirmed

    def stands(self, notice: Notice) -> bool:
        """Whether what the household has confirmed is this text: a signature belongs to its version."""
        same = notice.level not in OF_ITS_TEXT or self.revision == notice.revision
        return self.confirmed_by is not None and same

    def is_done(self, notice: Notice, home: Collection[int]) -> bool:
        """Whether nothing is left to do; an errand is done when somebody of those at `home` has it."""
        if notice.errand and self.claimed_by not in home:
            return False
        taps = notice.level == Level.TAP and not notice.errand
        return self.stands(notice) or not (taps or notice.level in OF_ITS_TEXT)

    def counts_as_done(self, notice: Notice) -> bool:
        """As a whole school counts it, without looking at who is at home in each family."""
        return self.claimed_by is not None if notice.errand else self.stands(notice)


def home_of(circle: Circle) -> tuple[int, ...]:
    """Who can bring a coat to school: those who live with the child; everybody where nobody here does."""
    return tuple(each.person_id for each in (circle.household or circle.active))


@dataclass(frozen=True, slots=True)
class NoticeClassAsked(Event):
    """For which classes?"""

    while_stopped = Told.AT_HOME
    notice_id: int = 0  # what is written already


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
    notice_id: int = 0  # can be taken up again


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
class NoticeMediaLost(Event):
    """To the teacher: Telegram does not take a picture or a file of a notice; what to do."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class NoticePart(Event):
    """What does not fit on the card: a further picture, or the beginning of a long text."""

    while_stopped = Told.AT_HOME
    silent = True  # the card rings, below it
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
    """The new words, to those who had confirmed the old ones; what is signed or answered is asked for anew."""

    while_stopped = Told.AT_HOME
    notice_id: int
    settles: bool = False  # changes that message where it was read, and says nothing elsewhere
