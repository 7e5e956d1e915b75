"""A small SOCKS5 proxy, as `ssh -D` is one: it leads every name to one place and notes which it was asked for."""

import asyncio
import contextlib
from types import TracebackType
from urllib.parse import urlsplit

from bot.loop import Bell

_NAME, _PASSWORD = b"me", b"hush"
_GRANTED, _REFUSED = b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", b"\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00"


class Socks:
    """Listens on this machine and leads to `to`; `says` comes instead of a greeting, `then` instead of Telegram."""

    def __init__(self, to: str = "", *, says: bytes | None = None, then: bytes | None = None) -> None:
        self.asked: list[str] = []
        self.url = ""
        self._to = urlsplit(to)
        self._says, self._then = says, then
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> "Socks":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"socks5://me:hush@127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        await Bell().wait(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            if self._says is not None:
                await reader.read(100)
                writer.write(self._says)
            elif await self._greet(reader, writer):
                await self._lead(reader, writer)
            await writer.drain()
        writer.close()

    async def _greet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        _version, ways = await reader.readexactly(2)
        assert 2 in await reader.readexactly(ways)
        writer.write(b"\x05\x02")
        _version, length = await reader.readexactly(2)
        name = await reader.readexactly(length)
        password = await reader.readexactly((await reader.readexactly(1))[0])
        known = (name, password) == (_NAME, _PASSWORD)
        writer.write(b"\x01\x00" if known else b"\x01\x01")
        return known

    async def _lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        kind = (await reader.readexactly(4))[3]
        length = (await reader.readexactly(1))[0] if kind == 3 else 4
        asked = await reader.readexactly(length)
        self.asked.append(asked.decode() if kind == 3 else ".".join(map(str, asked)))
        await reader.readexactly(2)
        if self._then is not None:
            writer.write(_GRANTED + self._then)
            return
        try:
            theirs, ours = await asyncio.open_connection(self._to.hostname, self._to.port)
        except OSError:
            writer.write(_REFUSED)
            return
        writer.write(_GRANTED)
        await asyncio.gather(_pass_on(reader, ours), _pass_on(theirs, writer))


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while some := await reader.read(65536):
            writer.write(some)
            await writer.drain()
    writer.close()
