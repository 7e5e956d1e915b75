"""☕ A kind word to who looks after the child: one of three set phrases, in place of the heart below news."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member
from bot.domain.notifications import Event, Lane, Notification, Told


class KindWord(StrEnum):
    """What can be said with one tap."""

    THANKS = "thanks"
    TRUST = "trust"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class KindWordsOffered(Event):
    """A parent has pressed ☕ below an answer and chooses what to say."""

    while_stopped = Told.NOBODY
    child_id: int
    check_in_id: int
    to: int


@dataclass(frozen=True, slots=True)
class KindWordSaid(Event):
    """What a parent has chosen; told to who answered."""

    while_stopped = Told.NOBODY
    joins = True
    child_id: int
    by: int
    word: KindWord


@dataclass(frozen=True, slots=True)
class KindWordReceipt(Event):
    """Read by who said it, in place of the choice."""

    while_stopped = Told.NOBODY
    child_id: int
    to: int
    word: KindWord


def tell_kind_word(circle: Circle, by: Member, answered_by: int, word: KindWord) -> list[Notification]:
    """A person's words: they wait for the guardian's day, and reach one who wants only what is urgent, too."""
    said = KindWordSaid(circle.child.id, by.person_id, word)
    return [Notification(answered_by, said, Lane.ROUTINE, written=True)]
