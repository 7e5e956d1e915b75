"""Some harder days: against this child's own weeks, gaps as gaps, each level once."""

from datetime import date, timedelta

import pytest

from bot.domain.daily.news import Seen
from bot.domain.daily.trends import Day, Level, has_enough, is_new, level, tell
from tests.domain.family import FATHER, GRANDMA, MOTHER, NOW, adult, people, whole

TODAY = date(2026, 11, 27)  # a Friday
FACES = {"G": "great", "W": "well", "H": "hard", "S": "sad"}


def days(faces: str, seen: dict[int, Seen] | None = None) -> list[Day]:
    """A letter for each day up to today, a dot where nobody answered."""
    ago = len(faces) - 1
    return [
        Day(TODAY - timedelta(days=ago - at), FACES[face], [(seen or {})[at]] if at in (seen or {}) else [])
        for at, face in enumerate(faces)
        if face != "."
    ]


@pytest.mark.parametrize(
    ("faces", "found"),
    [
        ("", Level.NONE),
        ("SSS", Level.NONE),  # too few answers
        ("WWWH", Level.NONE),
        ("WWHH", Level.TALK),
        ("WHWH", Level.TALK),
        ("WHHW", Level.TALK),  # two of the last three
        ("HHWW", Level.NONE),
        ("W..H....H", Level.NONE),  # three answers are too few, however the days are counted
        ("WW.H....H", Level.TALK),  # gaps are gaps
        ("GGGGGS", Level.TALK),  # three steps below their own weeks
        ("GGGGGH", Level.TALK),
        ("WWWWWS", Level.TALK),
        ("GWWWWH", Level.NONE),
        ("HHHH" + "." * 26, Level.NONE),  # long ago
        ("HHHHHHHHHHHHHH", Level.TALK),  # two weeks, and nothing else has changed
    ],
)
def test_the_levels(faces: str, found: Level) -> None:
    assert level(days(faces), TODAY) == found


@pytest.mark.parametrize(
    ("faces", "enough"),
    [("", False), ("WWW", False), ("SSS", False), ("WWWW", True), ("W..H....H", False), ("HHHH" + "." * 26, False)],
)
def test_fewer_than_four_answers_in_four_weeks_are_too_few_whatever_they_are(faces: str, enough: bool) -> None:
    assert has_enough(days(faces), TODAY) is enough


@pytest.mark.parametrize(
    ("faces", "seen", "found"),
    [
        ("HHHHHHHHHHHHHH", {3: Seen.SLEPT}, Level.REACH_OUT),
        ("HWHHWHHWHHWHH", {3: Seen.LITTLE}, Level.REACH_OUT),  # most days, not all
        ("H...H...H...H", {0: Seen.ALONE}, Level.REACH_OUT),
        ("WHWHWHWHWHWHWH", {3: Seen.SLEPT}, Level.TALK),  # half of them is not most
        ("....HHHHHHHHHH", {6: Seen.SLEPT}, Level.TALK),  # not two weeks yet
        ("HHHHHHHHHHHHHH", {3: Seen.CRIED}, Level.TALK),  # no change of sleep, food, school or being alone
        ("HHHHHHHHHHHHHH", {1: Seen.FREE}, Level.TALK),  # no school on a Saturday is none
        ("HHHHHHHHHHHHHH", {4: Seen.FREE}, Level.REACH_OUT),
        ("W" * 14 + "H" * 14, {3: Seen.SLEPT, 20: Seen.SLEPT}, Level.TALK),  # as before
        ("W" * 14 + "H" * 14, {3: Seen.SLEPT, 20: Seen.SLEPT, 24: Seen.LITTLE}, Level.REACH_OUT),
    ],
)
def test_two_weeks_and_a_change(faces: str, seen: dict[int, Seen], found: Level) -> None:
    assert level(days(faces, seen), TODAY) == found


@pytest.mark.parametrize(
    ("found", "told", "ago", "new"),
    [
        (Level.TALK, Level.NONE, None, True),
        (Level.NONE, Level.NONE, None, False),
        (Level.TALK, Level.TALK, 3, False),
        (Level.TALK, Level.TALK, 8, True),  # there was none of it for a week
        (Level.REACH_OUT, Level.TALK, 1, True),
        (Level.TALK, Level.REACH_OUT, 1, False),  # who reads of two weeks needs no word that it is less
    ],
)
def test_each_level_once_until_it_changes(found: Level, told: Level, ago: int | None, new: bool) -> None:
    assert is_new(found, told, None if ago is None else NOW - timedelta(days=ago), NOW) is new


def test_the_parents_hear_of_it_and_nobody_else() -> None:
    assert [each.to for each in tell(whole(), adult(GRANDMA), Level.TALK, NOW)] == [MOTHER, FATHER]
    assert GRANDMA not in people(whole().parents)
