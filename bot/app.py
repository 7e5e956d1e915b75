"""The composition root: the only module that knows every part."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bot import garbage, log
from bot.clock import Clock, Machine
from bot.control import ControlServer
from bot.db import bots, installation, key_marks, moving
from bot.db.store import Store, plainly, store_for
from bot.db.transaction import Tx
from bot.delivery.requests import Request
from bot.dispatcher import Dispatcher
from bot.domain.daily.keepsakes import Parcel
from bot.doors import Doors
from bot.features import FETCH_HOOKS, SEND_HOOKS
from bot.health import Health
from bot.i18n import LANGUAGES
from bot.keepsakes import archive
from bot.keepsakes.maker import EVERY as EVERY_LOOK
from bot.keepsakes.maker import Maker
from bot.liveness import Liveness
from bot.loop import PEOPLE_FIRST, REST_AFTER_ERROR, LogOnce, WakeUp, forever
from bot.operations import moving_bot, nightly, resting, unfinished
from bot.operations.journal import Journal
from bot.operations.keeping import KEEPING
from bot.paging import EVERY, Paging
from bot.pictures.studio import Studio
from bot.queries import outages
from bot.safeguarding import read_file
from bot.settings import Settings
from bot.telegram.client import AiohttpRequest, Client, Hear, Transport
from bot.telegram.consumer import Consumer
from bot.telegram.contact import Contact
from bot.telegram.fetcher import Fetcher, FetchHooks
from bot.telegram.hooks import SendHooks
from bot.telegram.pacer import Pacer
from bot.telegram.patience import wait_for_telegram
from bot.telegram.poller import LONG_POLL, Poller
from bot.telegram.sender import Sender
from bot.telegram.webhook import LOOK_EVERY, Webhook, forget_webhook
from bot.texts import helplines
from bot.ticking import SECOND, Ticking
from bot.timekeeper import Timekeeper, TrustedClock
from handlers import ROUTES

_log = log.get("app")
_DISPATCHER = Dispatcher(ROUTES)  # which of hundreds of routes may take an update is found out once


@dataclass(frozen=True, slots=True)
class Parts:
    """What an installation stands on: its database, its way to Telegram, and where it draws and reads files."""

    store: Callable[[Settings, Clock], Store] = store_for
    request: Callable[[str, Hear], Transport] = AiohttpRequest
    hooks: SendHooks = SEND_HOOKS
    fetched: FetchHooks = FETCH_HOOKS
    studio: Callable[[], Studio] = Studio


class App:
    """One installation in one process: poller, consumer, sender and ticks over one store."""

    def __init__(
        self, settings: Settings, machine: Machine, *, long_poll: int = LONG_POLL, parts: Parts | None = None
    ) -> None:
        self.settings = settings
        helplines.look_in(settings.data)
        clock = TrustedClock(machine)
        parts = parts or Parts()
        self.store = parts.store(settings, clock)
        self.client = Client(settings, clock.hear, parts.request)
        self.timekeeper = Timekeeper(clock, machine, self.store)
        self.contact = Contact(self.store, clock, outages.hear)
        self.poller = Poller(self.client, self.store, self.contact, long_poll)
        pacer = Pacer(settings.rate)
        self._studio = parts.studio()
        hooks = replace(parts.hooks, draw=self._finish)
        self.sender = Sender(self.client, self.store, pacer, hooks)
        self.keepsakes = Maker(self.client, self.store, _beside(settings), lambda: self.sender.watch.mine)
        self.consumer = Consumer(self.store, self.client.bot, _DISPATCHER.handle)
        self.fetcher = Fetcher(self.client, self.store, lambda: self.sender.watch.mine, parts.fetched)
        woken = ("inbox", "fetches", "keepsakes", "tombstones")
        self._bells = {"outbox": self.sender.bell, **{each: WakeUp() for each in woken}}
        self._journal = Journal(Path(settings.backups))
        self._nightly = nightly.Nightly(settings, self.store, clock, lambda: self.sender.watch.mine)
        self._tasks: list[asyncio.Task[None]] = []
        self.liveness = Liveness()
        self.ticking = Ticking(self.store, clock, self.timekeeper, self.liveness, self.sender.bell.ring)
        self.webhook: Webhook | None = None
        if settings.webhook_url:
            # An earlier bot, whose webhook nobody has taken away, calls with another secret.
            secret = f"{settings.webhook_secret[:200]}_{bots.number_in(settings.token)}"
            self.webhook = Webhook(self.client, self.store, self.contact, settings.webhook_url, secret)
        path = settings.sqlite_path if settings.is_sqlite else None
        health = Health(self.store, self.liveness, pacer, every=SECOND, database=path, webhook=self.webhook)
        self.doors = Doors(settings, health)
        self.web = self.doors.web
        if self.web is not None and self.webhook is not None:
            self.webhook.add_to(self.web)
        self.watches = [self.sender.watch] if self.webhook else [self.poller.watch, self.sender.watch]
        self.paging = Paging(settings, clock, self.store, lambda: self.sender.watch.mine)
        self._control = ControlServer(settings.sqlite_path, self._command) if settings.is_sqlite else None

    async def open(self, stopped: asyncio.Event | None = None) -> None:
        """Open the database, learn the bot's name, take the watches that no other process has.

        Until `stopped`, a Telegram that is away is waited for: a machine may begin before its network does.
        """
        self.store.on_commit = self._wake
        await self.store.open()
        with plainly(self.settings):
            await self.timekeeper.begin()
            await self.store.run(self._begin)
        await self.store.listen()
        await (wait_for_telegram(self.greet, stopped) if stopped else self.greet())
        await self.look()

    async def move_bot(self) -> str:
        """The database is this bot's from now on; what that means, in words. Raises HomelineError, TelegramError."""
        await self.store.open()
        await self.timekeeper.begin()
        await self.client.open()
        await self.store.run(moving_bot.may_move)
        while await self.consumer.step():  # what had come is of the messages that the earlier bot has sent
            pass
        bot = self.client.bot
        return await self.store.run(lambda tx: moving_bot.move(tx, str(bot.id), bot.username))

    async def run(self, stopped: asyncio.Event) -> None:
        """Run every loop until `stopped`, then end with nothing in flight."""
        with garbage.looked_for_seldom():
            await self._run(stopped)

    async def _run(self, stopped: asyncio.Event) -> None:
        await asyncio.to_thread(unfinished.sweep, Path(self.settings.backups))
        await asyncio.to_thread(archive.sweep, self.keepsakes.folder)
        await self._listen(stopped)
        rest = 1.0 if self.store.shared else 5.0  # of what other processes commit we may hear late, or never
        loops = [
            forever("consumer", self.consumer.step, self._bells["inbox"], rest, self.liveness),
            self._send_forever(rest),
            forever("fetcher", self.fetcher.step, self._bells["fetches"], rest),
            *(forever("watch", partial(each.keep, self.liveness), WakeUp(), 0.0) for each in self.watches),
            forever("tombstones", self._write_down, self._bells["tombstones"], 60.0),
            forever("backup", self._nightly.step, WakeUp(), nightly.LOOK_EVERY, first_rest=PEOPLE_FIRST),
            forever("keepsakes", self.keepsakes.step, self._bells["keepsakes"], EVERY_LOOK, first_rest=PEOPLE_FIRST),
            forever("paging", self.paging.step, WakeUp(), EVERY, first_rest=PEOPLE_FIRST),
        ]
        if self.webhook is None:
            loops.append(forever("poller", self._fetch, WakeUp(), 0.0, self.liveness))
        else:
            loops.append(forever("webhook", self.webhook.look, WakeUp(), LOOK_EVERY, self.liveness))
        self._tasks = [asyncio.create_task(each) for each in loops]
        self.ticking.start()
        if self._control is not None:
            await self._control.open()
        _log.info("Homeline runs as @%s.", self.client.bot.username)
        await stopped.wait()
        await self._stop()

    async def close(self) -> None:
        """Let go of the database and of the network."""
        await self.doors.close()
        self._studio.close()
        self.keepsakes.close()
        await self.client.close()
        await self.store.close()

    async def tick(self) -> int:
        """Every tick that is due, for who moves the clock by hand; how much was due."""
        return await self.ticking.step()

    async def settle(self) -> None:
        """Do everything there is to do now, step by step, until nothing is left: for tests and for seeding the demo."""
        if not all(each.was_just_kept for each in self.watches):
            await self.look()
        while self.webhook is None and await self.poller.step():
            pass
        while await self.consumer.step() or await self.fetcher.step():
            pass
        await self._do_what_is_due()
        while await self.keepsakes.step():
            await self._do_what_is_due()

    async def _do_what_is_due(self) -> None:
        did, sent = await self.tick(), await self._send_all()
        while did or sent:  # what was sent can give a tick something to do, and what a tick did is for somebody to read
            did = await self.tick()
            sent = await self._send_all() if did else 0

    async def _send_all(self) -> int:
        sent = 0
        await self.sender.drain()  # of what a step before has let go
        while await self.sender.step():
            sent += 1
            await self.sender.drain()
        return sent

    async def greet(self) -> None:
        """Learn the bot's name from Telegram. Raises TelegramError, or HomelineError where it is another bot."""
        await self.client.open()
        bot = self.client.bot
        await self.store.run(lambda tx: bots.meet(tx, str(bot.id), bot.username))

    async def _listen(self, stopped: asyncio.Event) -> None:
        """Telegram either calls or is asked, never both."""
        await self.doors.open()
        await wait_for_telegram(self.webhook.set if self.webhook else partial(forget_webhook, self.client), stopped)

    def _wake(self, woke: set[str]) -> None:
        for each in self.watches if "lease" in woke else ():
            each.bell.ring()
        for name in woke & self._bells.keys():
            self._bells[name].ring()

    async def look(self) -> None:
        """Take or keep each watch, where no other process has it."""
        for each in self.watches:
            await each.look()

    async def _finish(self, request: Request) -> Request | None:
        """A request with what was made for it beside the units: a keepsake's file, or a picture."""
        fetched = request.drawing is not None and isinstance(request.drawing.what, Parcel)
        return await (self.keepsakes.finish(request) if fetched else self._studio.finish(request))

    async def _fetch(self) -> int:
        await self.poller.watch.turn(at_most=1.0)
        return await self.poller.step()

    async def _send_forever(self, rest: float) -> None:
        bell = self._bells["outbox"]
        trouble = LogOnce("sender")
        while True:
            try:
                await self.sender.watch.turn()
                with self.liveness.step("sender"):
                    sent = await self.sender.step()
                if not sent:
                    trouble.over()
                    await bell.wait(min(self.sender.rest(), rest))
            except Exception as error:
                trouble.say(error)
                await bell.wait(REST_AFTER_ERROR)

    async def _write_down(self) -> int:
        return await self._journal.step(self.store)

    def _begin(self, tx: Tx) -> None:
        """What is written down by each start."""
        moving.live_here(tx)
        bots.must_be_of(tx, self.settings.token)
        resting.rest(tx)
        installation.note_key(tx)
        installation.note_since(tx, installation.secret_since(installation.TOKEN, self.settings.token))
        key_marks.leave(tx)
        self._note_safeguarding(tx)

    def _note_safeguarding(self, tx: Tx) -> None:
        """What families are told of it, where the texts can read it."""
        if self.settings.safeguarding:
            found = read_file(Path(self.settings.safeguarding))
            installation.learn(tx, installation.ORGANISATION, found.organisation)
            installation.learn(tx, installation.REPORT_HOURS, found.hours)
            installation.learn(tx, installation.REPORTS_WITHIN, str(found.within))
            installation.learn(tx, installation.HELPLINES_ON, found.helplines_on)
            installation.learn(tx, installation.SIGNED_DANGER, found.signed_danger)
            installation.learn(tx, installation.SIGNED_CRISIS, found.signed_crisis)
            for language in LANGUAGES:
                installation.learn(tx, installation.duty(language), found.duty.get(language, "").strip())

    async def _command(self, command: dict[str, str]) -> str:
        if answer := KEEPING.get(command.get("command", "")):
            return await answer(self.store, command)
        raise ValueError("The running Homeline does not know this command. Is it an older version?")

    async def _stop(self) -> None:
        await self.doors.close()
        if self._control is not None:
            await self._control.close()
        self.ticking.stop()
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await self.sender.end(within=3.0)
        for each in self.watches:
            await each.give_back()


def _beside(settings: Settings) -> Path:
    """Where what is being made lies for a while: beside the database, or beside the backups."""
    lies = settings.sqlite_path if settings.is_sqlite else Path(settings.backups)
    return lies.parent / "keepsakes"
