"""What a link opens: a circle, a class, a school."""

from bot.domain.joining import AlreadyIn, InviteDead, InviteOwn, KinAsked
from bot.domain.people import Person
from bot.storage import circles, invites, people, schools
from bot.storage.tellings import reply
from bot.storage.transaction import Tx

JOINING = "joining"


def belongs_somewhere(tx: Tx, me: Person) -> bool:
    """Whether this person has a circle or a school already."""
    return bool(circles.of_person(tx, me.id) or schools.of_person(tx, me.id))


def open_link(tx: Tx, me: Person, token: str, edit: int | None = None) -> None:
    """Follow a link's token to what it is for; every token that leads nowhere gets the same kind answer."""
    people.end_dialogue(tx, me.id)
    found = invites.find(tx, token)
    if found is None or found.problem:
        reply(tx, me, InviteDead(), edit=edit)
    elif found.kind == "member":
        _ask_kin(tx, me, found, edit)
    else:
        _open_school_link(tx, me, found, edit)


def _ask_kin(tx: Tx, me: Person, found: invites.Invite, edit: int | None) -> None:
    circle = circles.get(tx, found.child_id or 0)
    if circle is None:
        reply(tx, me, InviteDead(), edit=edit)
    elif found.created_by == me.id:
        reply(tx, me, InviteOwn(circle.child.id), edit=edit)
    elif circle.member(me.id):
        reply(tx, me, AlreadyIn(circle.child.id), edit=edit)
    else:
        people.set_dialogue(tx, me.id, JOINING, {"invite": found.id, "role": found.role, "child": circle.child.id})
        host = next((each.called for each in circle.active if each.person_id == found.created_by), "")
        reply(tx, me, KinAsked(circle.child.name, found.role or "guardian", host), edit=edit)


def _open_school_link(tx: Tx, me: Person, found: invites.Invite, edit: int | None) -> None:
    reply(tx, me, InviteDead(), edit=edit)
