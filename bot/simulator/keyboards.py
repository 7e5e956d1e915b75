"""Buttons, as Telegram accepts them."""

import re
from typing import Any

from bot.simulator.messages import Chat, Message
from bot.simulator.params import Params
from bot.simulator.refusals import bad_request

ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "disabled",
)
MOST_BUTTONS = 100
LONGEST_DATA = 64
LONGEST_COPY = 256
WEB_ADDRESS = re.compile(r"(?:https?://)?[^\s/.]+\.[^\s/]{2,}.*", re.IGNORECASE)
UNREADABLE = "can't parse reply keyboard markup JSON object"

Markup = dict[str, Any]


def read_markup(params: Params) -> Markup | None:
    """The reply_markup of a request, checked."""
    markup = params.tree("reply_markup", UNREADABLE)
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        for button in _flat(markup["keyboard"], "keyboard", "KeyboardButton"):
            _label(button if isinstance(button, dict) else {"text": button}, "keyboard")
    return markup


def read_inline(params: Params) -> Markup | None:
    """The reply_markup of an edit, which can only be an inline keyboard."""
    markup = read_markup(params)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def attach(message: Message, markup: Markup | None) -> None:
    """Give a new message its buttons, or its chat another reply keyboard."""
    if not markup:
        return
    if "inline_keyboard" in markup:
        message.markup = markup if any(markup["inline_keyboard"]) else None
    elif "keyboard" in markup:
        _show(message.chat, message.id, [[_text(button) for button in row] for row in markup["keyboard"]])
    elif markup.get("remove_keyboard"):
        _show(message.chat, 0, None)


def _show(chat: Chat, message_id: int, keyboard: list[list[str]] | None) -> None:
    chat.keyboard, chat.keyboard_message = keyboard, message_id


def _text(button: Any) -> str:
    return str(button["text"] if isinstance(button, dict) else button)


def _inline(rows: Any) -> Markup | None:
    buttons = _flat(rows, "inline_keyboard", "InlineKeyboardButton")
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if not isinstance(button, dict):
            raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
        _label(button, "inline keyboard")
        _action(button)
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept}


def _flat(rows: Any, field: str, item: str) -> list[Any]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" of the ReplyMarkup must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be an Array of Arrays of {item}')
    return [button for row in rows for button in row]


def _label(button: dict[str, Any], where: str) -> None:
    if "text" not in button:
        raise bad_request(f"can't parse {where} button: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad_request(f'can\'t parse {where} button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request(f"{where} button text must be non-empty")


def _action(button: dict[str, Any]) -> None:
    if not any(button.get(action) not in (None, "") for action in ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(str(button.get("callback_data") or "").encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url and not url.startswith("tg://"):
        if re.match(r"[a-z][a-z0-9+.-]*:(?!//)", url, re.IGNORECASE):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
        if not WEB_ADDRESS.fullmatch(url):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = button.get("copy_text")
    if copied and not 1 <= len(copied["text"]) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
