"""What somebody near home is asked, what they say, and when nobody needs to look in any more."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.escalation import WEEK, AskedNear, after_looking_in, home, was_told_plainly, with_near
from bot.domain.daily.look_ins import (
    LookIn,
    Said,
    Why,
    tell_asked,
    tell_help_asked,
    tell_help_said,
    tell_over,
    tell_said,
)
from bot.domain.illness.illness_alerts import ParentUnreached, tell_home
from bot.domain.illness.illnesses import Illness, at_home
from bot.domain.local_time import DAY
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles, people
from bot.queries.daily import escalation, look_ins
from bot.queries.illness import illnesses
from bot.services.notifications import notify


def to_ask(
    tx: Tx, circle: Circle, why: Why, among: Collection[int] | None = None, since: datetime | None = None
) -> dict[int, str]:
    """With their zones, who is near (of these), can be reached and was not asked in this silence, or since then."""
    if not circle.near:
        return {}
    open_ = look_ins.of_child(tx, circle.child.id, why)
    asked = {each.person_id for each in open_ if since is None or each.asked_at >= since}
    here = [each.person_id for each in circle.near if each.person_id not in asked]
    found = [people.get(tx, each) for each in here if among is None or each in among]
    return {each.id: each.zone for each in found if each.reachable}


def ask(tx: Tx, circle: Circle, near: dict[int, str]) -> None:
    """They are asked, each by day."""
    look_ins.add(tx, circle.child.id, near, Why.SILENCE)
    notify(tx, tell_asked(circle, near, tx.now))


def has_come(tx: Tx, circle: Circle, person_id: int) -> None:
    """Somebody near was let in while home is silent, perhaps because of that: they are asked in their turn, or now."""
    running = escalation.running(tx, circle.child.id)
    if running is None:
        return
    if not was_told_plainly(running) or running.step < len(running.steps):
        escalation.extend(tx, running, with_near(running, person_id))
        return
    near = to_ask(tx, circle, Why.SILENCE, [person_id])
    ask(tx, circle, near)
    escalation.add_told(tx, running, near)
    about = AskedNear(circle.child.id)
    notify(tx, [Notification(each.person_id, about, Lane.ROUTINE) for each in circle.parents if near])


def ask_for_help(tx: Tx, circle: Circle, illness: Illness, since: datetime) -> None:
    """Nobody of the family can be reached while the child is ill: each is asked once, and anew when it is worse."""
    near = to_ask(tx, circle, Why.HELP, since=since)
    if near:
        look_ins.add(tx, circle.child.id, near, Why.HELP)
        notify(tx, tell_help_asked(circle, near, at_home(circle, illness, tx.now)))


def ask_near_school(tx: Tx, circle: Circle) -> None:
    """A child is not in class, and nobody of the family or the school says where it is."""
    near = to_ask(tx, circle, Why.HELP)
    if near:
        look_ins.add(tx, circle.child.id, near, Why.HELP)
        notify(tx, tell_help_asked(circle, near, ()))


def say(tx: Tx, asked: Sequence[LookIn], said: Said) -> None:
    """One answer for a home: who was there and found all well lets the parents rest for a week."""
    look_ins.say(tx, [each.id for each in asked], said)
    about = [circle for each in asked if (circle := circles.get(tx, each.child_id))]
    if asked[0].why is Why.HELP:
        _answer_home(tx, about, asked[0].person_id, said)
        return
    notify(tx, tell_said(about, asked[0].person_id, said, tx.now))
    for circle in about:
        running = escalation.running(tx, circle.child.id)
        if running is not None and said is Said.WELL:
            escalation.rest(tx, running, after_looking_in(running), tx.now + WEEK)
        elif running is not None and said is Said.ASKED:
            escalation.wait(tx, running, tx.now + DAY)


def _answer_home(tx: Tx, about: Sequence[Circle], by: int, said: Said) -> None:
    for circle in about:
        illness = illnesses.running(tx, circle.child.id)
        wait = at_home(circle, illness, tx.now) if illness else ()
        notify(tx, tell_help_said(circle, by, said, wait, tx.now))


def of_same_home(tx: Tx, found: LookIn) -> list[LookIn]:
    """All that one card of somebody near is about; none where this one is over."""
    open_ = look_ins.of_person(tx, found.person_id, found.why)
    mine = [(each, circle) for each in open_ if (circle := _theirs(tx, each))]
    homes = {home(circle) for each, circle in mine if each.id == found.id}
    return [each for each, circle in mine if home(circle) in homes]


def _theirs(tx: Tx, asked: LookIn) -> Circle | None:
    circle = circles.get(tx, asked.child_id)
    return circle if circle and any(each.person_id == asked.person_id for each in circle.near) else None


def over(tx: Tx, circle: Circle, told: Collection[int]) -> None:
    """Of a silence that has ended, of which these were told: home is in touch, or is asked no more."""
    if any(each.person_id in told for each in circle.near):
        _end(tx, circle, Why.SILENCE)


def help_over(tx: Tx, circle: Circle) -> None:
    """Of an illness that has ended, whichever way."""
    if circle.near:
        _end(tx, circle, Why.HELP)


def lost(tx: Tx, person_id: int) -> None:
    """Their phone cannot be reached: where somebody waits for them beside a child who is ill, it is said at once."""
    for asked in look_ins.of_person(tx, person_id, Why.HELP):
        circle, illness = _theirs(tx, asked), illnesses.running(tx, asked.child_id)
        if circle is not None and illness is not None:
            notify(tx, tell_home(circle, illness, ParentUnreached(illness.id, person_id), tx.now))


def _end(tx: Tx, circle: Circle, why: Why) -> None:
    asked = look_ins.of_child(tx, circle.child.id, why)
    look_ins.end(tx, [each.id for each in asked])
    here = {each.person_id for each in circle.near}
    notify(tx, tell_over(circle, [each for each in asked if each.person_id in here]))
