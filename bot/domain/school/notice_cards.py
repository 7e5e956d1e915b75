"""The messages that a notice is made of on one phone: how a long text is divided, and the name of each."""

import html
from dataclasses import dataclass

from bot.domain.notifications import Event, Told

# Signs of a text, escaped, that one message carries beside its first line and its buttons' line.
TEXT_PART = 3000


@dataclass(frozen=True, slots=True)
class NoticeToldAnew(Event):
    """In place of an older reminder or correction, whose buttons go: what is new stands below."""

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


def card_of(notice_id: int) -> str:
    """The name of the message in which an adult sees a notice."""
    return f"notice:{notice_id}"


def part_of(notice_id: int, place: int) -> str:
    """The name of the message above it that holds a piece of a long text."""
    return f"notice_part:{notice_id}:{place}"


def picture_of(notice_id: int, place: int) -> str:
    """The name of the message above it with a picture, a file or an album that begins there."""
    return f"notice_media:{notice_id}:{place}"


def reminder_of(notice_id: int) -> str:
    """The name of the message in which an adult sees the newest reminder."""
    return f"reminder:{notice_id}"


def corrected_of(notice_id: int) -> str:
    """The name of the message that says what has changed."""
    return f"corrected:{notice_id}"


def told_anew(card: str | None) -> int | None:
    """Of which notice a message comes in place of an older one: a further reminder, a further correction."""
    what, _, number = (card or "").partition(":")
    return int(number) if what in {"reminder", "corrected"} and number.isdigit() else None
