"""The safeguarding file: who answers for the safety of children, and when; without it nothing starts in production."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.errors import SettingsError

# Every field, and what it is for in the words of the line that misses it.
FIELDS = {
    "contact.name": "the person who answers for the safety of children",
    "contact.reached_by": "how you and others reach that person at once, such as a phone number",
    "contact.hours": "when reports are read, as families are told it, such as “Mon-Fri 9:00-17:00”",
    "operator.organisation": "who runs this bot, as families are told it",
    "operator.country": "the country in which the families and the server are, two letters such as UZ",
    "operator.legal_basis": "the law or consent by which you may keep what families say",
    "documents.policy": "your safeguarding policy, a file",
    "documents.dpia": "your data protection impact assessment, a file",
    "documents.incident": "what you do within 72 hours after a breach, a file",
    "documents.audit": "your yearly audit, a file",
    "helplines.confirmed_by": "who had the numbers of your country dialled",
    "helplines.confirmed_on": "the day on which that was done, such as 2026-11-02",
    "signed.danger_card": "the paediatrician who signed the danger card, with the day",
    "signed.crisis_card": "the child-protection person who signed the crisis card, with the day",
}
_LONGEST = 120  # of what families are told


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """What families are told of it."""

    organisation: str
    hours: str


def read_file(path: Path) -> Safeguarding:
    """What the file says; raises SettingsError with one line for each field that is missing."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"HOMELINE_SAFEGUARDING names {path}, which cannot be read ({error.strerror}).") from None
    except ValueError as error:  # no TOML, or no UTF-8
        raise SettingsError(f"HOMELINE_SAFEGUARDING names {path}, which is not TOML: {error}.") from None
    if amiss := list(missing(found, path.parent)):
        head = f"The safeguarding file {path} is not complete; deploy/safeguarding/example.toml shows a whole one."
        raise SettingsError("\n".join([head, *(f"  {each}" for each in amiss)]))
    return Safeguarding(found["operator"]["organisation"].strip(), found["contact"]["hours"].strip())


def missing(found: dict[str, Any], folder: Path) -> Iterator[str]:
    """One line for each field that is empty or cannot be right; documents lie beside the file."""
    for name, words in FIELDS.items():
        section, _, key = name.partition(".")
        group = found.get(section)
        value = group.get(key) if isinstance(group, dict) else None
        if value is None or not str(value).strip() or "<" in str(value):
            yield f"{name} is missing: {words}."
        elif wrong := _wrong(name, value, folder):
            yield f"{name} {wrong}: {words}."


def _wrong(name: str, value: Any, folder: Path) -> str | None:
    if name == "helplines.confirmed_on":
        return None if isinstance(value, date) else "is no day"
    if not isinstance(value, str):
        return "is no text"
    if name.startswith("documents."):
        return None if (folder / value).is_file() else f"names {value}, which is not there"
    if name == "operator.country":
        return None if re.fullmatch("[A-Z]{2}", value) else "is no country"
    return "is too long" if name in {"contact.hours", "operator.organisation"} and len(value) > _LONGEST else None
