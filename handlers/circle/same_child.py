"""Is the child of the second circle the same one? A tap by whoever is in both."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.circle.same_child import SameChildSaid, may_be_same
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.circle import same_child as same_child_rows
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def say(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """It may be said again, and differently."""
    one, other = (circles.membership(tx, pressed.number(each), me.id, Action.REPORT_ILLNESS) for each in (0, 1))
    if one is None or other is None or not may_be_same(one[0].child, other[0].child):
        return ButtonOutdated()
    same = pressed.args[2] == "yes"
    same_child_rows.note(tx, me.id, one[0].child.id, other[0].child.id, same=same)
    reply(tx, me, SameChildSaid(same), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("same_child", say, NUMBER, NUMBER, "yes|no"),
]
