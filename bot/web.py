"""The one small web server of a running Homeline: each part adds its routes before it opens."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# Far above what Telegram ever sends; nothing larger is taken into memory.
LARGEST_BODY = 1_000_000
# How long a request that is being answered may hold up the end of the process, in seconds.
_GRACE = 3.0


class WebServer:
    """Listens on one address; port 0 takes any that is free."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._app = web.Application(client_max_size=LARGEST_BODY)
        self._app.on_response_prepare.append(_nameless)
        self._runner: web.AppRunner | None = None

    def add(self, method: str, path: str, handler: Handler) -> None:
        """Answer `method` on `path`; to be called before `open`."""
        self._app.router.add_route(method, path, handler)

    async def open(self) -> None:
        """Begin to listen; raises OSError when the address is taken."""
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=_GRACE)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    @property
    def is_open(self) -> bool:
        """Whether it listens."""
        return self._runner is not None and bool(self._runner.addresses)

    @property
    def url(self) -> str:
        """Where it can be reached on this machine."""
        assert self._runner is not None
        host, port = self._runner.addresses[0][:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    async def close(self) -> None:
        """Answer what has been asked, and stop listening."""
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()


async def _nameless(_request: web.Request, response: web.StreamResponse) -> None:
    """Nobody outside needs to know which versions answer here."""
    response.headers.pop("Server", None)
