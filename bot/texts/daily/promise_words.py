"""Sentences and signs that a promise shares wherever it is shown."""

from datetime import date

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily.promises import Promise, sleeps
from bot.queries.daily import promises
from bot.texts.reader import Reader

SLEEPS_COUNTED = 14  # a child counts no further


def sign(promise: Promise) -> str:
    """🗓 or 🚆"""
    return emoji.VISIT if promise.visit else emoji.PROMISE


def day_of(reader: Reader, promise: Promise) -> str:
    """Fri, 4 Dec, in this language."""
    return reader.day(promise.day) if promise.day else ""


def countdown(reader: Reader, promise: Promise, circle: Circle) -> str:
    """How a child counts: 3 more sleeps."""
    left = sleeps(promise.day or date.min, reader.tx.now, circle.child.zone)
    if left <= 0:
        # L10N: a countdown has come to its end; inside “For Lily: today.”
        return reader.label("today")
    if left <= SLEEPS_COUNTED:
        # L10N: a countdown as a child counts; inside “For Lily: 3 more sleeps.”
        return reader.say_n("{count} more sleep", "{count} more sleeps", left)
    # L10N: a countdown of more than two weeks; inside “For Lily: about 5 more weeks.”
    return reader.say_n("about {count} more week", "about {count} more weeks", round(left / 7))


def promise_of(reader: Reader, promise_id: int) -> tuple[Promise, Circle] | None:
    """The promise and its circle, while both are there and it concerns the reader."""
    promise = promises.get(reader.tx, promise_id)
    circle = reader.circle_or_none(promise.child_id) if promise else None
    if promise is None or circle is None or not promises.may_see(circle, promise, reader.person.id):
        return None
    return promise, circle
