"""Who may stay connected to a web server of ours, and for how long.

Whoever connects and says nothing costs a descriptor each, and descriptors are what alerts leave through. So only a part
of them is for guests; who has been idle longest makes room, and nobody holds a connection by being slow.
"""

import asyncio
import resource
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.clock import stopwatch

# In seconds: from connecting to a whole head, for one request with its body and its answer, between two requests.
HEAD, WHOLE, KEPT = 10.0, 60.0, 75.0
# What a caller who was answered too early may still send.
LINGER = 2.0
MOST = 200
# Of the descriptors that this process may have, guests get one part in so many; sends and the database have the rest.
PARTS = 4
SWEEP = 1.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def room() -> int:
    """How many guests there may be at once."""
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if soft == resource.RLIM_INFINITY else max(1, min(MOST, soft // PARTS))


class Guest(web.RequestHandler):
    """One connection; `until` is when it must have come to its next step."""

    __slots__ = ("_guests", "until")

    def __init__(self, server: web.Server, guests: "Guests") -> None:
        loop = asyncio.get_running_loop()
        super().__init__(server, loop=loop, access_log=None, lingering_time=LINGER)  # type: ignore[arg-type] # no log
        self._guests = guests
        self.until = stopwatch() + HEAD

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._guests.came(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        self._guests.went(self)
        super().connection_lost(exc)

    def handle_error(self, request: Any, status: int = 500, *error: Any) -> web.StreamResponse:
        """What is no HTTP is answered with nothing: aiohttp's own answer would name its version, and Python's."""
        answer = super().handle_error(request, status, *error)
        if status < 500:
            self.put_out()
        return answer

    def put_out(self) -> None:
        """At once, whatever is still unsent."""
        if isinstance(self.transport, asyncio.Transport):
            self.transport.abort()


class Guests:
    """Those who are connected: the idle ones by how long they have been, and those who are being answered."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._idle: dict[Guest, None] = {}
        self._served: set[Guest] = set()
        self._sweeping: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._idle) + len(self._served)

    def make_room(self, *, now: bool = False) -> bool:
        """Put the longest idle one out where there are too many, or anyhow `now`; whether one more may come."""
        if len(self) < self._most and not now:
            return True
        if not self._idle:
            return False
        oldest = next(iter(self._idle))
        del self._idle[oldest]  # it goes in the loop's next turn, and must not be chosen again
        oldest.put_out()
        return True

    def came(self, guest: Guest) -> None:
        """Somebody is connected."""
        self._idle[guest] = None
        if self._sweeping is None:
            self._sweep()

    def went(self, guest: Guest) -> None:
        """Somebody is not any more."""
        self._idle.pop(guest, None)
        self._served.discard(guest)

    def close(self) -> None:
        """Nobody is watched any more."""
        if self._sweeping is not None:
            self._sweeping.cancel()
            self._sweeping = None

    @web.middleware
    async def serve(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Around one request."""
        guest = request.protocol
        if not isinstance(guest, Guest) or guest not in self._idle:
            return await handler(request)
        del self._idle[guest]
        self._served.add(guest)
        guest.until = stopwatch() + WHOLE
        try:
            return await handler(request)
        finally:
            if guest in self._served:  # else it has gone meanwhile
                self._served.discard(guest)
                self._idle[guest] = None
                guest.until = stopwatch() + KEPT

    def _sweep(self) -> None:
        """Put out whoever has not come further in time; once a second while anybody is here."""
        now = stopwatch()
        for guest in [each for each in (*self._idle, *self._served) if each.until <= now]:
            guest.put_out()
        self._sweeping = asyncio.get_running_loop().call_later(SWEEP, self._sweep) if len(self) else None
