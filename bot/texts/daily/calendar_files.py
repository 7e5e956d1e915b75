"""A date as a file that every calendar reads (RFC 5545): events in UTC, without an alarm, a place or a guest."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from bot.domain import emoji
from bot.texts.message import Button, Media, Message, button
from bot.texts.reader import Reader

_LINE = 75  # octets; what is longer goes on in the next line, behind a space


Entry = tuple[str, str, datetime | date, datetime | date]  # its own name, what it says, from when until when


def calendar_of(uid: str, summary: str, begin: datetime | date, end: datetime | date, now: datetime) -> bytes:
    """An event with a time, or of whole days."""
    return calendar([(uid, summary, begin, end)], now)


def calendar(entries: Sequence[Entry], now: datetime) -> bytes:
    """Several events in one file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Homeline//Homeline//EN"]
    for uid, summary, begin, end in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}@homeline.invalid",
            f"DTSTAMP:{_instant(now)}",
            f"DTSTART{_value(begin)}",
            f"DTEND{_value(end)}",
            f"SUMMARY:{_escaped(summary)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(each)}\r\n" for each in lines).encode()


def calendar_button(reader: Reader, verb: str, number: int) -> Button:
    """📅"""
    # L10N: a button: the date as a file for the calendar of this phone.
    return button(f"{emoji.CALENDAR} " + reader.label("Calendar"), verb, number)


def calendar_file(reader: Reader, content: bytes) -> Message:
    """It, and what to do with it."""
    # L10N: to a parent, below a file with one date in it, which a phone's calendar can take.
    text = reader.say("Open it with your calendar.")
    return Message(f"{emoji.CALENDAR} {text}", media=Media("document", content=content, name="homeline.ics"))


def _value(at: datetime | date) -> str:
    return f":{_instant(at)}" if isinstance(at, datetime) else f";VALUE=DATE:{at:%Y%m%d}"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    parts, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LINE:
            parts.append("")
            size = 1
        parts[-1] += sign
        size += width
    return "\r\n ".join(parts)


def whole_days(first: date, until: date | None) -> tuple[date, date]:
    """From a day until the day after the last one, as the format wants it."""
    return first, max(until or first, first + timedelta(days=1))
