"""The call kit: a game for every age, none again before all of it were there."""

import pytest

from bot.domain.daily.call_kit import GAMES, game_for


@pytest.mark.parametrize("years", range(19))
def test_every_age_has_several_games_and_all_of_them_come_in_turn(years: int) -> None:
    turns = [game_for(years, turn).id for turn in range(40)]
    kinds = len(set(turns))
    assert kinds >= 4
    assert len(set(turns[:kinds])) == kinds
    assert turns[kinds] == turns[0]


def test_there_are_enough() -> None:
    assert len({each.id for each in GAMES}) >= 12
