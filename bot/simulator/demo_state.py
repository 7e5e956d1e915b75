"""What the demo's page shows: each phone, as plain JSON."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.simulator.messages import Button, Message
from bot.simulator.phone import Phone

SHOWN = 300  # messages a phone scrolls back


def phone_state(phone: Phone) -> dict[str, Any]:
    """One phone, with the times of its owner's zone."""
    person, messages = phone.person, phone.messages
    zone = ZoneInfo(person.time_zone)
    local = phone.world.now.astimezone(zone)
    toast = phone.world.toasts.get(phone.chat.id) if phone.signal else None
    return {
        "id": person.key or str(person.id),
        "title": person.title or person.first_name,
        "role": person.role,
        "name": " ".join(name for name in (person.first_name, person.last_name) if name),
        "language_code": person.language_code,
        "time_zone": person.time_zone,
        "local_time": f"{local:%H:%M}",
        "local_date": _date(local),
        "signal": phone.signal,
        "blocked": phone.chat.blocked,
        "typing": phone.typing,
        "toast": {"id": toast.id, "text": toast.text, "alert": toast.alert} if toast else None,
        "keyboard": phone.keyboard,
        "started": bool(messages),
        "unread": _unread(messages),
        "messages": [_message_state(message, zone) for message in messages[-SHOWN:]],
    }


def _unread(messages: list[Message]) -> int:
    """How many messages of the bot came after the last one of the person."""
    count = 0
    for message in reversed(messages):
        if not message.from_bot:
            break
        count += 1
    return count


def _message_state(message: Message, zone: ZoneInfo) -> dict[str, Any]:
    opened = not message.from_bot and message.text.startswith("/start ")  # of a link Telegram shows no token
    local, file_id = message.at.astimezone(zone), message.file_id
    return {
        "id": message.id,
        "mine": not message.from_bot,
        "kind": message.kind,
        "text": "/start" if opened else _plain(message),
        "html": "/start" if opened else message.html if message.text else "",
        "caption_html": message.html if message.caption else "",
        "buttons": [[_button_state(button) for button in row] for row in message.buttons],
        "edited": message.edited,
        "time": f"{local:%H:%M}",
        "date": _date(local),
        "file": f"/demo/files/{file_id}" if file_id else None,
        "file_name": message.media.get("file_name"),
        "duration": message.duration,
        "protected": message.protect,
        "forwarded": message.forwarded,
        "reaction": message.reaction,
        "liked": message.liked,
    }


def _plain(message: Message) -> str:
    """The words of a message; of a sticker its emoji, of a contact the name, of a place where it is."""
    match message.kind:
        case "sticker":
            return str(message.media["emoji"])
        case "contact":
            return f"{message.media['first_name']} {message.media['phone_number']}"
        case "location":
            return f"{message.media['latitude']}, {message.media['longitude']}"
        case _:
            return message.words


def _button_state(button: Button) -> dict[str, str]:
    if button.url is not None:
        return {"text": button.text, "url": button.url}
    if button.copy_text is not None:
        return {"text": button.text, "copy": button.copy_text}
    return {"text": button.text, "data": button.data or ""}


def _date(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b}"
