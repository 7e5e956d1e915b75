"""Menus that grow with the children, classes and people around somebody: so many rows, and 🔄 for the others."""

from collections.abc import Sequence
from typing import TypeVar

ROWS = 14  # what a thumb still scrolls; three children of a parent fit
BUTTONS = 60
MOST = 96  # Telegram takes 100; 🔄, home and help stand below

# Each shows only what its reader may see at that moment, so it may be shown again by page.
GROWING = frozenset(
    {
        "CircleChildAsked",
        "CircleShown",
        "ConsentsShown",
        "DraftsShown",
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
        "SettingsShown",
        "StopAsked",
        "StrayReceived",
    }
)

Row = TypeVar("Row", bound=Sequence[object])


def pages(rows: Sequence[Row], *, growing: bool = True) -> list[tuple[Row, ...]]:
    """The rows by page, in their order; one page nearly always.

    What does not grow, or turns pages of its own (a roll call, where every child is one tap away), stays whole as far
    as Telegram takes it.
    """
    height, most = (ROWS, BUTTONS) if growing else (MOST, MOST)
    if len(rows) <= height + 1 and sum(map(len, rows)) <= most:
        return [tuple(rows)]
    found: list[list[Row]] = [[]]
    for row in rows:
        if len(found[-1]) == height or sum(map(len, found[-1])) + len(row) > most:
            found.append([])
        found[-1].append(row)
    return [tuple(each) for each in found]
