"""When something was or will be: on whose clock, and on which day as soon as that is not today for either.

No other module of the texts writes a time of day, so none can leave the day out by mistake.
"""

from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from bot.domain.local_time import local
from bot.texts.reader import Reader

_WEEK = 6  # days back that a weekday names; with today they are seven, so no name stands for two of them


def _c(context: str, text: str) -> tuple[str, str]:
    """Marks a text whose meaning depends on its context."""
    return context, text


_NEAR = {
    # L10N: a day, before a time: “yesterday, 18:00 at home”. It may begin a sentence.
    -1: _c("before a time", "yesterday"),
    # L10N: a day, before a time: “today, 18:00 at home”. It may begin a sentence.
    0: _c("before a time", "today"),
    # L10N: a day, before a time: “tomorrow, 07:00 there”. It may begin a sentence.
    1: _c("before a time", "tomorrow"),
}

_PAST = {
    # L10N: a day inside a sentence: “nothing since yesterday”, “For yesterday: …”.
    -1: _c("in a sentence", "yesterday"),
    # L10N: a day inside a sentence: “the first answer since today”.
    0: _c("in a sentence", "today"),
}


@dataclass(frozen=True, slots=True)
class When:
    """One instant on the clock of `zone` and on the reader's; what needs no word is empty."""

    day: str  # of both clocks, where it is not today
    home: str  # with its day, where the two clocks have different ones
    here: str  # nothing where it shows what `home` shows


def bare(reader: Reader, instant: datetime) -> str:
    """18:40 on the reader's clock, of an instant that is now."""
    return f"{local(instant, reader.person.zone):%H:%M}"


def minute(of_day: int) -> str:
    """19:30 of every day."""
    return f"{of_day // 60:02d}:{of_day % 60:02d}"


def hours(start: int, end: int) -> str:
    """22:00–07:00, of minutes of the day."""
    return f"{minute(start)}–{minute(end)}"


def one(reader: Reader, instant: datetime, zone: str | None = None) -> str:
    """18:40 on one clock, with its day where that is not today."""
    day, time = apart(reader, instant, zone or reader.person.zone)
    return _dated(reader, day, time) if day else time


def apart(reader: Reader, instant: datetime, zone: str, *, always: bool = False) -> tuple[str, str]:
    """The day, where it is not today for either clock or `always`, and the time on the clock of `zone`."""
    home, here = local(instant, zone), local(instant, reader.person.zone)
    todays = _todays(reader, zone)
    near = [home.date(), here.date()] == todays and not always
    return "" if near else _day(reader, home.date(), todays), f"{home:%H:%M}"


def dated(reader: Reader, instant: datetime, zone: str | None = None) -> dict[str, str]:
    """{day} and {time} of something that is far enough away to need its date."""
    wall = local(instant, zone or reader.person.zone)
    return {"day": reader.day(wall.date()), "time": f"{wall:%H:%M}"}


def offered(reader: Reader, instant: datetime, zone: str) -> str:
    """On a button: a time of the next days; a word that is true only today stands with its date."""
    wall = local(instant, zone)
    names = {"day": reader.day(wall.date()), "time": f"{wall:%H:%M}"}
    ahead = (wall.date() - local(reader.tx.now, zone).date()).days
    if ahead == 0:
        # L10N: a button of a teacher: a time today; {day} is its date, such as “Tue, Dec 1”, {time} such as 18:00.
        return reader.label("Today {time} ({day})", **names)
    if ahead == 1:
        # L10N: a button of a teacher: a time tomorrow; {day} is its date, such as “Tue, Dec 1”, {time} such as 07:00.
        return reader.label("Tomorrow {time} ({day})", **names)
    return _dated(reader, names["day"], names["time"])


def at_home(reader: Reader, instant: datetime, zone: str) -> str:
    """A sentence: the two clocks of one family."""
    found = when(reader, instant, zone)
    if not found.here:
        # L10N: a time of day on the child's clock, which is the reader's too.
        return _opening(reader, found.day, reader.say("{home} at home.", home=found.home))
    # L10N: the two clocks of one family, the child's and the reader's.
    text = reader.say("{home} at home, {here} for you.", home=found.home, here=found.here)
    return _opening(reader, found.day, text)


def at_school(reader: Reader, instant: datetime, zone: str, school: str) -> str:
    """A sentence: the two clocks of something that was at school."""
    found = when(reader, instant, zone)
    if not found.here:
        # L10N: a time of day, and the name of the school where something was then.
        return _opening(reader, found.day, reader.say("{home} at {school}.", home=found.home, school=school))
    # L10N: a time of day on the child's clock, the school where something was then, and the time on the reader's clock.
    text = reader.say("{home} at {school}, {here} for you.", home=found.home, school=school, here=found.here)
    return _opening(reader, found.day, text)


def planned(reader: Reader, instant: datetime, zone: str, *, always: bool = True) -> str:
    """Inside a sentence: the day, and the two clocks of one family; `always` names today, too."""
    found = when(reader, instant, zone, always=always)
    times = found.home
    if found.here:
        # L10N: the two clocks of one family, the child's and the reader's.
        times = reader.label("{home} at home, {here} for you", home=found.home, here=found.here)
    return _after_day(reader, found.day, times)


