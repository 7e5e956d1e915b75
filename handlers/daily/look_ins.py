"""🙋 ✅ 📞 ❌ What somebody near home says who was asked to look in; ↩️ takes “all is well” back."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.look_ins import Said, may_follow, shown
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.circle import circles
from bot.queries.daily import look_ins as rows
from bot.routes import NUMBER, Route, press
from bot.services.daily import look_ins
from bot.services.notifications import reply
from bot.updates import ButtonPress


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The parents read it, and the card shows what can still be said."""
    found, said = rows.get(tx, pressed.number()), Said(pressed.args[1])
    if found is None or found.person_id != me.id or found.ended_at is not None:
        return ButtonOutdated()
    if circles.membership(tx, found.child_id, me.id, Action.LOOK_IN) is None:
        return ButtonOutdated()
    if not may_follow(found.said, said):
        return PressNoted()
    look_ins.say(tx, look_ins.of_same_home(tx, found), said)
    reply(tx, me, shown(found), edit=pressed.message_id)
    return None


routes: list[Route] = [press("look_in", answer, NUMBER, "|".join(Said), near=True)]
