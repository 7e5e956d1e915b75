"""What was seen of a day: the taps below the thanks at home, and the line below the news."""

from datetime import date

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily import news as about_
from bot.domain.daily.check_ins import CheckIn
from bot.domain.daily.news import Seen
from bot.domain.local_time import local
from bot.queries.daily import check_ins, news
from bot.queries.school import calendars
from bot.texts import clocks
from bot.texts.daily.letters import names
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader

_IN_A_ROW = 2
_NAMES_IN_A_ROW = 3

Rows = tuple[tuple[Button, ...], ...]


def line(reader: Reader, check_in_id: int) -> str:
    """“🍚 Ate well · ⚽ Played outside”, or nothing."""
    known = words(reader)
    return " · ".join(known[each] for each in news.seen(reader.tx, check_in_id))


def asked(reader: Reader, check_in_id: int, *, opened: bool) -> tuple[str, Rows]:
    """What may be tapped by who has answered; of several children a name comes first. Nothing where nothing may."""
    found = check_ins.get(reader.tx, check_in_id)
    days = news.answered_with(reader.tx, found, reader.person.id) if found else []
    days = [each for each in days if news.takes_seen(reader.tx, each, reader.person.id)]
    if not days:
        return "", ()
    here = [each for each in days if each.id == check_in_id]
    if len(days) > 1 and not (opened and here):
        # L10N: to a guardian of several children who has just answered; the children's names stand on buttons below.
        return reader.say("What else did you see today?"), _names(reader, days)
    day = (here or days)[0]
    circle = reader.circle(day.child_id)
    return _question(reader, circle, day), (*_taps(reader, day), *_names(reader, [e for e in days if e is not day]))


def _question(reader: Reader, circle: Circle, day: CheckIn) -> str:
    child = circle.child
    if day.local_date == local(reader.tx.now, child.zone).date().isoformat():
        # L10N: to the guardian who has just answered; below stand buttons such as “Ate well”. Nobody has to tap.
        return reader.say("Did you see any of this with {child} today?", child=child.name)
    when = clocks.past(reader, date.fromisoformat(day.local_date), child.zone)
    # L10N: as “Did you see any of this with {child} today?”, of an earlier day; {day} is “yesterday” or a weekday.
    return reader.say("Did you see any of this with {child} ({day})?", child=child.name, day=when)


def _taps(reader: Reader, day: CheckIn) -> Rows:
    on, when = news.seen(reader.tx, day.id), date.fromisoformat(day.local_date)
    shown = {*about_.may_be_seen(when, calendars.free_days(reader.tx, day.child_id, when, when)), *on}
    taps = [
        button(f"{word} {emoji.YES}" if what in on else word, "seen", day.id, what)
        for what, word in words(reader).items()
        if what in shown
    ]
    # L10N: a button of the guardian, below what was seen today: send a picture.
    picture = button(f"{emoji.PICTURE} " + reader.label("A picture"), "picture", day.child_id)
    return grid([*taps, picture], _IN_A_ROW)


def _names(reader: Reader, days: list[CheckIn]) -> Rows:
    named = [
        button(f"{emoji.PUPIL} {reader.circle(each.child_id).child.name}", "seen_of", each.id)
        for each in sorted(days, key=lambda each: each.child_id)
    ]
    return grid(named, _NAMES_IN_A_ROW)


def words(reader: Reader) -> dict[Seen, str]:
    """Each with its sign: on a button at home, and in the news."""
    said = {
        # L10N: a button of the guardian, and a word below the news to a parent: what the child did today.
        Seen.ATE: reader.label("Ate well"),
        # L10N: a button of the guardian, and a word below the news to a parent: what the child did today.
        Seen.LITTLE: reader.label("Ate little"),
        # L10N: a button of the guardian, and a word below the news to a parent: how the child slept.
        Seen.SLEPT: reader.label("Slept badly"),
        # L10N: a button of the guardian, and a word below the news to a parent: what the child did today.
        Seen.OUTSIDE: reader.label("Played outside"),
        # L10N: a button of the guardian, and a word below the news to a parent: the child drew or built something.
        Seen.MADE: reader.label("Made something"),
        # L10N: a button of the guardian, and a word below the news to a parent: the child was not at school today.
        Seen.FREE: reader.label("No school"),
        # L10N: a button of the guardian, and a word below the news to a parent: the child was with friends.
        Seen.FRIENDS: reader.label("With friends"),
        # L10N: a button of the guardian, and a word below the news to a parent: what was seen, not why.
        Seen.CRIED: reader.label("Cried"),
        # L10N: a button of the guardian, and a word below the news to a parent: the child was on its own today.
        Seen.ALONE: reader.label("Was alone"),
    }
    return {what: f"{emoji.DAY[what]} {word}" for what, word in said.items()}


def seen_noted(reader: Reader, about: about_.SeenNoted) -> Message:
    """A short answer to a press."""
    day = clocks.past(reader, date.fromisoformat(about.local_date), reader.circle(about.child_id).child.zone)
    # L10N: a short note to a guardian who taps on an older card; {day} is “today”, “yesterday” or a weekday.
    return Message(reader.label("It is noted for {day}.", day=day))


def picture_asked(reader: Reader, about: about_.PictureAsked) -> Message:
    """One thing to do."""
    circle = reader.circle(about.child_id)
    parents = names(reader, circle, circle.parents)
    if not parents:
        # L10N: the guardian is about to send a picture to the parents, who have not joined yet. 📎 is Telegram's own.
        return Message(f"{emoji.PICTURE} " + reader.say("Send a picture with 📎. It waits until a parent has joined."))
    # L10N: the guardian is about to send a picture; {parents} is one name or several. 📎 is Telegram's own.
    text = reader.say("Send a picture with 📎. It goes to {parents}.", parents=parents)
    return Message(f"{emoji.PICTURE} {text}")
