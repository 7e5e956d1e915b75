"""What of a notice stands in a class's group, and what never does."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.school.class_groups import is_for_all, is_quiet, names_child, posts
from bot.domain.school.notices import Level, NoticeState
from tests.domain.school.builders import notice

CLASS = ["Zhang Lily", "王莉莉", "Ben", "Ян", "X"]


@pytest.mark.parametrize(
    "text",
    ["Lily sings on Friday", "Please, Ben's shoes!", "王莉莉明天唱歌", "请莉莉带外套", "Zhang Lily", "Принёс Ян"],
)
def test_a_text_that_names_a_child_of_the_class_is_known(text: str) -> None:
    assert names_child(text, CLASS)


@pytest.mark.parametrize("text", ["", "Trip on Friday", "bend the wire", "a lily", "星期五去春游", "X marks the place"])
def test_a_text_that_names_nobody_is_for_all(text: str) -> None:
    assert not names_child(text, CLASS)


def test_what_is_of_chosen_pupils_or_to_be_signed_or_not_sent_is_not_for_all() -> None:
    sent = notice(state=NoticeState.SENT)
    assert is_for_all(sent)
    assert not is_for_all(replace(sent, chosen=True))
    assert not is_for_all(replace(sent, level=Level.SIGN))
    for state in (NoticeState.DRAFT, NoticeState.SCHEDULED, NoticeState.WITHDRAWN):
        assert not is_for_all(replace(sent, state=state)), state


def test_pictures_stand_above_the_card_and_albums_stay_whole() -> None:
    media = ({"kind": "photo"}, {"kind": "photo"}, {"kind": "voice"})
    assert [(each.part, each.count) for each in posts(notice(media=media), 5)] == [
        ("media:0", 2),
        ("media:2", 1),
        ("card", 1),
    ]


def test_a_long_text_is_in_parts_and_a_change_reaches_each() -> None:
    found = posts(notice(text="a" * 7000), 5, changes=True)
    assert [each.part for each in found] == ["text:0", "text:1", "card"]
    assert all(each.changes for each in found)


@pytest.mark.parametrize(("hour", "quiet"), [(6, True), (7, False), (20, False), (21, True)])
def test_at_night_a_group_makes_no_sound(hour: int, quiet: bool) -> None:
    assert is_quiet(datetime(2026, 11, 23, hour, tzinfo=UTC), "UTC") is quiet
