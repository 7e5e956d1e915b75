"""What one person sees: a text, buttons, perhaps a voice note or a picture; and how the Bot API says it."""

from dataclasses import dataclass
from html import escape
from typing import Any

from telegram import InputFile

from bot.callback_data import pack
from bot.delivery.requests import Drawing, Request
from bot.records import record
from bot.texts.cutting import cut

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

# The kinds that travel by file id, and how each is sent.
_MEDIA = {
    "voice": ("sendVoice", "voice"),
    "photo": ("sendPhoto", "photo"),
    "video": ("sendVideo", "video"),
    "video_note": ("sendVideoNote", "video_note"),
    "audio": ("sendAudio", "audio"),
    "document": ("sendDocument", "document"),
}


@record(frozen=True, slots=True)
class Button:
    """A label, and what a press sends back."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Media:
    """A voice, picture or file: by file id, as bytes that we made ourselves (a poster), or still to be drawn."""

    kind: str
    file_id: str = ""
    content: bytes = b""
    name: str = ""
    drawing: Any = None
    undrawn: "Message | None" = None  # what is said where it cannot be drawn


@record(frozen=True, slots=True)
class Message:
    """Text is Telegram's HTML; `buttons` are rows; `keyboard` is the reply keyboard that stays below the chat."""

    text: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] | None = None
    media: Media | None = None
    album: tuple[Media, ...] = ()  # two to ten in one message, which has no buttons
    protect: bool = False
    foot: bool = True  # the bottom row of every card: home and help
    in_place: bool = False  # says nothing where the message that it would change is gone
    deletes: bool = False  # takes the message away that it would edit
    contact: str = ""  # a key that sends one's own number, in place of the keyboard; what stands on it
    with_it: tuple[int, ...] = ()  # the further messages of an album, which go with it


def headed(sign: str, name: str, text: str) -> str:
    """`text` below a first line that a lock screen may show: a sign, and no more than a name (SG-14)."""
    return f"{sign} {escape(name)}\n{text}"


def button(label: str, verb: str, *args: object) -> Button:
    """A button whose press carries `verb` and `args`."""
    return Button(label, pack(verb, *args))


def column(*buttons: Button) -> tuple[tuple[Button, ...], ...]:
    """One button a row."""
    return tuple((each,) for each in buttons)


def grid(buttons: list[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Rows of `width` buttons."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def requests(message: Message, chat: int, edit: int | None, foot: tuple[Button, ...]) -> Request:
    """The request that sends `message` to `chat`, or changes message `edit` into it."""
    params: dict[str, Any] = {"chat_id": chat}
    markup = _markup(message, foot)
    if markup:
        params["reply_markup"] = markup
    if (
        edit is not None
        and message.keyboard is None
        and not (message.media and (message.media.content or message.media.drawing))
    ):
        return _change(message, {**params, "message_id": edit})
    if message.protect:
        params["protect_content"] = True
    if message.album:
        return Request("sendMediaGroup", {"chat_id": chat, "media": _album(message)})
    if message.media is None:
        text, *rest = cut(message.text, TEXT_LIMIT)
        return Request("sendMessage", {**params, "text": text, **_as_text()}, tuple(rest))
    method, name = _MEDIA[message.media.kind]
    drawing = _drawing(message.media, name, chat, foot) if message.media.drawing else None
    if drawing is None:
        params[name] = message.media.file_id or InputFile(message.media.content, filename=message.media.name)
    caption, *rest = cut("" if message.media.kind == "video_note" else message.text, CAPTION_LIMIT, TEXT_LIMIT)
    if caption:
        params |= {"caption": caption, "parse_mode": "HTML"}
    return Request(method, params, tuple(rest), uploads=not message.media.file_id, drawing=drawing)


def _drawing(media: Media, name: str, chat: int, foot: tuple[Button, ...]) -> Drawing:
    undrawn = requests(media.undrawn, chat, None, foot) if media.undrawn else None
    return Drawing(media.drawing, name, media.name, undrawn)


def _album(message: Message) -> list[dict[str, Any]]:
    """The words stand below its first picture."""
    words = {"caption": cut(message.text, CAPTION_LIMIT)[0], "parse_mode": "HTML"}
    items = [{"type": each.kind, "media": each.file_id} for each in message.album]
    return [{**items[0], **words}, *items[1:]]


def _change(message: Message, params: dict[str, Any]) -> Request:
    """A voice or a picture stays what it is; its words and buttons change. What followed it stays as it is."""
    if message.deletes and message.with_it:
        ids = [params["message_id"], *message.with_it]
        return Request("deleteMessages", {"chat_id": params["chat_id"], "message_ids": ids})
    if message.deletes:
        return Request("deleteMessage", {name: params[name] for name in ("chat_id", "message_id")})
    if message.media is None:
        return Request("editMessageText", {**params, "text": cut(message.text, TEXT_LIMIT)[0], **_as_text()})
    if message.media.kind == "video_note":
        return Request("editMessageReplyMarkup", params)
    caption = cut(message.text, CAPTION_LIMIT)[0]
    return Request("editMessageCaption", {**params, "caption": caption, "parse_mode": "HTML"})


def _as_text() -> dict[str, Any]:
    return {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _markup(message: Message, foot: tuple[Button, ...]) -> dict[str, Any] | None:
    if message.contact:
        asks = {"text": message.contact, "request_contact": True}
        return {"keyboard": [[asks]], "one_time_keyboard": True, "resize_keyboard": True}
    if message.keyboard is not None:
        if not message.keyboard:
            return {"remove_keyboard": True}
        rows = [[{"text": label} for label in row] for row in message.keyboard]
        return {"keyboard": rows, "is_persistent": True, "resize_keyboard": True}
    rows_of_buttons = [*message.buttons, *([foot] if message.foot and foot else [])]
    if not rows_of_buttons:
        return None
    return {
        "inline_keyboard": [
            [{"text": each.label, "callback_data": each.data} for each in row] for row in rows_of_buttons
        ]
    }
