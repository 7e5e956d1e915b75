"""Steps around one notification on its way out."""

from functools import partial
from typing import Any

from sqlalchemy import select

from bot.db.tables import outbox as rows
from bot.domain.notifications import Lane, Notification
from bot.domain.screens import HelpShown
from bot.queries.circle import people
from bot.services.notifications import notify
from bot.simulator.cast import MEI, PersonSpec
from tests.homeline import Homeline


async def known(home: Homeline, person: PersonSpec = MEI) -> int:
    """Somebody who has agreed, and whose screen is quiet; their number."""
    await home.newcomer(person)
    number = await number_of(home, person)
    home.simulator.requests.clear()
    return number


async def number_of(home: Homeline, person: PersonSpec) -> int:
    """The number of somebody who is known."""
    found = await home.app.store.run(lambda tx: people.by_telegram(tx, person.id))
    assert found is not None
    return found.id


async def put(home: Homeline, to: int, lane: Lane = Lane.ROUTINE, about: Any = None, **how: Any) -> None:
    await home.app.store.run(partial(notify, tells=[Notification(to, about or HelpShown("how"), lane, **how)]))


async def newest(home: Homeline) -> Any:
    return await home.app.store.run(lambda tx: tx.first(select(rows).order_by(rows.c.id.desc())))


def sends(home: Homeline) -> list[str]:
    return [each.method for each in home.simulator.requests if each.method not in {"getUpdates", "getMe"}]
