"""The other circles of one adult around the same child."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Child, Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.circle.same_child import SameChildAsked, counts_as_same, may_be_same
from bot.queries.circle import circles, people, same_child
from bot.services.notifications import reply


def elsewhere(tx: Tx, person_id: int, circle: Circle) -> list[tuple[Circle, Member]]:
    """Where else this adult says that this child is ill."""
    if not circles.has_several(tx, person_id):
        return []
    mine = circles.of_person(tx, person_id, Action.REPORT_ILLNESS)
    return [each for each in mine if _is_same(tx, person_id, circle.child, each[0].child)]


def ask(tx: Tx, person_id: int, circle: Circle) -> None:
    """Whoever has come into a circle and looks after a child of this name already."""
    mine = [other.child for other, _me in circles.of_person(tx, person_id, Action.REPORT_ILLNESS)]
    others = [each for each in mine if may_be_same(circle.child, each)]
    if others and circle.child.id in {each.id for each in mine}:
        reply(tx, people.get(tx, person_id), SameChildAsked(circle.child.id, others[0].id))


def _is_same(tx: Tx, person_id: int, one: Child, other: Child) -> bool:
    return one.id != other.id and counts_as_same(one, other, said=same_child.said(tx, person_id, one.id, other.id))
