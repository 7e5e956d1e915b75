"""One child in two circles: two parents have each added it, and whoever looks after it is in both.

Nothing goes from one circle to the other: neither parent may learn of the other's by this. What one adult says of the
child is said in each circle in which that adult is, as if they had tapped twice.
"""

from dataclasses import dataclass

from bot.domain.circle.circles import Child
from bot.domain.names import skeleton
from bot.domain.notifications import Event, Told


@dataclass(frozen=True, slots=True)
class SameChildAsked(Event):
    """Whoever has just come into a second circle around a child of this name: is it the same one?"""

    while_stopped = Told.EVERYBODY
    child_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class SameChildSaid(Event):
    """In place of the question: what follows from the answer."""

    while_stopped = Told.EVERYBODY
    same: bool


def may_be_same(one: Child, other: Child) -> bool:
    """Whether it is worth asking."""
    return one.id != other.id and skeleton(one.name) == skeleton(other.name)


def counts_as_same(one: Child, other: Child, *, said: bool | None) -> bool:
    """Until it was said: of one name and age, for a parent would rather hear too much of an illness than nothing."""
    if said is not None:
        return said
    months = {one.birth_month, other.birth_month} - {None}
    return may_be_same(one, other) and one.birth_year == other.birth_year and len(months) < 2
