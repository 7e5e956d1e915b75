"""The routes behind the demo's page: phones, clock, faults."""

import inspect
import re
from base64 import b64decode
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.simulator.cast import PersonSpec
from bot.simulator.demo_events import DemoEvents
from bot.simulator.demo_state import Gloss, phone_state
from bot.simulator.demo_steps import Step, Steps
from bot.simulator.messages import Message
from bot.simulator.phone import Phone

if TYPE_CHECKING:
    from bot.simulator.server import Simulator

PAGE = Path(__file__).parent / "page"
MORNING = time(7, 0)
NIGHT = timedelta(hours=5)
HOME_ZONE = "Asia/Shanghai"  # where the child lives, unless a guardian's phone says otherwise

HERE = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?")

SIGNS = {"👍", "❤️", None}  # none takes it off

Fields = dict[str, Any]
AuditEvent = Callable[[Phone, Fields], object]


@runtime_checkable
class Pushable(Protocol):
    """A clock that can be moved forward."""

    def push(self, step: timedelta) -> None: ...


@web.middleware
async def only_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A page elsewhere can let a name of its own lead to this machine, or ask across: it is told nothing."""
    host = request.headers.get("Host", "")
    if not HERE.fullmatch(host) or request.headers.get("Origin", f"http://{host}") != f"http://{host}":
        return web.Response(status=403)
    return await handler(request)


class DemoApi:
    """What the page may ask for."""

    def __init__(
        self, simulator: "Simulator", people: list[PersonSpec], gloss: Gloss, steps: Iterable[Step] = ()
    ) -> None:
        self._simulator = simulator
        self._gloss = gloss
        self._steps = Steps(steps)
        self._phones = {person.key or str(person.id): simulator.world.phone(person) for person in people}
        home = next((person.time_zone for person in people if person.role == "guardian"), HOME_ZONE)
        self._home = ZoneInfo(home)
        self._events = DemoEvents(self.state, lambda: any(phone.typing for phone in self._phones.values()))
        simulator.world.watchers.append(self._events.note)

    def add_routes(self, app: web.Application) -> None:
        """Join the simulator's own routes; all of them answer this machine alone."""
        app.middlewares.append(only_here)
        app.router.add_get("/", self._index)
        app.router.add_static("/page/", PAGE)
        app.router.add_get("/demo/state", self._state)
        app.router.add_get("/demo/events", self._events.stream)
        app.router.add_get("/demo/files/{file_id}", self._file)
        app.router.add_post("/demo/phones/{phone}/{deed}", self._deed)
        app.router.add_post("/demo/clock", self._clock)
        app.router.add_post("/demo/faults", self._faults)
        app.on_shutdown.append(self._events.close)

    def state(self, chats: set[int] | None = None) -> Fields:
        """The present instant, the switches, and the phones: all of them, or those of `chats`."""
        faults = self._simulator.faults
        shown = [phone for phone in self._phones.values() if chats is None or phone.chat.id in chats]
        return {
            "now": self._simulator.world.now.isoformat(),
            "asleep": self._simulator.asleep,
            "bot": self._simulator.world.bot["first_name"],
            "steps": self._steps.state(),
            "phones": [phone_state(phone, self._gloss) for phone in shown],
            "faults": {"flood": faults.flooding, "lost_after_send": faults.losing_answers},
        }

    async def _index(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(self.state())

    async def _file(self, request: web.Request) -> web.StreamResponse:
        file = self._simulator.world.files.get(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        # a document is for keeping, not for running in the page
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        headers["Content-Type"] = file.mime
        if isinstance(file.held, Path):
            return web.FileResponse(file.held, headers=headers)  # in pieces, from where it lies
        return web.Response(body=file.held, headers=headers)

    async def _deed(self, request: web.Request) -> web.Response:
        phone = self._phones.get(request.match_info["phone"])
        if phone is None or request.match_info["deed"] not in DEEDS:
            raise web.HTTPNotFound
        return await self._answered(request, lambda fields: self._do(request.match_info["deed"], phone, fields))

    def _do(self, name: str, phone: Phone, fields: Fields) -> object:
        pressed = _pressed(name, phone, fields)
        done = DEEDS[name](phone, fields)
        self._steps.note(phone.person.key, pressed)
        return done

    async def _clock(self, request: web.Request) -> web.Response:
        answer = await self._answered(request, self._push)
        self._note_all()
        return answer

    def _push(self, fields: Fields) -> object:
        tomorrow = "to" in fields
        step = self._until_morning() if tomorrow else timedelta(seconds=int(fields["advance_seconds"]))
        if step < timedelta():
            raise ValueError("time does not go back")
        moved: object = None
        if tomorrow and self._simulator.on_tomorrow is not None:
            moved = self._simulator.on_tomorrow(step)
        elif self._simulator.on_clock is not None:
            moved = self._simulator.on_clock(step)
        elif isinstance(self._simulator.clock, Pushable):
            self._simulator.clock.push(step)
        else:
            raise LookupError("this clock cannot be pushed")
        return moved

    def _until_morning(self) -> timedelta:
        """From now to seven o'clock on the next day where the child lives; the small hours are still the day before."""
        now = self._simulator.world.now.astimezone(self._home)
        return (
            datetime.combine((now - NIGHT).date() + timedelta(days=1), MORNING, self._home).astimezone(now.tzinfo) - now
        )

    async def _faults(self, request: web.Request) -> web.Response:
        return await self._answered(request, self._switch)

    def _switch(self, fields: Fields) -> None:
        faults = self._simulator.faults
        faults.flooding = bool(fields.get("flood", faults.flooding))
        faults.losing_answers = bool(fields.get("lost_after_send", faults.losing_answers))
        self._note_all()

    async def _answered(self, request: web.Request, act: Callable[[Fields], object]) -> web.Response:
        """Do what the page asks; what cannot be done is answered with the reason."""
        if self._simulator.asleep:
            return web.json_response({"ok": False, "error": "the phones are waking up"}, status=409)
        try:
            fields = await request.json() if request.can_read_body else {}
            result = act(fields)
            if inspect.isawaitable(result):
                waiting: Awaitable[object] = result
                await waiting
        except (LookupError, ValueError, RuntimeError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=409)
        return web.json_response({"ok": True})

    def _note_all(self) -> None:
        self._events.note_all({phone.chat.id for phone in self._phones.values()})


def _pressed(deed: str, phone: Phone, fields: Fields) -> str:
    """What somebody sees who presses it: a button's label, a sign; of a voice the microphone."""
    if deed == "tap":
        buttons = [button for row in _shown(phone, fields).buttons for button in row]
        return next((button.text for button in buttons if button.data == fields["data"]), "")
    return {"voice": "🎤", "key": fields.get("text"), "react": fields.get("sign")}.get(deed) or ""


def _tap(phone: Phone, fields: Fields) -> object:
    return phone.press(fields["data"], _shown(phone, fields))


def _shown(phone: Phone, fields: Fields) -> Message:
    wanted = int(fields["message_id"])
    found = [message for message in phone.messages if message.id == wanted]
    if not found:
        raise LookupError("this message is not on the phone")
    return found[0]


def _bytes(fields: Fields) -> bytes:
    return b64decode(fields.get("data") or "", validate=True)


def _album(phone: Phone, fields: Fields) -> object:
    photos = [b64decode(each, validate=True) for each in fields["photos"]]
    return phone.album(len(photos), fields.get("caption"), photos)


def _react(phone: Phone, fields: Fields) -> object:
    sign = fields.get("sign")
    if sign not in SIGNS:
        raise ValueError("the page offers no such sign")
    return phone.react(_shown(phone, fields), sign)


def _block(phone: Phone, fields: Fields) -> None:
    if fields["on"]:
        phone.block()
    else:
        phone.unblock()


def _signal(phone: Phone, fields: Fields) -> None:
    phone.signal = bool(fields["on"])


DEEDS: dict[str, AuditEvent] = {
    "start": lambda phone, fields: phone.start(fields.get("payload", "")),
    "open": lambda phone, fields: phone.open(fields["url"]),
    "say": lambda phone, fields: phone.say(fields["text"]),
    "key": lambda phone, fields: phone.say(fields["text"]),
    "voice": lambda phone, fields: phone.voice(
        round(fields.get("duration") or 1), _bytes(fields) or None, mime=fields.get("mime", "")
    ),
    "photo": lambda phone, fields: phone.photo(fields.get("caption"), _bytes(fields)),
    "album": _album,
    "document": lambda phone, fields: phone.document(fields["name"], _bytes(fields)),
    "sticker": lambda phone, fields: phone.sticker(fields["emoji"]),
    "tap": _tap,
    "react": _react,
    "edit": lambda phone, fields: phone.edit(_shown(phone, fields), fields["text"]),
    "signal": _signal,
    "block": _block,
}
