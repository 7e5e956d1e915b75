"""What is said while an answer is missing: never a blame, never silence that looks like safety."""

from datetime import date, timedelta
from operator import itemgetter

from bot.domain import emoji
from bot.domain.circle.circles import Child, Circle, Member
from bot.domain.daily import escalation as about_
from bot.domain.daily.look_ins import Said, Why
from bot.domain.local_time import local
from bot.queries.circle import people
from bot.queries.daily import check_ins, heard, look_ins
from bot.texts import clocks
from bot.texts.buttons import call, invite
from bot.texts.daily.heard import newest
from bot.texts.daily.one_card import faces
from bot.texts.daily.siblings import circles, letters
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader
from bot.texts.school.class_questions import ask_rows, is_in_class

_SOME_MONDAY = date(2026, 11, 23)


def stand_in_asked(reader: Reader, about: about_.StandInAsked) -> Message | None:
    """The same card, and why it comes to somebody else today."""
    days = check_ins.missing_days(reader.tx, about.child_id)
    if not days:
        return None
    circle = reader.circle(about.child_id)
    # L10N: to somebody who steps in; {who} is the guardian, one name or several.
    text = reader.say(
        "No answer from {who} yet. Can you tell how {child} is?",
        who=who_is_at_home(reader, circle),
        child=circle.child.name,
    )
    return Message(text, (faces(reader, days[-1].id, circle.child),))


def not_answered_yet(reader: Reader, about: about_.NotAnsweredYet) -> Message:
    """Softly; the usual day only where there is one."""
    named = circles(reader, about)
    who = who_is_at_home(reader, named[0])
    weekdays = {_usual_weekday(reader, each) for each in named}
    weekday = weekdays.pop()
    if weekday is None or weekdays:
        # L10N: to a parent; {who} is the guardian, one name or several. No blame, no worry.
        text = reader.say("No answer from {who} yet.", who=who)
    else:
        # L10N: to a parent; {who} is the guardian, one name or several, {day} a weekday.
        text = reader.say(
            "No answer from {who} yet. It usually comes on a {day}.",
            who=who,
            day=reader.weekday(_SOME_MONDAY + timedelta(days=weekday)),
        )
    return Message(text, _reach(reader, named))


def _usual_weekday(reader: Reader, circle: Circle) -> int | None:
    instants = heard.heard_instants(reader.tx, circle.child.id)
    return about_.usual_weekday([local(each, circle.child.zone).date() for each in instants])


def still_not_answered(reader: Reader, about: about_.StillNotAnswered) -> Message:
    """Plainly, week after week: since when, and what can be done now."""
    named = circles(reader, about)
    child, day = names(reader, named), last_day(reader, named)
    if about.turn % 2:
        # L10N: to a parent, as every second week of a silence; {day} is the day on which anything last came from home.
        first = reader.say("Since {day} there has been no word of {child} from home.", child=child, day=day)
    else:
        # L10N: to a parent; {day} is the day on which anything last came from home.
        first = reader.say("Nothing from home about {child} since {day}.", child=child, day=day)
    said = reader.together(first, *_looked_in(reader, named), _what_to_do(reader, named))
    return Message(said, _to_do(reader, named))


def _looked_in(reader: Reader, named: list[Circle]) -> list[str]:
    """Who is near and was there since: it is no answer from home, but parents shall not read as if nobody had been."""
    found = [(each, of) for of in named for each in look_ins.of_child(reader.tx, of.child.id, Why.SILENCE)]
    was_there = [(each.said_at, each, of) for each, of in found if each.said is Said.WELL and each.said_at]
    if not was_there:
        return []
    at, asked, circle = max(was_there, key=itemgetter(0))
    day = clocks.past(reader, local(at, circle.child.zone).date(), circle.child.zone)
    # L10N: to a parent while nothing comes from home: {who} lives near and has said on that day that all is well there.
    return [reader.say("{who} was there: {day}.", who=reader.named(circle, asked.person_id), day=day)]


def last_day(reader: Reader, named: list[Circle]) -> str:
    """Of several children the last of these days: since then nothing has come about any of them."""
    return clocks.past(reader, max(_last_of(reader, each.child) for each in named), named[0].child.zone)


def _last_of(reader: Reader, child: Child) -> date:
    last, days = heard.last(reader.tx, child.id), check_ins.missing_days(reader.tx, child.id)
    if last is not None:
        return local(last.at, child.zone).date()
    return date.fromisoformat(days[0].local_date) if days else local(reader.tx.now, child.zone).date()


