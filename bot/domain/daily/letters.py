"""Letters: a voice, a picture or a few words from a parent to the child, and from home to the parents."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from html import escape

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event, Lane, Notification, Told

UNDO_FOR = timedelta(minutes=10)
# What follows so soon belongs together; words as long as this were cut by Telegram, and the rest comes by itself.
TOGETHER = timedelta(minutes=1)
CUT_AT = 4000
KINDS = ("voice", "video_note", "video", "photo", "audio", "text")
CAPTION_ROOM = 700  # a person's own words that fit below a picture, beside ours
PAGE_ROOM = 3500  # signs of HTML that fit into one message, beside ours

# Three words, or five signs of a script that sets no space between words.
_SENTENCE = re.compile(r"\S\s+\S+\s+\S|(?:[\u3040-\u30ff\u3400-\u9fff]\W*){5}")


class LetterState(StrEnum):
    """Where a letter stands."""

    DRAFT = "draft"
    SHELVED = "shelved"  # until its evening
    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing that somebody has sent; a draft is not sent before its author has said for whom it is."""

    id: int
    child_id: int
    author_id: int
    answers_id: int | None
    to_child: bool
    kind: str
    file_id: str
    text: str
    album: str
    idea_id: int | None
    state: LetterState
    sent_at: datetime
    told: str | None
    played_at: datetime | None
    purpose: str | None = None

    def can_be_undone(self, now: datetime) -> bool:
        """Whether it may still be taken back."""
        return self.state in {LetterState.SENT, LetterState.WAITING} and now - self.sent_at <= UNDO_FOR


@dataclass(frozen=True, slots=True)
class Page:
    """One message of a letter: most letters need one, round films and long words need several."""

    text: str
    intro: bool
    media: bool


@dataclass(frozen=True, slots=True)
class LetterAsked(Event):
    """Hold the microphone and speak."""

    while_stopped = Told.NOBODY
    child_id: int
    answers_id: int = 0
    again: bool = False  # what came can be no letter (a sticker, a place)


@dataclass(frozen=True, slots=True)
class LetterChildAsked(Event):
    """Which child is it about?"""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class LetterArrived(Event):
    """One page of a letter, to those who read or play it."""

    while_stopped = Told.NOBODY
    letter_id: int
    page: int


@dataclass(frozen=True, slots=True)
class LetterOnItsWay(Event):
    """What has become of it, to its author; with a way back for ten minutes."""

    while_stopped = Told.NOBODY
    letter_id: int


@dataclass(frozen=True, slots=True)
class LetterTakenBack(Event):
    """The author pressed ↩️: the message is taken away where it was seen."""

    while_stopped = Told.NOBODY
    letter_id: int


@dataclass(frozen=True, slots=True)
class LetterPlayed(Event):
    """The child has heard it; to its author."""

    while_stopped = Told.NOBODY
    joins = True
    silent = True
    letter_id: int
    by: int


@dataclass(frozen=True, slots=True)
class LetterLost(Event):
    """Telegram did not take it; to its author, so that it is never silent."""

    while_stopped = Told.NOBODY
    letter_id: int


@dataclass(frozen=True, slots=True)
class StrayReceived(Event):
    """Something came outside of any conversation: is it a letter, and for whom?"""

    while_stopped = Told.NOBODY
    letter_id: int


