"""Who hears that a voice waits, and how soon."""

from bot.domain.daily.voices import VoiceKept, VoiceWaits, tell_kept, tell_waits
from bot.domain.notifications import Lane
from tests.domain.family import GRANDMA, MOTHER


def test_of_an_illness_it_is_told_at_once_and_of_a_letter_in_the_authors_day() -> None:
    (letter,), (note,) = (tell_kept(GRANDMA, 7, MOTHER, urgent=urgent) for urgent in (False, True))

    assert (letter.to, letter.event) == (GRANDMA, VoiceKept(7, MOTHER))
    assert (letter.lane, note.lane) == (Lane.ROUTINE, Lane.URGENT)


def test_whose_phone_it_is_hears_it_though_they_want_only_what_is_urgent() -> None:
    (told,) = tell_waits(MOTHER)

    assert (told.to, told.event, told.written) == (MOTHER, VoiceWaits(), True)
