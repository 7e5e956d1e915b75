"""The Sunday evening of 10,000 families: each parent is shown the week in a picture, and alerts in between.

First some time from the middle of the evening, at the rate at which it is spread. Then the end of an evening on which
Homeline was away: everybody is due at once, and pictures are drawn as fast as they can be.
"""

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.app import App
from bot.clock import SystemClock, stopwatch
from bot.db.tables import call, check_in, child, illness, illness_told, member, outbox, person
from bot.domain.daily.weeks import EVENING, LENGTH, SPREAD, SUNDAY, next_sunday
from bot.loop import WakeUp
from bot.settings import Settings
from tests.bench import home
from tests.bench.alerts import RATE
from tests.bench.apart import apart
from tests.bench.figures import delays, percentile
from tests.bench.line import Line, at_most, shown
from tests.bench.next_door import NextDoor, Upload, next_door

FAMILIES, ALERTS, SECONDS = 10_000, 100, 90
P50, P99, MIB = 25.0, 45.0, 130.0
PICTURE, KILOBYTES = 1.0, 150.0
FAR, ALERTED = 1_000_000, 3_000_000  # the chats of parents are this much above the guardians', and of who is alerted
FACES = ("great", "well", "well", "hard", "great", "sad", "well")
DAY = timedelta(days=1)
DRAWN = 10  # seconds after which a picture has surely left
HOW = (
    f"Sundays: SQLite, {FAMILIES:,} families of one time zone, 28 messages a second; {SECONDS} seconds from the middle "
    f"of the {SPREAD // 3600} hours over which they are spread, then as many in which all are due at once. Homeline "
    "runs in a process of its own, whose memory is its highest in that time; a picture's time is from when it is told "
    "until Telegram has it."
)


@dataclass(frozen=True, slots=True)
class Part:
    """What was seen of one part of the evening."""

    delays: list[float]  # of the alerts, in milliseconds, in order
    pictures: list[Upload]
    times: list[float]  # of the pictures, in seconds, in order
    due: int
    seconds: float
    main: float  # MiB of the process that draws nothing
    draws: float


