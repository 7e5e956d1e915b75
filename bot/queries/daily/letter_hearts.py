"""Hearts for letters: who has sent one, in the letter's own row."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update

from bot.db.tables import letter
from bot.db.transaction import Tx

_THANKED = select(letter.c.thanked).where(letter.c.id == bindparam("key"))


def thanked(tx: Tx, letter_id: int) -> list[int]:
    """Those who have sent a heart for it."""
    return list(tx.scalar(_THANKED, {"key": letter_id}) or ())


def thank(tx: Tx, letter_id: int, person_id: int) -> bool:
    """A heart; false when it was sent already."""
    return _change(tx, letter_id, person_id, on=True)


def unthank(tx: Tx, letter_id: int, person_id: int) -> bool:
    """A heart is taken back; false when there was none."""
    return _change(tx, letter_id, person_id, on=False)


def forget(tx: Tx, person_id: int, children: Sequence[int]) -> None:
    """Somebody is erased: their hearts for letters about these children go with them."""
    hearts = letter.c.child_id.in_(children), letter.c.thanked.is_not(None)
    for row in tx.all(select(letter.c.id).where(*hearts)):
        _change(tx, row.id, person_id, on=False)


def _change(tx: Tx, letter_id: int, person_id: int, *, on: bool) -> bool:
    tx.change(update(letter).where(letter.c.id == letter_id).values(state=letter.c.state))  # two hearts at once
    before = thanked(tx, letter_id)
    if (person_id in before) == on:
        return False
    now = [*before, person_id] if on else [each for each in before if each != person_id]
    tx.change(update(letter).where(letter.c.id == letter_id).values(thanked=now or None))
    return True
