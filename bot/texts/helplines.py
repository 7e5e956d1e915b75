"""Emergency numbers and helplines: from our own file, and never a number that nobody has verified (SG-28)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from bot.i18n import locales_dir

DIALLED_WITHIN = timedelta(days=180)
_NEVER = {"2nd", "GK"}


@dataclass(frozen=True, slots=True)
class Helpline:
    """One number; `dialled_on` is when somebody in the country last called it to see that it answers."""

    country: str
    kind: str  # emergency, child, crisis, violence
    name: str
    number_display: str
    number_dial: str
    hours: str
    free: bool | None
    languages: tuple[str, ...]
    source: str
    seen_on: date
    dialled_on: date | None
    status: str  # C, C-old, 2nd, GK
    said: Mapping[str, str] = field(default_factory=dict)  # the name with the hours, by language

    def called(self, language: str) -> str:
        """The name with the hours, as a reader of this language knows them."""
        return self.said.get(language) or (f"{self.name} ({self.hours})" if self.hours else self.name)

    def may_be_shown(self, today: date) -> bool:
        """Emergency numbers of status C undialled; everything else only if dialled within 180 days."""
        if self.status in _NEVER or not self.number_dial:
            return False
        dialled = self.dialled_on is not None and timedelta(0) <= today - self.dialled_on <= DIALLED_WITHIN
        return dialled or (self.kind == "emergency" and self.status == "C")


def parse(text: str) -> tuple[Helpline, ...]:
    """The rows of a file; raises ValueError or TypeError for a row with a wrong field."""
    rows = tomllib.loads(text).get("line", [])
    return tuple(
        Helpline(
            **{
                "free": None,
                "dialled_on": None,
                **row,
                "languages": tuple(row["languages"]),
            }
        )
        for row in rows
    )


@cache
def lines() -> tuple[Helpline, ...]:
    """Every row of `locales/helplines.toml`."""
    return parse((locales_dir() / "helplines.toml").read_text(encoding="utf-8"))


def emergency(country: str, today: date) -> str | None:
    """The medical emergency number of a country, or none that may be shown."""
    shown = [each for each in lines() if each.country == country and each.kind == "emergency"]
    return next((each.number_display for each in shown if each.may_be_shown(today)), None)


def helplines(country: str, today: date) -> tuple[Helpline, ...]:
    """The helplines of a country that may be shown today."""
    return tuple(
        each for each in lines() if each.country == country and each.kind != "emergency" and each.may_be_shown(today)
    )


def hidden(today: date) -> tuple[Helpline, ...]:
    """What is in the file and not shown today, for whoever runs the installation to have dialled."""
    return tuple(each for each in lines() if not each.may_be_shown(today))
