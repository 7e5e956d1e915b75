"""Answers as teachers write them, and the hours until which they count."""

from datetime import UTC, datetime

import pytest

from bot.domain.school.notice_choices import (
    LONGEST,
    Wrong,
    choices_in,
    deadline,
    deadline_days,
    deadline_hours,
    may_be_said,
    tell_outcome,
)
from tests.domain.family import MOTHER

SHANGHAI = "Asia/Shanghai"
EVENING = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)  # 21:30 at school


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bus\nWalk", ("Bus", "Walk")),
        ("1. Bus\n2) Walk\n- Car\n4、Bike\n5️⃣ Boat", ("Bus", "Walk", "Car", "Bike", "Boat")),
        ("坐校车，走路，家里来接", ("坐校车", "走路", "家里来接")),
        ("Bus / Walk, slowly", ("Bus", "Walk, slowly")),
        ("  Bus  \n\n bus \n By   car", ("bus", "By car")),
        ("3 yuan\n5 yuan", ("3 yuan", "5 yuan")),
        ("Bus", Wrong.FEW),
        ("", Wrong.FEW),
        ("1.\n2.", Wrong.FEW),
        ("a\nb\nc\nd\ne\nf", Wrong.MANY),
        (f"a\n{'x' * (LONGEST + 1)}", Wrong.LONG),
        (f"a\n{'x' * LONGEST}", ("a", "x" * LONGEST)),
    ],
)
def test_a_line_is_an_answer(text: str, found: object) -> None:
    assert choices_in(text) == found


def test_only_what_was_offered_is_an_answer() -> None:
    assert [may_be_said(each, ("a", "b")) for each in ("1", "2", "3", "0", "yes")] == [True, True, False, False, False]
    assert [may_be_said(each, ()) for each in ("yes", "no", "1")] == [True, True, False]


def test_only_hours_that_are_still_to_come_are_offered() -> None:
    days = deadline_days(EVENING, SHANGHAI)
    assert deadline_hours(days[0], EVENING, SHANGHAI)[:1] in ([22], [5])
    assert days == sorted(days)
    assert deadline(2026112322, EVENING, SHANGHAI) == datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
    for number in (2026112321, 2026112299, 2027112318, 20261124, 2026112403):
        assert deadline(number, EVENING, SHANGHAI) is None


def test_the_outcome_is_one_message() -> None:
    first, second = tell_outcome(1, [MOTHER]), tell_outcome(1, [MOTHER])
    assert [each.card for each in (*first, *second)] == ["notice_outcome:1"] * 2
