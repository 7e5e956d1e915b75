"""A word from the school about one child: good news, not in class, please call, ill at school."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.circle.circles import Circle
from bot.domain.illness.illnesses import CALL
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.records import record

A_DAY = 5  # good news and wishes for a call, about one child
NOTES = 24  # voices, pictures and words that one word carries
UNDO_FOR = timedelta(minutes=10)
NOTES_FOR = timedelta(minutes=10)
SCHOOL_DAY = timedelta(hours=12)
TELLING = "school_word"  # the dialogue in which a voice, a photo or words belong to the word


class WordKind(StrEnum):
    """What a word says."""

    GOOD = "good"
    ABSENT = "absent"
    CALL = "call"
    ILL = "ill"
    IN_CLASS = "in_class"  # asked by a parent, answered by the teacher
    LATE = "late"  # says home: comes later
    EARLY = "early"  # says home: is picked up before the end


class WordAnswer(StrEnum):
    """What the family has said to it."""

    THANKS = "thanks"
    CALLING = "calling"
    KNOWN = "known"  # they know where the child is
    UNKNOWN = "unknown"
    HERE = "here"  # the teacher: comes to class
    AWAY = "away"


ANSWERS = {WordKind.GOOD: WordAnswer.THANKS, WordKind.CALL: WordAnswer.CALLING}  # what a family's one tap says


class WordState(StrEnum):
    """Where a word from the school stands."""

    DRAFT = "draft"
    SENT = "sent"
    UNDONE = "undone"


@record(frozen=True, slots=True)
class Word:
    """One word; `answer` is what the family has said, `notes` is what the teacher has added."""

    id: int
    class_id: int
    child_id: int
    author_id: int
    what: WordKind
    day: str
    state: WordState
    answer: WordAnswer | None
    answered_by: int | None
    body: dict[str, Any]
    next_at: datetime | None
    sent_at: datetime | None
    illness_id: int | None
    created_at: datetime

    @property
    def was_told_before(self) -> bool:
        """Whether home had said that the child stays at home before the school missed it."""
        return bool(self.body.get("told_before"))

    @property
    def is_from_home(self) -> bool:
        """Whether home says that the child stays at home, and not the school that it is missed."""
        return bool(self.body.get("from_home"))

    @property
    def why(self) -> str | None:
        """The reason that home has given, if it wished."""
        return self.body.get("why")

    @property
    def is_missed(self) -> bool:
        """Whether the school has missed a child of whom home says that it stays at home."""
        return bool(self.body.get("missed"))

    @property
    def is_withdrawn(self) -> bool:
        """Whether home has taken back that the child stays at home."""
        return bool(self.body.get("withdrawn"))

    @property
    def step(self) -> str:
        """Who is told next that nobody says where the child is."""
        return str(self.body.get("step", "parents"))

    @property
    def staff(self) -> list[int]:
        """Who of the school was told that nobody says where the child is."""
        return list(self.body.get("staff", []))

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What the teacher said or showed beside it."""
        return list(self.body.get("notes", []))

    def can_undo(self, now: datetime) -> bool:
        """For ten minutes; that a child is in class after all can be said all day."""
        if self.state != WordState.SENT or self.sent_at is None:
            return False
        return not self.is_over(now) if self.what == WordKind.ABSENT else now <= self.sent_at + UNDO_FOR

    def is_over(self, now: datetime) -> bool:
        """Whether the day on which a child was missed, or of which home has spoken, has passed."""
        if "until" in self.body:
            return now >= datetime.fromisoformat(self.body["until"])
        return self.sent_at is not None and now > self.sent_at + SCHOOL_DAY

    def takes_notes(self, now: datetime) -> bool:
        """While it is fresh: what is typed later is meant for somebody else."""
        fresh = now <= (self.sent_at or self.created_at) + NOTES_FOR
        return (
            self.state != WordState.UNDONE
            and fresh
            and len(self.notes) < NOTES
            and CALL not in self.body.get("what", ())
        )


@dataclass(frozen=True, slots=True)
class PupilClassAsked(Event):
    """A teacher of several classes says which one; `then` is what follows: pupils or roll."""

    while_stopped = Told.AT_HOME
    then: str


@dataclass(frozen=True, slots=True)
class PupilsShown(Event):
    """The children of a class, a page at a time."""

    while_stopped = Told.AT_HOME
    class_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class PupilShown(Event):
    """One child, and what can be said about it."""

    while_stopped = Told.AT_HOME
    class_id: int
    pupil: int


