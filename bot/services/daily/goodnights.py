"""The goodnight shelf: kept, taken back, and one given each evening."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, MemberState
from bot.domain.circle.roles import Action
from bot.domain.daily.goodnights import tell_low, tonights
from bot.domain.daily.letters import Letter, delivery
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
