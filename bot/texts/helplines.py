"""Emergency numbers and helplines, ours and the operator's own, and never one that nobody has verified (SG-28)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

from bot import log
from bot.errors import SettingsError
from bot.i18n import locales_dir

OWN, DIALLED = "helplines.toml", "dialled.toml"
DIALLED_WITHIN = timedelta(days=180)
NEVER = {"2nd", "GK"}

_log = log.get("helplines")


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
    dialled_by: str = ""
    said: Mapping[str, str] = field(default_factory=dict)  # the name with the hours, by language

    def called(self, language: str) -> str:
        """The name with the hours, as a reader of this language knows them."""
        return self.said.get(language) or (f"{self.name} ({self.hours})" if self.hours else self.name)

    def is_at(self, country: str, number: str) -> bool:
        """Whether it is this number of this country."""
        return (self.country, self.number_dial) == (country, number) and number != ""

    def may_be_shown(self, today: date) -> bool:
        """Emergency numbers of status C undialled; everything else only if dialled within 180 days."""
        if self.status in NEVER or not self.number_dial:
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
def _ours() -> tuple[Helpline, ...]:
    return parse((locales_dir() / OWN).read_text(encoding="utf-8"))


class _Folder:
    """Where whoever runs Homeline keeps files of their own; no upgrade touches them."""

    path: Path | None = None


def look_in(folder: str) -> None:
    """From now on the files of this folder count too, also what changes in them; none: only ours."""
    _Folder.path = Path(folder) if folder else None


def lines() -> tuple[Helpline, ...]:
    """Every number: those of `locales/helplines.toml`, put right and added to by the operator's own files.

    A file of theirs that is wrong is left out and said in the log: a danger card never fails for it.
    """
    if _Folder.path is None:
        return _ours()
    own, dialled = _Folder.path / OWN, _Folder.path / DIALLED
    return _together(own, _mark(own), dialled, _mark(dialled))


def must_be_right() -> None:
    """Raises SettingsError with one line for a file of the operator's that is wrong."""
    if _Folder.path is not None:
        _parsed(_Folder.path / OWN)
        _notes(_Folder.path / DIALLED)


def _mark(path: Path) -> tuple[int, int] | None:
    """What changes with a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=2)
def _together(own: Path, _own_mark: object, dialled: Path, _dialled_mark: object) -> tuple[Helpline, ...]:
    found = {_key(each): each for each in _ours()}
    try:
        found |= {_key(each): each for each in _parsed(own)}
    except SettingsError as error:
        _log.error(str(error))
    try:
        notes = sorted(_notes(dialled), key=lambda each: each[2])
    except SettingsError as error:
        _log.error(str(error))
        notes = []
    for country, number, on, by in notes:
        for key, line in found.items():
            if line.is_at(country, number) and (line.dialled_on is None or line.dialled_on <= on):
                found[key] = replace(line, dialled_on=on, dialled_by=by)
    return tuple(found.values())


def _key(line: Helpline) -> tuple[str, str, str]:
    """By what an operator's line takes the place of ours; where no number is known, by its name."""
    return line.country, line.kind, line.number_dial or line.name


def _parsed(path: Path) -> tuple[Helpline, ...]:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SettingsError(
            f"{path} cannot be used: {error}. locales/helplines.toml shows how it is written."
        ) from None


def _notes(path: Path) -> list[tuple[str, str, date, str]]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("dialled", [])
        notes = [(str(row["country"]), str(row["number"]), row["on"], str(row["by"])) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SettingsError(f"{path} cannot be used: {error}. `homeline helplines --dialled` writes it.") from None
    if not all(type(each[2]) is date for each in notes):
        raise SettingsError(f"{path} cannot be used: `on` is a day, such as 2026-11-02, without quotation marks.")
    return notes


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
