"""Menus that grow with the children, classes and people around somebody: so many rows, and 🔄 for the others."""

from collections.abc import Sequence
from typing import TypeVar

ROWS = 14  # what a thumb still scrolls; three children of a parent fit
BUTTONS = 60  # Telegram takes 100

# Each shows only what its reader may see at that moment, so it may be shown again by page.
GROWING = frozenset(
    {
        "CircleChildAsked",
        "CircleShown",
        "ConsentsShown",
        "EraseAsked",
        "HelpShown",
        "HomeShown",
        "IllChildAsked",
        "InviteRoleAsked",
        "ItemsShown",
        "LetterChildAsked",
        "LogChildAsked",
        "NoticeClassAsked",
        "PleaseCallChildAsked",
        "PromiseAsked",
        "PromiseDayAsked",
        "PupilAsked",
        "PupilClassAsked",
        "StopAsked",
        "StrayReceived",
        "TimesShown",
    }
)

Row = TypeVar("Row", bound=Sequence[object])


def pages(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """The rows by page, in their order; one page nearly always."""
    if len(rows) <= ROWS + 1 and sum(map(len, rows)) <= BUTTONS:
        return [tuple(rows)]
    found: list[list[Row]] = [[]]
    for row in rows:
        if len(found[-1]) == ROWS or sum(map(len, found[-1])) + len(row) > BUTTONS:
            found.append([])
        found[-1].append(row)
    return [tuple(each) for each in found]
