"""⏰ On which days home is asked: chosen, offered, and told to the others."""

from datetime import date, timedelta

from babel.dates import format_date

from bot.domain import emoji
from bot.domain.circle.circles import Child
from bot.domain.daily import rhythm as about_
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader

_MONDAY = date(2026, 11, 23)


def choices(reader: Reader, child: Child) -> tuple[tuple[Button, ...], ...]:
    """Every day, school days, every second day, or one day of the week."""
    many = [_choice(_named(reader, each), child, each) for each in about_.CHOSEN[:3]]
    one = [_choice(_short(reader, each), child, each) for each in about_.CHOSEN[3:]]
    return (*((each,) for each in many), *grid(one, 4))


def _choice(label: str, child: Child, rhythm: str) -> Button:
    return button(f"{emoji.TIMES} {label}", "rhythm_set", child.id, rhythm)


def _named(reader: Reader, rhythm: str) -> str:
    names = {
        # L10N: on a button: on which days the question about a child comes.
        about_.DAILY: reader.label("Every day"),
        # L10N: on a button: on which days the question about a child comes: Monday to Friday.
        about_.SCHOOL: reader.label("School days"),
        # L10N: on a button: on which days the question about a child comes.
        about_.SECOND: reader.label("Every second day"),
    }
    return names[rhythm]


def _short(reader: Reader, weekday: str) -> str:
    return str(format_date(_MONDAY + timedelta(days=int(weekday)), "EEE", locale=reader.locale))


def _days(reader: Reader, rhythm: str) -> str:
    return reader.listed(reader.weekday(_MONDAY + timedelta(days=int(each))) for each in rhythm)


def offer(reader: Reader, rhythm: str) -> str:
    """Below the thanks for an answer, once."""
    # L10N: to a guardian whose answers come on the same one or two weekdays; {days} is a weekday or two.
    return reader.say("Shall I ask only on {days}?", days=_days(reader, rhythm))


def offer_row(reader: Reader, child_id: int, rhythm: str) -> tuple[Button, ...]:
    """✅ ❌"""
    return do(reader, "rhythm_set", child_id, rhythm), do_not(reader, "rhythm_keep", child_id)


def rhythm_changed(reader: Reader, about: about_.RhythmChanged) -> Message:
    """The others learn it."""
    circle = reader.circle(about.child_id)
    names = {"who": reader.named(circle, about.by), "child": circle.child.name}
    if about.rhythm == about_.DAILY:
        # L10N: to the others; {who} changed on which days the question about {child} comes.
        return Message(reader.say("{who} changed it: I ask about {child} every day.", **names))
    if about.rhythm == about_.SCHOOL:
        # L10N: to the others; {who} changed on which days the question about {child} comes: Monday to Friday.
        return Message(reader.say("{who} changed it: I ask about {child} on school days.", **names))
    if about.rhythm == about_.SECOND:
        # L10N: to the others; {who} changed on which days the question about {child} comes.
        return Message(reader.say("{who} changed it: I ask about {child} every second day.", **names))
    # L10N: to the others; {who} changed on which days the question about {child} comes; {days} is a weekday or two.
    text = reader.say("{who} changed it: I ask about {child} on {days}.", days=_days(reader, about.rhythm), **names)
    return Message(text)


def rhythm_kept(reader: Reader, about: about_.RhythmKept) -> Message:
    """A short answer to a press."""
    # L10N: a short note to a guardian who does not want to be asked on fewer days.
    return Message(reader.label("I go on asking as before."))


def twice_a_day(reader: Reader, about: about_.TwiceADay) -> Message:
    """The others learn it."""
    circle = reader.circle(about.child_id)
    who = reader.named(circle, about.by)
    # L10N: to the others; {who} has added a second time of the day for the question about {child}.
    return Message(reader.say("{who} changed it: I ask about {child} twice a day.", who=who, child=circle.child.name))
