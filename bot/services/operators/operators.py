"""Becoming an operator, and ceasing to be one."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.audit import AuditEvent
from bot.domain.circle.roles import Action
from bot.domain.notifications import Lane, Notification
from bot.domain.operators.answering import card_of, tell_changed
from bot.domain.operators.operators import Operator, OperatorEnded, OperatorRole, OperatorShown, allowed
from bot.domain.people import Person
from bot.queries import audit
from bot.queries.circle import people
from bot.queries.operators import operators
from bot.queries.privacy import reports
from bot.services.notifications import notify, reply
from bot.services.operators import pages


def enter(tx: Tx, me: Person, token: str) -> bool:
    """By an operator's link; whether it was one. Whoever opens it, their own family has nothing to do with it."""
    found = operators.take_up(tx, token, me.id)
    if found is None:
        return False
    people.change(tx, me.id, operates=True)
    audit.note(tx, AuditEvent.OPERATOR_JOINED, me.id, entity="operator", entity_id=found.id)
    reply(tx, me, OperatorShown(found.role))
    pages.tell_all(tx, found)
    return True


def may(tx: Tx, me: Person, action: Action) -> bool:
    """Whether an operator of this person's role may do this, asked anew at each press."""
    return me.operates and allowed(operators.roles_of(tx, me.id), action)


def remove(tx: Tx, found: Operator) -> None:
    """The link ends, and who came by it sees nothing of it any more."""
    operators.remove(tx, found.id)
    audit.note(tx, AuditEvent.OPERATOR_OUT, None, entity="operator", entity_id=found.id)
    if found.person_id is None:
        return
    people.change(tx, found.person_id, operates=bool(operators.roles_of(tx, found.person_id)))
    for each in reports.listed(tx, closed=False) if found.role is OperatorRole.SAFEGUARDING else ():
        if cards.message_of(tx, found.person_id, card_of(each.id)) is not None:
            notify(tx, tell_changed(each.id, [found.person_id]))
    notify(tx, [Notification(found.person_id, OperatorEnded(found.role), Lane.REPLY)])
