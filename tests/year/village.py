"""Who is in the year: households of one village, and who teaches their children."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bot.simulator.cast import PersonSpec
from tests.month.town import Adult, Family

ZONE = "Asia/Shanghai"
WORK = ("Asia/Dubai", "Europe/Rome", "Asia/Seoul", "Europe/London")
_FIRST_ID = 7_100_000_000

LEAD, NORA, OMAR, RUTH = (
    PersonSpec(_FIRST_ID + place, name, last_name=last, language_code="en")
    for place, (name, last) in enumerate((("Lena", "Lead"), ("Nora", "Noll"), ("Omar", "Ott"), ("Ruth", "Rau")))
)


@dataclass
class Household:
    """A child in a class, who looks after it, and a parent far away."""

    family: Family
    answers: bool  # whether anybody there says where the child is when the school asks

    @property
    def child(self) -> str:
        """What the child is called."""
        return self.family.children[0]

    @property
    def home(self) -> PersonSpec:
        """Who looks after the child."""
        return self.family.guardians[0].spec

    @property
    def far(self) -> PersonSpec:
        """The parent."""
        return self.family.parents[0].spec


def households(count: int, seed: int) -> list[Household]:
    """`count` of them; one in four never says where its child is, whatever the zone of its parent."""
    return [Household(each, answers=each.number % 4 != 2) for each in _families(count, seed)]


def _families(count: int, seed: int) -> Iterator[Family]:
    for number in range(count):
        first = _FIRST_ID + 100 + 10 * number
        parent = Adult(
            PersonSpec(first, f"Par{number:02}", language_code="en"), WORK[(number + number // 4) % len(WORK)]
        )
        guardian = Adult(PersonSpec(first + 5, f"Gran{number:02}", language_code="en"), ZONE)
        yield Family(number, "village", [f"Kid{number:02}"], [parent], [guardian], ZONE, Random(seed * 1_000 + number))
