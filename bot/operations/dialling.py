"""`homeline helplines`: which numbers families see, and who dialled them when (SG-28)."""

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.errors import SettingsError
from bot.texts import helplines
from bot.texts.helplines import DIALLED, Helpline

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def listed(country: str, today: date) -> list[str]:
    """A line for each number of a country, or of all. Raises SettingsError for an own file that is wrong."""
    helplines.must_be_right()
    found = [each for each in helplines.lines() if country in {"", each.country}]
    if not found:
        raise SettingsError(f"No number is known for {country}. Write it into helplines.toml in HOMELINE_DATA.")
    return [
        f"{_sees(each, today):<10} {each.country} {each.number_dial:<14} {each.name}{_dialled(each)}" for each in found
    ]


def note_dialled(folder: str, country: str, number: str, by: str, on: str, today: date) -> str:
    """Write down that somebody has dialled a number and heard the right service; what families see of it now."""
    if not folder:
        raise SettingsError(
            "HOMELINE_DATA is not set: there it is written down who dialled, where no upgrade touches it."
        )
    if not by.strip():
        raise SettingsError("Say who dialled: --by NAME.")
    day = _day(on, today)
    helplines.must_be_right()
    bare = re.sub(r"\D", "", number)
    if not any(each.is_at(country, bare) for each in helplines.lines()):
        raise SettingsError(
            f"{number} is no known number of {country or 'a country that --country names'}. `homeline helplines` lists "
            "them; a new one goes into helplines.toml in HOMELINE_DATA first."
        )
    _append(Path(folder) / DIALLED, country, bare, by.strip(), day)
    line = next(each for each in helplines.lines() if each.is_at(country, bare))
    if line.may_be_shown(today):
        return f"Families see {line.name} ({line.number_display}) until {day + helplines.DIALLED_WITHIN:%d %B %Y}."
    return f"Written down. Families do not see {line.name} all the same: its source is none ({line.status})."


def _day(on: str, today: date) -> date:
    if not on:
        return today
    try:
        day = date.fromisoformat(on) if _DAY.fullmatch(on) else None
    except ValueError:
        day = None
    if day is None or day > today:
        raise SettingsError("--on is a day that has come, such as 2026-11-02.")
    return day


def _append(path: Path, country: str, number: str, by: str, day: date) -> None:
    """Whole or not at all: a note that is cut off would hide every other."""
    before = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    named = json.dumps(by, ensure_ascii=False)
    note = f'\n[[dialled]]\ncountry = "{country}"\nnumber = "{number}"\non = {day.isoformat()}\nby = {named}\n'
    part = path.with_name(path.name + ".new")
    with part.open("w", encoding="utf-8") as file:
        file.write(before + note)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


_HEAD = "# Who dialled which helpline and heard the right service; `homeline helplines --dialled` adds to it.\n"


def _sees(line: Helpline, today: date) -> str:
    return "shown" if line.may_be_shown(today) else "hidden"


def _dialled(line: Helpline) -> str:
    return "".join(_how(line))


def _how(line: Helpline) -> Iterator[str]:
    if line.dialled_on is not None:
        yield f", dialled on {line.dialled_on:%d %B %Y}"
        if line.dialled_by:
            yield f" by {line.dialled_by}"
    elif line.status in helplines.NEVER:
        yield ", seen in no source that counts"
    else:
        yield ", dialled by nobody yet"
