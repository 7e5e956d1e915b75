"""Both weeks of somebody's shifts on one screen."""

from datetime import date, timedelta

from babel.dates import get_day_names

from bot.domain import emoji
from bot.domain.daily import shifts as about_
from bot.domain.daily.shifts import DAYS, WEEK, Rota, Shift, rota_of
from bot.domain.local_time import local
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader

_ORDER = (Shift.DAY, Shift.LATE, Shift.NIGHT, Shift.OFF)


def shifts_asked(reader: Reader, about: about_.ShiftsAsked) -> Message:
    """For each week what is mostly worked, and each of its days."""
    rota = my_rota(reader)
    first = rota.week_at(_today(reader))
    # L10N: to a parent who works in shifts; below stand two weeks that come again and again, four signs for each and
    # its seven days. ☀️ is a shift by day, 🌆 a late one, 🌃 one by night, 🛋 is free.
    ask = reader.say("Choose what you mostly work, then tap the days that differ.\n☀️ day, 🌆 late, 🌃 night, 🛋 free")
    rows = [row for week in (first, 1 - first) for row in _week(reader, rota, week, about.child_id)]
    # L10N: a button of a parent who has entered their shifts: show times for a call.
    done = button(f"{emoji.YES} " + reader.label("Done"), "call_times", about.child_id, 0)
    return Message("\n".join([f"{emoji.TIMES} {ask}", *two_weeks(reader, rota)]), (*rows, (done,)))


def _week(reader: Reader, rota: Rota, week: int, child_id: int) -> tuple[tuple[Button, ...], ...]:
    kinds = tuple(button(emoji.SHIFTS[kind], "shift_week", child_id, week, kind.value) for kind in _ORDER)
    places = range(week * WEEK, week * WEEK + WEEK)
    days = tuple(_day(reader, rota, place, child_id) for place in places)
    return kinds, days


def _day(reader: Reader, rota: Rota, place: int, child_id: int) -> Button:
    names = get_day_names("narrow", "stand-alone", reader.locale)
    return button(f"{names[place % WEEK]}{emoji.SHIFTS[rota.kinds[place]]}", "shift_day", child_id, place)


def two_weeks(reader: Reader, rota: Rota) -> list[str]:
    """A line for this week and one for the next, Monday first; none where no shifts were entered."""
    if set(rota.kinds) == {Shift.OFF}:
        return []
    today = _today(reader)
    monday = today - timedelta(days=today.weekday())
    signs = [emoji.SHIFTS[rota.on(monday + timedelta(days=each))] for each in range(DAYS)]
    this, following = "".join(signs[:WEEK]), "".join(signs[WEEK:])
    return [
        # L10N: to a parent: seven signs follow, for the shifts of this week from Monday to Sunday.
        reader.say("This week: {signs}", signs=this),
        # L10N: to a parent: seven signs follow, for the shifts of the next week from Monday to Sunday.
        reader.say("Next week: {signs}", signs=following),
    ]


def my_rota(reader: Reader) -> Rota:
    """What this reader has entered."""
    return rota_of(reader.person.rota, _today(reader))


def shifts_button(reader: Reader, child_id: int) -> Button:
    """⏰"""
    # L10N: a button of a parent: enter the shifts of two weeks, so that times for a call suit them.
    return button(f"{emoji.TIMES} " + reader.label("My shifts"), "shifts", child_id)


def _today(reader: Reader) -> date:
    return local(reader.tx.now, reader.person.zone).date()
