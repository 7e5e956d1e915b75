"""Which text says that a notice was taken back."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import notice_withdrawing as on_withdrawing
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import notice_withdrawing

WITHDRAWING: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_withdrawing.NoticeBackAsked: notice_withdrawing.notice_back_asked,
    on_withdrawing.NoticeTakenBack: notice_withdrawing.notice_taken_back,
    on_withdrawing.NoticeCleared: notice_withdrawing.notice_cleared,
    on_withdrawing.NoticeGone: notice_withdrawing.notice_gone,
}
