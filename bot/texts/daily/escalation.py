"""What is said while an answer is missing: never a blame, never silence that looks like safety."""

from datetime import date, timedelta

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily import escalation as about_
from bot.domain.local_time import local
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.circle import people
from bot.queries.daily import check_ins, escalation, heard
from bot.queries.school import enrolments
from bot.texts import clocks
from bot.texts.buttons import call, letter
from bot.texts.daily.heard import newest
from bot.texts.daily.one_card import faces
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader

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
        who=_asked(reader, circle),
        child=circle.child.name,
    )
    return Message(text, (faces(reader, days[-1].id, circle.child),))


def not_answered_yet(reader: Reader, about: about_.NotAnsweredYet) -> Message | None:
    """Softly; the usual day only where there is one."""
    circle = reader.circle(about.child_id)
    if escalation.running(reader.tx, about.child_id) is None:
        return None
    who = _asked(reader, circle)
    instants = heard.heard_instants(reader.tx, about.child_id)
    weekday = about_.usual_weekday([local(each, circle.child.zone).date() for each in instants])
    if weekday is None:
        # L10N: to a parent; {who} is the guardian, one name or several. No blame, no worry.
        text = reader.say("No answer from {who} yet.", who=who)
    else:
        # L10N: to a parent; {who} is the guardian, one name or several, {day} a weekday.
        text = reader.say(
            "No answer from {who} yet. It usually comes on a {day}.",
            who=who,
            day=reader.weekday(_SOME_MONDAY + timedelta(days=weekday)),
        )
    return Message(text, ((letter(reader, about.child_id), call(reader, about.child_id)),))


def still_not_answered(reader: Reader, about: about_.StillNotAnswered) -> Message | None:
    """Plainly, week after week: since when, and what can be done now."""
    if escalation.running(reader.tx, about.child_id) is None:
        return None
    circle = reader.circle(about.child_id)
    child, day = circle.child.name, _last_day(reader, circle)
    if about.turn % 2:
        # L10N: to a parent, as every second week of a silence; {day} is the day on which anything last came from home.
        first = reader.say("Since {day} nobody at home has told anything of {child}.", child=child, day=day)
    else:
        # L10N: to a parent; {day} is the day on which anything last came from home.
        first = reader.say("Nothing from home about {child} since {day}.", child=child, day=day)
    return Message(f"{first} {_what_to_do(reader, circle)}", _to_do(reader, circle))


def _last_day(reader: Reader, circle: Circle) -> str:
    child, last = circle.child, heard.last(reader.tx, circle.child.id)
    days = check_ins.missing_days(reader.tx, child.id)
    asked = date.fromisoformat(days[0].local_date) if days else local(reader.tx.now, child.zone).date()
    return clocks.past(reader, local(last.at, child.zone).date() if last else asked, child.zone)


def _what_to_do(reader: Reader, circle: Circle) -> str:
    child = circle.child.name
    near = reader.listed(dict.fromkeys(reader.named(circle, each.person_id) for each in _who_can_look(reader, circle)))
    in_class = any(each.state == EnrolmentState.ACTIVE for each in enrolments.of_child(reader.tx, circle.child.id))
    if near and in_class:
        # L10N: to a parent while nothing comes from home; {who} steps in when needed, one name or several.
        return reader.say(
            "You can call, or ask {who}. The teacher knows whether {child} is in class.", who=near, child=child
        )
    if near:
        # L10N: to a parent while nothing comes from home; {who} steps in when needed, one name or several.
        return reader.say("You can call, or ask {who}.", who=near)
    if in_class:
        # L10N: to a parent while nothing comes from home.
        return reader.say("You can call. The teacher knows whether {child} is in class.", child=child)
    # L10N: to a parent while nothing comes from home.
    return reader.say("You can call, or invite somebody who lives near.")


def _who_can_look(reader: Reader, circle: Circle) -> list[Member]:
    """Who steps in, and can be reached."""
    return [each for each in circle.stand_ins if people.get(reader.tx, each.person_id).reachable]


def _to_do(reader: Reader, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    child_id = circle.child.id
    # L10N: a button of a parent while nothing comes from home: ask those who step in.
    ask = button(f"{emoji.WELL} " + reader.label("Ask near home"), "ask_near", child_id)
    # L10N: a button: invite somebody into the child's circle.
    invite = button(f"{emoji.INVITE} " + reader.label("Invite"), "invite", child_id)
    further = ask if _who_can_look(reader, circle) else invite
    return (letter(reader, child_id), call(reader, child_id)), (further,)


def last_known(reader: Reader, about: about_.LastKnown) -> Message | None:
    """Gently, between two of those: what came last, and no worry made of it."""
    if escalation.running(reader.tx, about.child_id) is None:
        return None
    known, circle = newest(reader, about.child_id), reader.circle(about.child_id)
    if not known:
        return None
    if about.turn % 2:
        # L10N: to a parent, gently, some days after it was said that nothing comes from home.
        text = reader.say("If you have talked by phone, you know more: I only see this chat.")
    else:
        # L10N: to a parent, gently, some days after it was said that nothing comes from home.
        text = reader.say("A few words of yours to {child} can wait there already.", child=circle.child.name)
    first = f"{emoji.GUARDIAN} {circle.child.name}"  # all that a lock screen shows: it may have been about an illness
    return Message(f"{first}\n{known} {text}", ((letter(reader, about.child_id), call(reader, about.child_id)),))


def never_answered_yet(reader: Reader, about: about_.NeverAnsweredYet) -> Message | None:
    """Week after week, before the first answer ever."""
    circle = reader.circle(about.child_id)
    if escalation.running(reader.tx, about.child_id) is None:
        return None
    who = _asked(reader, circle)
    if about.turn % 2:
        # L10N: to a parent, every second week before the very first answer; {who} is the guardian, one or several.
        text = reader.say("{who} has not tapped a face yet. The first one is easiest in a call.", who=who)
    else:
        # L10N: to a parent, two days after the very first question; {who} is the guardian, one name or several.
        text = reader.say("No first answer from {who} yet. You can call and look at the buttons together.", who=who)
    # L10N: a button: invite somebody into the child's circle.
    invite = button(f"{emoji.INVITE} " + reader.label("Invite"), "invite", about.child_id)
    return Message(text, ((call(reader, about.child_id), invite),))


def _asked(reader: Reader, circle: Circle) -> str:
    guardians = circle.guardians or circle.stand_ins
    return reader.listed(dict.fromkeys(reader.named(circle, each.person_id) for each in guardians)) or circle.child.name
