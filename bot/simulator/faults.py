"""What can go wrong between a bot and Telegram, switched on by tests and by the demo."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from bot.simulator.methods import SENDING
from bot.simulator.refusals import Refused, bad_request, too_many_requests


class ConnectionLost(Exception):
    """The client gets no answer."""


@dataclass(slots=True)
class _Fault:
    kind: str
    times: int
    amount: float = 0
    chat: int | None = None
    words: str = ""


class Faults:
    """Faults that are due; each counts the requests it still spoils."""

    def __init__(self) -> None:
        self._due: list[_Fault] = []
        self._released = asyncio.Event()
        self._seen = 0
        self.methods: set[str] | None = None  # which methods suffer; None means all that send or edit
        self.away = False  # nobody answers at all
        self.late_after = 30.0  # seconds until a `late` answer comes
        self.flooding = False  # every second send is asked to wait
        self.losing_answers = False  # every third send loses its answer
        self.weather: Callable[[], str] | None = None  # what becomes of each send: see `_under`
        self.date_off: timedelta | None = timedelta()  # how wrong the Date of answers is; none: they have no Date

    def flood(self, seconds: int = 3, times: int = 1, chat: int | None = None) -> None:
        """Answer the next sends with 429."""
        self._due.append(_Fault("flood", times, seconds, chat))

    def lose_after_send(self, times: int = 1, chat: int | None = None) -> None:
        """Do what the next sends ask for, then drop the connection without an answer."""
        self._due.append(_Fault("lose", times, chat=chat))

    def refuse(self, times: int = 1, chat: int | None = None) -> None:
        """Refuse the next sends for good."""
        self._due.append(_Fault("refuse", times, chat=chat))

    def say(self, code: int, words: str, times: int = 1) -> None:
        """Refuse the next sends in words of one's own."""
        self._due.append(_Fault("say", times, code, words=words))

    def drop_before(self, times: int = 1) -> None:
        """Drop the connection of the next sends before anything happens."""
        self._due.append(_Fault("drop", times))

    def server_error(self, times: int = 1, code: int = 502, chat: int | None = None) -> None:
        """Answer the next sends with an error of Telegram's own."""
        self._due.append(_Fault("error", times, code, chat))

    def slow(self, seconds: float, times: int = 1) -> None:
        """Let the next sends wait."""
        self._due.append(_Fault("slow", times, seconds))

    def clear(self) -> None:
        """Let everything work again, also what is waiting."""
        self._due.clear()
        self.methods, self.away, self.flooding, self.losing_answers = None, False, False, False
        self.weather = None
        self.date_off = timedelta()
        self._released.set()
        self._released = asyncio.Event()

    def _concerns(self, method: str) -> bool:
        return method in (SENDING if self.methods is None else self.methods)

    async def before(self, method: str, chat: str) -> bool:
        """Spoil a request that is about to be done; tells whether its answer shall be lost."""
        if self.away:
            raise ConnectionLost
        if self.weather is not None and self._concerns(method):
            return await self._under(self.weather())
        if not self._concerns(method) or not (self._due or self.flooding or self.losing_answers):
            return False
        if self._take("drop"):
            raise ConnectionLost
        if self._take("refuse", chat):
            raise bad_request("not enough rights to send text messages to the chat")
        if said := self._take("say", chat):
            raise Refused(int(said.amount), said.words)
        if error := self._take("error", chat):
            raise Refused(int(error.amount), "Bad Gateway" if error.amount == 502 else "Internal Server Error")
        if slow := self._take("slow"):
            with suppress(TimeoutError):
                async with asyncio.timeout(slow.amount):
                    await self._released.wait()
        if flood := self._take("flood", chat):
            raise too_many_requests(int(flood.amount))
        return self._switched() or self._take("lose", chat) is not None

    async def _under(self, weather: str) -> bool:
        """One send under `fair`, `drop`, `lose` (done, but not answered), `hang`, `late` or a code such as `504`."""
        if weather == "drop":
            raise ConnectionLost
        if weather.isdigit():
            raise Refused(int(weather), "Gateway Timeout" if weather == "504" else "Bad Gateway")
        if weather in {"hang", "late"}:
            with suppress(TimeoutError):
                async with asyncio.timeout(self.late_after if weather == "late" else None):
                    await self._released.wait()
        if weather == "hang":
            raise ConnectionLost
        return weather == "lose"

    def _switched(self) -> bool:
        self._seen += 1
        if self.flooding and self._seen % 2 == 0:
            raise too_many_requests(2)
        return self.losing_answers and self._seen % 3 == 0

    def _take(self, kind: str, chat: str = "") -> _Fault | None:
        for fault in self._due:
            if fault.kind == kind and (fault.chat is None or str(fault.chat) == chat):
                fault.times -= 1
                if fault.times <= 0:
                    self._due.remove(fault)
                return fault
        return None
