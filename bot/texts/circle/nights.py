"""When it is quiet: by night, and by day for who works at night."""

from babel.dates import get_day_names

from bot.domain import emoji
from bot.domain.circle.times import RESTS, WorkNightsAsked
from bot.domain.people import NIGHT, REST
from bot.texts import clocks
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader


def work_nights_asked(reader: Reader, _about: WorkNightsAsked) -> Message:
    """Seven nights, on or off, and when the sleep afterwards begins."""
    me = reader.person
    if me.work_nights:
        text = after_work(reader)
    else:
        # L10N: to somebody who works in shifts; the seven days of the week stand below as buttons.
        text = reader.say("Which nights do you work? Tap the days on which they begin.")
    days = [
        button(f"{emoji.YES} {name}" if me.works_at(day) else name, "work_night", day)
        for day, name in enumerate(_weekdays(reader))
    ]
    place = RESTS.index(me.rest_from // 60) + 1
    # L10N: a button: the hours of sleep after a night at work; a tap chooses others. {hours} is “09:00–17:00”.
    rest = reader.label("Sleep after it: {hours}", hours=clocks.hours(me.rest_from, me.rest_from + REST))
    later = button(f"{emoji.TIMES} {rest}", "rest", RESTS[place % len(RESTS)])
    return Message(text, (*grid(days, 4), *(((later,),) if me.work_nights else ())))


def work_nights_button(reader: Reader) -> Button:
    """⏰"""
    # L10N: a button of somebody who works in shifts: choose the nights that they work.
    return button(f"{emoji.TIMES} " + reader.label("I work nights"), "work_nights")


def after_work(reader: Reader) -> str:
    """The nights that this person works, and when they sleep instead."""
    me = reader.person
    nights = reader.enumerated(name for day, name in enumerate(_weekdays(reader)) if me.works_at(day))
    # L10N: to somebody who works in shifts; {days} are those on which such a night begins, {hours} is “09:00–17:00”.
    return reader.say(
        "You work these nights: {days}. Afterwards it is quiet {hours}.",
        days=nights,
        hours=clocks.hours(me.rest_from, me.rest_from + REST),
    )


def _weekdays(reader: Reader) -> list[str]:
    """Mon to Sun, in this language."""
    names = get_day_names("abbreviated", "stand-alone", reader.locale)
    return [str(names[day]) for day in range(7)]


def quiet_at_night(reader: Reader) -> str:
    """One line of each welcome."""
    # L10N: one line of a welcome; {hours} is “22:00–07:00”. ⚙️ is the button of all settings.
    return f"{emoji.TIMES} " + reader.say(
        "{hours} by your clock only what is urgent comes. Other hours: 🏠 ⚙️",
        hours=clocks.hours(*(reader.person.night or NIGHT)),
    )
