"""When Telegram was last heard, and the silence that is being mended."""

import json
from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.silence import STEPS, Silence
from bot.storage import installation
from bot.storage.columns import is_one_of
from bot.storage.tables import check_in, illness, person
from bot.storage.tables import installation as learned
from bot.storage.transaction import Tx

_HEARD = "heard_at"
_SILENCE = "silence"

CURRENT = select(learned.c.value).where(is_one_of(learned.c.name, _SILENCE))
_HELD = CURRENT.with_for_update()


def hear(tx: Tx, *, interrupted: bool) -> None:
    """Telegram is heard now; where that was interrupted for long, what was lost is to be mended."""
    last = installation.get(tx, _HEARD)
    installation.learn(tx, _HEARD, tx.now.isoformat())
    if not interrupted or last is None:
        return
    found = Silence(datetime.fromisoformat(last), tx.now)
    if found.lost_presses:
        before = current(tx)
        keep(tx, before.joined(found) if before else found)


def current(tx: Tx) -> Silence | None:
    """The silence that is being mended, held so that two processes do not mend the same part."""
    value = tx.scalar(_HELD)
    if value is None:
        return None
    begin, end, step, after = json.loads(value)
    return Silence(datetime.fromisoformat(begin), datetime.fromisoformat(end), step, after)


def keep(tx: Tx, silence: Silence | None) -> None:
    """Remember how far mending has come; none when it is done."""
    if silence is None:
        tx.change(delete(learned).where(learned.c.name == _SILENCE))
        return
    value = json.dumps([silence.begin.isoformat(), silence.end.isoformat(), silence.step, silence.after])
    installation.learn(tx, _SILENCE, value)


def concerned(tx: Tx, silence: Silence, limit: int) -> list[int]:
    """The rows that the silence's step still has to look at: illnesses, children or people."""
    if silence.step == STEPS[0]:
        column, which = illness.c.id, illness.c.state == "open"
    elif silence.step == STEPS[1]:
        asked = check_in.c.state.in_(["asked", "late"]) & (check_in.c.asked_at < silence.end)
        column, which = check_in.c.child_id, asked
    else:
        column, which = person.c.id, person.c.consented_at.is_not(None)
    query = select(column).where(which, column > silence.after).distinct().order_by(column).limit(limit)
    return [int(row[0]) for row in tx.all(query)]
