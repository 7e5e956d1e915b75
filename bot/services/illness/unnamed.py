"""One of several children is ill, and nobody has said which: until then those around each are asked to call."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import IllChildAsked
from bot.domain.illness.illnesses import (
    ALSO,
    CALL,
    UNNAMED,
    WHO_IS_ILL,
    Happening,
    Illness,
    IllnessState,
    meant_too,
    present,
)
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.illness import unnamed as rows
from bot.services.illness.danger_signs import show_with_signs
from bot.services.illness.illness_alerts import ask_anew, told_now
from bot.services.illness.illness_endings import may_undo, take_back


def ask_who(tx: Tx, me: Person, mine: Iterable[Circle]) -> None:
    """A draft that leaves by itself, as a wish for a call: of no child it is said that it is ill.

    One for all children who have the same adults, so that nobody reads it twice. Where nothing is shared it leaves with
    a choice only; where a thread runs, that one goes on.
    """
    mine = list(mine)
    begun = illnesses.unnamed_of(tx, me.id, [circle.child.id for circle in mine])
    covered = {child for each in begun for child in meant_too(illnesses.events(tx, each.id))}
    alike: dict[object, list[int]] = {}
    for circle in mine:
        child = circle.child
        if not child.sharing_stopped and child.id not in covered and illnesses.running(tx, child.id) is None:
            alike.setdefault(_around(circle), []).append(child.id)
    for first, *others in alike.values():
        found = illnesses.open_once(tx, first, me.id, (CALL,))
        illnesses.note(tx, found.id, me.id, Happening.TOLD, {UNNAMED: True, ALSO: others})
    show_with_signs(tx, me, IllChildAsked())


def _around(circle: Circle) -> object:
    """What two children have in common of whom everybody may read in one message; separated parents read apart."""
    child, adults = circle.child, frozenset((each.person_id, each.role, each.at_home) for each in circle.active)
    return (child.zone, child.country, adults, child.id if child.separate_lines else 0)


def tell(tx: Tx, me: Person, mine: Iterable[Circle], media: Mapping[str, Any]) -> None:
    """A sign of danger, typed: the words wait for a name; those around a child who is ill already are asked at once."""
    mine = list(mine)
    ask_who(tx, me, mine)
    _keep(tx, me, mine, media)
    for circle in mine:
        found = illnesses.running(tx, circle.child.id)
        held = illnesses.lock(tx, found.id) if found and not circle.child.sharing_stopped else None
        if held is not None and held.state == IllnessState.OPEN:
            illnesses.note(tx, held.id, me.id, Happening.SIGN)
            ask_anew(tx, circle, held, present(circle, held, told_now(tx, circle, held), me.id))


def _keep(tx: Tx, me: Person, mine: list[Circle], media: Mapping[str, Any]) -> None:
    """With a thread, so that no other conversation ends it; where nothing is shared there is none."""
    threads = _threads(tx, mine)
    if threads:
        illnesses.note(tx, threads[0], me.id, Happening.UNTOLD, dict(media))
        return
    dialogue = people.dialogue_of(tx, me.id)
    said = dialogue[1]["said"] if dialogue and dialogue[0] == WHO_IS_ILL else []
    people.set_dialogue(tx, me.id, WHO_IS_ILL, {"said": [*said, dict(media)]})


def take_said(tx: Tx, me: Person) -> list[dict[str, Any]]:
    """What waits for a name; it waits no longer."""
    mine = [circle for circle, _member in circles.of_person(tx, me.id, Action.REPORT_ILLNESS)]
    said = rows.take_untold(tx, me.id, _threads(tx, mine))
    dialogue = people.dialogue_of(tx, me.id)
    if dialogue and dialogue[0] == WHO_IS_ILL:
        people.end_dialogue(tx, me.id)
        said += dialogue[1]["said"]
    return said


def _threads(tx: Tx, mine: Iterable[Circle]) -> list[int]:
    return [found.id for circle in mine if (found := illnesses.running(tx, circle.child.id))]


def let_go(tx: Tx, me: Person) -> None:
    """One child was named: nothing leaves for the others. What has left stays, for they may be ill as well."""
    for each, _circle in _begun(tx, me):
        illnesses.change(tx, each.id, IllnessState.DRAFT, state=IllnessState.UNDONE, closed_at=tx.now, alert_at=None)


def take_back_all(tx: Tx, me: Person) -> list[Illness]:
    """↩️ for all of them; as they stood."""
    found = [(each, circle) for each, circle in _begun(tx, me) if may_undo(tx, me, each)]
    for each, circle in found:
        take_back(tx, each, circle)
    return [each for each, _circle in found]


def _begun(tx: Tx, me: Person) -> list[tuple[Illness, Circle]]:
    mine = {circle.child.id: circle for circle, _member in circles.of_person(tx, me.id, Action.REPORT_ILLNESS)}
    begun = illnesses.unnamed_of(tx, me.id, mine)
    return [(illnesses.lock(tx, each.id) or each, mine[each.child_id]) for each in begun]
