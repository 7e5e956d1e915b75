"""One notice of a school's lead to 60 classes of 40 households, and alerts meanwhile.

The floor is what the pacing allows while notices wait: 26 messages a second, the alerts among them, for two of the 28
are kept free.
"""

import asyncio
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.app import App
from bot.clock import stopwatch
from bot.db.tables import child, class_room, enrolment, member, notice, notice_class, outbox, person, school, staff
from bot.db.transaction import Tx
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.notices import Level, NoticeState
from bot.loop import WakeUp
from bot.queries.school import notices
from bot.services.school.notices import send_out
from bot.telegram.pacer import RESERVE
from tests.bench import home
from tests.bench.alerts import A_SECOND, RATE, Database, raise_alerts
from tests.bench.figures import SENDING, Figures, figures
from tests.bench.line import Line, at_most
from tests.bench.simulator import Seen, Telegram, telegram

CLASSES, HOUSEHOLDS, ALERTS = 60, 40, 100
P50, P99, ABOVE = 25.0, 45.0, 1.0  # milliseconds; per cent
HOW = "School: a notice to 60 classes of 40 households, one adult each; 26 of 28 messages a second, Telegram's limits."


_WAITS = select(outbox.c.id).where(outbox.c.state.in_(["pending", "sending"])).limit(1)


async def homeline(
    url: str, rooms: int, alerts: int, database: Database = home.settings
) -> tuple[dict[int, float], float]:
    """When the alert to each chat was raised, and when the notice was sent with one tap."""
    families = rooms * HOUSEHOLDS
    lead = families + alerts + 1
    with database(url, RATE) as settings:
        async with home.opened(settings) as app:
            await _fill(app, rooms, lead)
            async with home.running(app):
                began = await app.store.run(_send)
                raised = await raise_alerts(app, range(families + 1, lead))
                await _until_sent(app, families)
            return raised, began


async def _fill(app: App, rooms: int, lead: int) -> None:
    families = range(1, rooms * HOUSEHOLDS + 1)
    later = home.LONG_AGO.replace(year=2090)
    at = {"created_at": home.LONG_AGO}
    await home.add_rows(app, person, [home.person_row(each) for each in range(1, lead + 1)])
    await home.add_rows(app, child, [home.child_row(each, 1080, later) for each in families])
    await home.add_rows(app, member, [_guardian(each) for each in families])
    await home.add_rows(app, school, [{"id": 1, "name": "Village school", "time_zone": "UTC", "country": "CN", **at}])
    joined = {"school_id": 1, "person_id": lead, "called": "Li Na", "lead": True, "joined_at": home.LONG_AGO}
    await home.add_rows(app, staff, [joined])
    await home.add_rows(
        app,
        class_room,
        [
            {"id": each, "school_id": 1, "teacher_id": lead, "name": f"{each}A", "ends_at": later, **at}
            for each in range(1, rooms + 1)
        ],
    )
    taken = {"state": EnrolmentState.ACTIVE, "asked_at": home.LONG_AGO}
    await home.add_rows(
        app,
        enrolment,
        [{"class_id": (each - 1) // HOUSEHOLDS + 1, "child_id": each, "asked_by": each, **taken} for each in families],
    )
    written = {"class_id": 1, "author_id": lead, "school_id": 1, "state": NoticeState.DRAFT, "level": Level.TAP, **at}
    await home.add_rows(app, notice, [{"id": 1, **written, "body": {"text": "No school on Monday", "media": []}}])
    await home.add_rows(app, notice_class, [{"notice_id": 1, "class_id": each} for each in range(1, rooms + 1)])


def _guardian(number: int) -> dict[str, Any]:
    row = {"child_id": number, "person_id": number, "role": "guardian", "kin": "grandmother"}
    return {**row, "called": "Grandma", "state": "active", "at_home": True, "joined_at": home.LONG_AGO}


def _send(tx: Tx) -> float:
    found = notices.get(tx, 1)
    assert found is not None
    send_out(tx, found)
    return stopwatch()


async def _until_sent(app: App, families: int) -> None:
    while await app.store.run(partial(_sent, families=families)):
        await WakeUp().wait(0.2)


def _sent(tx: Tx, families: int) -> bool:
    """Whether something is still to leave."""
    told = len({each for _child, each, _confirmed in notices.readers(tx, 1)})
    return (
        told < families
        or tx.scalar(select(outbox.c.id).where(outbox.c.state.in_(["pending", "sending"])).limit(1)) is not None
    )


def _run(server: Telegram, rooms: int, alerts: int, where: str, database: Database) -> list[Line]:
    raised, began = asyncio.run(homeline(server.url, rooms, alerts, database))
    seen = server.seen()
    found = figures("Homeline", raised, seen)
    return _lines(found, seen, began, rooms, alerts, where)


def _lines(found: Figures, seen: list[Seen], began: float, rooms: int, alerts: int, where: str) -> list[Line]:
    families = rooms * HOUSEHOLDS
    sent = [(at, chat) for at, what, chat, *_rest in seen if what == SENDING]
    last = max((at for at, chat in sent if chat <= families), default=began)
    floor = sum(at <= last for at, _chat in sent) / (RATE - RESERVE)
    above = (last - began) / floor * 100 - 100
    name = f"one notice to {rooms} classes of {HOUSEHOLDS} households{where}"
    kept = found.bulk == families and found.alerts == alerts and not found.floods and found.busiest <= A_SECOND
    return [
        at_most(f"{name}: above the {floor:.0f} s that the pacing takes", ABOVE, above, "%"),
        at_most(f"{name}: alert meanwhile, commit to request, p50 of {alerts}", P50, found.p50, "ms"),
        at_most(f"{name}: alert meanwhile, commit to request, p99 of {alerts}", P99, found.p99, "ms"),
        Line(
            "… families and alerts that arrived, 429 answers, messages in the busiest second",
            f"{families}, {alerts}, 0, ≤ {A_SECOND}",
            f"{found.bulk}, {found.alerts}, {found.floods}, {found.busiest}",
            kept,
        ),
    ]


def measure(*, quick: bool) -> list[Line]:
    """On SQLite."""
    rooms, alerts = (2, 2) if quick else (CLASSES, ALERTS)
    with telegram(rooms * HOUSEHOLDS + alerts + 1) as server:
        return _run(server, rooms, alerts, "", home.settings)
