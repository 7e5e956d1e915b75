"""A preview shows every message of a notice, the card after all that stands above it."""

from bot.domain.school.notice_news import tell_sent
from bot.domain.school.notice_preview import shown
from tests.domain.family import MOTHER
from tests.domain.school.builders import notice

PHOTO, VOICE = {"kind": "photo", "file_id": "p"}, {"kind": "voice", "file_id": "v"}


def test_it_shows_as_many_messages_as_leave_and_one_line_for_far_parents() -> None:
    whole = notice("x" * 7000, media=(PHOTO, PHOTO, VOICE))

    assert [each.what for each in shown(whole)] == ["album", "media", "text", "text", "card", "far"]
    assert len(shown(whole)) == len(tell_sent(whole, [MOTHER])) + 1
