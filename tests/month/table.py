"""What a month is judged by, kind by kind."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from tests.month.run import WEEKS, Seen
from tests.month.told import LEAST as LEAST_CARRIED
from tests.month.town import KINDS, Family
from tests.month.watch import Ledger

AT_MOST, LEAST, MOST = 8, 2, 14  # messages a week: guardians, and parents from–to
DAY = timedelta(days=1)
# The next question may be a day away, then grace, the soft step, and a night.
FIRST = 2 * DAY + timedelta(hours=6 + 9 + 1)
FIRST_EVER = 3 * DAY + timedelta(hours=9 + 1)  # 48 hours after the first question
AGAIN = 7 * DAY + timedelta(hours=10)

HEAD = (
    "kind",
    "families",
    "false",
    "silence told",
    "told again",
    "home/week",
    "parents/week",
    "by night",
    "presses",
    "unseen",
)


def table(months: Sequence[Seen]) -> tuple[list[str], list[str]]:
    """The lines for what was seen side by side, and every fault in words."""
    rows: list[tuple[object, ...]] = [HEAD]
    faults: list[str] = []
    for kind in KINDS:
        town = [(month, each) for month in months for each in month.town if each.kind == kind]
        if town:
            rows.append(_row(kind, town))
            faults += [f"{kind}: {each}" for month, family in town for each in _faults(month, family)]
    news = [each.news for month in months for each in month.ledgers.values()]
    count, carried = sum(each.count for each in news), sum(each.carried for each in news)
    if carried < LEAST_CARRIED * count:
        faults.append(f"news: {carried} of {count} carry something beside the face")
    widths = [max(len(str(row[place])) for row in rows) for place in range(len(HEAD))]
    lines = ["  ".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines += [
        "",
        f"the same news twice in a row on one phone: {sum(len(each.twice) for each in news)} of {count}",
        f"news with something beside the face: {carried / max(count, 1):.0%} (at least {LEAST_CARRIED:.0%})",
    ]
    return lines, faults


def _row(kind: str, town: list[tuple[Seen, Family]]) -> tuple[object, ...]:
    ledgers = [each for month, family in town for each in _of(month, family)]
    begun = [(each.parent, each.weeks(month.begin, WEEKS)) for month, family in town for each in _of(month, family)]
    home, far = (
        sorted(week.total() for parent, weeks in begun if parent == wanted for week in weeks)
        for wanted in (False, True)
    )
    said = [each for ledger in ledgers for each in ledger.faults]
    gaps = [gap for month, family in town for gap in _gaps(month, family)]
    least = min(
        each.quietest(month.begin, WEEKS) for month, family in town for each in _of(month, family) if each.parent
    )
    return (
        kind,
        len(town),
        sum(each.startswith("false") for each in said),
        _longest(gap for first, gap in gaps if first),
        _longest(gap for first, gap in gaps if not first),
        f"{home[len(home) // 2]}, at most {home[-1]}",
        f"≥ {least}, begun ≤ {far[-1]}",
        sum(each.startswith("night") for each in said),
        sum(each.presses for each in ledgers),
        sum(each.startswith("unanswered") for each in said),
    )


def _longest(gaps: Iterator[timedelta]) -> str:
    longest = max(gaps, default=None)
    return "" if longest is None else f"≤ {longest / DAY:.1f} days"


def _of(month: Seen, family: Family) -> list[Ledger]:
    return [month.ledgers[each.spec.id] for each in (*family.parents, *family.guardians)]


def _gaps(month: Seen, family: Family) -> Iterator[tuple[bool, timedelta]]:
    """How long parents waited, from the last sign of life to the first word of the silence, and from word to word."""
    if family.kind not in {"silent", "never"}:
        return
    end = month.begin + WEEKS * 7 * DAY
    since = family.heard[-1] if family.heard else month.begin
    for ledger in _of(month, family):
        if ledger.parent:
            told = [since, *(each for each in ledger.told if each > since), end]
            for place, (one, other) in enumerate(pairwise(told)):
                yield place == 0, other - one


def _faults(month: Seen, family: Family) -> Iterator[str]:
    first = FIRST if family.heard else FIRST_EVER
    for is_first, gap in _gaps(month, family):
        if gap > (first if is_first else AGAIN):
            yield f"silence: {gap} until it was told {'at all' if is_first else 'again'}"
    for ledger in _of(month, family):
        name = ledger.adult.spec.first_name
        yield from (f"{name}: {each}" for each in ledger.faults)
        if ledger.parent and ledger.quietest(month.begin, WEEKS) < LEAST:
            yield f"{name}: {ledger.quietest(month.begin, WEEKS)} messages in a week"
        for day, kinds in enumerate(ledger.weeks(month.begin, WEEKS), start=1):
            number = kinds.total()
            if number > (MOST if ledger.parent else AT_MOST):
                yield f"{name}: {number} messages in the week from day {day}: {dict(kinds)}"
