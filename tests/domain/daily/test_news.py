"""In which words news is told: each of the ways before one comes again."""

from bot.domain.daily.news import WAYS, next_way


def test_the_first_news_of_a_family_is_said_in_the_first_way() -> None:
    assert next_way([[]]) == 0
    assert next_way([]) == 0


def test_in_a_month_each_way_comes_before_one_comes_again() -> None:
    told: list[int] = []
    for _ in range(31):
        told.insert(0, next_way([told[:WAYS]]))

    assert [set(told[at : at + WAYS]) for at in range(31 - WAYS)] == [set(range(WAYS))] * (31 - WAYS)


def test_what_is_said_of_several_children_at_once_is_new_to_each_of_them() -> None:
    assert next_way([[3, 2, 1], [0, 5]]) == 4
    assert next_way([[0, 1, 2], [3, 4, 5]]) in {2, 5}  # all were said: what is longest ago
