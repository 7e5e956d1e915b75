"""⏰ On which days home is asked about a child."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.circle.times import TimesShown
from bot.domain.daily.rhythm import ANY, RhythmKept, tell_rhythm_changed
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
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
    reply(tx, me, TimesShown(), edit=pressed.message_id)
    return None


def keep(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ to what was offered; the same is not offered again."""
    if circles.membership(tx, pressed.number(), me.id, Action.SET_TIMES) is None:
        return ButtonOutdated()
    return RhythmKept(pressed.number())


routes: list[Route] = [
    press("rhythm_set", choose, NUMBER, ANY),
    press("rhythm_keep", keep, NUMBER),
]
