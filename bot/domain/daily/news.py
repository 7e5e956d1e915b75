"""News has several ways to say the same, and takes one after the other."""

from collections.abc import Sequence

WAYS = 6


def next_way(told: Sequence[Sequence[int]]) -> int:
    """The way that was said longest ago about each of these children; `told` are theirs, the newest first."""

    def age(way: int) -> int:
        return min((ways.index(way) if way in ways else WAYS for ways in map(list, told)), default=WAYS)

    return max(range(WAYS), key=age)