def measure(*, quick: bool) -> list[Line]:
    """Both parts; of few families nobody is due in the first."""
    families, alerts, seconds = (20, 2, 3) if quick else (FAMILIES, ALERTS, SECONDS)
    today = SystemClock().now().date()
    sunday = today + timedelta(days=(SUNDAY - today.weekday()) % LENGTH)
    evening = datetime.combine(sunday, datetime.min.time(), UTC) + timedelta(minutes=EVENING)
    middle, over = evening + timedelta(seconds=SPREAD // 2), evening + timedelta(seconds=SPREAD)
    first = range(ALERTED + 1, ALERTED + alerts + 1)
    again = range(first.stop, first.stop + alerts)
    with next_door() as door, home.settings(door.url, RATE) as settings, tempfile.TemporaryDirectory() as folder:
        compiled = "" if quick else folder
        if compiled:
            with apart(settings, compiled=compiled):
                pass  # compiles what is imported, as an installation has done long ago
        asyncio.run(_fill(settings, families, range(first.start, again.stop), middle))
        spread = None if quick else _part(settings, door, middle, first, seconds, compiled)
        asyncio.run(_all_due(settings, evening))
        at_once = _part(settings, door, over, again, seconds, compiled)
    name = f"Sunday of {families:,} parents"
    return [*_of_spread(name, spread or at_once), *_of_all_at_once(f"{name}, all due at once", families, at_once)]


def _part(settings: Settings, door: NextDoor, at: datetime, chats: range, seconds: int, compiled: str) -> Part:
    """From that moment of the evening, for so many seconds, or until the last alert has been raised."""
    door.begin()
    due = asyncio.run(_due(settings))
    ahead = at - SystemClock().now()
    with apart(settings, ahead, compiled) as there:
        began = stopwatch()
        there.alert(chats)
        raised = there.raised()
        asyncio.run(WakeUp().wait(max(began + seconds - stopwatch(), 0)))
        main, draws = there.memory()
        counted, ended = door.counted(sends=len(chats) + 1), stopwatch()  # one picture, however few the seconds
    until = SystemClock().now() + ahead - timedelta(seconds=DRAWN)
    told = asyncio.run(_told(settings, ahead))
    return Part(
        delays(raised, counted.sends),
        counted.uploads,
        sorted(each.at - told[each.chat] for each in counted.uploads),
        sum(each <= until for each in due),
        ended - began,
        main,
        draws,
    )


async def _fill(settings: Settings, families: int, alerted: range, middle: datetime) -> None:
    """A week of each family: faces, a call, and of every seventh child an illness."""
    app = App(settings, SystemClock())
    await app.store.open()
    near, last = range(1, families + 1), middle.replace(hour=18, minute=0)
    far = {FAR + each: next_sunday(middle, "UTC", FAR + each) for each in near}
    people = [home.person_row(each, week_at=far.get(each)) for each in (*near, *far, *alerted)]
    ill = [each for each in near if each % 7 == 0]
    rows: dict[Any, list[dict[str, Any]]] = {
        person: people,
        child: [home.child_row(each, EVENING, last + DAY) for each in near],
        member: [_member(each, away=away) for each in near for away in (False, True)],
        check_in: [_answered(each, last - DAY * back) for each in near for back in range(LENGTH)],
        call: [_called(each, last - DAY * (each % LENGTH)) for each in near],
        illness: [_ill(each, last) for each in ill],
        illness_told: [{"illness_id": each, "person_id": FAR + each, "at": last - 3 * DAY} for each in ill],
    }
    for table, some in rows.items():
        await home.add_rows(app, table, some)
    await app.store.close()


def _member(number: int, *, away: bool) -> dict[str, Any]:
    who = {"role": "parent", "kin": "mother", "called": "Mum"} if away else {"role": "guardian", "kin": "grandmother"}
    row = {"child_id": number, "person_id": number + FAR * away, "called": "Grandma", **who}
    return {**row, "state": "active", "at_home": not away, "joined_at": home.LONG_AGO}


def _answered(number: int, at: datetime) -> dict[str, Any]:
    row = {"child_id": number, "local_date": at.date().isoformat(), "slot": "evening", "state": "answered"}
    times = {"due_at": at, "asked_at": at, "heard_at": at, "answered_at": at}
    return {**row, **times, "answered_by": number, "face": FACES[(number + at.day) % len(FACES)]}


def _called(number: int, at: datetime) -> dict[str, Any]:
    return {"child_id": number, "planned_by": FAR + number, "at": at, "state": "happened", "created_at": at - DAY}


def _ill(number: int, last: datetime) -> dict[str, Any]:
    row = {"id": number, "child_id": number, "opened_by": number, "state": "closed", "what": "fever"}
    times = {"opened_at": last - 3 * DAY, "alerted_at": last - 3 * DAY, "closed_at": last - DAY}
    return {**row, **times, "outcome": "better"}


async def _with(settings: Settings, unit: Any) -> Any:
    app = App(settings, SystemClock())
    await app.store.open()
    try:
        return await app.store.run(unit)
    finally:
        await app.store.close()


async def _due(settings: Settings) -> list[datetime]:
    return [row.week_at for row in await _with(settings, lambda tx: tx.all(_PLANNED))]


async def _all_due(settings: Settings, at: datetime) -> None:
    await _with(settings, lambda tx: tx.change(update(person).where(person.c.week_at.is_not(None)).values(week_at=at)))


async def _told(settings: Settings, ahead: timedelta) -> dict[int, float]:
    """When each chat's last picture became a row, by the stopwatch."""
    stands = stopwatch() - SystemClock().now().timestamp()
    rows = await _with(settings, lambda tx: tx.all(_WEEKS))
    return {row.chat: (row.created_at - ahead).timestamp() + stands for row in rows}


_PLANNED = select(person.c.week_at).where(person.c.week_at.is_not(None))
_WEEKS = select(outbox.c.chat, outbox.c.created_at).where(outbox.c.card == "week").order_by(outbox.c.id)


def _of_spread(name: str, found: Part) -> list[Line]:
    sizes = sorted(each.size / 1000 for each in found.pictures)
    sent = len(found.pictures)
    twice = sent - len({each.chat for each in found.pictures})
    return [
        Line(
            f"{name}: pictures that have left of those due",
            "all, none twice",
            f"{sent:,} of {found.due:,}, {twice} twice, {sent / found.seconds:.1f} a second",
            sent >= found.due and not twice,
        ),
        at_most(f"{name}: a picture, p50", PICTURE, percentile(found.times, 50), "s", 2),
        at_most(f"{name}: a picture, p99", PICTURE, percentile(found.times, 99), "s", 2),
        at_most(f"{name}: size of a picture, p50", KILOBYTES, percentile(sizes, 50), "kB"),
        at_most(f"{name}: size of the largest picture", KILOBYTES, max(sizes, default=float("inf")), "kB"),
        *_of_both(name, found),
    ]


def _of_all_at_once(name: str, families: int, found: Part) -> list[Line]:
    rate = len(found.pictures) / found.seconds
    needed = families / rate / 60 if rate else float("inf")
    return [
        shown(f"{name}: pictures a second", rate, f"/s, so all of them take {needed:.0f} minutes", 1),
        *_of_both(name, found),
    ]


def _of_both(name: str, found: Part) -> list[Line]:
    return [
        at_most(f"{name}: alert meanwhile, p50", P50, percentile(found.delays, 50), "ms"),
        at_most(f"{name}: alert meanwhile, p99 of {len(found.delays)}", P99, percentile(found.delays, 99), "ms"),
        at_most(f"{name}: memory (RSS)", MIB, found.main, "MiB", 0),
        shown("… of the process that draws", found.draws, "MiB"),
    ]
