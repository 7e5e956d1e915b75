"""Chats and messages as Telegram keeps them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.simulator.entities import to_html
from bot.simulator.rich_text import Entity

KINDS = (
    "text",
    "voice",
    "photo",
    "animation",  # before document: an animation carries both
    "document",
    "video",
    "video_note",
    "audio",
    "sticker",
    "location",
    "contact",
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    text: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None


@dataclass(slots=True)
class Chat:
    """One conversation in which the bot takes part, or may."""

    id: int
    type: str
    info: dict[str, Any]  # the Chat object of the Bot API
    messages: "dict[int, Message]" = field(default_factory=dict)  # in their order, without the deleted ones
    last_id: int = 0
    started: bool = False  # the bot may write here
    blocked: bool = False
    deactivated: bool = False
    muted: bool = False  # a group that lets the bot write nothing
    voiceless: bool = False  # its owner's settings let no voices and no round films in
    migrated_to: int | None = None
    keyboard: list[list[str]] | None = None
    keyboard_message: int = 0
    typing_until: datetime | None = None
    pinned: list[int] = field(default_factory=list)
    cleared: int = 0  # its owner has deleted all up to this message; Telegram still changes it when a bot asks
    members: list[int] = field(default_factory=list)

    def next_id(self) -> int:
        """Message ids are counted per chat, so that a bot that looks a message up without its chat finds another."""
        self.last_id += 1
        return self.last_id


@dataclass(slots=True, eq=False)
class Message:
    """One message, as the Bot API tells it and as a phone shows it."""

    chat: Chat
    sender: dict[str, Any]
    from_bot: bool
    at: datetime
    content: dict[str, Any]  # text, voice, caption and so on, named as in the Bot API
    id: int = 0  # 0 while it has not reached Telegram
    markup: dict[str, Any] | None = None
    extra: dict[str, Any] = field(default_factory=dict)  # forward_origin, media_group_id and the like
    reply_to: "Message | None" = None
    protect: bool = False
    silent: bool = False
    edited_at: datetime | None = None
    deleted: bool = False
    reaction: str | None = None  # the bot's own
    liked: str | None = None  # the person's

    @property
    def kind(self) -> str:
        """What the message is: text, voice, photo and so on, or service."""
        return next((kind for kind in KINDS if kind in self.content), "service")

    @property
    def text(self) -> str:
        """The plain text; empty for what is not text."""
        return str(self.content.get("text", ""))

    @property
    def caption(self) -> str | None:
        """The plain text below a photo, a voice or a file."""
        return self.content.get("caption")

    @property
    def words(self) -> str:
        """The text or the caption."""
        return self.text or self.caption or ""

    @property
    def entities(self) -> list[Entity]:
        """The entities of the text or the caption."""
        return list(self.content.get("entities") or self.content.get("caption_entities") or [])

    @property
    def html(self) -> str:
        """The text or the caption as safe HTML."""
        return to_html(self.words, self.entities)

    @property
    def edited(self) -> bool:
        """Whether a phone writes "edited" beside it."""
        return self.edited_at is not None

    @property
    def forwarded(self) -> bool:
        """Whether somebody passed it on."""
        return "forward_origin" in self.extra

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        return [[_button(button) for button in row] for row in (self.markup or {}).get("inline_keyboard", [])]

    @property
    def media(self) -> dict[str, Any]:
        """The object that describes the attached file; of a photo the largest size."""
        found = self.content.get(self.kind)
        if isinstance(found, list):
            return dict(found[-1])
        return dict(found) if isinstance(found, dict) else {}

    @property
    def file_id(self) -> str | None:
        """The identifier of the attached file."""
        return self.media.get("file_id")

    @property
    def duration(self) -> int | None:
        """Seconds of sound or film."""
        return self.media.get("duration")

    def as_api(self, *, nested: bool = False) -> dict[str, Any]:
        """The Message object of the Bot API."""
        told: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender,
            "chat": self.chat.info,
            "date": int(self.at.timestamp()),
            **self.extra,
            **self.content,
        }
        if self.edited_at:
            told["edit_date"] = int(self.edited_at.timestamp())
        if self.protect:
            told["has_protected_content"] = True
        if self.reply_to and not nested:
            told["reply_to_message"] = self.reply_to.as_api(nested=True)
        if self.markup:
            told["reply_markup"] = self.markup
        return told


def _button(button: dict[str, Any]) -> Button:
    copied = button.get("copy_text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copied["text"] if copied else None)
