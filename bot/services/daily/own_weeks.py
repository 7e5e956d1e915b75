"""When who looks after a child is asked about themselves, and what follows from the answer."""

from dataclasses import replace

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Role
from bot.domain.daily.own_weeks import EVERY, KEEPS, HelpNamed, OwnWeek, OwnWeekAsked, Week, needs_help, next_question
from bot.domain.local_time import DAY, local
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.daily import heard, own_weeks
from bot.queries.illness import illnesses
from bot.services.daily.budgets import has_room
from bot.services.notifications import notify, reply


def begin(tx: Tx, circle: Circle, person_id: int) -> None:
    """Somebody looks after a child from now on: asked after a first week."""
    me = people.get(tx, person_id)
    own_weeks.begin(tx, me.id, next_question(tx.now + EVERY - DAY, circle.child, me.zone))


def turn(tx: Tx, person_id: int) -> None:
    """Their time has come: asked on a day on which they are by their phone, else tomorrow is looked at."""
    me = people.get(tx, person_id)
    mine = [circle for circle, member in circles.of_person(tx, me.id) if member.role is Role.GUARDIAN]
    if not mine:
        own_weeks.plan(tx, me.id, None)
        return
    is_time = _is_time(tx, me, mine)
    after = tx.now + EVERY - DAY if is_time else tx.now
    own_weeks.plan(tx, me.id, next_question(after, mine[0].child, me.zone))
    if is_time:
        ask(tx, me.id)


def ask(tx: Tx, person_id: int) -> None:
    """The question itself."""
    about = OwnWeekAsked(own_weeks.ask(tx, person_id))
    notify(tx, [Notification(person_id, about, Lane.ROUTINE, expires_in=KEEPS)])


def _is_time(tx: Tx, me: Person, mine: list[Circle]) -> bool:
    """They have spoken today, no child is ill, nobody rests, and their week has room for one more message."""
    rests = me.urgent_only or (me.paused_until is not None and me.paused_until > tx.now)
    if rests or any(illnesses.running(tx, each.child.id) is not None for each in mine):
        return False
    asked = [each for each in mine if not each.child.is_paused(tx.now)]
    if not any(_spoke_today(tx, me, each) for each in asked):
        return False
    return all(has_room(tx, each, each.child.slot, [me.id]) for each in asked)


def _spoke_today(tx: Tx, me: Person, circle: Circle) -> bool:
    last = heard.last(tx, circle.child.id)
    if last is None or last.by != me.id:
        return False
    return local(last.at, me.zone).date() == local(tx.now, me.zone).date()


def answer(tx: Tx, me: Person, week: OwnWeek, face: Week) -> None:
    """Kept, and after two hard weeks in a row it is said once who can help."""
    week = replace(week, face=face)
    before = own_weeks.newest(tx, me.id, week.id)[1:]
    helps = needs_help([week, *before])
    own_weeks.keep(tx, replace(week, helped=week.helped or helps))
    if helps:
        reply(tx, me, HelpNamed())
