"""What somebody near home is asked, what they say, and when nobody needs to look in any more."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.escalation import WEEK, after_looking_in, home
from bot.domain.daily.look_ins import LookIn, Said, tell_asked, tell_over, tell_said
from bot.domain.local_time import DAY
from bot.queries.circle import circles, people
from bot.queries.daily import escalation, look_ins
from bot.services.notifications import notify


def to_ask(tx: Tx, circle: Circle, among: Collection[int], since: datetime | None = None) -> dict[int, str]:
    """Of these, with their zones, who is near, can be reached and was not asked in this silence, or since then."""
    if not circle.near:
        return {}
    asked = {each.person_id for each in look_ins.of_child(tx, circle.child.id) if not since or each.asked_at > since}
    here = [each.person_id for each in circle.near if each.person_id in among and each.person_id not in asked]
    return {each: found.zone for each in here if (found := people.get(tx, each)).reachable}


def ask(tx: Tx, circle: Circle, near: dict[int, str]) -> None:
    """A parent has asked that they are asked."""
    look_ins.add(tx, circle.child.id, near)
    notify(tx, tell_asked(circle, near, tx.now))


def say(tx: Tx, asked: Sequence[LookIn], said: Said) -> None:
    """One answer for a home: who was there and found all well lets the parents rest for a week."""
    look_ins.say(tx, [each.id for each in asked], said)
    about = [circle for each in asked if (circle := circles.get(tx, each.child_id))]
    notify(tx, tell_said(about, asked[0].person_id, said, tx.now))
    for circle in about:
        running = escalation.running(tx, circle.child.id)
        if running is not None and said is Said.WELL:
            escalation.rest(tx, running, after_looking_in(running), tx.now + WEEK)
        elif running is not None and said is Said.ASKED:
            escalation.wait(tx, running, tx.now + DAY)


def of_same_home(tx: Tx, found: LookIn) -> list[LookIn]:
    """All that one card of somebody near is about; none where this one is over."""
    mine = [(each, circle) for each in look_ins.of_person(tx, found.person_id) if (circle := _theirs(tx, each))]
    homes = {home(circle) for each, circle in mine if each.id == found.id}
    return [each for each, circle in mine if home(circle) in homes]


def _theirs(tx: Tx, asked: LookIn) -> Circle | None:
    circle = circles.get(tx, asked.child_id)
    return circle if circle and any(each.person_id == asked.person_id for each in circle.near) else None


def over(tx: Tx, circle: Circle, told: Collection[int]) -> None:
    """Of a silence that has ended, of which these were told: home is in touch, or is asked no more."""
    if not any(each.person_id in told for each in circle.near):
        return
    asked = look_ins.of_child(tx, circle.child.id)
    look_ins.end(tx, [each.id for each in asked])
    here = {each.person_id for each in circle.near}
    notify(tx, tell_over(circle, [each for each in asked if each.person_id in here]))
