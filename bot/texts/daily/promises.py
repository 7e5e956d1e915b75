"""🗓 Promises and 🚆 visits: how they stand, and what those at home hear of them."""

from datetime import date, timedelta

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily import promises as about_
from bot.domain.daily.promises import Promise, PromiseState
from bot.domain.daily.visits import BRING
from bot.queries.daily import promises
from bot.texts.buttons import happened, letter, undo
from bot.texts.circle.receipts import home_is_told
from bot.texts.daily.calendar_files import calendar_button, calendar_file, calendar_of, whole_days
from bot.texts.daily.promise_words import countdown, day_of, promise_of, sign
from bot.texts.daily.visits import here_button, pause_row
from bot.texts.message import Button, Message, button, headed
from bot.texts.quoting import inline, quoted
from bot.texts.reader import Reader

COMING = 3  # what is shown above the first menu


def _told(reader: Reader, circle: Circle) -> str:
    return home_is_told(reader, circle, [each.person_id for each in circle.who_know(reader.person.id)])


def promise_made(reader: Reader, about: about_.PromiseMade) -> Message | None:
    """What the parent has promised, and what can still be changed."""
    held = promise_of(reader, about.promise_id)
    if held is None:
        return None
    found, circle = held
    child = circle.child.name
    if found.state == PromiseState.DROPPED:
        # L10N: a parent has taken back a promise or a visit; no blame. {child} is a name.
        text = reader.say("It is off. Your voice may help {child}.", child=child)
        told = reader.together(text, _told(reader, circle))
        return Message(f"{sign(found)} {told}", ((letter(reader, circle.child.id),),))
    # L10N: to a parent, below a promise or a visit, a line of its own; {sleeps} is “3 more sleeps” or “Today”.
    sleeps = reader.say("{sleeps}.", sleeps=_capital(countdown(reader, found, circle)))
    lines = [f"{sign(found)} {_what(reader, found, circle)}", sleeps]
    if said := _told(reader, circle):
        lines.append(said)
    if found.visit and found.pause_days:
        # L10N: to the parent; from the day of the visit on the daily question rests. {day} is when it starts again.
        text = reader.say(
            "Meanwhile I do not ask about {child}, until {day}.", child=child, day=_asked_again(reader, found)
        )
        lines.append(text)
    elif found.visit:
        # L10N: to the parent; the buttons below say for how many days.
        lines.append(reader.say("Shall the questions about {child} rest while you are there?", child=child))
    return Message("\n".join(lines), _made_buttons(reader, found, circle))