@dataclass(frozen=True, slots=True)
class LetterDropped(Event):
    """It was not meant as a letter."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class VoiceDeclined(Event):
    """This person chose not to have voices and pictures passed on; they can change it."""

    while_stopped = Told.NOBODY
    child_id: int
    letter_id: int = 0  # a draft that waits for the answer


@dataclass(frozen=True, slots=True)
class LettersCounted(Event):
    """How many letters wait to be played; they follow below."""

    while_stopped = Told.NOBODY
    child_id: int
    count: int


def is_sentence(text: str) -> bool:
    """Whether words that nobody asked for may be meant for somebody: more than a greeting or a slip, and no command."""
    return not text.startswith("/") and _SENTENCE.search(text) is not None


def belongs(before: Letter, kind: str, text: str, now: datetime, *, one_child: bool) -> bool:
    """Whether what comes now is a part of what the same person has just sent, and shares its fate without a question.

    Words that Telegram has cut always are. Anything else joins what is still asked about; to what has been sent a voice
    or a picture is added, where it can be for one child only."""
    asked, sent = before.state == LetterState.DRAFT, before.state in {LetterState.SENT, LetterState.WAITING}
    if now - before.sent_at > TOGETHER or not (asked or sent):
        return False
    if kind == "text":
        return is_cut(before, kind) or (asked and is_sentence(text))
    return asked or one_child


def is_cut(before: Letter, kind: str) -> bool:
    """Whether Telegram has cut words in two, of which the rest comes by itself."""
    return kind == before.kind == "text" and len(before.text) >= CUT_AT


def pages(kind: str, text: str) -> tuple[Page, ...]:
    """How a letter is laid out over messages, so that none of it is cut off."""
    if kind not in {"video_note", "text"} and len(text) <= CAPTION_ROOM:
        return (Page(text, intro=True, media=True),)
    words = tuple(Page(part, intro=not place, media=False) for place, part in enumerate(_parts(text)))
    return words if kind == "text" else (*words, Page("", intro=False, media=True))


def _parts(text: str) -> list[str]:
    parts, size = [""], 0
    for sign in text:
        width = len(escape(sign))
        if size + width > PAGE_ROOM:
            parts.append("")
            size = 0
        parts[-1] += sign
        size += width
    return parts


def card_of(letter_id: int, page: int, count: int) -> str:
    """The card of one page; the last page carries the buttons and the plain name."""
    return f"letter:{letter_id}" if page == count - 1 else f"letter:{letter_id}:{page}"


def own_card(letter_id: int) -> str:
    """The card in which the author sees what has become of it."""
    return f"my_letter:{letter_id}"


def recipients(circle: Circle, letter: Letter, now: datetime, answered: Letter | None) -> tuple[Member, ...]:
    """Who gets a letter: those at home now, or the parents; a child's answer only the adult it is for."""
    if letter.to_child:
        found = circle.askable(now)
    elif letter.answers_id:
        found = tuple(each for each in circle.parents if answered and each.person_id == answered.author_id)
    elif is_to_home(circle, letter):
        found = circle.askable(now)
    else:
        found = circle.parents
    return tuple(each for each in found if each.person_id != letter.author_id)


def is_to_home(circle: Circle, letter: Letter) -> bool:
    """Whether a parent speaks to those at home, not to the child; no other parent reads it, ever."""
    written = any(each.person_id == letter.author_id and each.role == Role.PARENT for each in circle.members)
    return written and not letter.to_child


def tell_arrived(letter: Letter, readers: Iterable[Member]) -> list[Notification]:
    """Every page to everybody it is for."""
    laid_out = pages(letter.kind, letter.text)
    return [
        Notification(
            each.person_id,
            LetterArrived(letter.id, place),
            Lane.ROUTINE,
            card=card_of(letter.id, place, len(laid_out)),
            written=True,
        )
        for each in readers
        for place in range(len(laid_out))
    ]


def tell_changed(letter: Letter, readers: Iterable[Member]) -> list[Notification]:
    """The buttons below a letter follow what has happened with it, at everybody at home."""
    last = len(pages(letter.kind, letter.text)) - 1
    about = LetterArrived(letter.id, last)
    return [
        Notification(each.person_id, about, Lane.REPLY, card=f"letter:{letter.id}", edits_card=True) for each in readers
    ]


def tell_played(letter: Letter, by: Member) -> list[Notification]:
    """The author hears that it was played."""
    return [Notification(letter.author_id, LetterPlayed(letter.id, by.person_id), Lane.ROUTINE)]


def tell_taken_back(letter: Letter, readers: Iterable[Member]) -> list[Notification]:
    """Take every page away."""
    count = len(pages(letter.kind, letter.text))
    return [
        Notification(
            each.person_id, LetterTakenBack(letter.id), Lane.REPLY, card_of(letter.id, place, count), edits_card=True
        )
        for each in readers
        for place in range(count)
    ]


def tell_way(letter: Letter) -> list[Notification]:
    """The author's own card follows what is known of the delivery."""
    about = LetterOnItsWay(letter.id)
    return [Notification(letter.author_id, about, Lane.REPLY, card=own_card(letter.id), edits_card=True)]


def tell_lost(letter: Letter) -> list[Notification]:
    """The author hears that it has to be sent once more."""
    return [Notification(letter.author_id, LetterLost(letter.id), Lane.ROUTINE)]


def may_record_answer(member: Member, letter: Letter) -> bool:
    """Whether this adult plays the letter to the child and records the answer."""
    return letter.to_child and letter.state == LetterState.SENT and member.may(Action.PLAY_LETTER)
