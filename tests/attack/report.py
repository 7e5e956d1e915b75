"""The table: a line for each attack; what went wrong in a round with two of them stands in both lines."""

from collections.abc import Iterable

from tests.attack.rounds import Round

HEAD = ("attack", "rounds", "tried", "owed", "lost", "twice", "may be twice", "leaked", "late")
HOW = (
    "tried: what the attacker did · owed: words that somebody had to read, each counted by reader · lost: never read · "
    "twice: read once too often · may be twice: sends without a known outcome, and messages deleted before they were "
    "changed · leaked: on a phone that must not have it, edits and button answers included · late: a danger card or an "
    "alert more than 1 s after it was due while all was well, 15 s after it was so again, 65 s where the line "
    "took some and lost others, and a minute more where the 🤒 had to wait"
)


def table(rounds: Iterable[Round]) -> str:
    """All of it."""
    found: dict[str, list[int]] = {}
    for each in rounds:
        for name, tried in each.tried.items():
            line = found.setdefault(name, [0] * (len(HEAD) - 1))
            cost = each.balance
            counts = (
                1, tried, cost.owed, len(cost.lost), len(cost.twice), cost.unknown, len(cost.leaked), len(cost.late)
            )  # fmt: skip
            line[:] = [before + more for before, more in zip(line, counts, strict=True)]
    lines = [HEAD, *((name, *map(str, counts)) for name, counts in sorted(found.items()))]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    )
