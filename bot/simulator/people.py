"""How the Bot API writes people and chats."""

from typing import Any

from bot.simulator.cast import PersonSpec


def user_of(person: PersonSpec) -> dict[str, Any]:
    """The User object of a person; Telegram leaves out what it does not know."""
    given = {"last_name": person.last_name, "username": person.username, "language_code": person.language_code}
    known: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return {"id": person.id, "is_bot": False, "first_name": person.first_name, **known}


def private_chat_of(person: PersonSpec) -> dict[str, Any]:
    """The Chat object of a person's conversation with the bot."""
    user = user_of(person)
    names: dict[str, Any] = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
    return {"id": person.id, "type": "private", **names}


def membership(user: dict[str, Any], status: str) -> dict[str, Any]:
    """The ChatMember object of somebody who is in a chat, or was thrown out."""
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": user, "status": status, **until}
