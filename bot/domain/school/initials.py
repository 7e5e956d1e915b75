"""With which letter a child's surname begins: a family chooses it among all letters there are, and so learns nothing of
the class; by it, the year of birth and the call name the teacher is shown which line of the list the child may be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from bot.domain.notifications import Event, Told
from bot.domain.school.rosters import Line

LETTERS = ascii_uppercase
_CHINESE = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class InitialTaken(Event):
    """The family has chosen one; they read the same whatever stands on the list."""

    while_stopped = Told.AT_HOME
    enrolment_id: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A child who waits to come into a class, or is in it and stands on no line; `line` where it is tied already."""

    enrolment_id: int
    called: str
    year: int
    initial: str | None
    waits: bool
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list with the letters with which its surname may begin; `free` while it is no child's."""

    line: Line
    initials: frozenset[str]
    free: bool


def fitting(claim: Claim, lines: Mapping[int, Listed]) -> list[int]:
    """The lines that may be this child, by what the family has said."""
    return [key for key, each in lines.items() if each.free and _fits(claim, each)]


def sure(claims: Iterable[Claim], lines: Mapping[int, Listed]) -> dict[int, int | None]:
    """Who can be taken in with all others, and as which line: none where there is no list.

    One of the lines that fit holds the name by which the child is called, and nobody else could be it.
    """
    every = list(claims)
    found: dict[int, int | None] = {}
    for claim in every:
        fits = [each for each in fitting(claim, lines) if _is_called_so(claim, lines[each])]
        if not claim.waits:
            continue
        if claim.line is not None or not lines:
            found[claim.enrolment_id] = claim.line
        elif len(fits) == 1 and _is_only_one(claim, lines[fits[0]], every):
            found[claim.enrolment_id] = fits[0]
    return found


def _is_only_one(claim: Claim, listed: Listed, every: list[Claim]) -> bool:
    """Another child of that call name could be it, too: with the same letter, or without one."""
    others = [each for each in every if each is not claim and each.line is None]
    return not any(_is_called_so(each, listed) and (not each.initial or _fits(each, listed)) for each in others)


def _fits(claim: Claim, listed: Listed) -> bool:
    return claim.initial in listed.initials and listed.line.year in {None, claim.year}


def _is_called_so(claim: Claim, listed: Listed) -> bool:
    called, written = claim.called.casefold(), listed.line.name.casefold()
    if _CHINESE.search(called):
        return called in written
    return set(called.split()) <= set(re.split(r"[\s,-]+", written))
