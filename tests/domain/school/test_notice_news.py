"""A notice on its way: once to each adult, its card last; a correction wakes nobody twice."""

from collections.abc import Collection

import pytest

from bot.domain.notifications import Lane
from bot.domain.school.notice_news import tell_changed, tell_corrected, tell_reminded, tell_sent
from bot.domain.school.notices import NoticeCorrected, NoticePart, NoticeSent, ReminderSettled
from tests.domain.family import FATHER, GRANDMA, MOTHER, told
from tests.domain.school.builders import notice

PHOTO, VOICE = {"kind": "photo", "file_id": "p"}, {"kind": "voice", "file_id": "v"}


@pytest.mark.parametrize(("urgent", "lane"), [(False, Lane.NOTICE), (True, Lane.URGENT)])
def test_only_what_is_urgent_goes_through_quiet_hours(urgent: bool, lane: Lane) -> None:
    tells = tell_sent(notice(urgent=urgent), [MOTHER, GRANDMA])

    assert told(tells, NoticeSent) == [MOTHER, GRANDMA]
    assert {each.lane for each in tells} == {lane}


@pytest.mark.parametrize(
    ("text", "media", "before"),
    [
        ("short", (), []),
        ("short", (PHOTO,), []),
        ("short", (PHOTO, VOICE), [("media", 1)]),
        ("x" * 701, (PHOTO,), [("media", 0)]),
        ("x" * 3001, (), [("text", 0)]),
        ("x" * 6001, (PHOTO, VOICE), [("media", 0), ("media", 1), ("text", 0), ("text", 1)]),
    ],
    ids=["words", "a photo carries the card", "a second one", "too long for a caption", "two messages", "everything"],
)
def test_all_of_it_arrives_and_the_card_with_the_buttons_comes_last(
    text: str, media: tuple[dict[str, str], ...], before: list[tuple[str, int]]
) -> None:
    abouts = [each.event for each in tell_sent(notice(text, media=media), [MOTHER])]

    assert [(each.what, each.place) for each in abouts[:-1] if isinstance(each, NoticePart)] == before
    assert isinstance(abouts[-1], NoticeSent)


@pytest.mark.parametrize(
    ("urgent", "revision", "lately", "lane", "edits_card"),
    [
        (False, 1, (), Lane.NOTICE, False),
        (True, 1, (), Lane.URGENT, False),
        (True, 2, (), Lane.NOTICE, False),
        (True, 1, {FATHER}, Lane.NOTICE, True),
        (False, 5, {FATHER}, Lane.NOTICE, True),
    ],
    ids=["the first", "the first of what is urgent", "the second", "told of one lately", "the fifth"],
)
def test_a_correction_is_said_once_more_to_those_who_had_confirmed_and_wakes_nobody_twice(
    urgent: bool, revision: int, lately: Collection[int], lane: Lane, edits_card: bool
) -> None:
    tells = tell_corrected(notice(urgent=urgent, revision=revision), [MOTHER, FATHER], [FATHER], lately)

    said = [each for each in tells if isinstance(each.event, NoticeCorrected)]
    assert [(each.to, each.lane, each.edits_card) for each in said] == [(FATHER, lane, edits_card)]
    assert [each.to for each in tells if isinstance(each.event, NoticeSent) and each.edits_card] == [MOTHER, FATHER]


def test_what_is_signed_is_settled_where_the_new_words_were_read() -> None:
    signed = notice(level="sign", revision=1)
    assert told(tell_changed(signed, [MOTHER]), NoticeCorrected) == [MOTHER]
    assert told(tell_changed(notice(revision=1), [MOTHER]), NoticeCorrected) == []
    assert told(tell_corrected(signed, [MOTHER, FATHER], [FATHER], ()), NoticeCorrected) == [FATHER]


def test_a_reminder_changes_with_the_card_once_there_was_one() -> None:
    assert told(tell_changed(notice(), [MOTHER]), ReminderSettled) == []
    assert told(tell_changed(notice(reminders=1), [MOTHER]), ReminderSettled) == [MOTHER]
    assert {each.lane for each in tell_reminded(notice(urgent=True), [MOTHER])} == {Lane.NOTICE}
