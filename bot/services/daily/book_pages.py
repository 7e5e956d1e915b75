"""A page a night: photographed, read, played at bedtime, answered."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.roles import Action
from bot.domain.daily.book_pages import PAGE, READING, tonights
from bot.domain.daily.letters import Letter, tell_changed
from bot.queries.daily import book_pages, letters
from bot.queries.daily import goodnights as shelf_rows
from bot.services.daily import bedtimes
from bot.services.daily import letters as letter_service
from bot.services.notifications import notify


def send(tx: Tx, circle: Circle, by: Member, draft: Letter) -> Letter:
    """From home to the parents: the next page of the child's own book."""
    found = book_pages.mark(tx, draft, PAGE)
    letter_service.send(tx, circle, by, found)
    return found


def keep_own(tx: Tx, circle: Circle, author_id: int, media: dict[str, Any]) -> Letter:
    """A page that a parent has: it comes together with its reading."""
    draft = letters.draft(tx, circle.child.id, author_id, media, to_child=True)
    book_pages.shelve(tx, draft.id)
    return book_pages.mark(tx, draft, PAGE)


def keep_reading(tx: Tx, circle: Circle, author_id: int, page: Letter, media: dict[str, Any]) -> Letter:
    """It waits for bedtime."""
    draft = letters.draft(tx, circle.child.id, author_id, media, to_child=True, answers_id=page.id)
    book_pages.shelve(tx, draft.id)
    found = book_pages.mark(tx, draft, READING)
    settle(tx, circle, page, author_id)
    bedtimes.plan(tx, circle)
    return found


def take_back(tx: Tx, circle: Circle, reading: Letter) -> bool:
    """It is not played, and may be read once more; false when it is on its way."""
    dropped = shelf_rows.drop(tx, reading.id)
    bedtimes.plan(tx, circle)
    return dropped


def settle(tx: Tx, circle: Circle, page: Letter, by: int) -> None:
    """A parent has read a page, or does not need it: it asks for nothing any more."""
    letters.played(tx, page.id)
    if not page.to_child:
        notify(tx, tell_changed(page, [each for each in circle.parents if each.person_id == by]))


def give(tx: Tx, circle: Circle) -> None:
    """Tonight's, where the child has answered the one before; a parent's own page comes with it."""
    waiting = book_pages.readings(tx, circle.child.id)
    there = {each.person_id for each in circle.members if each.state == MemberState.ACTIVE}
    for each in waiting:
        if each.author_id not in there:
            shelf_rows.drop(tx, each.id)
    last = book_pages.last_given(tx, circle.child.id)
    answered = last is not None and letters.is_answered(tx, last.id)
    found = tonights([each for each in waiting if _may_read(circle, each)], last, tx.now, answered=answered)
    if found is None or not letters.readers_of(tx, circle, found):
        return
    page = letters.get(tx, found.answers_id)
    for each in filter(None, [page if page and page.to_child else None, found]):
        if shelf_rows.take(tx, each):
            letter_service.deliver(tx, circle, letters.get(tx, each.id) or each)


def _may_read(circle: Circle, reading: Letter) -> bool:
    member = circle.member(reading.author_id)
    return member is not None and member.may(Action.WRITE_TO_CHILD)
