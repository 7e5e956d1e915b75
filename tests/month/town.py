"""The families of the month: how each is made, and what its people do of a day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

from bot.domain.local_time import at_wall_clock
from bot.simulator.cast import PersonSpec

# Where children live and parents work, with the button of the country. Europe's clocks go back within the month.
COUNTRIES = {
    "Asia/Shanghai": "🇨🇳",
    "Asia/Tashkent": "🇺🇿",
    "Europe/Chisinau": "🇲🇩",
    "Asia/Dubai": "🇦🇪",
    "Europe/Rome": "🇮🇹",
    "Asia/Seoul": "🇰🇷",
    "Europe/London": "🇬🇧",
}
HOMES = ("Asia/Shanghai", "Asia/Tashkent", "Europe/Chisinau")
WORK = ("Asia/Dubai", "Europe/Rome", "Asia/Seoul", "Europe/London")
KINDS = (
    *("daily", "weekly", "erratic", "silent", "never", "words"),
    *("ill", "shared phone", "two homes", "night shift", "siblings"),
)
NIGHT = 22 * 60, 7 * 60  # minutes of their day
FIRST_ID = 7_000_000_000
EVENING = 18 * 60 + 50


@dataclass
class Adult:
    """Somebody with a phone."""

    spec: PersonSpec
    zone: str
    night: tuple[int, int] = NIGHT

    def sleeps(self, at: datetime) -> bool:
        """Whether this instant lies in their night."""
        wall = at.astimezone(ZoneInfo(self.zone))
        minute, (start, end) = wall.hour * 60 + wall.minute, self.night
        return start <= minute < end if start < end else minute >= start or minute < end


@dataclass
class Family:
    """The adults around some children; `heard` is when home last gave a sign of life, whatever Homeline makes of it."""

    number: int
    kind: str
    children: list[str]
    parents: list[Adult]
    guardians: list[Adult]
    zone: str
    random: Random
    heard: list[datetime] = field(default_factory=list)

    def plan(self, day: int, today: date) -> Iterator[tuple[datetime, Adult, str]]:
        """What its people will do on this day of the month."""
        yield from _home(self, day, today)
        for parent in self.parents:
            if self.random.random() < 0.4:
                yield _at(self, today, 12 * 60, parent.zone), parent, "thank"
            yield _at(self, today, 13 * 60, parent.zone), parent, "acknowledge"


def families(count: int, seed: int) -> list[Family]:
    """`count` families, every kind in its turn."""
    return [_family(number, seed) for number in range(count)]


def _family(number: int, seed: int) -> Family:
    kind = KINDS[number % len(KINDS)]
    zone = HOMES[number % len(HOMES)]
    more = {"siblings": "bc", "shared phone": "b"}.get(kind, "")
    children = [f"Kid{number}", *(f"Kid{number}{each}" for each in more)]
    parents = ["Par"] if kind != "shared phone" else ["Par", "Pal"]
    guardians = ["Gran"] if kind != "two homes" else ["Gran", "Nana"]
    family = Family(
        number,
        kind,
        children,
        [_adult(number, place, name, WORK[(number + place) % len(WORK)]) for place, name in enumerate(parents)],
        [_adult(number, 5 + place, name, zone) for place, name in enumerate(guardians)],
        zone,
        Random(seed * 1_000 + number),
    )
    if kind == "night shift":
        family.parents[0].night = (8 * 60, 16 * 60)
    return family


def _adult(number: int, place: int, name: str, zone: str) -> Adult:
    return Adult(PersonSpec(FIRST_ID + number * 10 + place, f"{name}{number}", language_code="en"), zone)


def _at(family: Family, today: date, minute: int, zone: str = "") -> datetime:
    return at_wall_clock(today, minute + family.random.randrange(45), zone or family.zone)


def _home(family: Family, day: int, today: date) -> Iterator[tuple[datetime, Adult, str]]:
    who = family.guardians[today.isocalendar().week % len(family.guardians)]
    evening = _at(family, today, EVENING)
    match family.kind:
        case "never":
            return
        case "silent" if day > 3:
            return
        case "weekly" if today.isoweekday() != 7:
            return
        case "erratic" | "siblings" if family.random.random() > 0.4:
            return
        case "words":
            if today.isoweekday() in {2, 4, 6}:
                yield evening, who, family.random.choice(["voice", "photo"])
            return
        case "ill" if 6 <= day <= 8:
            if day == 6:
                yield _at(family, today, 9 * 60), who, "ill"
            yield _at(family, today, 14 * 60), who, "same"
            yield evening, who, "same"
            return
        case "ill" if day == 9:
            yield _at(family, today, 9 * 60), who, "better"
    yield evening, who, "face"
