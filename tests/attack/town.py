"""The town that is attacked, and how time passes in it."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.app import App
from bot.db.availability import is_away
from bot.db.tables import outbox
from bot.loop import WakeUp
from bot.simulator.cast import PersonSpec
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.attack.cast import LEAD, MOTHER, ROSA, known_to
from tests.attack.ledger import Ledger
from tests.homeline import Homeline
from tests.tcp_line import Line

RATE = 28.0
MOST_SLOTS = 200


class Town:
    """Homeline in the town, moved second by second; every step is read along by the ledger."""

    def __init__(self, home: Homeline, line: Line | None, poster: str) -> None:
        self.home = home
        self.line = line  # to PostgreSQL
        self.poster = poster
        self.links = [each for person in (MOTHER, ROSA, LEAD) for each in _links(home.phone(person))]
        self.ledger = Ledger(home.simulator)
        self.impatient = False  # everybody presses everything twice
        self.may_fail = line is not None  # the database
        self.holds = False  # it is away, and what was sent cannot be written down
        self.garnish = ""  # what people add to what they write
        self.needed: list[Message] = []  # what people have before them this evening
        self._pressed: deque[tuple[Phone, str, Message]] = deque(maxlen=6)
        for name, known in known_to().items():
            self.ledger.secret(name, known)

    @property
    def kind(self) -> str:
        """Of the database."""
        return "sqlite" if self.line is None else "postgresql"

    @property
    def now(self) -> datetime:
        """The time that it is, whatever Homeline's clock shows."""
        return self.home.clock.right()

    def phone(self, person: PersonSpec) -> Phone:
        """Somebody's phone."""
        return self.home.phone(person)

    async def tap(self, phone: Phone, *labels: str) -> None:
        """A person taps one thing after the other, and looks at what comes."""
        for label in labels:
            self.press(phone, label)
            await self.passes(2)

    async def tries(self, phone: Phone, label: str) -> None:
        """The same where the button may be gone."""
        if any(button.text.startswith(label) for _message, button in phone.buttons()):
            await self.tap(phone, label)

    async def say(self, phone: Phone, text: str) -> None:
        """A person writes, and looks at what comes."""
        phone.say(text)
        await self.passes(2)

    def press(self, phone: Phone, label: str, message: Message | None = None) -> None:
        """One tap, or two of somebody impatient."""
        press = phone.tap(label, message=message)
        if press.data is not None:
            self._pressed.append((phone, press.data, press.message))
            if self.impatient:
                phone.press(press.data, press.message)

    def press_again(self) -> int:
        """What was pressed last is pressed once more."""
        for phone, data, message in self._pressed:
            phone.press(data, message)
        return len(self._pressed)

    async def passes(self, seconds: float, step: float = 1.0) -> None:
        """Time passes in small steps, as it does."""
        ends = self.now + timedelta(seconds=seconds)
        while self.now < ends:
            goal = min(self.now + timedelta(seconds=step), ends)
            await self._sends_until(goal)
            self.home.clock.move_to(goal)
            await self.settle()

    async def _sends_until(self, goal: datetime) -> None:
        """What waits for its slot, a twenty-eighth of a second, leaves meanwhile."""
        sender = self.home.app.sender
        for _ in range(MOST_SLOTS):
            rest = timedelta(seconds=sender.rest())
            if self.holds or self.now + rest >= goal or not await self._due():
                return
            self.home.clock.push(rest)
            await self._do(sender.step)
            self.ledger.read(self.now)

    async def _due(self) -> bool:
        due = outbox.c.state == "pending", outbox.c.due_at <= self.now
        first = select(outbox.c.id).where(*due).limit(1)
        try:
            return bool(await self.home.app.store.run(lambda tx: tx.all(first)))
        except Exception as error:
            if not (self.may_fail and is_away(error)):
                raise
            return False

    async def until(self, hour: int, minute: int = 0) -> None:
        """Hour after hour, to a time at home."""
        ends = self.now + timedelta(hours=24)
        while self.now < ends:
            here = self.now + timedelta(hours=8)
            left = (hour * 60 + minute - here.hour * 60 - here.minute) % (24 * 60)
            if left == 0:
                return
            await self.passes(min(left, 60) * 60 - here.second, step=3600)

    async def settle(self) -> None:
        """Let everything happen that can happen now, each part by itself, as in a process that runs."""
        app = self.home.app
        for _ in range(3):
            parts = (
                *(app.poller.step, app.consumer.step, app.fetcher.step),
                *(app.tick, app.keepsakes.step, app.sender.step),
            )
            did = [await self._do(each) for each in parts]
            if not self.holds:
                await app.sender.drain()
            if not any(did):
                break
        await self._do(self._watch)
        self.ledger.read(self.now)

    async def _watch(self) -> int:
        await self.home.app.look()
        return 0

    async def _do(self, part: Callable[[], Awaitable[int]]) -> bool:
        did = False
        try:
            while await part():
                did = True
                if part == self.home.app.sender.step and not self.holds:
                    await self.home.app.sender.drain()
        except Exception as error:
            if not (self.may_fail and is_away(error)):
                raise
        return did

    async def restart(self, *, rate: float = RATE) -> None:
        """Homeline ends as it stands, and begins anew on the same database."""
        await self.home.app.sender.end(0.0)
        await self.home.app.close()
        settings = replace(self.home.settings, api_url=self.home.simulator.url, rate=rate, listen="127.0.0.1:0")
        if self.line is not None:
            settings = replace(settings, database_url=self.line.database_url)
        self.home.app = App(settings, self.home.clock, long_poll=0)
        await self.home.app.open()
        await self.home.app.doors.open()
        await self.on_watch()

    async def on_watch(self) -> None:
        """Wait until it sends again: PostgreSQL's own clock says when a watch is over that nobody has given back."""
        async with asyncio.timeout(20):
            while not all(each.mine for each in self.home.app.watches):
                await self._do(self._watch)
                await WakeUp().wait(0.05)


def _links(phone: Phone) -> list[str]:
    return [word for text in phone.texts for word in text.split() if word.startswith("https://t.me/")]
