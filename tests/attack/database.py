"""A hostile database: locked, full or read-only for moments, or silent; and Homeline begun anew in mid-work."""

from tests.attack.attacker import Attacker
from tests.faults.test_database import Spoiled

SQLITE, POSTGRESQL = frozenset({"sqlite"}), frozenset({"postgresql"})


class Spoils(Attacker):
    """Another program or the disk takes the file away for a moment."""

    name = "database: a file locked, full or read-only"
    on = SQLITE
    calm = 3.0

    async def begin(self) -> None:
        self.town.may_fail = self.town.ledger.ill = True

    async def act(self) -> int:
        await self.town.home.app.sender.drain()
        self.town.holds = True
        async with Spoiled(self.town.home, self.luck.choice(["full", "locked", "read-only"])):
            await self.town.passes(self.luck.randint(1, 4))
        self.town.holds = False
        await self.town.home.app.sender.drain()
        return 1

    async def end(self) -> None:
        self.town.may_fail = False


class Restarts(Attacker):
    """Homeline ends in mid-work, with messages in flight, and begins anew."""

    name = "database: Homeline begun anew in mid-work"

    async def begin(self) -> None:
        self.town.ledger.ill = True

    async def act(self) -> int:
        town, app = self.town, self.town.home.app
        requests = town.home.simulator.requests
        town.ledger.read(town.now)
        for part in (app.poller.step, app.consumer.step, app.tick, app.sender.step)[: self.luck.randint(1, 4)]:
            await part()
        await town.restart()
        town.ledger.doubt(requests)  # what left in that moment, answered or not
        await town.passes(1)
        return 1


class Silence(Attacker):
    """Every connection to PostgreSQL falls silent and stays open."""

    name = "database: connections fall silent"
    on = POSTGRESQL
    calm = 3.0
    most = 3  # each is waited for in earnest

    async def begin(self) -> None:
        self.town.ledger.ill = True

    async def act(self) -> int:
        assert self.town.line is not None
        self.most -= 1
        return self.town.line.silence() if self.most >= 0 else 0

    async def end(self) -> None:
        await self.town.on_watch()


ATTACKERS = (Spoils, Restarts, Silence)
