"""🚆 What is read around a visit: before it, on its days, and on the first evening after."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily import visits as about_
from bot.domain.daily.promises import PAUSES, Promise, PromiseState, sleeps
from bot.texts.buttons import call, letter
from bot.texts.daily.goodnights import goodnight_button
from bot.texts.daily.promise_words import promise_of
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader

OVER = frozenset({PromiseState.DROPPED, PromiseState.DRAFT})


def visit_bring(reader: Reader, about: about_.VisitBring) -> Message | None:
    """Three sleeps before."""
    held = _of(reader, about.promise_id)
    if held is None or held[0].day is None:
        return None
    found, circle = held
    if sleeps(held[0].day, reader.tx.now, circle.child.zone) <= 0:
        return None
    # L10N: to a parent, some days before they come home to {child}: what is good to bring.
    text = reader.say(
        "You will be with {child} soon. Good to bring: one small thing, and time.", child=circle.child.name
    )
    return _card(circle, text, (letter(reader, circle.child.id), here_button(reader, found)))


def visit_begun(reader: Reader, about: about_.VisitBegun) -> Message | None:
    """The two of them come first; questions rest."""
    held = _of(reader, about.promise_id)
    if held is None:
        return None
    found, circle = held
    if found.leaves is not None:
        # L10N: to a parent who is with {child} now; questions about the child rest until {day}.
        text = reader.say(
            "Good days with {child}. I ask nothing until {day}.",
            child=circle.child.name,
            day=reader.day(found.leaves),
        )
        return _card(circle, text, (_leave(reader, found),))
    # L10N: to a parent who is with {child} now; the buttons below say for how many days questions rest.
    text = reader.say("Good days with {child}. How long shall questions rest?", child=circle.child.name)
    return _card(circle, text, pause_row(reader, found), (_leave(reader, found),))


def visit_goodbye(reader: Reader, about: about_.VisitGoodbye) -> Message | None:
    """What makes parting easier."""
    held = _of(reader, about.promise_id)
    if held is None:
        return None
    # L10N: to a parent, before they leave {child} again after a visit: a small ritual for the goodbye.
    text = reader.say(
        "Before you go: tell {child} when you call, and leave something of yours to hold.", child=held[1].child.name
    )
    return _card(held[1], text, (call(reader, held[1].child.id),))


def first_evening(reader: Reader, about: about_.FirstEvening) -> Message | None:
    """One line, and one thing to do."""
    held = promise_of(reader, about.promise_id)
    if held is None or held[0].state in OVER:
        return None
    found, circle = held
    child = circle.child.name
    if found.made_by == reader.person.id:
        # L10N: to a parent, on the first evening after a visit to {child}.
        text = reader.say("The first evening apart. A goodnight from you may help {child}.", child=child)
        return _card(circle, text, (goodnight_button(reader, circle.child.id), letter(reader, circle.child.id)))
    # L10N: to the guardian, on the first evening after {parent} was with {child}.
    text = reader.say(
        "The first evening without {parent}. Stay a little longer at bedtime.",
        parent=reader.named(circle, found.made_by),
    )
    return _card(circle, text, (letter(reader, circle.child.id),))


def here_button(reader: Reader, promise: Promise) -> Button:
    """🚆 before its day."""
    # L10N: a button of a parent: I am at home with the child now, also where another day was planned.
    return button(f"{emoji.VISIT} " + reader.label("I am here"), "visit_here", promise.id)


def pause_row(reader: Reader, promise: Promise) -> tuple[Button, ...]:
    """⏸ for how many days questions rest."""
    return tuple(_pause(reader, promise, days) for days in PAUSES)


def _pause(reader: Reader, promise: Promise, days: int) -> Button:
    # L10N: a button: for how many days the daily question rests.
    label = reader.say_n("{count} day", "{count} days", days)
    return button(f"{emoji.PAUSE} {label}", "promise_pause", promise.id, days)


def _leave(reader: Reader, promise: Promise) -> Button:
    # L10N: a button of a parent who is at home for a visit: I leave today.
    return button(f"{emoji.STOP} " + reader.label("I leave today"), "visit_end", promise.id)


def _of(reader: Reader, promise_id: int) -> tuple[Promise, Circle] | None:
    held = promise_of(reader, promise_id)
    return held if held and held[0].made_by == reader.person.id and held[0].state not in OVER else None


def _card(circle: Circle, text: str, *rows: tuple[Button, ...]) -> Message:
    return Message(headed(emoji.VISIT, circle.child.name, text), rows)
