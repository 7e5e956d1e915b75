"""What every attacker is: begins, does something again and again while people live their evening, and ends."""

from random import Random

from tests.attack.town import Town


class Attacker:
    """Its first line says what it does; `on` names the kinds of database on which it can."""

    name = ""
    on = frozenset({"sqlite", "postgresql"})
    calm = 20.0  # how many seconds go by, at most, between two of its acts
    hides_updates = False  # Telegram's updates do not come, so presses are lost by Telegram's own rule
    parks = False  # sends updates that nobody can handle
    garnish = ""  # what people add to what they write

    def __init__(self, town: Town, luck: Random) -> None:
        self.town = town
        self.luck = luck

    async def begin(self) -> None:
        """Before people begin."""

    async def act(self) -> int:
        """Again; how much was tried."""
        raise NotImplementedError

    async def end(self) -> None:
        """All is well again."""
