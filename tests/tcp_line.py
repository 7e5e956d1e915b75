"""A line to a PostgreSQL server that can fall silent: nothing is forwarded any more, and nothing is closed."""

import asyncio
import contextlib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.listening import Listening


class Line(Listening):
    """Forwards both ways; `silence` cuts what stands, and what is opened later too if `everything`."""

    def __init__(self, database_url: str) -> None:
        super().__init__()
        self._parts = urlsplit(database_url)
        (folder,) = parse_qs(self._parts.query)["host"]
        self._server_socket = str(next(Path(folder).glob(".s.PGSQL.*[0-9]")))
        self._cut: set[asyncio.Task[None]] = set()
        self._standing: set[asyncio.Task[None]] = set()
        self._open: list[asyncio.StreamWriter] = []
        self._silent = False
        self.swallow = b""  # what the server never gets to see: the line falls silent when it comes
        self.keep = b""  # the same, once the server has got it: its answer is lost

    @property
    def database_url(self) -> str:
        """DATABASE_URL through this line."""
        return self._parts._replace(netloc=f"postgres:@{urlsplit(self.url).netloc}", query="").geturl()

    def silence(self, *, everything: bool = False) -> int:
        """Forward nothing more on what stands; how many connections that were."""
        count = len(self._standing) // 2
        self._silent = everything
        self._cut |= self._standing
        for each in self._standing:
            each.cancel()
        self._standing.clear()
        return count

    def speak(self) -> None:
        """What is opened from now on works."""
        self._silent = False

    async def __aexit__(self, *error: Any) -> None:
        for each in self._standing:
            each.cancel()
        for writer in self._open:
            writer.close()
        await super().__aexit__(*error)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.append(writer)
        if self._silent:
            return
        theirs, ours = await asyncio.open_unix_connection(self._server_socket)
        self._open.append(ours)
        both = {
            asyncio.create_task(self._forward(reader, ours, asks=True)),
            asyncio.create_task(self._forward(theirs, writer)),
        }
        self._standing |= both
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if not both & self._cut:
            self._standing -= both
            for each in both:
                each.cancel()
            ours.close()
            writer.close()

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, asks: bool = False) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(1 << 16):
                if asks and self.swallow and self.swallow in data:
                    self.swallow = b""
                    self.silence()
                    return
                writer.write(data)
                await writer.drain()
                if asks and self.keep and self.keep in data:
                    self.keep = b""
                    self.silence()
