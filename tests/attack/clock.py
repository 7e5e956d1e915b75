"""A hostile clock: it jumps by seconds or by weeks, forward and back, and is set right again."""

from datetime import timedelta

from tests.attack.attacker import Attacker

RIGHT = timedelta()
JUMPS = (
    *(timedelta(seconds=each) for each in (-50, 90)),
    *(timedelta(hours=each) for each in (-3, -1, 1, 12)),
    *(timedelta(days=each) for each in (-40, -1, 1, 4, 40, 3650)),
)


class Jumps(Attacker):
    """This machine's clock is set wrong, now and then right again; Telegram's goes on."""

    name = "clock: jumps and comes back"

    async def act(self) -> int:
        self.town.home.clock.set_wrong(self.luck.choice([RIGHT, *self.luck.sample(JUMPS, 3)]))
        return 1

    async def end(self) -> None:
        self.town.home.clock.set_wrong(RIGHT)
        await self.town.passes(2)


ATTACKERS = (Jumps,)
