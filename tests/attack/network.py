"""A hostile network: connections to Homeline's web server that say half a sentence, read nothing, or end at once."""

import asyncio
import contextlib
import socket
from urllib.parse import urlsplit

import aiohttp

from tests.attack.attacker import Attacker

HALVES = (
    b"",
    b"GET /heal",
    b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ",
    b"POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nabc",
    b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n" * 3,  # and reads none of the answers
)
AT_ONCE, MOST = 12, 60
PATIENCE = 10.0  # real seconds


class HalfOpen(Attacker):
    """Half requests, slow readers, dropped connections; an honest watcher asks meanwhile."""

    name = "network: half-open, slow, dropped"

    @property
    def _url(self) -> str:
        assert self.town.home.app.web is not None
        return self.town.home.app.web.url

    async def begin(self) -> None:
        self._lines: list[socket.socket] = []

    async def act(self) -> int:
        for _ in range(AT_ONCE):
            await self._connect(self.luck.choice(HALVES))
        for _ in range(AT_ONCE // 3 if len(self._lines) < MOST else AT_ONCE):
            self._lines.pop(self.luck.randrange(len(self._lines))).close()
        patience = aiohttp.ClientTimeout(PATIENCE)
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.get(f"{self._url}/healthz") as answer,
        ):
            assert answer.status == 200, await answer.text()
        return AT_ONCE + 1

    async def _connect(self, half: bytes) -> None:
        line = socket.socket()
        line.settimeout(0)
        self._lines.append(line)
        parts = urlsplit(self._url)
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await asyncio.get_running_loop().sock_connect(line, (parts.hostname, parts.port))
                await asyncio.get_running_loop().sock_sendall(line, half)

    async def end(self) -> None:
        for each in self._lines:
            each.close()


ATTACKERS = (HalfOpen,)
