"""To whom a kind word goes, and how."""

from bot.domain.daily.kind_words import KindWord, KindWordSaid, tell_kind_word
from bot.domain.notifications import Lane
from tests.domain.family import FATHER, GRANDMA, adult, whole


def test_only_who_answered_reads_it_and_it_counts_as_a_persons_words() -> None:
    (told,) = tell_kind_word(whole(), adult(FATHER), GRANDMA, KindWord.REST)

    assert told.to == GRANDMA
    assert told.event == KindWordSaid(7, FATHER, KindWord.REST)
    assert told.lane == Lane.ROUTINE
    assert told.written
