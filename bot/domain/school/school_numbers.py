"""📞 The number of a school's office: whoever leads it types it, and families read it where somebody should phone."""

import re
import unicodedata
from dataclasses import dataclass

from bot.domain.notifications import Event, Told

STATE = "school_number"  # the dialogue in which it is typed
_FEWEST, _MOST = 5, 15  # digits of a number that is dialled
# A number as people write it, and perhaps who is asked for then: “0551-123 4567 ext. 12”, “转 8001”, “доб. 3”.
_NUMBER = re.compile(r"\+?\(?\d[\d ().\-–/]{3,28}\d(?: *(?:ext\.?|x|#|转|доб\.?|ichki) *\d{1,6})?", re.IGNORECASE)
_BEHIND = re.compile(r"(?:ext\.?|x|#|转|доб\.?|ichki).*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SchoolNumberShown(Event):
    """To whoever leads the school: which number families read, and how to change it."""

    while_stopped = Told.NOBODY
    school_id: int


@dataclass(frozen=True, slots=True)
class SchoolNumberAsked(Event):
    """Which number is it? `again` where what came held none, or several."""

    while_stopped = Told.NOBODY
    school_id: int
    again: bool = False


def number_in(text: str) -> str:
    """The one telephone number in a text, as it is written there; empty where there is none, or more than one."""
    found = [each.strip() for each in _NUMBER.findall(_plain(text)) if _can_be_dialled(each)]
    return found[0] if len(found) == 1 else ""


def _plain(text: str) -> str:
    """Digits and signs of any keyboard as those that a telephone has; one space where there are several."""
    words = unicodedata.normalize("NFKC", text)
    return " ".join("".join(str(unicodedata.decimal(each, each)) for each in words).split())


def _can_be_dialled(number: str) -> bool:
    return _FEWEST <= len(re.sub(r"\D", "", _BEHIND.sub("", number))) <= _MOST
