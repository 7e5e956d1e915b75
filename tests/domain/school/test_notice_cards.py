"""The messages of a notice have names of their own, so that each can be changed or taken from a phone."""

from bot.domain.school import notice_cards as on
from bot.domain.school.notice_news import tell_sent
from tests.domain.family import MOTHER
from tests.domain.school.builders import notice

PHOTO, VOICE = {"kind": "photo", "file_id": "p"}, {"kind": "voice", "file_id": "v"}


def test_no_two_messages_of_one_notice_have_the_same_name() -> None:
    found = [each.card for each in tell_sent(notice("x" * 7000, media=(PHOTO, PHOTO, VOICE)), [MOTHER])]

    assert found == [on.picture_of(1, 0), on.picture_of(1, 2), on.part_of(1, 0), on.part_of(1, 1), on.card_of(1)]
    others = {on.reminder_of(1), on.corrected_of(1), on.card_of(11)}
    assert len({*found, *others}) == len(found) + len(others)


def test_only_a_further_reminder_or_correction_comes_in_place_of_an_older_one() -> None:
    assert [on.told_anew(each) for each in (on.reminder_of(7), on.corrected_of(8))] == [7, 8]
    assert [on.told_anew(each) for each in (on.card_of(7), on.part_of(7, 1), "check_in", None)] == [None] * 4
