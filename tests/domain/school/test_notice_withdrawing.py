"""A notice that is taken back goes from every message that it stood in."""

from datetime import timedelta

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.notice_cards import card_of, corrected_of, part_of, picture_of, reminder_of
from bot.domain.school.notice_withdrawing import NoticeGone, can_delete, tell_withdrawn
from tests.domain.family import FATHER, MOTHER, NOW, told
from tests.domain.school.builders import notice

PHOTO, VOICE = {"kind": "photo", "file_id": "p"}, {"kind": "voice", "file_id": "v"}


def test_every_message_changes_also_what_was_longer_before_a_correction() -> None:
    tells = tell_withdrawn(notice("short", media=(PHOTO, PHOTO, VOICE), most_parts=3), [MOTHER])

    assert {each.card for each in tells} == {
        *(part_of(1, 0), part_of(1, 1), picture_of(1, 0), picture_of(1, 2)),
        *(card_of(1), reminder_of(1), corrected_of(1)),
    }
    assert all(each.edits_card and each.lane == Lane.REPLY for each in tells)


def test_only_where_a_picture_carries_the_card_something_new_says_what_became_of_it() -> None:
    assert told(tell_withdrawn(notice(media=(PHOTO,)), [MOTHER, FATHER]), NoticeGone) == [MOTHER, FATHER]
    assert told(tell_withdrawn(notice(), [MOTHER]), NoticeGone) == []
    assert NoticeGone.silent


@pytest.mark.parametrize(("hours", "can"), [(0, True), (46, True), (47, False), (400, False)])
def test_what_is_two_days_old_stays(hours: int, can: bool) -> None:
    assert can_delete(NOW - timedelta(hours=hours), NOW) is can
    assert not can_delete(None, NOW)
