"""🏡 👪 A parent who was let in says whether they live with the child; it can be said anew at any time."""

from bot.db.transaction import Tx
from bot.domain.circle.home_or_away import HomeNoted, may_say
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.circle import home_or_away, my_places
from bot.services.notifications import reply
from bot.updates import ButtonPress


def say(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """At home, or far away."""
    found = circles.membership(tx, pressed.number(), me.id, Action.TAKE_PART)
    if found is None or not may_say(*found):
        return ButtonOutdated()
    home_or_away.say(tx, *found, at_home=pressed.args[1] == "home")
    reply(tx, me, HomeNoted(found[0].child.id))
    my_places.ask(tx, me.id)
    return None


routes: list[Route] = [press("lives", say, NUMBER, "home|away")]
