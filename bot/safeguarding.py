"""The safeguarding file: who answers for the safety of children, and when; without it nothing starts in production."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
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
_DUTY = 400  # of what teachers are told
_BLANK = re.compile(r"<[^<>\n]+>")
_WITHIN = "contact.within_hours"  # may be left out
_A_DAY, _A_WEEK = 24, 168


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """What families are told of it, and in how many hours a report is answered."""

    organisation: str
    hours: str
    within: int = _A_DAY
    helplines_on: str = ""  # a day in ISO form
    signed_danger: str = ""
    signed_crisis: str = ""
    duty: dict[str, str] = field(default_factory=dict)  # by language: what the law asks of who works with children


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
    contact = found["contact"]
    within = contact.get("within_hours", _A_DAY)
    signed = found["signed"]
    return Safeguarding(
        found["operator"]["organisation"].strip(),
        contact["hours"].strip(),
        within,
        found["helplines"]["confirmed_on"].isoformat(),
        signed["danger_card"].strip()[:_LONGEST],
        signed["crisis_card"].strip()[:_LONGEST],
        found.get("duty", {}),
    )


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
    yield from _wrong_duty(found.get("duty", {}))
    contact = found.get("contact")
    within = contact.get("within_hours", _A_DAY) if isinstance(contact, dict) else _A_DAY
    if type(within) is not int or not 1 <= within <= _A_WEEK:
        yield f"{_WITHIN} is no whole number from 1 to {_A_WEEK}: in how many hours a report is answered."


def _wrong_duty(duty: Any) -> Iterator[str]:
    """It may be left out; what is there is read by teachers, each in their language."""
    words = duty.items() if isinstance(duty, dict) else [("", None)]
    for language, text in words:
        if not re.fullmatch("[a-z]{2}(_[A-Za-z]{2,4})?", language):
            yield f"duty.{language} is no language, such as zh_Hans: what the law asks of who works with children."
        elif not isinstance(text, str) or not 0 < len(text.strip()) <= _DUTY or "<" in text:
            yield f"duty.{language} is no text of at most {_DUTY} signs: what the law asks of who works with children."


def _document(folder: Path, name: str, *, at_once: bool) -> str | None:
    """A template in which blanks are left says nothing yet; the audit is filled in at the end of the year."""
    path = folder / name
    if not path.is_file():
        return f"names {name}, which is not there"
    try:
        text = path.read_text(encoding="utf-8")
    except ValueError:  # no text, so no template of ours
        return None
    if not text.strip():
        return f"names {name}, which is empty"
    blanks = len(_BLANK.findall(text)) if at_once else 0
    return f"names {name}, where {blanks} of the < > are not filled in yet" if blanks else None


def _wrong(name: str, value: Any, folder: Path) -> str | None:
    if name == "helplines.confirmed_on":
        return None if isinstance(value, date) else "is no day"
    if not isinstance(value, str):
        return "is no text"
    if name.startswith("documents."):
        return _document(folder, value, at_once=name != "documents.audit")
    if name == "operator.country":
        return None if re.fullmatch("[A-Z]{2}", value) else "is no country"
    return "is too long" if name in {"contact.hours", "operator.organisation"} and len(value) > _LONGEST else None
