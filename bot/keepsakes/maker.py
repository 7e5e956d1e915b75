"""Makes keepsakes, one at a time: a step makes a file, the next ones see to it until it has come."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TypeVar

from telegram import InputFile
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot import log
from bot.clock import stopwatch
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.delivery.requests import Request
from bot.domain.daily.keepsakes import (
    MOST,
    STEPS,
    Entry,
    Keepsake,
    KeepsakeState,
    Kept,
    Missing,
    Parcel,
    name_in,
    steps,
)
from bot.keepsakes.archive import Archive
from bot.loop import WakeUp
from bot.queries.circle import people
from bot.services.daily import keepsakes
from bot.services.daily.keepsakes import Fate
from bot.telegram import files
from bot.telegram.client import Client
from bot.telegram.failures import seconds_of
from bot.telegram.files import Unfetchable
from bot.texts.daily.keepsake_page import page
from bot.texts.reader import reader_for

T = TypeVar("T")
_log = log.get("keepsakes")

EVERY = 5.0  # seconds until it is looked again
AWAY = 60.0  # … after Telegram was away
PAUSES = (1.0, 5.0, 15.0)  # before a file is asked for once more
LONGEST_PAUSE = 120.0
_IN_MEMORY = 1_000_000  # of one file


class NotWanted(Exception):
    """Its reader may not have it any more."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A file that is on its way, and for which message it was made."""

    parcel: Parcel
    archive: Archive


class Maker:
    """`mine`: whether it is this process that sends; `folder`: where a file lies for as long as it is made and sent."""

    def __init__(self, client: Client, store: Store, folder: Path, mine: Callable[[], bool]) -> None:
        self.folder = folder
        self._client = client
        self._store = store
        self._mine = mine
        self._held: _Held | None = None
        self._rests_until = 0.0

    async def step(self) -> int:
        """Make the next file, or look after the one that is on its way; how much was done."""
        if not self._mine():
            self.close()
            return 0
        if self._held is not None:
            return await self._look_after(self._held)
        if stopwatch() < self._rests_until:
            return 0
        found = await self._store.run(keepsakes.begin)
        if found is None:
            return 0
        try:
            await self._make(found)
        except TelegramError as error:
            _log.warning("a keepsake rests: %s", type(error).__name__)
            self._rests_until = stopwatch() + AWAY
            await self._store.run(partial(keepsakes.put_off, keepsake_id=found.id))
        except NotWanted:
            await self._store.run(partial(keepsakes.end, keepsake_id=found.id, state=KeepsakeState.LOST))
        return 1

    async def finish(self, request: Request) -> Request | None:
        """The request with its file; none where that is not there any more."""
        drawing, held = request.drawing, self._held
        if drawing is None or held is None or held.parcel != drawing.what:
            return None
        file = InputFile(held.archive.opened(), filename=drawing.name, read_file_handle=False)
        return replace(request, params={**request.params, drawing.into: file}, drawing=None, size=held.archive.size)

    def close(self) -> None:
        """Nothing of it stays on disk."""
        held, self._held = self._held, None
        if held is not None:
            held.archive.drop()

    async def _look_after(self, held: _Held) -> int:
        fate = await self._store.run(partial(keepsakes.settle, keepsake_id=held.parcel.keepsake_id))
        if fate is Fate.COMING:
            return 0
        self.close()
        return 1

    async def _make(self, found: Keepsake) -> None:
        kept = await self._store.read(partial(keepsakes.contents, found=found))
        if kept is None:
            raise NotWanted
        archive = await asyncio.to_thread(Archive, self.folder)
        try:
            entries = await self._fill(archive, found, kept)
            words = await self._store.read(lambda tx: _page(tx, found, entries))
            if words is None:
                raise NotWanted
            await asyncio.to_thread(archive.finish, words)
            last = len(entries) == len(kept)
            parcel = await self._store.run(lambda tx: keepsakes.hand_over(tx, found.id, entries, last=last))
            if parcel is None:
                raise NotWanted
            self._held = _Held(parcel, archive)
        finally:
            if self._held is None:
                archive.drop()

    async def _fill(self, archive: Archive, found: Keepsake, kept: Sequence[Kept]) -> list[Entry]:
        """What has found room in this file."""
        entries: list[Entry] = []
        done = found.done
        for place, each in enumerate(kept):
            entry = await self._entry(archive, each, place)
            if entry is None:
                break
            entries.append(entry)
            further = found.done + steps(place + 1, len(kept)) * (STEPS - found.done) // STEPS
            if further != done:
                done = further
                await self._go_on(found, done)
        return entries

    async def _go_on(self, found: Keepsake, done: int) -> None:
        if not await self._store.run(lambda tx: keepsakes.go_on(tx, found.id, done)):
            raise NotWanted

    async def _entry(self, archive: Archive, kept: Kept, place: int) -> Entry | None:
        """As it stands in this file; none where there is no room for it."""
        try:
            found = await _patiently(partial(files.find, self._client, kept.file_id)) if kept.file_id else None
            if archive.size + (found.size if found else 0) > MOST:
                return None
            archive.count(kept.words)
            if found is None:
                return Entry(kept)
            return await self._fetched(archive, Entry(kept, name_in(kept, place + 1)), found)
        except Unfetchable as why:
            return Entry(kept, missing=Missing.LARGE if why.large else Missing.GONE)

    async def _fetched(self, archive: Archive, entry: Entry, found: files.Found) -> Entry:
        with SpooledTemporaryFile(_IN_MEMORY, dir=str(self.folder)) as content:

            async def fetch() -> None:
                content.seek(0)
                content.truncate()
                await files.fetch(self._client, found, content)

            await _patiently(fetch)
            await asyncio.to_thread(archive.add, entry, content)
        return entry


def _page(tx: Tx, found: Keepsake, entries: Sequence[Entry]) -> str | None:
    return page(reader_for(tx, people.get(tx, found.person_id)), found, entries)


async def _patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """The answer; one file at a time, and slower where Telegram asks for it. Raises Unfetchable, TelegramError."""
    for pause in PAUSES:
        try:
            return await ask()
        except RetryAfter as error:
            await WakeUp().wait(min(seconds_of(error), LONGEST_PAUSE))
        except NetworkError:
            await WakeUp().wait(pause)
    return await ask()
