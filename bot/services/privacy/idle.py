"""When each family is looked at, and what is known of its last visit."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.privacy.erasing import PersonErased
from bot.queries.circle import circles, people
from bot.queries.school import schools
from bot.services.notifications import reply
from bot.services.privacy import erasing


def erase_family(tx: Tx, child_id: int) -> None:
    """The child's data, and the accounts of those who have no other child and no class here."""
    circle = circles.get(tx, child_id)
    adults = [people.get(tx, each.person_id) for each in (*circle.active, *circle.near)] if circle else []
    erasing.erase_child(tx, child_id)
    for each in adults:
        if not circles.of_person(tx, each.id, Action.LEAVE) and not schools.of_person(tx, each.id):
            erasing.erase_person(tx, each)
            reply(tx, each, PersonErased())
