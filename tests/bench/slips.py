"""A school's first day: lists of 500 pupils come as files and are kept, and slips made of each; alerts in between."""

import asyncio
import tempfile
from datetime import timedelta
from typing import Any

from bot.app import App
from bot.clock import SystemClock
from bot.db.tables import class_room, person, school, staff
from bot.settings import Settings
from tests.bench import home
from tests.bench.alerts import RATE
from tests.bench.apart import apart
from tests.bench.figures import delays, percentile
from tests.bench.line import Line, at_most, shown
from tests.bench.next_door import Counted, NextDoor, next_door
from tests.workbooks import workbook

PUPILS, ALERTS, CLASSES = 500, 100, 60
IMPORT, MADE, P50, P99 = 10.0, 20.0, 25.0, 45.0  # seconds; milliseconds
TEACHER, ALERTED = 1, 1_000
HOW = (
    f"Slips: SQLite, 28 messages a second; one class of {PUPILS} after the other until all alerts have been raised. An "
    "import takes from the workbook until it is read out, and from ✅ until it is kept; slips take from the tap until "
    "Telegram has the file. Homeline runs in a process of its own."
)


def measure(*, quick: bool) -> list[Line]:
    """The slowest class, and the alerts of all."""
    pupils, alerts = (10, 2) if quick else (PUPILS, ALERTS)
    alerted = range(ALERTED + 1, ALERTED + alerts + 1)
    taken: list[tuple[float, float]] = []
    with next_door() as door, home.settings(door.url, RATE) as settings, tempfile.TemporaryDirectory() as folder:
        asyncio.run(_fill(settings, alerted))
        door.lay(_list(pupils))
        with apart(settings, compiled="" if quick else folder) as there:
            _class(door, CLASSES + 1, pupils)  # what begins with the first, such as the process that draws
            begun = there.memory()[0]
            there.alert(alerted)
            for number in range(1, CLASSES + 1):
                taken.append(_class(door, number, pupils))
                if not there.is_alerting():
                    break
            raised = there.raised()
            memory = there.memory()
        counted = door.counted()
    return _lines(pupils, taken, delays(raised, counted.sends), counted, begun, memory)


def _class(door: NextDoor, number: int, pupils: int) -> tuple[float, float]:
    """Seconds in which its list was read and kept, and in which its slips came."""
    door.ask(_press(f"roster_add:{number}"), TEACHER, b"file")
    read = door.ask(_file(pupils), TEACHER, b"roster_take:%d:%d" % (number, pupils))
    kept = door.ask(_press(f"roster_take:{number}:{pupils}"), TEACHER, b"roster_undo:")
    made = door.ask(_press(f"slips:{number}"), TEACHER, b"slips.pdf")
    return read + kept, made


def _list(pupils: int) -> bytes:
    """No two of one name: a digit in a name would be none of it."""
    names = [f"{given}{end} {own}" for own in "ABCDEFGHIJKLMNOPQRST" for given in _GIVEN for end in _ENDS]
    rows = [[each, name, 2012 + each % 7] for each, name in enumerate(names[:pupils], 1)]
    return workbook([["№", "Name", "Born"], *rows])


def _press(data: str) -> dict[str, Any]:
    below = {"message_id": 1, "date": int(SystemClock().now().timestamp()), "chat": _CHAT, "text": "-"}
    return {"callback_query": {"id": "1", "from": _WHO, "message": below, "chat_instance": "1", "data": data}}


def _file(pupils: int) -> dict[str, Any]:
    file = {"file_id": "L", "file_unique_id": "L", "file_name": "list.xlsx", "file_size": pupils * 50}
    sent = {"message_id": 2, "date": int(SystemClock().now().timestamp()), "chat": _CHAT, "from": _WHO}
    return {"message": {**sent, "document": file}}


_GIVEN, _ENDS = ("Bot", "Anv", "Zil", "Yus", "Kam"), ("ir", "ola", "uf", "ilbek", "ona")
_WHO = {"id": TEACHER, "is_bot": False, "first_name": "Ms. Zhao", "language_code": "en"}
_CHAT = {"id": TEACHER, "type": "private", "first_name": "Ms. Zhao"}


async def _fill(settings: Settings, alerted: range) -> None:
    """One school, one teacher of all its classes."""
    later, at = SystemClock().now() + timedelta(days=200), {"created_at": home.LONG_AGO}
    place = {"school_id": 1, "person_id": TEACHER, "called": "Ms. Zhao", "lead": True, "joined_at": home.LONG_AGO}
    rooms = [
        {"id": each, "school_id": 1, "teacher_id": TEACHER, "name": f"{each}A", "ends_at": later, **at}
        for each in range(1, CLASSES + 2)
    ]
    app = App(settings, SystemClock())
    await app.store.open()
    await home.add_rows(app, person, [home.person_row(each) for each in (TEACHER, *alerted)])
    await home.add_rows(app, school, [{"id": 1, "name": "Village school", "time_zone": "UTC", "country": "CN", **at}])
    await home.add_rows(app, staff, [place])
    await home.add_rows(app, class_room, rooms)
    await app.store.close()


def _lines(
    pupils: int,
    taken: list[tuple[float, float]],
    late: list[float],
    counted: Counted,
    begun: float,
    memory: tuple[float, float],
) -> list[Line]:
    files = [each for each in counted.uploads if each.begins.startswith(b"%PDF-")]
    name = f"{pupils} lines imported and {pupils} slips made"
    said = f"{len(files)} of {len(taken) + 1}, {max((each.size for each in files), default=0) / 1000:,.0f} kB"
    return [
        at_most(f"{pupils} lines imported, the slowest of {len(taken)}", IMPORT, max(each[0] for each in taken), "s"),
        at_most(f"{pupils} slips as PDF, the slowest of {len(taken)}", MADE, max(each[1] for each in taken), "s"),
        Line("… files that arrived, the largest", "all", said, len(files) == len(taken) + 1),
        at_most(f"{name}: alert meanwhile, p50", P50, percentile(late, 50), "ms"),
        at_most(f"{name}: alert meanwhile, p99 of {len(late)}", P99, percentile(late, 99), "ms"),
        shown(f"{name}: memory (RSS)", memory[0], "MiB"),
        shown("… after the first, with which the languages and threads come in", begun, "MiB"),
        shown("… of the largest process that it began", memory[1], "MiB"),
    ]
