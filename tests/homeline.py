"""Homeline in a test: the whole application beside the simulator, moved step by step."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import update

from bot.app import App, Parts
from bot.clock import StoppedClock
from bot.db.tables import member
from bot.db.transaction import Tx
from bot.domain.local_time import local
from bot.queries.circle import people
from bot.services.school import schools
from bot.settings import Settings
from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.databases import Database
from tests.in_process import Stepped
from tests.remembering import Beginning, remembered


class Homeline:
    """The bot, its clock, and the phones around it."""

    def __init__(
        self,
        settings: Settings,
        clock: StoppedClock,
        simulator: Simulator,
        database: Database,
        parts: Parts | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.simulator = simulator
        self.world = simulator.world
        self.beginning = Beginning(self, database)
        self.can_wait = parts is not None
        self._app = App(replace(settings, api_url=simulator.url), clock, long_poll=0, parts=parts)
        if isinstance(self._app.store, Stepped):
            self._app.store.first = self.beginning.ready

    @property
    def app(self) -> App:
        """The application; who reaches for it may change anything."""
        self.beginning.over()
        return self._app

    @app.setter
    def app(self, app: App) -> None:
        """Go on with another one, as after a restart."""
        self.beginning.over()
        self._app = app

    async def open(self) -> None:
        """Start the bot."""
        await self._app.open()
        self.beginning.opened()

    async def close(self) -> None:
        """End the bot."""
        self.beginning.ended()
        await self._app.close()

    async def end(self) -> None:
        """As `close`; nobody reads the database afterwards."""
        self._forget()
        await self.close()

    def _forget(self) -> None:
        if isinstance(self._app.store, Stepped):
            self._app.store.forgets = True

    @asynccontextmanager
    async def database_let_go(self, *, forget: bool = False) -> AsyncIterator[None]:
        """Nobody is connected to the database, which may `forget` what is in it; the bot goes on with what then stands
        there."""
        if forget:
            self._forget()
        for each in self._app.watches:
            await each.give_back()
        await self._app.store.close()
        yield
        await self._app.store.open()
        await self._app.store.listen()
        await self._app.look()
        await self._app.contact.heard()  # a copied beginning is no silence

    async def settle(self) -> None:
        """Let everything happen that can happen now."""
        await self.beginning.ready()
        await self._app.settle()
        if not all(each.mine for each in self._app.watches):
            await self._app.settle()  # on a busy machine a watch may run out while there is still something to do

    async def later(self, **step: float) -> None:
        """Move the clock by hours, minutes … and let everything happen."""
        self.clock.push(timedelta(**step))
        await self.settle()

    async def until(self, hour: int, minute: int = 0, *, zone: str = "Asia/Shanghai", day: int = 0) -> None:
        """Move the clock forward to a wall clock time in `zone`, today or `day` days later."""
        wall = local(self.clock.now(), zone).replace(hour=hour, minute=minute, second=0, microsecond=0)
        wanted: datetime = wall + timedelta(days=day)
        while wanted < self.clock.now():
            wanted += timedelta(days=1)
        self.clock.move_to(wanted)
        await self.settle()

    def phone(self, person: PersonSpec) -> Phone:
        """This person's phone."""
        return self.world.phone(person)

    async def do(self, *_actions: object) -> None:
        """Actions on phones, which have happened already, and then everything that follows."""
        await self.settle()

    async def quiet(self, person: PersonSpec, start: int, end: int) -> None:
        """Quiet hours for somebody, in minutes of their local day."""

        def keep(tx: Tx) -> None:
            found = people.by_telegram(tx, person.id)
            assert found is not None
            people.change(tx, found.id, quiet_from=start, quiet_until=end)

        await self.app.store.run(keep)

    # The steps of the main job, for stories that begin later.

    @remembered
    async def newcomer(self, person: PersonSpec, token: str = "", *, health: str = "✅", voice: str = "✅") -> Phone:
        """START and the three taps of consent."""
        phone = self.phone(person)
        phone.start(token)
        await self.settle()
        for label in ("✅", health, voice):
            phone.tap(label)
            await self.settle()
        return phone

    @remembered
    async def child(self, parent: PersonSpec = MEI, name: str = "Lily") -> str:
        """A parent adds a child in Anhui and works in Dubai; the invite's link."""
        phone = await self.newcomer(parent)
        for tap in ("👪", "➕"):
            phone.tap(tap)
            await self.settle()
        phone.say(name)
        await self.settle()
        for tap in ("2018", "May", "🇨🇳", "🇦🇪"):
            phone.tap(tap)
            await self.settle()
        return link_in(phone)

    @remembered
    async def joined(
        self, person: PersonSpec, link: str, kin: str, host: PersonSpec = MEI, *, health: str = "✅", voice: str = "✅"
    ) -> Phone:
        """Somebody opens an invite, says who they are, is let in, and has been there for a day."""
        phone = await self.newcomer(person, link.rpartition("=")[2], health=health, voice=voice)
        phone.tap(kin)
        await self.settle()
        self.phone(host).tap("✅")
        await self.settle()
        await self._app.store.run(_here_for_days)
        return phone

    @remembered
    async def family(self, *, health: str = "✅", voice: str = "✅") -> tuple[Phone, Phone]:
        """Mei in Dubai, Grandma Fang in Anhui, Lily between them."""
        link = await self.child()
        fang = await self.joined(FANG, link, "👵", health=health, voice=voice)
        return self.phone(MEI), fang

    @remembered
    async def school(self, person: PersonSpec = ZHAO, name: str = "Village school") -> Phone:
        """A school is added for somebody who leads it, teaches in it, and opens its link."""
        token = await self.app.store.run(lambda tx: schools.add(tx, name))
        return await self.newcomer(person, token)

    @remembered
    async def class_room(self, teacher: PersonSpec = ZHAO, name: str = "3B") -> str:
        """A teacher of a school opens a class; the link on its poster."""
        phone = self.phone(teacher)
        phone.tap("➕")
        await self.settle()
        phone.say(name)
        await self.settle()
        return link_in(phone)

    @remembered
    async def pupil(self, link: str, adult: PersonSpec = MEI, teacher: PersonSpec = ZHAO) -> None:
        """A family opens a class's link and agrees; the teacher says yes."""
        self.phone(adult).open(link)
        await self.settle()
        self.phone(adult).tap("✅")
        await self.settle()
        self.phone(teacher).tap("✅")
        await self.settle()

    @remembered
    async def notice(
        self, text: str, *, level: str = "🙏", errand: bool = False, album: int = 0, teacher: PersonSpec = ZHAO
    ) -> None:
        """A teacher of one class posts a notice."""
        phone = self.phone(teacher)
        phone.say("📣")
        await self.settle()
        if album:
            phone.album(album, text)
        else:
            phone.say(text)
        await self.settle()
        more = ["✏️ More", level, *(["🙋"] if errand else [])] if errand or level != "🙏" else []
        for tap in (*more, "📣 Send"):
            phone.tap(tap)
            await self.settle()


def _here_for_days(tx: Tx) -> None:
    tx.change(update(member).values(new_until=None))


def link_in(phone: Phone) -> str:
    """The newest invite link on a phone."""
    for text in reversed(phone.texts):
        for word in text.split():
            if word.startswith("https://t.me/"):
                return word
    raise LookupError("no link on this phone")


__all__ = ["FANG", "MEI", "ZHAO", "Homeline", "link_in"]
