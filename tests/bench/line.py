"""A line of the table: what was measured, what it must reach, what it reached."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """How long an alert of `whose` took behind a queue, in milliseconds: where the plot goes through."""

    whose: str
    queue: int
    p50: float
    slowest: float


@dataclass(frozen=True, slots=True)
class Line:
    """One figure; `must` is empty for what is only shown beside it."""

    measure: str
    must: str
    found: str
    kept: bool = True
    point: Point | None = None


def median(values: Sequence[float]) -> float:
    """The middle of several runs."""
    return statistics.median(values)


def at_most(measure: str, most: float, found: float, unit: str, digits: int = 1) -> Line:
    """A figure that has a ceiling."""
    return Line(measure, f"≤ {most:,g} {unit}", f"{found:,.{digits}f} {unit}", found <= most)


def at_least(measure: str, least: float, found: float, unit: str, digits: int = 0) -> Line:
    """A figure that has a floor."""
    return Line(measure, f"≥ {least:,g} {unit}", f"{found:,.{digits}f} {unit}", found >= least)


def shown(measure: str, found: float, unit: str, digits: int = 0) -> Line:
    """What stands beside a figure, without a promise."""
    return Line(measure, "", f"{found:,.{digits}f} {unit}")


def table(lines: Sequence[Line]) -> str:
    """The lines as Markdown."""
    rows = [f"| {each.measure} | {each.must} | {each.found}{'' if each.kept else ' **missed**'} |" for each in lines]
    return "\n".join(["| Measure | Must reach | Reached |", "|---|---|---|", *rows])
