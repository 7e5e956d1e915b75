"""What is said while an answer is missing: never a blame, never silence that looks like safety."""

from datetime import date, timedelta

from bot.domain.circle.circles import Circle
from bot.domain.daily import escalation as about_
from bot.domain.local_time import local
from bot.queries.daily import check_ins, heard
from bot.texts import clocks
from bot.texts.buttons import call, letter
from bot.texts.daily.check_ins import faces
from bot.texts.message import Message
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
    if not check_ins.missing_days(reader.tx, about.child_id):
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
    """Plainly; and what can be done."""
    days = check_ins.missing_days(reader.tx, about.child_id)
    if not days:
        return None
    child = reader.circle(about.child_id).child
    last = heard.last(reader.tx, child.id)
    since = local(last.at, child.zone).date() if last else date.fromisoformat(days[0].local_date)
    # L10N: to a parent; {day} is the day on which anything last came from home.
    text = reader.say(
        "Nothing from home about {child} since {day}. You can call.",
        child=child.name,
        day=clocks.weekday(reader, since, child.zone),
    )
    return Message(text, ((letter(reader, about.child_id), call(reader, about.child_id)),))


def never_answered_yet(reader: Reader, about: about_.NeverAnsweredYet) -> Message | None:
    """Once, before the first answer ever."""
    circle = reader.circle(about.child_id)
    if not check_ins.missing_days(reader.tx, about.child_id):
        return None
    # L10N: to a parent, two days after the very first question; {who} is the guardian, one name or several.
    text = reader.say(
        "No first answer from {who} yet. You can call and look at the buttons together.",
        who=_asked(reader, circle),
    )
    return Message(text, ((call(reader, about.child_id),),))


def _asked(reader: Reader, circle: Circle) -> str:
    guardians = circle.guardians or circle.stand_ins
    return reader.listed(dict.fromkeys(reader.named(circle, each.person_id) for each in guardians)) or circle.child.name
