"""Pictures leave as albums of ten at most; what Telegram puts into none leaves alone."""

import pytest

from bot.domain.school.notice_albums import albums
from bot.domain.school.notice_news import tell_sent, tell_singly
from tests.domain.family import GRANDMA, MOTHER
from tests.domain.school.builders import notice

PHOTO, FILM, VOICE, FILE = ({"kind": each, "file_id": each} for each in ("photo", "video", "voice", "document"))


@pytest.mark.parametrize(
    ("media", "sizes"),
    [
        ([], []),
        ([PHOTO], [1]),
        ([PHOTO, FILM, PHOTO], [3]),
        ([PHOTO] * 11, [10, 1]),
        ([PHOTO] * 23, [10, 10, 3]),
        ([PHOTO, PHOTO, FILE, FILE, VOICE, VOICE], [2, 2, 1, 1]),
    ],
)
def test_nothing_is_left_out_and_nothing_is_mixed(media: list[dict[str, str]], sizes: list[int]) -> None:
    groups = albums(media)

    assert [len(each) for each in groups] == sizes
    assert [place for each in groups for place in each] == list(range(len(media)))


def test_twelve_pictures_are_two_albums_and_a_card_for_each_adult() -> None:
    tells = tell_sent(notice(media=(PHOTO,) * 12), [MOTHER, GRANDMA])

    assert [type(each.event).__name__ for each in tells if each.to == MOTHER] == [
        "NoticeAlbum",
        "NoticeAlbum",
        "NoticeSent",
    ]
    assert len(tells) == 6
    assert [each.event.place for each in tell_singly(notice(), MOTHER, range(10, 12))] == [10, 11]  # type: ignore[attr-defined] # parts
