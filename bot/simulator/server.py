"""The simulator: a Bot API over HTTP, for any client that lets its base URL be changed."""

import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from email.utils import format_datetime
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.clock import Clock, stopwatch
from bot.simulator.cast import PersonSpec
from bot.simulator.faults import ConnectionLost, Faults
from bot.simulator.limits import Limits
from bot.simulator.methods import METHODS, SENDING
from bot.simulator.params import Params, read_params
from bot.simulator.refusals import Refused
from bot.simulator.updates import Updates
from bot.simulator.webhook import Webhook, note_allowed
from bot.simulator.world import World

if TYPE_CHECKING:
    from bot.simulator.demo_state import Gloss
    from bot.simulator.demo_steps import Step

LONGEST_POLL = 50
WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Request:
    """One request of the bot, and how it was answered."""

    at: float
    method: str
    params: dict[str, Any]
    ok: bool = False
    error: str | None = None


class Simulator:
    """One bot's Bot API, on a port of this machine."""

    def __init__(
        self,
        clock: Clock,
        *,
        token: str = "1234567:TEST",  # noqa: S107 - it opens nothing but this simulator
        username: str = "homeline_bot",
        limits: bool = False,
    ) -> None:
        self.clock = clock
        self.token = token
        bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Homeline", "username": username}
        self.world = World(clock, bot)
        self.faults = Faults()
        self.limits = Limits() if limits else None
        self.requests: list[Request] = []
        self.keep_requests = 100_000
        self.refused = 0  # requests with a token that is not the bot's
        self.on_clock: Callable[[timedelta], object] | None = None
        self.on_tomorrow: Callable[[timedelta], object] | None = None  # by so much at least
        self.webhook = Webhook(clock, self.world.updates)
        self.asleep = False  # while a story is lived on the phones, nobody taps on the page
        self.url = ""
        self._pages: list[Callable[[web.Application], None]] = []
        self._runner: web.AppRunner | None = None

    def show_page(
        self, phones: Iterable[PersonSpec], gloss: "Gloss | None" = None, steps: "Iterable[Step]" = ()
    ) -> None:
        """Serve the demo's page with these phones; to be called before `start`."""
        from bot.simulator.demo_api import DemoApi  # noqa: PLC0415 - only the demo needs it

        self._pages.append(DemoApi(self, list(phones), gloss or {}, steps).add_routes)

    def wake(self) -> None:
        """From now on the page's taps count; all that look at it are told."""
        self.asleep = False
        for chat in self.world.chats.values():
            self.world.touch(chat)

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen; without a port any free one is taken."""
        app = web.Application(client_max_size=60_000_000)
        app.on_response_prepare.append(self._date)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        for add_routes in self._pages:
            add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Let go of everybody who waits, and stop listening."""
        self.world.updates.close()
        self.faults.clear()
        await self.webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _answer(self, request: web.Request) -> web.Response:
        found = request.match_info
        try:
            status, body = await self.answer(found["token"], found["method"], partial(read_params, request))
        except ConnectionLost:
            return _hang_up(request)
        return web.Response(body=body, status=status, content_type="application/json")

    async def answer(self, token: str, method: str, read: Callable[[], Awaitable[Params]]) -> tuple[int, bytes]:
        """What one request is answered, as status and body; raises ConnectionLost where it gets no answer."""
        at = stopwatch()
        if token != self.token:
            self.refused += 1
            return _reply(Refused(401, "Unauthorized").as_api(), 401)
        record = Request(at, method, {})
        try:
            params = await read()
            record.params = params.values
            self._remember(record)
            lost = await self.faults.before(method, params.text("chat_id"))
            result = await self._do(method, params)
        except Refused as refused:
            record.error = refused.description
            return _reply(refused.as_api(), refused.code)
        except ConnectionLost:
            record.error = "connection lost"
            raise
        if lost:
            record.error = "connection lost after it was done"
            raise ConnectionLost
        record.ok = True
        if isinstance(result, bytes):
            return 200, result
        return _reply({"ok": True, "result": result}, 200)

    async def _date(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Answers are dated by this world's clock."""
        date = self.date()
        if date is None:
            response.headers.popall("Date", None)
        else:
            response.headers["Date"] = date

    def date(self) -> str | None:
        """What an answer of this moment is dated."""
        off = self.faults.date_off
        return None if off is None else format_datetime(self.clock.now() + off, usegmt=True)

    def _remember(self, record: Request) -> None:
        self.requests.append(record)
        if len(self.requests) > self.keep_requests:
            del self.requests[: max(1, self.keep_requests // 10)]

    async def _do(self, method: str, params: Params) -> Any:
        if method == "getUpdates":
            return await self._get_updates(params)
        if method == "setWebhook":
            return await self.webhook.set(params)
        if method == "deleteWebhook":
            return await self.webhook.delete(params)
        if method == "getWebhookInfo":
            return self.webhook.info()
        if method not in METHODS:
            raise Refused(404, "Not Found")
        if self.limits is not None and method in SENDING:
            count = len(params.tree("media", "can't parse media JSON object") or [0])
            self.limits.check(params.integer("chat_id"), count if method == "sendMediaGroup" else 1)
        return METHODS[method](self.world, params)

    async def _get_updates(self, params: Params) -> bytes:
        if self.webhook.url:
            raise Refused(409, WEBHOOK_IS_SET)
        updates: Updates = self.world.updates
        note_allowed(updates, params)
        limit = min(max(params.integer("limit", 100), 1), 100)
        seconds = min(max(params.integer("timeout"), 0), LONGEST_POLL)
        found = await updates.poll(params.integer("offset"), limit, seconds)
        # updates are kept as JSON, so that odd ones reach the bot exactly as they were put in
        return f'{{"ok":true,"result":[{",".join(waiting.text for waiting in found)}]}}'.encode()

    async def _download(self, request: web.Request) -> web.Response:
        try:
            status, body = await self.download(request.match_info["token"], request.match_info["path"])
        except ConnectionLost:
            return _hang_up(request)
        kind = "application/octet-stream" if status == HTTPStatus.OK else "application/json"
        return web.Response(body=body, status=status, content_type=kind)

    async def download(self, token: str, path: str) -> tuple[int, bytes]:
        """A file at the path that getFile has named; raises ConnectionLost where it breaks off."""
        if await self.faults.before("download", ""):
            raise ConnectionLost
        file = self.world.files.at(path)
        if token != self.token or file is None:
            return _reply(Refused(404, "Not Found").as_api(), 404)
        return HTTPStatus.OK, file.data


def _reply(body: dict[str, Any], status: int) -> tuple[int, bytes]:
    return status, json.dumps(body, ensure_ascii=False).encode()


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
