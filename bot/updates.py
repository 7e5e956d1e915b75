"""An update as the handlers see it: a press, or something said."""

from dataclasses import dataclass
from typing import Any

from telegram import ChatMember, ChatMemberRestricted, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import filters

from bot.callback_data import unpack
from bot.domain.files import is_sheet

_KINDS = ("voice", "video_note", "video", "photo", "audio", "document", "sticker", "location", "contact")


@dataclass(frozen=True, slots=True)
class ButtonPress:
    """A button press: its arguments as the route has checked them, and the message it stands under."""

    args: tuple[str, ...]
    message_id: int | None

    def number(self, place: int = 0) -> int:
        """An argument that the route has checked to be a number."""
        return int(self.args[place])


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """Something that a person sent: words, or media by file id; `args` are a command's."""

    text: str
    kind: str
    message_id: int
    file_id: str = ""
    duration: int = 0
    size: int = 0  # of a file, in bytes
    album: str = ""
    forwarded: bool = False
    reply_to: int = 0
    links: tuple[str, ...] = ()  # where its words and buttons lead without showing it
    args: tuple[str, ...] = ()
    number: str = ""  # of somebody who has sent their own contact
    is_sheet: bool = False  # a file in which lists are kept

    @property
    def written(self) -> str:
        """The words as they are passed on: below them where they lead, which was hidden behind them or on a button."""
        hidden = [each for each in dict.fromkeys(self.links) if each not in self.text]
        return "\n".join(filter(None, [self.text, *hidden]))

    @property
    def media(self) -> dict[str, Any]:
        """What is kept of it: by file id, never the bytes."""
        size = {"size": self.size} if self.size else {}
        return {"kind": self.kind, "file_id": self.file_id, "duration": self.duration, "text": self.written, **size}


def pressed(update: Update) -> ButtonPress:
    """The button that was pressed, by what it carries."""
    query = update.callback_query
    assert query is not None
    _verb, args = unpack(query.data or "")
    return ButtonPress(args, query.message.message_id if query.message else None)


def said(update: Update) -> IncomingMessage | None:
    """What a person said in their private chat; none for anything else, such as “Fang pinned a message”."""
    message = update.effective_message
    if message is None or update.callback_query is not None or message.chat.type != ChatType.PRIVATE:
        return None
    kind = next((each for each in _KINDS if getattr(message, each, None)), "text" if message.text else "other")
    if kind == "other" and filters.StatusUpdate.ALL.check_update(update):
        return None
    file_id, duration, size = _file(message, kind)
    text = message.text or message.caption or ""
    command = text.split() if text.startswith("/") else []
    return IncomingMessage(
        text=text,
        kind=kind,
        message_id=message.message_id,
        file_id=file_id,
        duration=duration,
        size=size,
        album=message.media_group_id or "",
        forwarded=message.forward_origin is not None,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else 0,
        links=hidden_links(message),
        args=tuple(command[1:]),
        number=_own_number(message),
        is_sheet=bool(message.document and is_sheet(message.document.file_name or "")),
    )


def may_write(member: ChatMember) -> bool:
    """Whether the bot is in a group and may say something there."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status in {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR}


def _own_number(message: TelegramMessage) -> str:
    """Telegram says whose contact it is; another's number is nobody's to share."""
    contact, user = message.contact, message.from_user
    return contact.phone_number if contact and user and contact.user_id == user.id else ""


def hidden_links(message: TelegramMessage) -> tuple[str, ...]:
    """The links behind words, and below what was passed on."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    behind = (each.url for each in (*message.entities, *message.caption_entities))
    return tuple(url for url in (*behind, *(each.url for row in rows for each in row)) if url)


def _file(message: TelegramMessage, kind: str) -> tuple[str, int, int]:
    if kind == "photo":
        return message.photo[-1].file_id, 0, message.photo[-1].file_size or 0
    found = getattr(message, kind, None)
    if found is None or not hasattr(found, "to_dict"):
        return "", 0, 0
    # PTB's own attribute is about to change its type; what Telegram sent is whole seconds.
    told = found.to_dict()
    return str(told.get("file_id", "")), int(told.get("duration", 0)), int(told.get("file_size", 0))
