"""The outcome of a report is for its reporter, and for nobody else (SG-18)."""

import pytest

from bot.domain.notifications import Lane
from bot.domain.privacy.reports import ReportOutcome, tell_outcome
from tests.domain.family import MOTHER, heard


@pytest.mark.parametrize("outcome", list(ReportOutcome))
def test_sg_18_the_reporter_alone_hears_what_was_done(outcome: ReportOutcome) -> None:
    assert heard(tell_outcome(MOTHER, outcome)) == [(MOTHER, "ReportAnswered", Lane.NOTICE)]
