"""Check-ins: when one is due, reminded of and missed, what a written answer means, and who hears which news."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.daily.check_ins import (
    CheckIn,
    CheckInAnswered,
    CheckInAsked,
    CheckInState,
    Face,
    answered_with,
    due,
    face_in_words,
    grace_from,
    kind_hour,
    news_of,
    remind_at,
    tell_answered,
    tell_asked,
    who_was_asked,
)
from bot.domain.daily.one_card import CARD
from bot.domain.notifications import Lane
from tests.domain.family import AUNT, FATHER, GRANDMA, GRANDPA, MOTHER, NOBODY, NOW, adult, circle, told, whole

SHANGHAI, CHISINAU = "Asia/Shanghai", "Europe/Chisinau"
TODAY = CheckIn(1, 7, "2026-11-23", "evening", CheckInState.ASKED, NOW)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "minute", "due_at"),
    [
        ("Europe/Chisinau", date(2026, 3, 28), 18 * 60, "2026-03-28T16:00"),
        ("Europe/Chisinau", date(2026, 3, 29), 18 * 60, "2026-03-29T15:00"),
        ("Europe/Chisinau", date(2026, 3, 29), 2 * 60 + 30, "2026-03-29T00:30"),
        ("Europe/Chisinau", date(2026, 10, 24), 18 * 60, "2026-10-24T15:00"),
        ("Europe/Chisinau", date(2026, 10, 25), 18 * 60, "2026-10-25T16:00"),
        ("America/Mexico_City", date(2026, 3, 8), 18 * 60, "2026-03-09T00:00"),
        ("Asia/Shanghai", date(2026, 10, 25), 18 * 60, "2026-10-25T10:00"),
    ],
    ids=[
        "the evening before the short night",
        "the evening after the short night",
        "a minute that the clocks skip",
        "the evening before the long night",
        "the evening after the long night",
        "a country without summer time",
        "a country that never had it",
    ],
)
def test_grace_is_added_to_the_instant_and_not_to_the_wall_clock(
    zone: str, day: date, minute: int, due_at: str
) -> None:
    wanted = datetime.fromisoformat(due_at).replace(tzinfo=UTC)

    found = due(day, minute, zone)

    assert found == wanted
    assert grace_from(found, []) == wanted + timedelta(hours=24)


@pytest.mark.parametrize(
    ("delays", "grace"),
    [
        ([], 24),
        ([100, 100], 24),
        ([1, 2, 1, 2, 1, 1, 2, 2, 1, 1, 2, 1], 24),
        ([1, 1, 1, 1, 1, 96, 1, 1, 1, 1, 1, 1], 24),
        ([0, 24, 48, 72, 96, 120, 144], 192),
        ([0, 24, 48, 72, 96, 120, 144, 0, 24, 48, 72, 96], 192),
        ([240] * 12, 9 * 24),
    ],
    ids=["no answer yet", "too few", "at once", "one late day", "weekly once", "weekly", "never more than nine days"],
)
def test_grace_is_learned_from_real_answers(delays: list[int], grace: int) -> None:
    found = grace_from(NOW, [timedelta(hours=each) for each in delays])

    assert found == NOW + timedelta(hours=grace)


@pytest.mark.parametrize(
    ("asked", "zone", "reminded"),
    [
        ("2026-11-22T23:00", SHANGHAI, "2026-11-23T02:00"),
        ("2026-11-23T10:00", SHANGHAI, "2026-11-23T13:00"),
        ("2026-11-23T10:01", SHANGHAI, "2026-11-24T00:00"),
        ("2026-11-23T13:00", SHANGHAI, "2026-11-24T00:00"),
        ("2026-11-23T15:30", SHANGHAI, "2026-11-24T00:00"),
        ("2026-10-24T15:00", CHISINAU, "2026-10-24T18:00"),
        ("2026-10-24T15:01", CHISINAU, "2026-10-25T06:00"),
        ("2027-03-27T16:01", CHISINAU, "2027-03-28T05:00"),
        ("2026-12-31T14:00", SHANGHAI, "2027-01-01T00:00"),
    ],
    ids=[
        "asked at seven",
        "up to nine in the evening",
        "a minute later, so next morning",
        "three hours end at midnight",
        "three hours end after midnight",
        "before the long night",
        "over the long night",
        "over the short night",
        "over the year's end",
    ],
)
def test_the_one_reminder_comes_after_three_hours_or_next_morning(asked: str, zone: str, reminded: str) -> None:
    assert remind_at(utc(asked), zone) == utc(reminded)


@pytest.mark.parametrize(
    ("now", "zone", "then"),
    [
        ("2026-11-22T22:00", SHANGHAI, "2026-11-22T22:00"),
        ("2026-11-23T13:00", SHANGHAI, "2026-11-23T13:00"),
        ("2026-11-23T13:01", SHANGHAI, "2026-11-24T00:00"),
        ("2026-11-23T16:00", SHANGHAI, "2026-11-24T00:00"),
        ("2026-11-23T21:59", SHANGHAI, "2026-11-24T00:00"),
        ("2026-10-25T00:30", CHISINAU, "2026-10-25T06:00"),
        ("2027-03-28T00:30", CHISINAU, "2027-03-28T05:00"),
    ],
    ids=["six", "nine in the evening", "after nine", "midnight", "before six", "the long night", "the short night"],
)
def test_what_is_late_wakes_nobody_at_home(now: str, zone: str, then: str) -> None:
    assert kind_hour(utc(now), zone) == utc(then)


@pytest.mark.parametrize(
    ("said", "face"),
    [
        ("1", Face.GREAT),
        ("4", Face.SAD),
        ("5", None),
        ("0", None),
        ("12", None),
        ("👍", Face.WELL),
        ("👍🏽", Face.WELL),
        (" OK. ", Face.WELL),
        ("好", Face.WELL),
        ("да", Face.WELL),
        ("no", None),
        ("", None),
    ],
)
def test_a_number_or_a_yes_means_a_face(said: str, face: Face | None) -> None:
    assert face_in_words(said, health_notes=True) == face


def test_without_health_notes_a_yes_means_as_usual() -> None:
    assert face_in_words("ok", health_notes=False) == Face.USUAL
    assert face_in_words("2", health_notes=False) == Face.CALL
    assert face_in_words("3", health_notes=False) is None


def test_a_late_day_a_missed_one_and_a_silent_one_can_still_be_answered() -> None:
    still_open = {state for state in CheckInState if replace(TODAY, state=state).is_missing}

    assert still_open == {CheckInState.ASKED, CheckInState.SILENT, CheckInState.LATE, CheckInState.MISSED}


def test_a_tap_settles_the_days_up_to_its_card_and_those_since_that_brought_none() -> None:
    states = [CheckInState.MISSED, CheckInState.LATE, CheckInState.SILENT, CheckInState.SILENT, CheckInState.ASKED]
    days = [
        replace(TODAY, id=number, state=state, due_at=NOW + timedelta(days=number))
        for number, state in enumerate(states)
    ]

    assert [each.id for each in answered_with(days, days[1])] == [0, 1, 2, 3]
    assert [each.id for each in answered_with(days, days[0])] == [0]
    assert answered_with(days, days[4]) == days


def test_those_at_home_are_asked_by_day_in_one_card() -> None:
    tells = tell_asked(whole(), utc("2026-11-23T14:00"))

    assert told(tells, CheckInAsked) == [GRANDMA, GRANDPA]
    assert {each.not_before for each in tells} == {utc("2026-11-24T00:00")}
    assert {each.card for each in tells} == {CARD}
    assert tell_asked(circle(MOTHER), NOW) == []


@pytest.mark.parametrize(
    ("by", "before", "news", "shown"),
    [
        (GRANDMA, (), [MOTHER, FATHER], [GRANDPA]),
        (GRANDMA, (AUNT,), [MOTHER, FATHER, AUNT], [GRANDPA, AUNT]),
        (AUNT, (AUNT, MOTHER), [MOTHER, FATHER], [GRANDMA, GRANDPA]),
        (GRANDMA, (NOBODY,), [MOTHER, FATHER], [GRANDPA]),
    ],
    ids=["the parents", "and the stand-in who was asked", "not who answered", "not who has left since"],
)
def test_news_reaches_the_parents_and_exactly_those_who_had_heard_that_it_was_missing(
    by: int, before: tuple[int, ...], news: list[int], shown: list[int]
) -> None:
    tells = tell_answered(whole(), adult(by), TODAY, Face.WELL, NOW, before)

    assert told(tells, CheckInAnswered) == news
    assert who_was_asked(whole(), adult(by), NOW, before) == shown


@pytest.mark.parametrize(
    ("face", "lane"),
    [(Face.GREAT, Lane.ROUTINE), (Face.SAD, Lane.ROUTINE), (Face.USUAL, Lane.ROUTINE), (Face.CALL, Lane.NOTICE)],
)
def test_a_wish_for_a_call_comes_sooner_than_a_face(face: Face, lane: Lane) -> None:
    tells = tell_answered(whole(), adult(GRANDMA), TODAY, face, NOW)

    assert {each.lane for each in tells if isinstance(each.event, CheckInAnswered)} == {lane}


@pytest.mark.parametrize(
    ("answered", "late"),
    [("2026-11-23T12:00", False), ("2026-11-23T15:59", False), ("2026-11-23T16:00", True)],
    ids=["the same evening", "a minute before midnight at home", "at midnight at home"],
)
def test_an_answer_is_late_from_the_next_day_at_home(answered: str, late: bool) -> None:
    assert news_of(whole(), TODAY, GRANDMA, Face.WELL, utc(answered)).late is late
