"""⏰ On which days home is asked about a child."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.rhythm import ANY, RhythmKept, tell_rhythm_changed, tell_twice_a_day
from bot.domain.local_time import SLOTS
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, SettingsShown
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From today on; who is asked today already has been."""
    child_id, wanted = pressed.number(), pressed.args[1]
    if circles.membership(tx, child_id, me.id, Action.SET_TIMES) is None:
        return ButtonOutdated()
    if circles.change_rhythm(tx, child_id, wanted):
        circle = circles.get(tx, child_id)
        assert circle is not None
        notify(tx, tell_rhythm_changed(circle, me.id))
    reply(tx, me, SettingsShown(), edit=pressed.message_id)
    return None


def ask_twice(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A second time of the day; one of the times alone ends it."""
    child_id, wanted = pressed.number(), pressed.args[1]
    if circles.membership(tx, child_id, me.id, Action.SET_TIMES) is None:
        return ButtonOutdated()
    if circles.add_slot(tx, child_id, wanted):
        circle = circles.get(tx, child_id)
        assert circle is not None
        check_ins.reschedule(tx, child_id, circle.child.next_slot(tx.now))
        notify(tx, tell_twice_a_day(circle, me.id))
    reply(tx, me, SettingsShown(), edit=pressed.message_id)
    return None


def keep(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ to what was offered; the same is not offered again."""
    if circles.membership(tx, pressed.number(), me.id, Action.SET_TIMES) is None:
        return ButtonOutdated()
    return RhythmKept(pressed.number())


routes: list[Route] = [
    press("rhythm_set", choose, NUMBER, ANY),
    press("slot_add", ask_twice, NUMBER, "|".join(SLOTS)),
    press("rhythm_keep", keep, NUMBER),
]
