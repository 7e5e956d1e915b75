"""A Bot API that answers at once, or after a while, in a process of its own: it counts, and costs little itself."""

import asyncio
import heapq
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

from bot.clock import SystemClock, stopwatch
from bot.loop import WakeUp
from tests.copies import copies

TOKEN = "1234567:TEST"
_ME = {"id": 1234567, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_OBJECTS = {"getMe": json.dumps(_ME).encode(), "getWebhookInfo": b'{"url":"","pending_update_count":0}'}
# A field as JSON, as a form and as a part of one.
_FIELD = rb'"%b": (-?\d+)|(?:^|&)%b=(-?\d+)|name="?%b"?\r\n(?:[^\r]+\r\n)*\r\n(-?\d+)'
_CHAT, _OFFSET = (re.compile(_FIELD % (each, each, each)) for each in (b"chat_id", b"offset"))
_FACE = re.compile(rb'"callback_data": ?"(faces?:[^"]+)"')
_AT_MOST = 100
_LONGEST_POLL = 1.0
_SENDS = ("sendMessage", "editMessageText")
_UPLOADS = {"sendPhoto": "photo", "sendDocument": "document"}


def thinks(chat: int) -> float:
    """How many seconds somebody takes to tap: none of them a minute, and no two in a row alike."""
    return 55.0 * (chat * 7919 % 997) / 997


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a message: when, to which chat, how large, and the first bytes of it."""

    at: float
    chat: int
    size: int
    begins: bytes


@dataclass
class Counted:
    """What has come: the first `getUpdates`, the first one that was given updates, and each message with its chat."""

    polled_at: float = 0.0
    given_at: float = 0.0
    sends: list[tuple[float, int]] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)


class NextDoor:
    """The other process, as a measure sees it."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self.url: str = pipe.recv()

    def answer(self) -> None:
        """From now on everybody who is asked how a child is taps a face, within a minute."""
        self._ask("answer")

    def begin(self, updates: int = 0, chats: int = 1) -> None:
        """Count anew, and give away `updates` messages from so many chats in turn."""
        self._ask("begin", updates, chats)

    def ask(self, update: dict[str, Any], chat: int, until: bytes, within: float = 60.0) -> float:
        """Give this away, without its number; after how many seconds a message with these bytes came to the chat."""
        found: float = self._ask("ask", update, chat, until, within)
        return found

    def lay(self, file: bytes) -> None:
        """What lies behind any file from now on."""
        self._ask("lay", file)

    def counted(self, sends: int = 0, *, polls: int = 0, within: float = 60.0) -> Counted:
        """What has come, once so many have come or the time is over."""
        found: Counted = self._ask("counted", sends, polls, within)
        return found

    def _ask(self, *words: object) -> Any:
        self._pipe.send(words)
        return self._pipe.recv()

    def end(self) -> None:
        """Let the process end."""
        self._pipe.send(("end",))


@contextmanager
def next_door(away: float = 0.0) -> Iterator[NextDoor]:
    """A Bot API whose every answer takes `away` seconds to arrive."""
    ours, theirs = copies.Pipe()
    process = copies.Process(target=_serve, args=(theirs, away), daemon=True)
    process.start()
    door = NextDoor(ours)
    try:
        yield door
    finally:
        door.end()
        process.join(5)
        process.kill()


def _serve(pipe: Connection, away: float) -> None:
    asyncio.run(_Server(pipe, away).run())


class _Server:
    def __init__(self, pipe: Connection, away: float) -> None:
        self._pipe = pipe
        self._away = away
        self._count = Counted()
        self._updates: list[bytes] = []
        self._polls = 0
        self._bell, self._came = WakeUp(), WakeUp()  # there is something to be given away; what was awaited has come
        self._awaited: tuple[int, bytes] | None = None
        self._file = b""
        self._answering = False
        self._asked = set[int]()  # each taps once, though the faces stay on the card
        self._presses: list[tuple[float, int, int, str]] = []  # when, by whom, on which message, and what
        self._first = 1  # update numbers go on, also for a bot that remembers where it stood

    async def run(self) -> None:
        """Until the measure says `end`."""
        runner = web.ServerRunner(web.Server(self._answer, access_log=None))
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._pipe.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
        loop = asyncio.get_running_loop()
        while (words := await loop.run_in_executor(None, self._pipe.recv))[0] != "end":
            if words[0] == "begin":
                self._begin(*words[1:])
                self._pipe.send(None)
            elif words[0] == "answer":
                self._answering = True
                self._pipe.send(None)
            elif words[0] == "lay":
                self._file = words[1]
                self._pipe.send(None)
            elif words[0] == "ask":
                self._pipe.send(await self._asks(*words[1:]))
            else:
                await self._until(*words[1:])
                self._pipe.send(self._count)
        await runner.cleanup()

    def _begin(self, updates: int, chats: int) -> None:
        self._first += len(self._updates)
        numbers = range(self._first, self._first + updates)
        self._updates = [_update(each, each % chats + 1) for each in numbers]
        self._count, self._polls = Counted(), 0

    async def _asks(self, update: dict[str, Any], chat: int, until: bytes, within: float) -> float:
        began, self._awaited = stopwatch(), (chat, until)
        self._updates.append(json.dumps({"update_id": self._first + len(self._updates), **update}).encode())
        self._bell.ring()
        await self._came.wait(within)
        return stopwatch() - began

    async def _until(self, sends: int, polls: int, within: float) -> None:
        end = stopwatch() + within
        while (len(self._count.sends) < sends or self._polls < polls) and stopwatch() < end:
            await WakeUp().wait(0.01)

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        method = request.path.rpartition("/")[2]
        body = await request.read()
        if self._away:
            await WakeUp().wait(self._away)
        if method in _SENDS:
            return _ok(self._sent(body))
        if method in _UPLOADS:
            return _ok(self._uploaded(body, _UPLOADS[method]))
        if request.path.startswith("/file/"):
            return web.Response(body=self._file)
        if method == "getFile":
            return _ok(b'{"file_id":"F","file_unique_id":"F","file_size":%d,"file_path":"f"}' % len(self._file))
        if method == "getUpdates":
            return _ok(await self._given(body))
        return _ok(_OBJECTS.get(method, b"true"))

    def _uploaded(self, body: bytes, name: str) -> bytes:
        """A form ends each of its parts with the line that it begins with."""
        edge, _, rest = body.partition(b"\r\n")
        _, _, part = rest.partition(b'name="%b"; filename=' % name.encode())
        content = part.partition(b"\r\n\r\n")[2].partition(b"\r\n" + edge)[0]
        self._count.uploads.append(Upload(stopwatch(), _chat(body), len(content), content[:8]))
        held = b'{"file_id":"%d","file_unique_id":"U"}' % len(self._count.uploads)
        return self._sent(body)[:-1] + b',"%b":%b}' % (name.encode(), b"[%b]" % held if name == "photo" else held)

    def _sent(self, body: bytes) -> bytes:
        chat = _chat(body)
        if self._awaited and self._awaited[0] == chat and self._awaited[1] in body:
            self._awaited = None
            self._came.ring()
        self._count.sends.append((stopwatch(), chat))
        number = len(self._count.sends)
        if self._answering and chat not in self._asked and (face := _FACE.search(body)):
            self._asked.add(chat)
            heapq.heappush(self._presses, (stopwatch() + thinks(chat), chat, number, face[1].decode()))
        return b'{"message_id":%d,"date":1790000000,"chat":{"id":%d,"type":"private"},"text":"-"}' % (number, chat)

    async def _given(self, body: bytes) -> bytes:
        self._polls += 1
        while self._presses and self._presses[0][0] <= stopwatch():
            _at, chat, card, data = heapq.heappop(self._presses)
            self._updates.append(_press(self._first + len(self._updates), chat, card, data))
        self._count.polled_at = self._count.polled_at or stopwatch()
        found = _OFFSET.search(body)
        offset = int(found[found.lastindex or 0]) if found else 0
        batch = self._batch(offset)
        if not batch:
            await self._bell.wait(_LONGEST_POLL)
            batch = self._batch(offset)
        if batch:
            self._count.given_at = self._count.given_at or stopwatch()
        return b"[" + b",".join(batch) + b"]"

    def _batch(self, offset: int) -> list[bytes]:
        place = max(offset - self._first, 0)
        return self._updates[place : place + _AT_MOST]


def _chat(body: bytes) -> int:
    found = _CHAT.search(body)
    return int(found[found.lastindex or 0]) if found else 0


def _ok(result: bytes) -> web.Response:
    headers = {"Date": ""}  # some measures are of another time of the day: nobody contradicts them
    return web.Response(body=b'{"ok":true,"result":' + result + b"}", content_type="application/json", headers=headers)


def _press(number: int, chat: int, card: int, data: str) -> bytes:
    who = {"id": chat, "is_bot": False, "first_name": f"Reader {chat}", "language_code": "en"}
    where = {"id": chat, "type": "private", "first_name": who["first_name"]}
    today = int(SystemClock().now().timestamp())  # a card of another day would have its keys brought
    below = {"message_id": card, "date": today, "chat": where, "text": "-"}
    query = {"id": str(number), "from": who, "message": below, "chat_instance": "1", "data": data}
    return json.dumps({"update_id": number, "callback_query": query}).encode()


def _update(number: int, chat: int) -> bytes:
    who = {"id": chat, "is_bot": False, "first_name": f"Reader {chat}", "language_code": "en"}
    where = {"id": chat, "type": "private", "first_name": who["first_name"]}
    said = {"message_id": number, "date": 1790000000, "chat": where, "from": who, "text": "☂️"}
    return json.dumps({"update_id": number, "message": said}).encode()
