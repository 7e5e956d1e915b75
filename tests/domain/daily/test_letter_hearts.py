"""For which letters a heart can be sent."""

from dataclasses import replace

import pytest

from bot.domain.daily.check_ins import ThanksSent
from bot.domain.daily.letter_hearts import takes_heart, tell_heart
from bot.domain.daily.letters import Letter, LetterState
from tests.domain.family import GRANDMA, MOTHER, NOW, adult, whole

FROM_HOME = Letter(
    *(5, 7, GRANDMA, None, False, "voice", "file", "", "", None),
    state=LetterState.SENT,
    sent_at=NOW,
    told=None,
    played_at=None,
)


@pytest.mark.parametrize(
    ("letter", "reader", "takes"),
    [
        (FROM_HOME, MOTHER, True),
        (FROM_HOME, GRANDMA, False),  # nobody thanks themselves
        (replace(FROM_HOME, author_id=MOTHER), GRANDMA, True),  # written to those at home
        (replace(FROM_HOME, author_id=MOTHER, to_child=True), GRANDMA, False),  # it is played, and answered
        (replace(FROM_HOME, state=LetterState.UNDONE), MOTHER, False),
    ],
)
def test_a_heart_is_for_what_an_adult_has_sent_to_this_one(letter: Letter, reader: int, takes: bool) -> None:
    assert takes_heart(letter, reader) is takes


def test_only_its_author_hears_of_it() -> None:
    (told,) = tell_heart(whole(), adult(MOTHER), adult(GRANDMA))

    assert (told.to, told.event, told.written) == (GRANDMA, ThanksSent(7, MOTHER), True)
