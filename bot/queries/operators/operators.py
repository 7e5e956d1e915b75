"""Operators: a name, a role, a link that is known again by its keyed hash, and the person who has taken it up."""

import secrets
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.db.tables import operator
from bot.db.transaction import Tx
from bot.domain.operators.operators import LINK_LIFE, Operator, OperatorRole
from bot.domain.operators.safekeeping import ASKED_FOR, Act, Wish


def add(tx: Tx, called: str, role: OperatorRole) -> tuple[int, str]:
    """A new operator, whom nobody is yet: the number, and the token of the link that lets one person in."""
    token = secrets.token_urlsafe(16)
    number = tx.add(
        operator,
        called=called,
        role=role,
        token_hash=tx.keyring.look_up(token),
        link_until=tx.now + LINK_LIFE,
    )
    return number, token


def take_up(tx: Tx, token: str, person_id: int) -> Operator | None:
    """Become the operator whom this link is for; none when it is for nobody, was used, or has ended."""
    free = operator.c.person_id.is_(None), operator.c.link_until > tx.now
    found = operator.c.token_hash.in_(tx.keyring.look_ups(token))
    row = tx.first(select(operator.c.id).where(found, *free))
    if row is None:
        return None
    taken = update(operator).where(operator.c.id == row.id, *free).values(person_id=person_id, joined_at=tx.now)
    return get(tx, row.id) if tx.change(taken) else None


def get(tx: Tx, number: int) -> Operator | None:
    """The operator with this number."""
    row = tx.first(select(operator).where(operator.c.id == number))
    return _operator(row) if row else None


def every(tx: Tx) -> list[Operator]:
    """All of them, in the order in which they were added."""
    return [_operator(row) for row in tx.all(select(operator).order_by(operator.c.id))]


def roles_of(tx: Tx, person_id: int) -> frozenset[OperatorRole]:
    """What this person is here; nothing for nearly everybody."""
    rows = tx.all(select(operator.c.role).where(operator.c.person_id == person_id))
    return frozenset(OperatorRole(row.role) for row in rows)


def remove(tx: Tx, number: int) -> None:
    """This one is none any more, and its link lets nobody in."""
    tx.change(delete(operator).where(operator.c.id == number))


def ask(tx: Tx, number: int, wish: Wish) -> None:
    """This operator waits for a second yes; one that they waited for before is let go."""
    asks = {"act": wish.act, "child": wish.child_id, "member": wish.member_id}
    tx.change(update(operator).where(operator.c.id == number).values(asks=asks, asked_at=tx.now))


def asked(tx: Tx, number: int) -> Wish | None:
    """What this operator waits for; nothing after a day."""
    row = tx.first(select(operator.c.asks, operator.c.asked_at).where(operator.c.id == number))
    if row is None or row.asks is None or tx.now - row.asked_at > ASKED_FOR:
        return None
    return Wish(Act(row.asks["act"]), row.asks["child"], row.asks["member"])


def answer(tx: Tx, number: int) -> None:
    """They wait for nothing any more."""
    tx.change(update(operator).where(operator.c.id == number).values(asks=None, asked_at=None))


def forget_old_asks(tx: Tx) -> None:
    """What nobody has answered within a day is not kept."""
    old = operator.c.asked_at < tx.now - ASKED_FOR
    tx.change(update(operator).where(old).values(asks=None, asked_at=None))


def _operator(row: Row[Any]) -> Operator:
    return Operator(row.id, row.called, OperatorRole(row.role), row.person_id, row.link_until, row.joined_at)
