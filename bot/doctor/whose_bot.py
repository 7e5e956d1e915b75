"""Which bot the database belongs to, and after a change how many people are over."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import func, select

from bot.db import bots
from bot.db.tables import person
from bot.db.transaction import Tx
from bot.doctor.finding import Finding, note, ok, wrong
from bot.domain.operators.pages import Page
from bot.status import spell

# After so long who has not come will hardly come by themselves.
_SAID_FOR = timedelta(days=60)


def check(tx: Tx, token: str) -> Iterator[Finding]:
    """Nothing before the first start; a token is compared where there is one."""
    if bots.number(tx) is None:
        return
    if token and not bots.is_of(tx, token):
        words = f"The database belongs to {bots.name(tx)}, and the token to another bot ({bots.number_in(token)})."
        hint = "set the right token; to go over to another bot see the runbook: Another bot"
        yield wrong("bot", words, hint, Page.TOKEN)
        return
    moved = bots.moved(tx)
    if moved is None or tx.now - moved.at > _SAID_FOR:
        yield ok("bot", f"The database belongs to {bots.name(tx)}.")
        return
    known = select(func.count()).where(person.c.consented_at.is_not(None))
    everybody, over = tx.scalar(known), tx.scalar(known.where(person.c.seen_on >= moved.at.date().isoformat()))
    age = spell((tx.now - moved.at).total_seconds())
    words = f"The database has belonged to {bots.name(tx)} for {age}, before to {moved.earlier}."
    if over == everybody:
        yield ok("bot", f"{words} All {everybody} people are over.")
        return
    hint = "they are reached once they have opened it and pressed START: tell schools and families"
    yield note("bot", f"{words} Of {everybody} people {over} have used it since.", hint)