def _made_buttons(reader: Reader, promise: Promise, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    has_come = about_.sleeps(promise.day or date.min, reader.tx.now, circle.child.zone) <= 0
    if promise.visit and promise.pause_days:
        # L10N: a button: the daily question goes on during a visit.
        rows.append((button("▶️ " + reader.label("Keep asking"), "promise_pause", promise.id, 0),))
    elif promise.visit:
        rows.append(pause_row(reader, promise))
    file = calendar_button(reader, "visit_file", promise.id)
    here = ((here_button(reader, promise), file),) if promise.visit and not has_come else ()
    return (*rows, *here, (_other_day(reader, promise), undo(reader, "promise_drop", promise.id)))


def _other_day(reader: Reader, promise: Promise) -> Button:
    # L10N: a button: a promise or a visit on another day.
    return button(f"{emoji.ANOTHER} " + reader.label("Another day"), "promise_move", promise.id)


def promise_told(reader: Reader, about: about_.PromiseTold) -> Message | None:
    """What those at home, and the other parent, hear of it."""
    held = promise_of(reader, about.promise_id)
    if held is None:
        return None
    found, circle = held
    child, parent, day = circle.child.name, reader.named(circle, found.made_by), day_of(reader, found)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = f"{sign(found)} " + reader.say("{child}, from {guardian}", child=child, guardian=parent)
    if about.news == "dropped":
        return Message(f"{first}\n{_off(reader, found, child, day)}")
    if not found.is_planned or about_.sleeps(found.day or date.min, reader.tx.now, circle.child.zone) < 0:
        return None
    if found.visit and about.news == "moved":
        # L10N: a visit has another day now; no blame.
        text = reader.say("{parent} comes home on another day: {day}.", parent=parent, day=day)
    elif found.visit:
        # L10N: to those at home.
        text = reader.say("{parent} comes home: {day}.", parent=parent, day=day)
    elif about.news == "moved":
        # L10N: below the parent's own words: a promise has another day now; no blame.
        text = f"{quoted(found.words)}\n" + reader.say("On another day: {day}.", day=day)
    else:
        # L10N: to those at home, below the parent's own words: the day of what {child} is promised.
        text = f"{quoted(found.words)}\n" + reader.say("{day}.", day=day)
    # L10N: what the guardian can tell the child; {sleeps} is “3 more sleeps”.
    told = reader.say("For {child}: {sleeps}.", child=child, sleeps=countdown(reader, found, circle))
    return Message("\n".join([first, text, told, *_stars(reader, found, circle)]))


def _stars(reader: Reader, promise: Promise, circle: Circle) -> list[str]:
    """Three sleeps before a visit: something by which a child sees the days go."""
    if not promise.visit or about_.sleeps(promise.day or date.min, reader.tx.now, circle.child.zone) != BRING:
        return []
    # L10N: to the guardian, three sleeps before a parent comes home to {child}.
    return [reader.say("{child} can draw three stars and colour one each evening.", child=circle.child.name)]


def _off(reader: Reader, promise: Promise, child: str, day: str) -> str:
    if promise.visit:
        # L10N: to those at home; a visit does not take place. No blame.
        text = reader.say("The visit on {day} is off for now.", day=day)
    else:
        # L10N: to those at home, below the parent's own words: a promise is taken back. No blame.
        text = f"{quoted(promise.words)}\n" + reader.say("{day}: off for now.", day=day)
    # L10N: below the news that a visit or a promise is off.
    return f"{text}\n" + reader.say("You can tell {child} that days change sometimes.", child=child)


def visit_file_given(reader: Reader, about: about_.VisitFileGiven) -> Message | None:
    """One visit in a calendar's own words."""
    held = promise_of(reader, about.promise_id)
    if held is None or not held[0].visit or held[0].day is None or not held[0].is_planned:
        return None
    found, circle = held
    # L10N: the name of an entry in the calendar of a parent: some days at home with {child}.
    summary = reader.label("With {child}", child=circle.child.name)
    days = whole_days(held[0].day, found.leaves)
    return calendar_file(reader, calendar_of(f"visit-{found.id}", summary, *days, reader.tx.now))


def promise_near(reader: Reader, about: about_.PromiseNear) -> Message | None:
    """The day before, to the parent."""
    held = promise_of(reader, about.promise_id)
    if held is None or held[0].state != PromiseState.PLANNED or held[0].day is None:
        return None
    found, circle = held
    left = about_.sleeps(held[0].day, reader.tx.now, circle.child.zone)
    if left not in (0, 1):
        return None
    day = _tomorrow(reader) if left else _today(reader)
    if found.visit:
        # L10N: a reminder to the parent; {day} is “Tomorrow” or “Today”.
        text = reader.say("{day} you come home to {child}.", day=day, child=circle.child.name)
    else:
        # L10N: a reminder to the parent; {day} is “Tomorrow” or “Today”; the promise in their own words follows.
        text = reader.say("{day} for {child}:", day=day, child=circle.child.name) + f"\n{quoted(found.words)}"
    back = _other_day(reader, found), undo(reader, "promise_drop", found.id)
    return Message(headed(sign(found), circle.child.name, text), (back,))


def _tomorrow(reader: Reader) -> str:
    # L10N: begins a reminder: “Tomorrow you come home to Lily.”
    return reader.label("Tomorrow")


def _today(reader: Reader) -> str:
    # L10N: begins a reminder: “Today you come home to Lily.”
    return reader.label("Today")


def promise_outcome_asked(reader: Reader, about: about_.PromiseOutcomeAsked) -> Message | None:
    """Did it happen? And then a word without praise or blame."""
    held = promise_of(reader, about.promise_id)
    if held is None or held[0].state not in {PromiseState.ASKED, PromiseState.KEPT}:
        return None
    found, circle = held
    if found.state == PromiseState.KEPT:
        # L10N: the parent says that a visit or a promise has happened. No praise.
        return Message(f"{sign(found)} " + reader.say("Good that it worked out."))
    if found.visit:
        # L10N: to the parent, on the day after a visit was to begin.
        text = reader.say("Did you get home to {child}?", child=circle.child.name)
    else:
        # L10N: to the parent, on the day after, below what they have promised {child} in their own words.
        text = f"{quoted(found.words)}\n" + reader.say("For {child}: did it happen?", child=circle.child.name)
    buttons = happened(reader, "promise_done", found.id), _other_day(reader, found)
    return Message(headed(sign(found), circle.child.name, text), (buttons,))


def coming_lines(reader: Reader, circle: Circle) -> list[str]:
    """What stands above the first menu, the nearest first."""
    return [
        f"{sign(found)} {_short(reader, found, circle)}"
        for found in promises.coming(reader.tx, circle, reader.person.id)[:COMING]
    ]


def _short(reader: Reader, promise: Promise, circle: Circle) -> str:
    parent, left = reader.named(circle, promise.made_by), countdown(reader, promise, circle)
    if promise.visit:
        # L10N: one line above the first menu: {parent} comes home to {child}; {sleeps} is “3 more sleeps”.
        return reader.say("{parent} comes to {child}: {sleeps}", parent=parent, child=circle.child.name, sleeps=left)
    # L10N: one line above the first menu: what {child} is promised; {sleeps} is “3 more sleeps”.
    return reader.say("{child}, “{words}”: {sleeps}", child=circle.child.name, words=inline(promise.words), sleeps=left)


def _what(reader: Reader, promise: Promise, circle: Circle) -> str:
    child, day = circle.child.name, day_of(reader, promise)
    if promise.visit:
        # L10N: to the parent; a visit is set.
        return reader.say("You come home to {child}: {day}.", child=child, day=day)
    # L10N: to the parent: for whom and when a promise is; it follows in their own words.
    return reader.say("For {child}, {day}:", child=child, day=day) + f"\n{quoted(promise.words)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asked_again(reader: Reader, promise: Promise) -> str:
    assert promise.day is not None
    return reader.day(promise.day + timedelta(days=promise.pause_days or 0))
