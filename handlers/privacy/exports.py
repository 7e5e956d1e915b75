"""📦 My data, as files: one's own at once, a circle's as soon as a second adult agrees."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.approvals import Wish, needs_second_adult
from bot.domain.people import Person
from bot.domain.privacy.exports import tell_given
from bot.queries import audit
from bot.routes import Route, press
from bot.services.circle import approvals
from bot.services.notifications import notify
from bot.services.privacy import exports
from bot.updates import ButtonPress


def export(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Two files of what nobody else has to agree to; the others in the circles are asked for the rest."""
    audit.note(tx, AuditEvent.EXPORTED, me.id)
    mine = exports.circles_of(tx, me.id)
    shared = [circle for circle in mine if needs_second_adult(circle, me.id)]
    alone = [circle.child.id for circle in mine if circle not in shared]
    notify(tx, tell_given(me.id, alone, own=True))
    for circle in shared:
        approvals.ask(tx, circle, Wish.EXPORT, me.id)


routes: list[Route] = [press("export", export, newcomers=True)]
