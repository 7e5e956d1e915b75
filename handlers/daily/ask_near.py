"""🙂 while nothing comes from home a parent asks those who step in."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.ask_now import A_DAY, AskedEnough, HeardShown, NearAsked, NobodyToAsk
from bot.domain.daily.escalation import tell_stand_ins
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.queries.daily import ask_now as ask_now_rows
from bot.queries.daily import escalation
from bot.routes import NUMBER, Route, press
from bot.services.daily import ask_now
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """They are asked as a step of the escalation asks them, and hear with the others when it is over."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.ASK_NOW)
    if mine is None:
        return ButtonOutdated()
    circle, child = mine[0], mine[0].child
    running, before = escalation.running(tx, child.id), len(ask_now_rows.of_today(tx, child))
    near = {found.id: found.zone for each in circle.stand_ins if (found := people.get(tx, each.person_id)).reachable}
    if running is None:
        reply(tx, me, HeardShown(child.id))
    elif not near:
        reply(tx, me, NobodyToAsk(child.id))
    elif before >= A_DAY:
        reply(tx, me, AskedEnough(child.id))
    elif ask_now.add(tx, child, before + 1, is_counted=True):
        notify(tx, tell_stand_ins(child.id, near, tx.now))
        escalation.add_told(tx, running, near)
        reply(tx, me, NearAsked(child.id))
    return None


routes: list[Route] = [press("ask_near", ask, NUMBER)]
