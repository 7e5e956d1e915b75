"""Which idea, and when."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest

from bot.domain.circle.circles import Child
from bot.domain.daily.ideas import (
    EVENT_WEEKS,
    HAPPENED,
    IdeaCard,
    Situation,
    band_of,
    choose,
    is_birthday_time,
    is_bound,
    next_offer,
    visit_phase,
    week_of,
)
from bot.domain.local_time import local


def card(name: str, week: int, *, fits: str = "", skip: str = "", band: str = "6-9") -> IdeaCard:
    """A card of the plan."""
    return IdeaCard(name, week, band, f"theme_{name}", frozenset(skip.split()), frozenset(fits.split()), (), False)


PLAN = (
    card("first", 1),
    card("younger", 1, band="3-5"),
    card("second", 2, skip="separated"),
    card("third", 3, fits="harder_day"),
    card("made", 4, fits="made good_news", skip="no_news"),
    card("play", 5, fits="outside", skip="hard_now"),
    card("night", 6, fits="slept illness"),
    replace(card("quiet", 7), theme_key="night_words"),
    card("before", 49, fits="visit_before", skip="no_visit"),
    card("there", 50, fits="visit_now"),
    card("after", 51, fits="visit_after"),
    card("spare", 0),
    card("ill", 0, fits="illness"),
    card("birthday", 0, fits="birthday"),
)
PLAIN = ["first", "second", "third", "made", "play", "night", "quiet", "spare"]


def now(*happened: str, used: str = "", skip: str = "no_visit", ill: bool = False, declined: str = "") -> Situation:
    """What is true of a child of seven."""
    return Situation("6-9", happened, Counter(used.split()), frozenset(skip.split()), ill, frozenset(declined.split()))


@pytest.mark.parametrize(
    ("situation", "chosen"),
    [
        (now(), "first"),
        (now(used="first"), "second"),
        (now(used="first", skip="separated no_visit"), "third"),
        (now("made"), "made"),  # what was seen
        (now("good_news"), "made"),  # what the school has told
        (now("good_news", skip="no_news no_visit"), "first"),  # and nothing that could be praised has come since
        (now("slept"), "night"),
        (now("outside"), "play"),
        (now("outside", skip="hard_now no_visit"), "first"),  # not for play on a harder day
        (now("outside", "slept", used="play"), "night"),  # the next that fits
        (now("little"), "first"),  # nothing is written for it yet
        (now("harder_day", "made"), "third"),
        (now("illness"), "ill"),  # written for just this goes before a card of the plan that fits
        (now("illness", used="ill"), "night"),
        (now("illness", used="ill night"), "first"),  # and not twice
        (now("birthday", "made"), "birthday"),
        (now("visit_before", skip=""), "before"),
        (now("visit_before", "made", used="before", skip=""), "made"),
        (now("visit_now", "made", skip=""), "there"),
        (now("visit_now", used="there", skip=""), None),  # nothing for a parent far away is offered to one who is there
        (now("visit_after"), "after"),
        (now(ill=True), "quiet"),
        (now("illness", "birthday", "made", ill=True), "quiet"),
        (now(used="quiet", ill=True), "quiet"),  # nothing else is for a child who is ill
        (now(declined="theme_first"), "second"),  # a theme that was declined waits
        (now("made", declined="theme_made"), "first"),
        (now(used=" ".join(PLAIN)), "first"),  # all were there
        (now("illness", used=" ".join(["ill", *PLAIN])), "ill"),  # then what happens may be answered again
        (now(used=" ".join(PLAIN[:-1]), declined="theme_spare"), "spare"),  # no other one is left
    ],
)
def test_what_is_chosen_fits_what_is_true(situation: Situation, chosen: str | None) -> None:
    assert choose(PLAN, situation) == chosen


def test_what_was_put_aside_this_week_does_not_come_back() -> None:
    assert choose(PLAN, now(), ["first", "second"]) == "third"
    assert choose(PLAN, now(), [each.id for each in PLAN]) is None


@pytest.mark.parametrize("seed", range(5))
def test_in_a_year_of_fifty_two_weeks_none_comes_twice_before_all_were_there(seed: int) -> None:
    random = Random(seed)
    events = [
        card(f"e{week}", week, fits=fits)
        for week, fits in ((49, "visit_before"), (50, "visit_now"), (51, "visit_after"))
    ]
    tags = ["made", "outside", "harder_day", "slept", "good_news"]
    year = [card(f"w{week}", week, fits=random.choice(["", *tags])) for week in range(1, 53) if week not in EVENT_WEEKS]
    spares = [card(f"s{each}", 0) for each in range(4)]
    plan = (*year, *events, *spares, card("ill", 0, fits="illness"), card("birthday", 0, fits="birthday"))
    used: Counter[str] = Counter()
    for week in range(53 * 2):
        happened = [
            *random.sample(tags, 2),
            *(["birthday"] if week % 52 == 9 else []),
            *(["illness"] if week == 20 else []),
        ]
        ordered = [each for each in HAPPENED if each in happened]
        chosen = choose(plan, Situation("6-9", ordered, Counter(used), frozenset({"no_visit"})))
        assert chosen is not None
        used[chosen] += 1
        plain = [used[each.id] for each in plan if not is_bound(each)]
        assert max(plain) - min(plain) <= 1
        assert not [each for each in events if used[each.id]]
    assert used["birthday"] == 2
    assert used["ill"] == 1


@pytest.mark.parametrize(
    ("day", "pause", "phase"),
    [
        (date(2026, 12, 14), 0, ""),
        (date(2026, 12, 10), 0, "visit_before"),
        (date(2026, 11, 26), 0, "visit_now"),
        (date(2026, 11, 20), 7, "visit_now"),
        (date(2026, 11, 20), 6, "visit_after"),
        (date(2026, 11, 25), 0, "visit_after"),
        (date(2026, 11, 18), 0, ""),
    ],
)
def test_before_a_visit_during_it_and_after_it(day: date, pause: int, phase: str) -> None:
    assert visit_phase(day, pause, date(2026, 11, 26)) == phase


@pytest.mark.parametrize(
    ("after", "zone", "place", "wall"),
    [
        (datetime(2026, 11, 23, 8, tzinfo=UTC), "Asia/Dubai", 0, "2026-11-29 10:00"),
        (datetime(2026, 11, 29, 5, 59, tzinfo=UTC), "Asia/Dubai", 0, "2026-11-29 10:00"),
        (datetime(2026, 11, 29, 6, 0, tzinfo=UTC), "Asia/Dubai", 0, "2026-12-06 10:00"),
        (datetime(2026, 11, 23, 8, tzinfo=UTC), "Asia/Dubai", 1, "2026-11-28 10:00"),
        (datetime(2026, 10, 24, 8, tzinfo=UTC), "Europe/Rome", 0, "2026-10-25 10:00"),  # the clocks go back that day
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "Europe/Rome", 0, "2027-03-28 10:00"),  # and forward
    ],
)
def test_the_next_one_is_at_ten_on_the_wall(after: datetime, zone: str, place: int, wall: str) -> None:
    assert f"{local(next_offer(after, zone, place), zone):%Y-%m-%d %H:%M}" == wall


def test_weeks_and_birthdays_are_those_of_the_wall() -> None:
    child = Child(1, "Lily", 2018, 5, "CN", "Asia/Shanghai", None, False, "evening", 1080)

    assert week_of(datetime(2026, 11, 29, 21, tzinfo=UTC), "Asia/Dubai") == "2026-W49"
    assert is_birthday_time(child, date(2026, 5, 7))
    assert not is_birthday_time(child, date(2026, 5, 8))
    assert not is_birthday_time(child, date(2026, 6, 1))


def test_a_child_who_was_born_in_a_long_february_has_a_birthday_and_an_age_each_year() -> None:
    child = Child(1, "Lily", 2020, 2, "CN", "Asia/Shanghai", None, False, "evening", 1080)

    for year in (2026, 2028):  # a short February and a long one
        assert is_birthday_time(child, date(year, 2, 1))
        assert not is_birthday_time(child, date(year, 3, 1))
    assert not is_birthday_time(child, date(2028, 2, 29))  # the month has long begun
    assert child.years(date(2028, 2, 29)) == 8
    assert band_of(child.years(date(2025, 12, 31))) == "3-5"
    assert band_of(child.years(date(2026, 2, 1))) == "6-9"
