"""A small web server of a running Homeline: each part adds its routes before it opens."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.loop import REST_AFTER_ERROR, LogOnce, WakeUp
from bot.web_guests import Guest, Guests, room

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# Far above what Telegram ever sends; nothing larger is taken into memory.
LARGEST_BODY = 1_000_000
# How long a request that is being answered may hold up the end of the process, in seconds.
_GRACE = 3.0
# Who waits to be let in; the system holds them, and they cost us nothing.
_BEFORE_THE_DOOR = 128


class WebServer:
    """Listens on one address; port 0 takes any that is free."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._guests = Guests(room())
        self._app = web.Application(client_max_size=LARGEST_BODY, middlewares=[self._guests.serve])
        self._app.on_response_prepare.append(_nameless)
        self._runner: web.AppRunner | None = None
        self._doors: list[socket.socket] = []
        self._letting_in: list[asyncio.Task[None]] = []

    def add(self, method: str, path: str, handler: Handler) -> None:
        """Answer `method` on `path`; to be called before `open`."""
        self._app.router.add_route(method, path, handler)

    async def open(self) -> None:
        """Begin to listen; raises OSError when the address is taken."""
        self._runner = web.AppRunner(self._app, shutdown_timeout=_GRACE)
        await self._runner.setup()
        look_up = asyncio.get_running_loop().getaddrinfo
        found = await look_up(self._host, self._port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, address in dict.fromkeys((each[0], each[4]) for each in found):
            self._doors.append(_listening(family, address))
        self._letting_in = [asyncio.create_task(self._let_in(each)) for each in self._doors]

    @property
    def is_open(self) -> bool:
        """Whether it listens."""
        return bool(self._letting_in)

    @property
    def url(self) -> str:
        """Where it can be reached on this machine."""
        host, port = self._doors[0].getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    async def close(self) -> None:
        """Answer what has been asked, and stop listening."""
        for task in self._letting_in:
            task.cancel()
        await asyncio.gather(*self._letting_in, return_exceptions=True)
        self._letting_in.clear()
        for door in self._doors:
            door.close()
        self._doors.clear()
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()
        self._guests.close()

    async def _let_in(self, door: socket.socket) -> None:
        """One after another. Without descriptors asyncio's own server tries a hundred times at once, and says each."""
        loop, trouble = asyncio.get_running_loop(), LogOnce("web")
        while True:
            try:
                line, _address = await loop.sock_accept(door)
            except OSError as error:
                trouble.say(error)
                self._guests.make_room(now=True)
                await WakeUp().wait(REST_AFTER_ERROR)
                continue
            if not self._guests.make_room():
                line.close()
                continue
            try:
                await loop.connect_accepted_socket(self._guest, line)
            except OSError:
                line.close()
            trouble.over()

    def _guest(self) -> Guest:
        assert self._runner is not None
        assert self._runner.server is not None
        return Guest(self._runner.server, self._guests)


def _listening(family: int, address: tuple[object, ...]) -> socket.socket:
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        door.settimeout(0)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            door.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        door.bind(address)
        door.listen(_BEFORE_THE_DOOR)
    except OSError:
        door.close()
        raise
    return door


async def _nameless(_request: web.Request, response: web.StreamResponse) -> None:
    """Nobody outside needs to know which versions answer here."""
    response.headers.pop("Server", None)
