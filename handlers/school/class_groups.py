"""🗞 The chat group of a class: of which class it is, and whether notices are posted there."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import class_groups as about_
from bot.domain.screens import ButtonOutdated
from bot.queries.school import class_groups as rows
from bot.queries.school.class_groups import ClassGroup
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import class_groups
from bot.updates import ButtonPress


def show_group(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🗞 on a class's page."""
    if class_groups.may_tie(tx, me, pressed.number()) is None:
        return ButtonOutdated()
    reply(tx, me, about_.GroupShown(pressed.number()), edit=pressed.message_id)
    return None


def tie_group(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """It is this class's, and notices are posted there from now on."""
    room = class_groups.may_tie(tx, me, pressed.number(1))
    if room is None or _asked(tx, me, pressed) is None or not rows.tie(tx, pressed.number(), room.id):
        return ButtonOutdated()
    reply(tx, me, about_.GroupShown(room.id), edit=pressed.message_id)
    return None


def decline_group(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ it is of no class, and nothing is known of it."""
    found = _asked(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    rows.end(tx, found.id)
    reply(tx, me, about_.GroupDeclined(), edit=pressed.message_id)
    return None


def post_there(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏹ no more, or 🗞 again."""
    room, found = class_groups.may_tie(tx, me, pressed.number()), rows.of_class(tx, pressed.number())
    if room is None:
        return ButtonOutdated()
    if found is not None:
        rows.let_post(tx, found.id, posts=pressed.args[1] == "yes")
    reply(tx, me, about_.GroupShown(room.id), edit=pressed.message_id)
    return None


def _asked(tx: Tx, me: Person, pressed: ButtonPress) -> ClassGroup | None:
    """A group of which this person, and nobody else, is asked."""
    found = rows.get(tx, pressed.number())
    return found if found and found.asked_of == me.id else None


routes: list[Route] = [
    press("class_group", show_group, NUMBER),
    press("group_tie", tie_group, NUMBER, NUMBER),
    press("group_no", decline_group, NUMBER),
    press("group_post", post_there, NUMBER, "yes|no"),
]
