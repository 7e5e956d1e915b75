"""After an outage: what may be lost, what is mended in which order, and who hears of it."""

from datetime import timedelta

import pytest

from bot.domain.notifications import Lane
from bot.domain.outages import RESTORED, Outage, tell_gap, tell_illness_uncertain, tell_uncertain
from tests.domain.family import FATHER, MOTHER, NOW, heard

SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


def outage(span: timedelta, *, restored: bool = False) -> Outage:
    return Outage(NOW, NOW + span, RESTORED[0] if restored else "illnesses", restored=restored)


@pytest.mark.parametrize(
    ("span", "presses", "messages"),
    [
        (timedelta(), False, False),
        (150 * SECOND, False, False),
        (151 * SECOND, True, False),
        (DAY, True, False),
        (DAY + SECOND, True, True),
    ],
    ids=["none", "as long as presses live", "longer", "as long as messages live", "longer than a day"],
)
def test_telegram_forgets_presses_in_minutes_and_messages_in_a_day(
    span: timedelta, presses: bool, messages: bool
) -> None:
    assert outage(span).lost_presses is presses
    assert outage(span).lost_messages is messages
    assert outage(span, restored=True).lost_messages


def mended(found: Outage | None) -> list[str]:
    """All steps that follow, this one first."""
    steps = []
    while found:
        steps.append(found.step)
        assert found.after == 0
        found = found.next()
    return steps


@pytest.mark.parametrize(
    ("found", "steps"),
    [
        (outage(HOUR), ["illnesses", "check-ins"]),
        (outage(DAY + HOUR), ["illnesses", "check-ins", "people"]),
        (outage(HOUR, restored=True), list(RESTORED)),
    ],
    ids=["nothing of people's is lost", "people hear of it last", "after a restore first of all"],
)
def test_everything_is_mended_once(found: Outage, steps: list[str]) -> None:
    assert mended(found) == steps


def test_of_two_outages_people_hear_of_the_longer_and_mending_begins_anew() -> None:
    long, short = Outage(NOW, NOW + 2 * DAY, "people", 40), Outage(NOW + 3 * DAY, NOW + 3 * DAY + HOUR)

    assert long.joined(short) == Outage(NOW, NOW + 2 * DAY)
    assert short.joined(long) == Outage(NOW, NOW + 2 * DAY)


def test_a_restore_goes_on_where_it_was_and_asks_nobody_twice() -> None:
    restored = Outage(NOW, NOW + HOUR, "words", 12, restored=True)

    joined = restored.joined(Outage(NOW + DAY, NOW + 2 * DAY))

    assert joined == Outage(NOW, NOW + 2 * DAY, "words", 12, restored=True)


@pytest.mark.parametrize(
    ("span", "lane"),
    [(2 * HOUR - SECOND, Lane.URGENT), (2 * HOUR, Lane.NOTICE)],
    ids=["while its escalation would go on", "when it may be long over"],
)
def test_an_illness_that_is_uncertain_rings_only_while_it_may_matter(span: timedelta, lane: Lane) -> None:
    tells = tell_illness_uncertain(1, [MOTHER, FATHER], outage(span))

    assert heard(tells) == [(MOTHER, "IllnessUncertain", lane), (FATHER, "IllnessUncertain", lane)]


def test_the_gap_is_told_in_one_message_and_for_a_week() -> None:
    told = tell_gap(outage(2 * DAY), MOTHER)

    assert (told.to, told.lane, told.card, told.expires_in) == (MOTHER, Lane.NOTICE, "gap", timedelta(days=7))


def test_uncertain_words_are_named_once_for_each_child() -> None:
    assert tell_uncertain(7, MOTHER).card == tell_uncertain(7, MOTHER).card != tell_uncertain(8, MOTHER).card
