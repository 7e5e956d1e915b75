"""What a parent reads after asking how the child is."""

from collections.abc import Callable
from datetime import datetime

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.times import due_for
from bot.domain.daily import ask_now as about_
from bot.domain.daily.check_ins import CheckInAnswered, kind_hour
from bot.domain.local_time import by_day, local
from bot.domain.notifications import Lane
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.daily import ask_now, check_ins
from bot.texts import clocks
from bot.texts.buttons import invite
from bot.texts.daily.check_ins import check_in_answered
from bot.texts.daily.heard import newest
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader


def home_asked(reader: Reader, about: about_.HomeAsked) -> Message:
    """As honest as can be: asked, held by their night, or out of reach."""
    circle = reader.circle(about.child_id)
    before = ask_now.of_today(reader.tx, circle.child)
    wanted = kind_hour(before[-1].due_at if before else reader.tx.now, circle.child.zone)
    return _receipt(reader, circle, circle.askable(reader.tx.now), lambda _who: wanted)


def near_asked(reader: Reader, about: about_.NearAsked) -> Message:
    """The same of those who step in or are near, who are asked by day."""
    circle = reader.circle(about.child_id)
    return _receipt(reader, circle, (*circle.stand_ins, *circle.near), lambda who: by_day(reader.tx.now, who.zone))


def _receipt(
    reader: Reader, circle: Circle, asked: tuple[Member, ...], wanted: Callable[[Person], datetime]
) -> Message:
    there = tuple(each for each in asked if people.get(reader.tx, each.person_id).reachable)
    held = {each: _held_until(reader, each, wanted) for each in there}
    awake = tuple(each for each in there if held[each] is None)
    if asked and not there:
        # L10N: somebody has blocked the bot or lost the phone; {who} is one name or several.
        text = reader.say(
            "{who}'s phone cannot be reached now. I ask when the phone is back.", who=_names(reader, circle, asked)
        )
    elif there and not awake:
        at = min(each for each in held.values() if each)
        # L10N: quiet hours hold the question; {who} is one name or several, {when} two times of day, perhaps a day.
        text = reader.say(
            "It is quiet at {who}'s now. I ask later: {when}.",
            who=_names(reader, circle, there),
            when=clocks.later(reader, at, circle.child.zone),
        )
    else:
        # L10N: to a parent; {who} is one name or several.
        text = reader.say("I have asked {who}. The answer comes here.", who=_names(reader, circle, awake))
    return Message(f"{emoji.WELL} {text}")


def answer_shown(reader: Reader, about: about_.AnswerShown) -> Message | None:
    """The answer of today with its time, and a way to ask again."""
    check_in = check_ins.get(reader.tx, about.check_in_id)
    if check_in is None or check_in.face is None or check_in.answered_by is None or check_in.answered_at is None:
        return None
    zone = reader.circle(about.child_id).child.zone
    late = check_in.local_date != local(check_in.answered_at, zone).date().isoformat()
    news = check_in_answered(
        reader,
        CheckInAnswered(
            check_in.id,
            check_in.child_id,
            check_in.answered_by,
            check_in.face,
            check_in.answered_at,
            check_in.local_date,
            late,
        ),
    )
    return Message(news.text, (*news.buttons, (_again(reader, about.child_id),)))


def heard_shown(reader: Reader, about: about_.HeardShown) -> Message:
    """What came today, and a way to ask all the same."""
    return Message(newest(reader, about.child_id), ((_again(reader, about.child_id),),))


def _again(reader: Reader, child_id: int) -> Button:
    # L10N: a button of a parent, below what came from home today: ask the guardian how the child is.
    return button(f"{emoji.WELL} " + reader.label("Ask again"), "ask_again", child_id)


def asked_enough(reader: Reader, about: about_.AskedEnough) -> Message:
    """Tomorrow again."""
    circle = reader.circle(about.child_id)
    names = _names(reader, circle, circle.askable(reader.tx.now))
    # L10N: to a parent who has asked three times today; {who} is one name or several.
    text = reader.say("I have asked three times today. {who} can still answer, and you can call.", who=names)
    # L10N: a button: plan a call with the child.
    call = button(f"{emoji.CALL} " + reader.label("Call"), "call", about.child_id)
    return Message(text, ((call,),))


def nobody_to_ask(reader: Reader, about: about_.NobodyToAsk) -> Message:
    """Invite first."""
    child = reader.circle(about.child_id).child.name
    # L10N: to a parent; nobody who lives with the child has joined, or they are all away.
    text = reader.say("Nobody at home can be asked now. You can invite somebody who is with {child}.", child=child)
    return Message(text, ((invite(reader, about.child_id),),))


def asking_paused(reader: Reader, about: about_.AskingPaused) -> Message:
    """Until the pause is over."""
    child = reader.circle(about.child_id).child
    # L10N: the family has set a pause (a visit home, holidays).
    text = reader.say("{child}'s circle is on pause. Afterwards I ask again.", child=child.name)
    return Message(f"{emoji.PAUSE} {text}")


def _held_until(reader: Reader, member: Member, wanted: Callable[[Person], datetime]) -> datetime | None:
    """When the question leaves that a night, or this adult's quiet hours, hold; none where it has left."""
    person = people.get(reader.tx, member.person_id)
    leaves = due_for(person, wanted(person), Lane.ROUTINE, written=False)
    return leaves if leaves > reader.tx.now else None


def _names(reader: Reader, circle: Circle, members: tuple[Member, ...]) -> str:
    return reader.listed(dict.fromkeys(reader.named(circle, each.person_id) for each in members))
