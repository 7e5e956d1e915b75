"""A page a night: home photographs a page, a parent reads it with one question, the child's answer unlocks the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.daily.letters import Letter
from bot.domain.notifications import Event, Lane, Notification, Told

PAGE, READING = "page", "reading"  # what a letter is for
GOES_ON = timedelta(hours=40)  # after the second evening without an answer the book goes on, and nobody is asked why


@dataclass(frozen=True, slots=True)
class PageAsked(Event):
    """Photograph the next page; `again`: what came was no picture."""

    while_stopped = Told.NOBODY
    child_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReadingAsked(Event):
    """Read it, with one question and a pause; `again`: what came is nothing to listen to."""

    while_stopped = Told.NOBODY
    letter_id: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReadingKept(Event):
    """It waits for bedtime; to the parent, with a way back."""

    while_stopped = Told.NOBODY
    letter_id: int


@dataclass(frozen=True, slots=True)
class PageWanted(Event):
    """A parent cannot read it so: once more; to who has photographed it."""

    while_stopped = Told.NOBODY
    letter_id: int
    by: int


def tonights(readings: Sequence[Letter], last: Letter | None, now: datetime, *, answered: bool) -> Letter | None:
    """The first that waits, once the child has answered the one before; after two evenings without a word, too."""
    if last is not None and not answered and now - last.sent_at < GOES_ON:
        return None
    return min(readings, key=lambda each: each.id, default=None)


def tell_wanted(page: Letter, by: int) -> list[Notification]:
    """Who has photographed it."""
    about = PageWanted(page.id, by)
    return [Notification(page.author_id, about, Lane.ROUTINE, card=f"page_wanted:{page.id}", written=True)]
