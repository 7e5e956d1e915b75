"""What stands on the school's papers, a class's poster and its slips, in each language of the school."""

from dataclasses import replace

from bot.db import installation
from bot.i18n import catalogue
from bot.queries.school.schools import School
from bot.texts.inviting import READ_IN
from bot.texts.reader import Reader


def readers(reader: Reader, school: School) -> list[Reader]:
    """The same reader in the school's languages: the one that most people read there, and the teacher's own."""
    place = READ_IN.get(school.country or reader.person.country or "", reader.person.language)
    languages = dict.fromkeys([place, reader.person.language])
    return [Reader(reader.tx, replace(reader.person, language=each), catalogue(each)) for each in languages]


def steps(each: list[Reader], last: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What the three drawings say, each in every language; the third is not the same on every paper."""
    # L10N: on a paper from the school, below or beside a drawing of a phone that reads a QR code. Very short.
    scan = tuple(reader.label("Open the camera, scan the code") for reader in each)
    # L10N: on a paper from the school, below or beside a drawing of a phone. “Start” is Telegram's button. Very short.
    start = tuple(reader.label("Tap Start") for reader in each)
    return scan, start, last


def our_name(reader: Reader) -> str:
    """The bot's name in Telegram."""
    return f"@{installation.get(reader.tx, 'username')}"
