"""Who was chosen only the author of a notice sees, and what is not sent yet, too."""

from dataclasses import replace

import pytest

from bot.domain.school.notice_receivers import is_shown
from bot.domain.school.notices import Level, Notice, NoticeState

ZHAO, SECOND = 1, 2
SENT = Notice(1, 1, ZHAO, NoticeState.SENT, Level.TAP, False, "Trip", (), 0, None, None, 0, None)


@pytest.mark.parametrize(
    ("notice", "to_the_other"),
    [
        (SENT, True),
        (replace(SENT, chosen=True), False),
        (replace(SENT, state=NoticeState.DRAFT), False),
        (replace(SENT, state=NoticeState.SCHEDULED), False),
        (replace(SENT, author_id=None, chosen=True), False),
    ],
)
def test_its_author_sees_each_and_another_teacher_what_went_to_the_whole_class(
    notice: Notice, to_the_other: bool
) -> None:
    assert is_shown(notice, SECOND) is to_the_other
    assert is_shown(notice, ZHAO) is (notice.author_id == ZHAO)
