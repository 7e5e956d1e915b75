"""What is found to be amiss becomes a message for those who can mend it, and an all-clear when it is over."""

from collections.abc import Collection, Iterable, Mapping

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.operators.operators import Operator
from bot.domain.operators.pages import (
    ANEW,
    Open,
    Page,
    PageMoved,
    card_of,
    changes,
    readers,
    tell_grown,
    tell_open,
    tell_over,
)
from bot.queries.circle import people
from bot.queries.operators import operators, pages
from bot.services.notifications import notify, reply


def note(tx: Tx, found: Mapping[Page, int], seen: Collection[Page]) -> dict[Page, Open]:
    """Compare with what was said before, and say what is new; what lasts now."""
    before = pages.lasting(tx)
    new = changes(found, before, seen)
    told = operators.every(tx) if new.begun | new.grown | new.over else []
    for page in sorted(new.over):
        pages.end(tx, page)
        notify(tx, tell_over(page, before[page].since, tx.now, told))
    for page in sorted(new.begun):
        pages.begin(tx, page, found[page])
        notify(tx, tell_open(page, Open(tx.now, found[page]), told))
    for page in sorted(found.keys() & before.keys()):
        if found[page] != before[page].many:
            pages.count(tx, page, found[page])
    for page in sorted(new.grown):
        _retire(tx, page, told)
        notify(tx, tell_grown(page, Open(before[page].since, found[page]), told))
    return pages.lasting(tx)


def _retire(tx: Tx, page: Page, told: Iterable[Operator]) -> None:
    """Where it comes in a new message, the one above says so: nothing in it is true any more."""
    for each in readers(told, page) if page in ANEW else ():
        above = cards.message_of(tx, each, card_of(page))
        if above is not None:
            reply(tx, people.get(tx, each), PageMoved(page), edit=above)


def tell_all(tx: Tx, newcomer: Operator) -> None:
    """Who has just become an operator reads of what lasts already."""
    for page, state in pages.lasting(tx).items():
        notify(tx, tell_open(page, state, [newcomer]))
