"""Words that wait for a child's name: the reminder waits for the day, and stands beside the question."""

from bot.domain.notifications import Lane
from bot.domain.school.unsent_talks import TalkChildAskedAgain, Unsent, UnsentState, again_of, ask_again


def test_the_reminder_goes_to_who_wrote_in_the_lane_that_a_night_holds() -> None:
    found = ask_again(Unsent(7, 3, UnsentState.WAITING, ((1, 1), (1, 2)), ({"text": "He has no coat."},)))
    assert (found.to, found.event, found.lane, found.card) == (3, TalkChildAskedAgain(7), Lane.NOTICE, again_of(7))
    assert found.retry_if_unknown
    assert "coat" not in repr(found)
