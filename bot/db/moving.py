"""Where an installation lives, so that it never sends from two places."""

import secrets

from sqlalchemy import inspect

from bot.db import installation, leases
from bot.db.tables import installation as table
from bot.db.transaction import Tx
from bot.errors import HomelineError

_IDENTITY = "installation_id"
LEFT = "moved_at"  # with what it is about: leaving, or gone; and since when
_ARRIVED = "arrived_at"
LEAVING, _GONE = "leaving", "gone"


def live_here(tx: Tx) -> None:
    """Begin to live here. Raises HomelineError where the installation has moved away."""
    state, _, since = (installation.get(tx, LEFT) or "").partition(" ")
    if state == _GONE:
        raise HomelineError(f"This installation moved away from here ({since} UTC). Start it where it was copied to.")
    if state == LEAVING:
        words = f"This installation has been on its way to another database since {since} UTC"
        raise HomelineError(f"{words}. If that copy broke off, run it again.")
    installation.forget(tx, _ARRIVED)


def leave(tx: Tx) -> str:
    """Begin to move away; the name by which the installation is known again. Raises HomelineError."""
    if (installation.get(tx, LEFT) or "").startswith(_GONE):
        live_here(tx)
    if is_in_use(tx):
        words = "Homeline runs on this database. Stop every process of it first"
        raise HomelineError(f"{words}, so that nothing is sent twice.")
    installation.learn(tx, LEFT, f"{LEAVING} {tx.now:%Y-%m-%d %H:%M}")
    found = installation.get(tx, _IDENTITY)
    if found is None:
        found = secrets.token_hex(16)
        installation.learn(tx, _IDENTITY, found)
    return found


def stay(tx: Tx) -> None:
    """It did not move after all."""
    installation.forget(tx, LEFT)


def gone(tx: Tx) -> None:
    """It has moved: nothing is sent from here any more."""
    installation.learn(tx, LEFT, f"{_GONE} {tx.now:%Y-%m-%d %H:%M}")


def arrive(tx: Tx) -> None:
    """It is here now, and has not run here yet."""
    installation.forget(tx, LEFT)
    installation.learn(tx, _ARRIVED, tx.now.isoformat())


def may_receive(tx: Tx, identity: str) -> None:
    """Raises HomelineError unless the installation lived here before, or was copied here and never ran since."""
    if not inspect(tx.conn).has_table(table.name) or installation.get(tx, _IDENTITY) != identity:
        raise HomelineError("Another installation lives in that database. Choose an empty one.")
    if is_in_use(tx) or not (installation.get(tx, LEFT) or installation.get(tx, _ARRIVED)):
        raise HomelineError("This installation lives in that database already. Start it with that DATABASE_URL.")


def is_in_use(tx: Tx) -> bool:
    """Whether a process on a server has a watch; on a file, the lock says it."""
    return tx.conn.dialect.name == "postgresql" and leases.any_held(tx)
