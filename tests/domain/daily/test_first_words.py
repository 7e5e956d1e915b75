"""Which three sentences are there for a child of an age, after a day like this."""

from itertools import combinations

import pytest

from bot.domain.daily.first_words import HEAVY, LIGHT, SENTENCES, choose

QUIET = {each.name for each in SENTENCES if each.on & {"ill"}}
CHEERFUL = {
    "what_was_funny",
    "what_on_the_way",
    "my_supper",
    "which_music",
    "what_played",
    "friends_played",
    "what_made",
}


@pytest.mark.parametrize("years", range(19))
def test_for_every_age_and_day_there_are_three_that_fit(years: int) -> None:
    things = (*LIGHT, *HEAVY, "hard", "ill")
    known = {each.name: each for each in SENTENCES}
    days = [frozenset(each) for count in range(3) for each in combinations(things, count)]
    for happened in [*days, frozenset(things)]:
        for day in range(7):
            words = choose(years, happened, day)
            assert len(set(words)) == 3, (years, happened)
            for each in words:
                assert known[each].youngest <= years <= known[each].oldest
                assert not known[each].on or known[each].on & happened
            if "ill" in happened:
                assert set(words) <= QUIET
            elif "hard" in happened:
                assert not set(words) & CHEERFUL


def test_what_was_seen_comes_first_and_what_is_heavy_only_after_it() -> None:
    assert choose(8, {"cried", "outside", "made"}, 0)[:2] == ("what_made", "what_played")
    assert choose(8, {"cried"}, 0)[0] == "i_have_time"
    assert choose(14, {"friends"}, 0)[0] == "friends_how"


@pytest.mark.parametrize(("years", "weeks"), [(1, 3), (6, 10), (14, 8)])
def test_who_reads_one_each_sunday_reads_another_for_weeks(years: int, weeks: int) -> None:
    assert len({choose(years, (), 740_000 + 7 * week)[0] for week in range(weeks)}) == weeks


def test_on_another_evening_there_are_others() -> None:
    assert len({choose(8, (), day) for day in range(4)}) > 1
    assert len({choose(14, {"hard"}, day) for day in range(4)}) > 1
