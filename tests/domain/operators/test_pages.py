"""When a state becomes a page, for whom, and what a watcher outside hears of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.notifications import Lane
from bot.domain.operators.operators import Operator, OperatorRole
from bot.domain.operators.pages import (
    WAKES,
    Open,
    Page,
    PageOpened,
    PageOver,
    calls,
    changes,
    tell_grown,
    tell_open,
    tell_over,
)

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
AMINA = Operator(1, "Amina", OperatorRole.TECHNICAL, 7, NOW, NOW)
BORIS = replace(AMINA, id=2, role=OperatorRole.SAFEGUARDING, person_id=8)
CHEN = replace(AMINA, id=3, role=OperatorRole.COORDINATOR, person_id=9)
TEAM = [AMINA, BORIS, CHEN, replace(AMINA, id=4), replace(AMINA, id=5, person_id=None)]


def test_a_moments_trouble_is_no_page_and_what_lasts_is_one_page() -> None:
    found = {Page.TELEGRAM: 0}
    assert not changes(found, {}, ()).begun
    assert changes(found, {}, (Page.TELEGRAM,)).begun == {Page.TELEGRAM}
    again = changes(found, {Page.TELEGRAM: Open(NOW)}, (Page.TELEGRAM,))
    assert not again.begun | again.grown | again.over


def test_what_waits_for_somebody_is_told_at_the_first_look() -> None:
    assert changes({Page.REPORT: 1, Page.DISK: 0}, {}, ()).begun == {Page.REPORT, Page.DISK}


def test_more_of_it_is_told_and_less_is_not_and_its_end_is() -> None:
    before = {Page.PARKED: Open(NOW, 2)}
    assert changes({Page.PARKED: 3}, before, ()).grown == {Page.PARKED}
    assert not changes({Page.PARKED: 1}, before, ()).grown
    assert changes({}, before, ()).over == {Page.PARKED}


@pytest.mark.parametrize("page", list(Page))
def test_each_state_goes_to_those_who_can_mend_it_once_each(page: Page) -> None:
    by_role = {
        **dict.fromkeys((Page.REPORT, Page.REPORT_LATE, Page.HELPLINES), 8),
        Page.SCHOOLS: 9,
    }
    told = tell_open(page, Open(NOW, 1), TEAM)

    assert [each.to for each in told] == [by_role.get(page, 7)]
    assert told[0].event == PageOpened(page, NOW, 1)
    assert told[0].lane == (Lane.URGENT if page in WAKES else Lane.NOTICE)
    assert not told[0].edits_card
    (over,) = tell_over(page, NOW, NOW, TEAM)
    assert over.event == PageOver(page, NOW, NOW)
    assert over.edits_card
    assert over.card == told[0].card
    (grown,) = tell_grown(page, Open(NOW, 2), TEAM)
    assert grown.edits_card == (page is not Page.REPORT)


def test_a_watcher_outside_hears_of_the_machine_and_of_no_family() -> None:
    assert calls([Page.DISK, Page.CLOCK, Page.REPORT, Page.REPORT_LATE, Page.BACKUP]) == ["clock", "disk"]
    assert calls([]) == []