def fixed(reader: Reader, instant: datetime, zone: str) -> str:
    """Inside a sentence that stands there for days: the date, and the two clocks of one family."""
    home, here = local(instant, zone), local(instant, reader.person.zone)
    day, times = reader.day(home.date()), f"{home:%H:%M}"
    if home.replace(tzinfo=None) != here.replace(tzinfo=None):
        mine = f"{here:%H:%M}"
        if here.date() != home.date():
            mine = _dated(reader, reader.day(here.date()), mine)
        # L10N: the two clocks of one family, the child's and the reader's.
        times = reader.label("{home} at home, {here} for you", home=times, here=mine)
    return _after_day(reader, day, times)


def later(reader: Reader, instant: datetime, zone: str, *, always: bool = False) -> str:
    """Inside a sentence: when the quiet hours of somebody else end; `always` names today, too."""
    found = when(reader, instant, zone, always=always)
    times = found.home
    if found.here:
        # L10N: two clocks: that of another person, and the reader's.
        times = reader.label("{there} there, {here} for you", there=found.home, here=found.here)
    return _after_day(reader, found.day, times)


def weekday(reader: Reader, day: date, zone: str) -> str:
    """Tuesday, within the last six days; a date beyond."""
    return _weekday(reader, day, local(reader.tx.now, zone).date())


def past(reader: Reader, day: date, zone: str) -> str:
    """Today, yesterday, Tuesday within the last six days; a date beyond."""
    today = local(reader.tx.now, zone).date()
    near = _PAST.get((day - today).days)
    return reader.words.pgettext(*near) if near else _weekday(reader, day, today)


def coming(reader: Reader, instant: datetime, zone: str | None = None) -> str:
    """Tuesday, within the next six days; a date beyond."""
    day, today = (local(each, zone or reader.person.zone).date() for each in (instant, reader.tx.now))
    return reader.weekday(day) if 0 < (day - today).days <= _WEEK else reader.day(day)


def short(reader: Reader, instant: datetime, zone: str) -> str:
    """On a button: “Tue 19:00·15:00”, the clock of `zone` first; “Tue 1 …” where Tue is a nearer one."""
    home, here = local(instant, zone), local(instant, reader.person.zone)
    is_near = (max(home, here, key=datetime.date).date() - min(_todays(reader, zone))).days <= _WEEK
    day, mine = (format_date(each.date(), "EEE" if is_near else "EEE d", locale=reader.locale) for each in (home, here))
    return f"{day} {home:%H:%M}·{here:%H:%M}" if day == mine else f"{day} {home:%H:%M}·{mine} {here:%H:%M}"


def on_clock(instant: datetime, zone: str) -> str:
    """18:40 on the clock of `zone`, below a line that names the day."""
    return f"{local(instant, zone):%H:%M}"


def on_two(reader: Reader, instant: datetime, zone: str) -> str:
    """On a button: “Tue 19:00”, or “Tue 19:00·15:00” where the reader's clock, the second one, shows another time."""
    both = short(reader, instant, zone)
    home, here = local(instant, zone), local(instant, reader.person.zone)
    return both.partition("·")[0] if home.replace(tzinfo=None) == here.replace(tzinfo=None) else both


def when(reader: Reader, instant: datetime, zone: str, *, always: bool = False) -> When:
    """How the two clocks show an instant; `always` names today, too, as a plan wants it."""
    home, here = local(instant, zone), local(instant, reader.person.zone)
    todays = _todays(reader, zone)
    same = home.replace(tzinfo=None) == here.replace(tzinfo=None)
    if [home.date(), here.date()] == todays and not always:
        return When("", f"{home:%H:%M}", "" if same else f"{here:%H:%M}")
    if home.date() == here.date():
        return When(_day(reader, home.date(), todays), f"{home:%H:%M}", "" if same else f"{here:%H:%M}")
    days = [_dated(reader, _day(reader, each.date(), todays), f"{each:%H:%M}") for each in (home, here)]
    return When("", *days)


def _todays(reader: Reader, zone: str) -> list[date]:
    return [local(reader.tx.now, each).date() for each in (zone, reader.person.zone)]


def _day(reader: Reader, day: date, todays: list[date]) -> str:
    """Today and its neighbours only while both clocks mean the same day by it."""
    newest = max(todays)
    if min(todays) == newest and (near := _NEAR.get((day - newest).days)):
        return reader.words.pgettext(*near)
    return _weekday(reader, day, newest)


def _weekday(reader: Reader, day: date, today: date) -> str:
    return reader.weekday(day) if 0 <= (today - day).days <= _WEEK else reader.day(day)


def _dated(reader: Reader, day: str, time: str) -> str:
    # L10N: one time of day with its day: “yesterday 18:40”.
    return reader.label("{day} {time}", day=day, time=time)


def _after_day(reader: Reader, day: str, times: str) -> str:
    # L10N: a day and one time of day, or two: “yesterday, 18:40 at home, 14:40 for you”.
    return reader.label("{day}, {times}", day=day, times=times) if day else times


def _opening(reader: Reader, day: str, times: str) -> str:
    """It begins a sentence."""
    text = _after_day(reader, day, times)
    return text[:1].upper() + text[1:]
