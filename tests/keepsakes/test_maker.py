"""Making a keepsake over a real connection: in little memory, in spite of a line that breaks, and beside everything."""

import asyncio
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from bot.db.transaction import Tx
from bot.delivery.states import OutboxState
from bot.domain.daily.letters import LetterState
from bot.keepsakes import maker
from bot.queries.daily import keepsakes as rows
from bot.queries.daily import letters
from bot.simulator.phone import Phone
from bot.telegram import asking
from tests.handlers.daily.keepsakes_steps import HERE, files, handled, left, page_of
from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import MEI, Homeline
from tests.households import read, tap

pytestmark = [pytest.mark.wired, pytest.mark.parametrize("database", ["sqlite"], indirect=True)]
PICTURES, VOICES = 60, 20
LARGE = 200_000


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in earnest."""
    monkeypatch.setattr(maker, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(maker, "LONGEST_PAUSE", 0.0)
    monkeypatch.setattr(maker, "AWAY", 0.0)


async def a_year(home: Homeline, folder: Path, pictures: int = PICTURES, voices: int = VOICES) -> Phone:
    """Mei has been sent so much from home; the files lie on disk, where they cost no memory."""
    mei, _fang = await family(home)
    sent = []
    for kind, count in (("photo", pictures), ("voice", voices)):
        (folder / kind).write_bytes(os.urandom(LARGE))
        sent += [(kind, home.world.files.add(kind, folder / kind).id) for _ in range(count)]

    def keep(tx: Tx) -> None:
        for kind, file_id in sent:
            media = {"kind": kind, "file_id": file_id, "text": "", "size": LARGE}
            found = letters.draft(tx, 1, 2, media, to_child=False)
            letters.change(tx, found.id, [LetterState.DRAFT], state=LetterState.SENT)

    await home.app.store.run(keep)
    await tap(home, mei, "🏠", "🧒", "🎁")
    return mei


async def test_a_year_is_made_in_little_memory_and_in_little_time(home: Homeline, tmp_path: Path) -> None:
    mei = await a_year(home, tmp_path)
    mei.tap("🎁 Lily at 8")
    await handled(home)

    tracemalloc.start()
    began = perf_counter()
    assert await home.app.keepsakes.step() == 1
    took, (_now, peak) = perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()

    size = left(home)[0].stat().st_size
    print(f"\n{PICTURES} pictures, {VOICES} voices: {size / 1e6:.0f} MB in {took:.1f} s, {peak / 1e6:.1f} MB of memory")
    assert size > (PICTURES + VOICES) * LARGE
    assert peak < 5_000_000
    await home.settle()
    assert len(files(home, mei)[0]) == PICTURES + VOICES + 1
    assert page_of(files(home, mei)[0]).count("<img") == PICTURES
    assert not left(home)


async def test_a_line_that_breaks_within_a_file_leaves_no_half_of_it(home: Homeline, tmp_path: Path) -> None:
    mei = await a_year(home, tmp_path, 2, 0)
    home.simulator.faults.methods = {"getFile", "download"}
    home.simulator.faults.lose_after_send(times=1)
    home.simulator.faults.flood(seconds=5, times=1)

    await tap(home, mei, "🎁 Lily at 8")
    packed = files(home, mei)[0]
    assert [len(each) for name, each in packed.items() if name.startswith("files/")] == [LARGE, LARGE]


def on_its_way(tx: Tx) -> bool:
    """Whether the network has the file now."""
    found = rows.get(tx, 1)
    given = rows.given(tx, found.outbox_id) if found and found.outbox_id else None
    return given is not None and given.state == OutboxState.SENDING


async def sending(home: Homeline, until: Callable[[], bool]) -> None:
    """What may leave does, until something is so."""
    async with asyncio.timeout(20):
        while not until():
            if not await home.app.sender.step():
                await home.app.sender.landed.wait()
                home.app.sender.landed.clear()


async def test_while_a_large_file_is_on_its_way_an_answer_comes_in_the_same_chat(
    home: Homeline, tmp_path: Path
) -> None:
    mei = await a_year(home, tmp_path, 1, 0)
    home.simulator.faults.methods = {"sendDocument"}
    home.simulator.faults.slow(60)
    mei.tap("🎁 Lily at 8")
    await handled(home)
    assert await home.app.keepsakes.step() == 1
    await sending(home, lambda: mei.last.words.endswith("▰"))

    mei.say("🏠")
    await handled(home)
    await sending(home, lambda: "⚙️" in str(mei.last.buttons))
    assert await read(home, on_its_way)
    assert not arrived(mei, "document")

    home.simulator.faults.clear()
    await home.app.sender.drain()
    await home.settle()
    assert len(arrived(mei, "document")) == 1
    assert mei.sees(HERE)


async def test_a_large_file_without_an_answer_comes_at_most_once_and_breaks_no_line(
    home: Homeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    monkeypatch.setattr(asking, "LISTENS", 0.3)
    monkeypatch.setattr(asking, "SLOWLY", 100_000_000)
    mei = await a_year(home, tmp_path, 1, 0)
    home.simulator.faults.methods = {"sendDocument"}
    home.simulator.faults.late_after = 0.1
    home.simulator.faults.weather = lambda: "lose"

    await tap(home, mei, "🎁 Lily at 8")
    await home.app.sender.listened()
    await home.settle()
    assert len(arrived(mei, "document")) == 1
    assert mei.sees("It did not come through this time.")  # nobody knows; it is not sent twice for that
    assert not left(home)


async def test_what_a_process_left_that_died_is_gone_once_homeline_runs_again(home: Homeline) -> None:
    folder = home.app.keepsakes.folder
    folder.mkdir()
    (folder / "making-left.zip").write_bytes(b"half of a year")
    home.phone(MEI).start()
    stopped, app = asyncio.Event(), home.app
    running = asyncio.create_task(app.run(stopped))
    async with asyncio.timeout(20):
        await app.sender.landed.wait()  # it runs
    stopped.set()
    await running
    assert not left(home)
