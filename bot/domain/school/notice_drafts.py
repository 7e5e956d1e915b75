"""A notice that is being written: whatever a teacher sends begins one, and what follows is added to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.domain.notifications import Event, Told
from bot.domain.school.notices import Notice, NoticeState

# A sticker or a place says nothing to a class.
KINDS = frozenset({"text", "photo", "voice", "document", "video", "video_note", "audio"})
OPEN_FOR = timedelta(hours=12)  # what comes later is another notice; the one before stays a draft
TEXT_MOST, MEDIA_MOST = 20_000, 30  # what goes beyond begins the next one
# Telegram cuts what is longer than its limit: at a line or a word where there is one, or in the middle.
_CUT, _LIMIT = 4000, 4096


@dataclass(frozen=True, slots=True)
class NoticeBegun(Event):
    """What has been written so far, and one tap that sends it."""

    while_stopped = Told.AT_HOME
    notice_id: int


@dataclass(frozen=True, slots=True)
class DraftsShown(Event):
    """All that a teacher has written for a class and not sent: drafts, and what waits for its time or its weekday."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class NoticeCardMoved(Event):
    """The card stands further down, below what has come since."""

    while_stopped = Told.AT_HOME


def draft_of(notice_id: int) -> str:
    """The name of the message in which a teacher sees what they are writing."""
    return f"notice_draft:{notice_id}"


def joined(text: str, more: str, cut: int) -> str:
    """A text and what followed it; `cut` is how long the part before was, which tells whether Telegram has split it."""
    if not text or not more:
        return text or more
    return f"{text}{'' if cut >= _LIMIT else chr(10)}{more}"


def is_cut(length: int) -> bool:
    """Whether a text was probably split, so that what comes at once belongs to it."""
    return length >= _CUT


def media_of(part: dict[str, Any]) -> list[dict[str, Any]]:
    """What is kept of a picture, a voice or a file: its kind and its id; nothing of words alone."""
    sheet = {"sheet": True} if part.get("sheet") else {}  # perhaps the list of a class
    return [{"kind": part["kind"], "file_id": part["file_id"], **sheet}] if part["file_id"] else []


def may_answer(notice: Notice) -> bool:
    """Whether it may be the answer to one family: a draft of which nobody has said that it is for a class."""
    return notice.state == NoticeState.DRAFT and notice.stray and not notice.chosen


def parts_of(text: str, media: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The same as words to one family; the text stands with the first picture or voice."""
    told = [{"kind": each["kind"], "file_id": each["file_id"], "text": "", "album": ""} for each in media]
    if not told:
        return [{"kind": "text", "file_id": "", "text": text, "album": ""}]
    return [{**told[0], "text": text}, *told[1:]]


def fits(text: str, media: int) -> bool:
    """Whether one notice still holds it."""
    return len(text) <= TEXT_MOST and media <= MEDIA_MOST
