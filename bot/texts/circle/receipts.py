"""What is true of what somebody has sent, at the moment they read it: who has it, whom it waits for, and until when."""

from collections.abc import Collection, Iterable
from datetime import datetime

from bot.domain.circle.circles import Circle
from bot.domain.circle.pauses import FOREVER
from bot.domain.circle.times import due_for
from bot.domain.notifications import Lane
from bot.queries.circle import people
from bot.texts import clocks
from bot.texts.reader import Reader


def on_its_way(
    reader: Reader,
    circle: Circle,
    to: Iterable[int],
    *,
    lane: Lane = Lane.ROUTINE,
    has: Collection[int] = (),
    to_child: bool = False,
    wanted: datetime | None = None,
) -> str:
    """One sentence for those who have it, one for those who get it now, and one for each whom it waits for.

    What was sent for a later hour is there at `wanted`, or once their night is over.
    """
    soon, later = _apart(reader, circle, [each for each in to if each not in has], lane, wanted)
    said = []
    if has:
        said.append(has_it(reader, dict.fromkeys(reader.named(circle, each) for each in has)))
    if soon and to_child:
        # L10N: to a parent; {guardian} plays it to {child}.
        way = reader.say(
            "On its way to {child}, with {guardian}.", child=circle.child.name, guardian=_names(reader, circle, soon)
        )
        said.append(way)
    elif soon:
        # L10N: below what somebody has sent; {who} is one name or several.
        said.append(reader.say("On its way to {who}.", who=_names(reader, circle, soon)))
    return reader.together(*said, *later)


def has_it(reader: Reader, names: Collection[str]) -> str:
    """Those on whose phones it is."""
    # L10N: below what somebody has sent: it has arrived on these phones. {who} is one name or several.
    return reader.say_n("{who} has it.", "{who} have it.", len(names), who=reader.listed(names))


def thanked(reader: Reader, circle: Circle, to: Iterable[int], *, lane: Lane = Lane.ROUTINE) -> str:
    """Thanks for an answer, and who sees it when."""
    soon, later = _apart(reader, circle, to, lane)
    # L10N: to who has just answered; {parent} is one name or several.
    seen = reader.say("Thank you. {parent} will see it.", parent=_names(reader, circle, soon))
    # L10N: to who has just answered; when the parents read it is said in the next sentence.
    return reader.together(seen if soon else reader.say("Thank you."), *later)


def will_read(reader: Reader, circle: Circle, to: int) -> str:
    """A short note on a press: that somebody sees it, or when."""
    soon, later = _apart(reader, circle, [to], Lane.ROUTINE)
    # L10N: a short note to the parent who has pressed ❤️; {guardian} gets the heart.
    return reader.say("{guardian} will see it.", guardian=_names(reader, circle, soon)) if soon else later[0]


def waits(reader: Reader, circle: Circle, to: Iterable[int], *, lane: Lane = Lane.ROUTINE) -> tuple[str, list[str]]:
    """The names of those who get it now, and a sentence for each whom it waits for."""
    soon, later = _apart(reader, circle, to, lane)
    return _names(reader, circle, soon), later


def home_is_told(reader: Reader, circle: Circle, to: Iterable[int]) -> str:
    """Of a call, a promise or a visit; nothing where there is nobody."""
    soon, later = _apart(reader, circle, to, Lane.ROUTINE)
    # L10N: those at home have been told of a promise, a visit or a call.
    return reader.say("Home is told.") if soon else reader.together(*later)


def some_sleep(reader: Reader, to: Iterable[int], sent_at: datetime | None) -> list[str]:
    """A line for a teacher, who hears no names: some of these families read what was sent then later than now."""
    now = reader.tx.now
    asleep = (
        due_for(each, sent_at or now, Lane.NOTICE, written=True) > now
        for each in people.get_many(reader.tx, set(to)).values()
    )
    # L10N: to a teacher, below what went to one family or to a class.
    return [reader.say("Whoever sleeps now reads it afterwards.")] if any(asleep) else []


def _apart(
    reader: Reader, circle: Circle, to: Iterable[int], lane: Lane, wanted: datetime | None = None
) -> tuple[list[int], list[str]]:
    soon, lost, resting = list[int](), list[int](), list[int]()
    asleep: dict[datetime, list[int]] = {}
    for each, person in sorted(people.get_many(reader.tx, set(to)).items()):
        at = due_for(person, max(wanted or reader.tx.now, reader.tx.now), lane, written=True)
        if reader.hides(circle, each):  # nothing is said of how the other parent lives
            soon.append(each)
        elif not person.reachable:
            lost.append(each)
        elif at >= FOREVER:
            resting.append(each)
        elif at > reader.tx.now:
            asleep.setdefault(at, []).append(each)
        else:
            soon.append(each)
    later = [_until(reader, circle, at, asleep[at]) for at in sorted(asleep)]
    if resting:
        # L10N: below what somebody has sent: {who} has asked for urgent news alone, for as long as they like.
        said = reader.say("It waits for {who}, who has asked for quiet.", who=_names(reader, circle, resting))
        later.append(said)
    if lost:
        # L10N: below what somebody has sent; {who} is one name or several.
        said = reader.say("It waits for {who}, who cannot be reached now.", who=_names(reader, circle, lost))
        later.append(said)
    return soon, later


def _until(reader: Reader, circle: Circle, at: datetime, asleep: list[int]) -> str:
    zone = people.get(reader.tx, asleep[0]).zone
    # L10N: below what somebody has sent in the night of {who}, one name or several; {when} is a day and a time or two.
    return reader.say(
        "It reaches {who} later: {when}.",
        who=_names(reader, circle, asleep),
        when=clocks.later(reader, at, zone, always=True),
    )


def _names(reader: Reader, circle: Circle, who: Iterable[int]) -> str:
    return reader.listed(dict.fromkeys(reader.named(circle, each) for each in who))
