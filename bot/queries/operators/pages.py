"""The states of the installation that last now, since when, and how many of what they name were said."""

from sqlalchemy import delete, select, update

from bot.db.tables import page
from bot.db.transaction import Tx
from bot.domain.operators.pages import Open, Page


def lasting(tx: Tx) -> dict[Page, Open]:
    """What lasts now, the oldest first; what another version has written and this one does not know is left out."""
    known = {each.value for each in Page}
    rows = tx.all(select(page).order_by(page.c.since, page.c.name))
    return {Page(row.name): Open(row.since, row.many) for row in rows if row.name in known}


def begin(tx: Tx, which: Page, many: int) -> None:
    """It lasts from now on."""
    tx.add_once(page, {"name": which.value, "since": tx.now, "many": many})


def count(tx: Tx, which: Page, many: int) -> None:
    """So many of it there are now."""
    tx.change(update(page).where(page.c.name == which.value).values(many=many))


def end(tx: Tx, which: Page) -> None:
    """It is over."""
    tx.change(delete(page).where(page.c.name == which.value))
