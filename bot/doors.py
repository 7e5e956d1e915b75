"""Where a running Homeline listens: for Telegram and whoever watches, and for those who read numbers, inside.

Numbers have an address of their own or none: a proxy in front of the other one may forward whatever it is asked.
"""

from bot.health import Health
from bot.settings import Settings
from bot.web import WebServer


class Doors:
    """`web` and `numbers`, each where it is wanted."""

    def __init__(self, settings: Settings, health: Health) -> None:
        self.web = WebServer(*settings.address) if settings.address else None
        self.numbers = WebServer(*settings.metrics_address) if settings.metrics_address else None
        self._all = [each for each in (self.web, self.numbers) if each is not None]
        for each in self._all:
            health.add_to(each)
        if self.numbers is not None:
            health.add_numbers_to(self.numbers)

    async def open(self) -> None:
        """Begin to listen."""
        for each in self._all:
            await each.open()

    async def close(self) -> None:
        """Answer what has been asked, and stop listening."""
        for each in self._all:
            await each.close()
