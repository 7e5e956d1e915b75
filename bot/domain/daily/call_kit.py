"""The call kit: one small game for three with each call, in turn, by age."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Game:
    """A game on the phone, and from which age until which it is one."""

    id: str
    youngest: int
    oldest: int


GAMES = (
    Game("peekaboo", 0, 4),
    Game("kisses", 0, 4),
    Game("animals", 0, 6),
    Game("sing", 0, 8),
    Game("show", 2, 12),
    Game("copy", 2, 8),
    Game("spy", 3, 10),
    Game("draw", 4, 14),
    Game("story", 4, 16),
    Game("riddles", 6, 18),
    Game("twenty", 7, 18),
    Game("two_true", 8, 18),
    Game("teach", 9, 18),
    Game("same_food", 3, 18),
    Game("rate", 11, 18),
    Game("plan", 11, 18),
    Game("song", 10, 18),
)


def game_for(years: int, turn: int) -> Game:
    """The next in turn for a child of so many years; none comes again before all of this age were there."""
    fitting = [each for each in GAMES if each.youngest <= years <= each.oldest] or list(GAMES)
    return fitting[turn % len(fitting)]