@dataclass(frozen=True, slots=True)
class WordReceipt(Event):
    """The teacher reads what went out, and what became of it."""

    while_stopped = Told.AT_HOME
    word_id: int


@dataclass(frozen=True, slots=True)
class WordThanked(Event):
    """A short answer to ❤️ below good news."""

    while_stopped = Told.AT_HOME
    word_id: int


@dataclass(frozen=True, slots=True)
class WordsExhausted(Event):
    """Enough about one child for one day."""

    while_stopped = Told.AT_HOME


@dataclass(frozen=True, slots=True)
class WordSent(Event):
    """The family reads it, as it stands now."""

    while_stopped = Told.AT_HOME
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class WordTakenBack(Event):
    """Its words go wherever they were seen, also where nothing new about the child is shared now."""

    while_stopped = Told.EVERYBODY
    word_id: int
    child_id: int


@dataclass(frozen=True, slots=True)
class WordNoteSent(Event):
    """A voice, a picture or words of the teacher beside it; `words` comes before what carries no caption."""

    while_stopped = Told.AT_HOME
    word_id: int
    child_id: int
    place: int
    words: bool = False


@dataclass(frozen=True, slots=True)
class WordNoteGone(Event):
    """What the teacher had added is taken away with the word."""

    while_stopped = Told.EVERYBODY
    word_id: int


@dataclass(frozen=True, slots=True)
class WordNoteReceived(Event):
    """The teacher hears that it is on its way, or why it is not."""

    while_stopped = Told.AT_HOME
    word_id: int
    passed: bool = True


@dataclass(frozen=True, slots=True)
class WordAnswered(Event):
    """The family has thanked, or is calling; the teacher hears it without a name."""

    while_stopped = Told.AT_HOME
    word_id: int


def card_of(word_id: int) -> str:
    """The message in which an adult of the family sees the word."""
    return f"word:{word_id}"


def receipt_of(word_id: int) -> str:
    """The message in which the teacher sees the word."""
    return f"word_receipt:{word_id}"


def addressed(circle: Circle) -> list[int]:
    """Who hears it: those who bring the child up, then the parents."""
    return list(dict.fromkeys(each.person_id for each in (*circle.guardians, *circle.parents)))


def tell_word(word: Word, to: Iterable[int]) -> list[Notification]:
    """A new message; quiet hours hold it."""
    about, card = WordSent(word.id, word.child_id), card_of(word.id)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True) for each in to if each != word.author_id]


def tell_changed(word: Word, to: Iterable[int]) -> list[Notification]:
    """The message edited wherever it stands."""
    about, card = WordSent(word.id, word.child_id), card_of(word.id)
    return [Notification(each, about, Lane.REPLY, card=card, edits_card=True) for each in to if each != word.author_id]


def tell_note(word: Word, place: int, to: Iterable[int]) -> list[Notification]:
    """What the teacher adds, as a message of its own."""
    silent = word.notes[place].get("kind") == "video_note" and word.notes[place].get("text")
    abouts = [WordNoteSent(word.id, word.child_id, place, words=True)] if silent else []
    abouts.append(WordNoteSent(word.id, word.child_id, place))
    lane = Lane.URGENT if word.what == WordKind.ILL else Lane.NOTICE
    return [
        Notification(each, about, lane, card=_note_card(word, place, words=about.words), written=True)
        for each in to
        if each != word.author_id
        for about in abouts
    ]


def tell_taken_back(word: Word, to: Sequence[int]) -> list[Notification]:
    """Whoever has read it, and what was added, does so no more: it may have been of another child."""
    added = [_note_card(word, place, words=each) for place in range(len(word.notes)) for each in (True, False)]
    changes: list[tuple[Event, str]] = [(WordNoteGone(word.id), each) for each in added]
    changes.append((WordTakenBack(word.id, word.child_id), card_of(word.id)))
    return [Notification(each, about, Lane.REPLY, card, edits_card=True) for each in to for about, card in changes]


def _note_card(word: Word, place: int, *, words: bool) -> str:
    return f"word_note:{word.id}:{place}{':words' if words else ''}"


def tell_answered(word: Word, teacher: int) -> list[Notification]:
    """Whoever teaches the class now hears it in office hours."""
    return [Notification(teacher, WordAnswered(word.id), Lane.NOTICE, merge=f"word:{word.class_id}", written=True)]
