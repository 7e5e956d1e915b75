"""A small SOCKS5 proxy, as `ssh -D` is one: it leads every name to one place and notes which it was asked for."""

import asyncio
import contextlib
from urllib.parse import urlsplit

from tests.listening import Listening

_NAME, _PASSWORD = b"me", b"hush"
_GRANTED, _REFUSED = b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", b"\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00"


class Socks(Listening):
    """Listens on this machine and leads to `to`; `says` comes instead of a greeting, `then` instead of Telegram."""

    scheme = "socks5://me:hush@"

    def __init__(self, to: str = "", *, says: bytes | None = None, then: bytes | None = None) -> None:
        super().__init__()
        self._to = urlsplit(to)
        self._says, self._then = says, then

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
