"""What the demo's page shows: each phone, as plain JSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.simulator.messages import Button, Message
from bot.simulator.phone import Phone

SHOWN = 300  # messages a phone scrolls back

# What stands on a phone, or the name of a file that lies there, in the languages of visitors who do not read it.
Gloss = Mapping[str, Mapping[str, str]]


def phone_state(phone: Phone, gloss: Gloss) -> dict[str, Any]:
    """One phone, with the times of its owner's zone, and below what it shows what that means."""
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
        "toast": {"id": toast.id, "alert": toast.alert, **_glossed(toast.text, gloss)} if toast else None,
        "keyboard": [[_glossed(key, gloss) for key in row] for row in phone.keyboard] if phone.keyboard else None,
        "started": bool(messages),
        "unread": _unread(messages),
        "messages": [_message_state(phone, message, zone, gloss) for message in messages[-SHOWN:]],
    }


def _unread(messages: list[Message]) -> int:
    """How many messages of the bot came after the last one of the person."""
    count = 0
    for message in reversed(messages):
        if not message.from_bot:
            break
        count += 1
    return count


def _glossed(words: str, gloss: Gloss) -> dict[str, Any]:
    return {"text": words, "gloss": _meaning(gloss, words)}


def _meaning(gloss: Gloss, *names: str) -> dict[str, str]:
    """What several things mean, one below the other, in each language that says anything of them."""
    found = [gloss[name] for name in names if name in gloss]
    languages = dict.fromkeys(language for each in found for language in each)
    return {language: "\n".join(each[language] for each in found if language in each) for language in languages}


def _message_state(phone: Phone, message: Message, zone: ZoneInfo, gloss: Gloss) -> dict[str, Any]:
    opened = not message.from_bot and message.text.startswith("/start ")  # of a link Telegram shows no token
    local, file_id = message.at.astimezone(zone), message.file_id
    file = phone.world.files.get(file_id or "")
    return {
        "id": message.id,
        "mine": not message.from_bot,
        "kind": message.kind,
        "text": "/start" if opened else _plain(message),
        "html": "/start" if opened else message.html if message.text else "",
        "caption_html": message.html if message.caption else "",
        "buttons": [[_button_state(button, gloss) for button in row] for row in message.buttons],
        "gloss": _meaning(gloss, message.words, file.name if file else ""),
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


def _button_state(button: Button, gloss: Gloss) -> dict[str, Any]:
    shown = _glossed(button.text, gloss)
    if button.url is not None:
        return shown | {"url": button.url}
    if button.copy_text is not None:
        return shown | {"copy": button.copy_text}
    return shown | {"data": button.data or ""}


def _date(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b}"
