"""The school of the year: its classes, who teaches them, and all their phones."""

from collections.abc import Callable
from datetime import date

from bot.domain.local_time import at_wall_clock
from bot.simulator.cast import PersonSpec
from bot.simulator.group import Group
from tests.homeline import Homeline
from tests.households import tap
from tests.year.phones import Mark, Phones
from tests.year.seen import Seen
from tests.year.village import NORA, OMAR, ZONE, Household


class School:
    """What everything that happens in the year shares."""

    def __init__(self, home: Homeline, households: list[Household]) -> None:
        middle = len(households) // 2
        self.home = home
        self.phones = Phones(home)
        self.classes = {"A": households[:middle], "B": households[middle:]}
        self.teachers = {"A": NORA, "B": OMAR}
        self.seen = Seen(len(households))
        self.group: Group | None = None  # where the families of class A talk
        self.out = set[str]()  # children of whom nobody is asked today: ill, or said to come later
        self._tomorrow: list[Callable[[], None]] = []

    @property
    def households(self) -> list[Household]:
        """Of both classes."""
        return [each for households in self.classes.values() for each in households]

    async def at(self, day: date, minute: int) -> None:
        """The school's clock; whatever is due meanwhile is done then, as after a pause of the machine."""
        wanted = at_wall_clock(day, minute, ZONE)
        if wanted > self.home.clock.now():
            self.home.clock.move_to(wanted)
            await self.home.settle()

    async def tap(self, person: PersonSpec, *labels: str) -> None:
        """One button after the other."""
        await tap(self.home, self.home.phone(person), *labels)

    async def say(self, person: PersonSpec, words: str) -> None:
        """Type and send."""
        self.home.phone(person).say(words)
        await self.home.settle()

    def homes(self, name: str) -> list[Mark]:
        """The phones at home of a class, from here on."""
        return self.phones.mark(*(each.home for each in self.classes[name]))

    def tomorrow(self, check: Callable[[], None]) -> None:
        """What is looked at when everybody has had a day of theirs."""
        self._tomorrow.append(check)

    def read(self) -> None:
        """It is tomorrow."""
        checks, self._tomorrow = self._tomorrow, []
        for check in checks:
            check()

    def once(self, what: str, words: str, *marks: Mark) -> None:
        """Each of these phones has these words once."""
        for mark in marks:
            count = len(self.phones.came(mark, words))
            self.seen.check(what, (words, mark.person.first_name, count), holds=count == 1)

    def never(self, what: str, words: str, *marks: Mark) -> None:
        """None of these phones has these words."""
        for mark in marks:
            self.seen.check(what, (words, mark.person.first_name), holds=not self.phones.came(mark, words))
