"""The goodnight shelf: kept, taken back, and one given each evening."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, MemberState
from bot.domain.circle.roles import Action
from bot.domain.daily.goodnights import SHELF, tell_low, tonights
from bot.domain.daily.letters import Letter
from bot.domain.deliveries import delivery
from bot.queries.circle import circles
from bot.queries.daily import goodnights, letters
from bot.services.daily import bedtimes
from bot.services.daily import letters as letter_service
from bot.services.notifications import notify


def keep(tx: Tx, circle: Circle, author_id: int, media: dict[str, Any]) -> Letter:
    """One more lies on the shelf."""
    found = letters.draft(tx, circle.child.id, author_id, media, to_child=True)
    goodnights.put(tx, found)
    bedtimes.plan(tx, circle)
    return found


def siblings(tx: Tx, author_id: int, child_id: int) -> list[Circle]:
    """The other children for whom this parent can record one."""
    mine = circles.of_person(tx, author_id, Action.WRITE_TO_CHILD)
    return [circle for circle, _me in mine if circle.child.id != child_id]


def keep_for_all(tx: Tx, circle: Circle, author_id: int, media: dict[str, Any]) -> Letter:
    """The same voice on each child's shelf that has room, for each to be played at its own bedtime."""
    for each in siblings(tx, author_id, circle.child.id):
        if len(goodnights.shelf(tx, each.child.id, author_id)) < SHELF:
            keep(tx, each, author_id, media)
    return keep(tx, circle, author_id, media)


def take_back_everywhere(tx: Tx, circle: Circle, found: Letter) -> bool:
    """It is played to none of the children; false when it lies on this child's shelf no more."""
    if not take_back(tx, circle, found.id):
        return False
    for each in siblings(tx, found.author_id, circle.child.id):
        for same in goodnights.shelf(tx, each.child.id, found.author_id):
            if same.file_id == found.file_id:
                take_back(tx, each, same.id)
    return True


def take_back(tx: Tx, circle: Circle, letter_id: int) -> bool:
    """It is not played; false when it lies on no shelf any more."""
    dropped = goodnights.drop(tx, letter_id)
    bedtimes.plan(tx, circle)
    return dropped


def give(tx: Tx, circle: Circle) -> None:
    """Tonight's, of a parent who takes part; none is spent on a phone that the last one has not reached."""
    shelf = goodnights.shelf(tx, circle.child.id)
    _forget_gone(tx, circle, shelf)
    may_speak = [each for each in shelf if _may_speak(circle, each.author_id)]
    found = tonights(may_speak, goodnights.last(tx, circle.child.id))
    if found is None or not letters.readers_of(tx, circle, found) or _last_is_on_its_way(tx, circle):
        return
    if goodnights.take(tx, found):
        letter_service.deliver(tx, circle, letters.get(tx, found.id) or found)
        left = sum(each.author_id == found.author_id for each in shelf) - 1
        notify(tx, tell_low(circle.child.id, found.author_id, left))


def _may_speak(circle: Circle, author_id: int) -> bool:
    member = circle.member(author_id)
    return member is not None and member.may(Action.WRITE_TO_CHILD)


def _forget_gone(tx: Tx, circle: Circle, shelf: list[Letter]) -> None:
    """Of a parent who has left nothing comes any more; a place that is closed for now may be opened again."""
    there = {each.person_id for each in circle.members if each.state == MemberState.ACTIVE}
    for each in shelf:
        if each.author_id not in there:
            goodnights.drop(tx, each.id)


def _last_is_on_its_way(tx: Tx, circle: Circle) -> bool:
    last = goodnights.newest_sent(tx, circle.child.id)
    if last is None:
        return False
    states = [letters.delivery_to(tx, last.id, each.person_id) for each in circle.others(last.author_id)]
    return delivery(states) in {"coming", "waits", "kept"}
