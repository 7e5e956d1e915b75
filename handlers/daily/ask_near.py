"""🙂 while nothing comes from home a parent asks those who step in, and who is near."""

from collections.abc import Iterable

from bot.db.transaction import Tx
from bot.domain.circle.circles import Member
from bot.domain.circle.roles import Action
from bot.domain.daily.ask_now import A_DAY, AskedEnough, HeardShown, NearAsked, NobodyToAsk
from bot.domain.daily.escalation import tell_stand_ins
from bot.domain.daily.look_ins import Why
from bot.domain.local_time import DAY
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.queries.daily import ask_now as ask_now_rows
from bot.queries.daily import escalation
from bot.routes import NUMBER, Route, press
from bot.services.daily import ask_now, look_ins
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """They are asked as a step of the escalation asks them, and hear with the others when it is over."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.ASK_NOW)
    if mine is None:
        return ButtonOutdated()
    circle, child = mine[0], mine[0].child
    running, before = escalation.running(tx, child.id), len(ask_now_rows.of_today(tx, child))
    stand_ins = _reachable(tx, circle.stand_ins)
    near = look_ins.to_ask(tx, circle, Why.SILENCE, since=tx.now - DAY)
    if running is None:
        reply(tx, me, HeardShown(child.id))
    elif not stand_ins and not _reachable(tx, circle.near):
        reply(tx, me, NobodyToAsk(child.id))
    elif before >= A_DAY:
        reply(tx, me, AskedEnough(child.id))
    elif ask_now.add(tx, child, before + 1, is_counted=True):
        notify(tx, tell_stand_ins(child.id, stand_ins, tx.now))
        look_ins.ask(tx, circle, near)
        escalation.add_told(tx, running, (*stand_ins, *near))
        reply(tx, me, NearAsked(child.id))
    return None


def _reachable(tx: Tx, members: Iterable[Member]) -> dict[int, str]:
    found = (people.get(tx, each.person_id) for each in members)
    return {each.id: each.zone for each in found if each.reachable}


routes: list[Route] = [press("ask_near", ask, NUMBER)]