def _what_to_do(reader: Reader, named: list[Circle]) -> str:
    who = (reader.named(circle, each.person_id) for circle in named for each in _who_can_look(reader, circle))
    near, at_school = reader.either(dict.fromkeys(who)), [each for each in named if is_in_class(reader, each)]
    if near:
        # L10N: to a parent while nothing comes from home; {who} steps in when needed, or lives near, one or several.
        text = reader.say("You can call, or ask {who}.", who=near)
    elif at_school:
        # L10N: to a parent while nothing comes from home; a sentence about the teacher follows.
        text = reader.say("You can call.")
    else:
        # L10N: to a parent while nothing comes from home.
        text = reader.say("You can call, or invite somebody who lives near.")
    return reader.together(text, _who_knows(reader, at_school)) if at_school else text


def _who_knows(reader: Reader, at_school: list[Circle]) -> str:
    if len(at_school) > 1:
        # L10N: to a parent while nothing comes from home about {children}, a list of names.
        return reader.say("The teachers know whether {children} are in class.", children=names(reader, at_school))
    # L10N: to a parent while nothing comes from home.
    return reader.say("The teacher knows whether {child} is in class.", child=at_school[0].child.name)


def _who_can_look(reader: Reader, circle: Circle) -> list[Member]:
    """Who steps in or is near, and can be reached."""
    return [each for each in (*circle.stand_ins, *circle.near) if people.get(reader.tx, each.person_id).reachable]


def _to_do(reader: Reader, named: list[Circle]) -> tuple[tuple[Button, ...], ...]:
    near = [each for each in named if _who_can_look(reader, each)]
    # L10N: a button of a parent while nothing comes from home: ask those who step in, or live near.
    ask = button(f"{emoji.WELL} " + reader.label("Ask near home"), "ask_near", (near or named)[-1].child.id)
    return (
        *_reach(reader, named),
        (ask if near else invite_near(reader, named[-1].child.id),),
        *ask_rows(reader, named),
    )


def invite_near(reader: Reader, child_id: int) -> Button:
    """🔗 One tap, and the message to forward is there."""
    # L10N: a button of a parent while nothing comes from home: invite somebody who lives near the child.
    return button(f"{emoji.INVITE} " + reader.label("Somebody near"), "invite_as", child_id, "near")


def last_known(reader: Reader, about: about_.LastKnown) -> Message | None:
    """Gently, between two of those: what came last, and no worry made of it."""
    named = circles(reader, about)
    last = {found.at: each.child.id for each in named if (found := heard.last(reader.tx, each.child.id))}
    if not last:
        return None
    known, children = newest(reader, last[max(last)]), names(reader, named)
    if about.turn % 2:
        # L10N: to a parent, gently, some days after it was said that nothing comes from home.
        text = reader.say("If you have talked by phone, you know more: I only see this chat.")
    else:
        # L10N: to a parent, gently, some days after it was said that nothing comes from home.
        text = reader.say("A few words of yours to {child} can wait there already.", child=children)
    first = f"{emoji.GUARDIAN} {children}"  # all that a lock screen shows: it may have been about an illness
    return Message(f"{first}\n{reader.together(known, text)}", _reach(reader, named))


def never_answered_yet(reader: Reader, about: about_.NeverAnsweredYet) -> Message:
    """Week after week, before the first answer ever."""
    who = who_is_at_home(reader, reader.circle(about.child_id))
    if about.turn % 2:
        # L10N: to a parent, every second week before the very first answer; {who} is the guardian, one or several.
        text = reader.say("{who} has not tapped a face yet. The first one is easiest in a call.", who=who)
    else:
        # L10N: to a parent, two days after the very first question; {who} is the guardian, one name or several.
        text = reader.say("No first answer from {who} yet. You can call and look at the buttons together.", who=who)
    return Message(text, ((call(reader, about.child_id), invite(reader, about.child_id)),))


def who_is_at_home(reader: Reader, circle: Circle) -> str:
    """Those from whom an answer is awaited."""
    return reader.listed(dict.fromkeys(reader.named(circle, each) for each in about_.home(circle))) or circle.child.name


def names(reader: Reader, named: list[Circle]) -> str:
    """The children, one after the other."""
    return reader.listed(each.child.name for each in named)


def _reach(reader: Reader, named: list[Circle]) -> tuple[tuple[Button, ...], ...]:
    voices, phone = letters(reader, named), call(reader, named[-1].child.id)
    return ((*voices, phone),) if len(named) == 1 else (voices, (phone,))
