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
