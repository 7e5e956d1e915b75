"""When two hard weeks in a row are a reason to say who can help."""

from datetime import timedelta

import pytest

from bot.domain.daily.own_weeks import OwnWeek, Week, needs_help, next_question
from tests.domain.family import LILY, NOW

G, F, H = Week.GOOD, Week.FAIR, Week.HARD


def weeks(*faces: Week | None, helped: int = -1, days: int = 7) -> list[OwnWeek]:
    return [
        OwnWeek(9 - ago, 3, NOW - timedelta(days=days * ago), face, helped=ago == helped)
        for ago, face in enumerate(faces)
    ]


@pytest.mark.parametrize(
    ("asked", "helps"),
    [
        (weeks(H), False),
        (weeks(F, H), False),
        (weeks(H, F, H), False),
        (weeks(H, None, H), False),  # a week without an answer is no hard one
        (weeks(H, H), True),
        (weeks(H, H, G), True),
        (weeks(H, H, H, helped=1), False),  # once for each run
        (weeks(H, H, helped=0), False),  # tapped again
        (weeks(H, H, G, H), True),
        (weeks(H, H, days=20), False),  # not in a row
    ],
)
def test_two_hard_weeks_in_a_row_and_once_for_each_run(asked: list[OwnWeek], helps: bool) -> None:
    assert needs_help(asked) is helps


def test_it_comes_after_the_days_question_on_the_guardians_own_clock() -> None:
    assert next_question(NOW, LILY, "Asia/Shanghai") - NOW == timedelta(hours=23, minutes=40)  # 19:40 tomorrow
