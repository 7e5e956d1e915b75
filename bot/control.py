"""A second command on a running installation: one line of JSON each way over a socket only its owner can open."""

import asyncio
import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.errors import DatabaseInUse, HomelineError
from bot.loop import WakeUp

Answer = Callable[[dict[str, str]], Awaitable[str]]
T = TypeVar("T")

# What the kernel takes as a socket's path, with some room.
_LONGEST = 100
_WAIT = 10.0
# How often a process that is starting is asked, and after how many seconds again.
ASKED, EVERY = 40, 0.5
LATER = "Try again in a minute; homeline status and the log say how it is."


def socket_path(database: Path) -> Path:
    """Where the process on `database` listens: beside it, or in the temporary folder when that is too long."""
    beside = database.absolute().with_name(database.name + ".sock")
    if len(str(beside)) <= _LONGEST:
        return beside
    digest = hashlib.sha256(str(beside).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"homeline-{digest}.sock"


class ControlServer:
    """Listens while `run` is up."""

    def __init__(self, database: Path, answer: Answer) -> None:
        self._path = socket_path(database)
        self._answer = answer
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Begin to listen; a socket that a dead process left behind is taken over."""
        self._path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            self._server = await asyncio.start_unix_server(self._serve, str(self._path))
        finally:
            os.umask(before)

    async def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._path.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            line = await asyncio.wait_for(reader.readline(), _WAIT)
            try:
                reply = {"ok": await self._answer(json.loads(line))}
            except (ValueError, LookupError, HomelineError) as error:
                reply = {"error": str(error)}
            writer.write(json.dumps(reply).encode() + b"\n")
            await writer.drain()
        writer.close()


async def through(database: Path, command: dict[str, str], alone: Callable[[], Awaitable[T]]) -> str | T:
    """The answer of the process that runs on `database`, or of `alone` where none does.

    One that is starting has the file already and does not answer yet: it is waited for. Raises DatabaseInUse.
    """
    for left in reversed(range(ASKED)):
        answer = await ask_running(database, command)
        if answer is not None:
            return answer
        try:
            return await alone()
        except DatabaseInUse:
            if not left:
                raise DatabaseInUse(f"Homeline is starting on {database}, or busy with a command. {LATER}") from None
        await WakeUp().wait(EVERY)
    raise AssertionError("asked at least once")


async def ask_running(database: Path, command: dict[str, str]) -> str | None:
    """The answer of the process that runs on `database`; none when no process runs. Raises ValueError."""
    try:
        reader, writer = await asyncio.open_unix_connection(str(socket_path(database)))
    except (FileNotFoundError, ConnectionRefusedError):
        return None
    writer.write(json.dumps(command).encode() + b"\n")
    await writer.drain()
    reply = json.loads(await asyncio.wait_for(reader.readline(), _WAIT))
    writer.close()
    await writer.wait_closed()
    if "error" in reply:
        raise ValueError(reply["error"])
    return str(reply["ok"])
