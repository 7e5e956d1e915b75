"""Asking for a promise: a few words, then a day from buttons."""

from datetime import date, timedelta

from babel.dates import format_date

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily import promises as about_
from bot.domain.daily.promises import AHEAD, Promise, may_be_promised
from bot.domain.local_time import local
from bot.queries.daily import promises
from bot.texts.buttons import undo
from bot.texts.daily.promise_words import day_of, promise_of, sign
from bot.texts.daily.visits import here_button
from bot.texts.message import Button, Message, button, grid, headed
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.calendars import next_holiday

A_ROW = 4
DAYS_SHOWN = 7
MONTHS_SHOWN = 8  # beside the question what is promised


def promise_asked(reader: Reader, about: about_.PromiseAsked) -> Message:
    """A few words; what is promised already stands below."""
    circle = reader.circle(about.child_id)
    if about.again:
        # L10N: to a parent who sent a voice or a picture where a few typed words are needed. {child} is a name.
        text = reader.say("Please write in a few words what you promise {child}.", child=circle.child.name)
    else:
        # L10N: to a parent; the answer is typed. {child} is a name.
        text = reader.say(
            "What do you promise {child}? A few words will do, such as “a parcel” or “I call on your birthday”.",
            child=circle.child.name,
        )
        # L10N: below that; 🚆 stands on buttons below, alone or with a month: the parent comes home for a visit.
        text += "\n" + reader.say("🚆 is for the day on which you come home.")
    return Message(f"{emoji.PROMISE} {text}", (*_visit(reader, circle), *_made_before(reader, circle, visit=False)))


def _visit(reader: Reader, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    """🚆 with its next days, or at once with those of a month."""
    child_id, today = circle.child.id, local(reader.tx.now, circle.child.zone).date()
    # L10N: a button of a parent: a visit home, with its day.
    visit = button(f"{emoji.VISIT} " + reader.label("Visit home"), "visit_new", child_id)
    months = [
        button(_month_name(reader, emoji.VISIT, first), "visit_month", child_id, f"{first:%Y%m}")
        for first in _months(today)[:MONTHS_SHOWN]
    ]
    return ((visit,), *grid(months, A_ROW))


def promise_day_asked(reader: Reader, about: about_.PromiseDayAsked) -> Message | None:
    """The next days and then the months, or the days of one month."""
    held = promise_of(reader, about.promise_id)
    if held is None:
        return None
    found, circle = held
    if found.visit:
        # L10N: to a parent; days and months stand below as buttons. {child} is a name.
        text = reader.say("When do you come home to {child}?", child=circle.child.name)
        text = f"{text}\n{next_holiday(reader, circle)}".strip()
    else:
        # L10N: to a parent; what they promise follows in their own words, days and months below as buttons.
        text = reader.say("On which day?") + f"\n{quoted(found.words)}"
    return Message(f"{sign(found)} {text}", (*_days(reader, found, circle, about.month), *_rest(reader, found, circle)))


def _days(reader: Reader, promise: Promise, circle: Circle, month: str) -> tuple[tuple[Button, ...], ...]:
    today = local(reader.tx.now, circle.child.zone).date()
    if month:
        first = date(int(month[:4]), int(month[4:]), 1)
        days = [first + timedelta(days=each) for each in range(31)]
        shown = [
            each
            for each in days
            if each.month == first.month and may_be_promised(each, reader.tx.now, circle.child.zone)
        ]
        # L10N: a button: choose the day from another month.
        other = button(f"{emoji.ANOTHER} " + reader.label("Another month"), "promise_move", promise.id)
        return (*grid([_day(reader, promise, each) for each in shown], A_ROW), (other,))
    near = [_day(reader, promise, today + timedelta(days=each)) for each in range(1, DAYS_SHOWN + 1)]
    return (*grid(near, A_ROW), *grid([_month(reader, promise, each) for each in _months(today)], A_ROW))


def _day(reader: Reader, promise: Promise, day: date) -> Button:
    return button(format_date(day, "EEE d", locale=reader.locale), "promise_day", promise.id, f"{day:%Y%m%d}")


def _month(reader: Reader, promise: Promise, first: date) -> Button:
    return button(_month_name(reader, sign(promise), first), "promise_month", promise.id, f"{first:%Y%m}")


def _month_name(reader: Reader, sign_: str, first: date) -> str:
    return f"{sign_} {format_date(first, 'LLL', locale=reader.locale)}"


def _months(today: date) -> list[date]:
    last, months = today + AHEAD, [(today + timedelta(days=1)).replace(day=1)]
    while len(months) < 12 and (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= last:
        months.append(following)
    return months


def _rest(reader: Reader, promise: Promise, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    if promise.is_planned:
        return ((undo(reader, "promise_drop", promise.id),),)
    before = _made_before(reader, circle, visit=promise.visit)
    return ((here_button(reader, promise),), *before) if promise.visit else ((no_day_yet(reader, promise),), *before)


def no_day_yet(reader: Reader, promise: Promise) -> Button:
    """🗓 it is kept without one."""
    # L10N: a button of a parent: a promise is kept, its day is not known yet.
    return button(f"{emoji.PROMISE} " + reader.label("No day yet"), "promise_keep", promise.id)


def promise_undated(reader: Reader, about: about_.PromiseUndated) -> Message | None:
    """Keep it, give it a day, or let it go; without a question why."""
    held = promise_of(reader, about.promise_id)
    if held is None or held[0].day is not None:
        return None
    found, circle = held
    if about.answer == "gone":
        # L10N: to a parent who lets a promise without a day go; nobody else has heard of it. No blame.
        return Message(f"{sign(found)} " + reader.say("All right. It is let go."))
    if found.state not in promises.UNDATED:
        return None
    # L10N: a button of a parent: a promise that has no day yet gets one.
    day = button(f"{emoji.ANOTHER} " + reader.label("Choose a day"), "promise_move", found.id)
    # L10N: a button of a parent: a promise without a day is given up.
    gone = button(f"{emoji.NO} " + reader.label("Let it go"), "promise_let_go", found.id)
    if about.answer == "kept":
        # L10N: to a parent; below their own words: a promise is kept, though it has no day yet. Home hears of it then.
        text = f"{quoted(found.words)}\n" + reader.say("Kept. Home hears of it once it has a day.")
        return Message(headed(sign(found), circle.child.name, text), ((day, gone),))
    # L10N: to a parent, two weeks after they have promised this to {child}, in their own words: it has no day yet.
    text = f"{quoted(found.words)}\n" + reader.say("For {child}: shall it have a day?", child=circle.child.name)
    return Message(headed(sign(found), circle.child.name, text), ((day,), (no_day_yet(reader, found), gone)))


def _made_before(reader: Reader, circle: Circle, *, visit: bool) -> tuple[tuple[Button, ...], ...]:
    mine = [each for each in promises.coming(reader.tx, circle, reader.person.id) if each.made_by == reader.person.id]
    mine += promises.without_day(reader.tx, circle.child.id, reader.person.id)
    return tuple(
        (
            button(
                f"{sign(each)} " + " · ".join(filter(None, [day_of(reader, each), each.words[:30]])),
                "promise_show",
                each.id,
            ),
        )
        for each in mine
        if each.visit == visit
    )
