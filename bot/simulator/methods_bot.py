"""Methods about the bot itself, its chats, its files and the presses it answers."""

import json
import re
from datetime import timedelta
from typing import Any

from bot.simulator.files import LARGEST_DOWNLOAD
from bot.simulator.params import Params
from bot.simulator.refusals import bad_request
from bot.simulator.sending import find_chat
from bot.simulator.world import World

ANSWERABLE_FOR = timedelta(seconds=150)
LONGEST_ANSWER = 200
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_PROFILE = {"name": 64, "description": 512, "short_description": 120}
EXPIRED = "query is too old and response timeout expired or query ID is invalid"


def get_me(world: World, _: Params) -> Any:
    """getMe."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def close(_: World, __: Params) -> Any:
    """close and logOut, which change nothing here."""
    return True


def get_chat(world: World, params: Params) -> Any:
    """getChat."""
    chat = find_chat(world, params)
    if not chat.started:
        raise bad_request("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    accepted = dict.fromkeys(gifts, False)
    pinned = [chat.messages[message_id] for message_id in chat.pinned[-1:] if message_id in chat.messages]
    told = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": accepted}
    return chat.info | told | ({"pinned_message": pinned[0].as_api(nested=True)} if pinned else {})


def get_file(world: World, params: Params) -> Any:
    """getFile."""
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    if world.files.at(file.path) is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    size = file.size
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": size, "file_path": file.path}


def answer_callback_query(world: World, params: Params) -> Any:
    """answerCallbackQuery."""
    press = world.presses.get(params.text("callback_query_id"))
    if press is None or press.at is None or world.now - press.at > ANSWERABLE_FOR:
        raise bad_request(EXPIRED)
    text = params.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered = True
    press.answer, press.alert = text or press.answer, params.flag("show_alert")
    if text:
        world.show_toast(press.chat, text, alert=press.alert)
    return True


def set_my_commands(world: World, params: Params) -> Any:
    """setMyCommands."""
    commands = params.tree("commands", "can't parse commands JSON object")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    for command in commands:
        if not COMMAND.fullmatch(command.get("command", "").removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_scope(params)] = commands
    return True


def get_my_commands(world: World, params: Params) -> Any:
    """getMyCommands."""
    return world.profile.commands.get(_scope(params), [])


def delete_my_commands(world: World, params: Params) -> Any:
    """deleteMyCommands."""
    world.profile.commands.pop(_scope(params), None)
    return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.tree("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.text("language_code")


def set_my_name(world: World, params: Params) -> Any:
    """setMyName."""
    return _set(world, params, "name")


def set_my_description(world: World, params: Params) -> Any:
    """setMyDescription."""
    return _set(world, params, "description")


def set_my_short_description(world: World, params: Params) -> Any:
    """setMyShortDescription."""
    return _set(world, params, "short_description")


def _set(world: World, params: Params, what: str) -> Any:
    words = params.text(what)
    if len(words) > LONGEST_PROFILE[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    world.profile.words[what, params.text("language_code")] = words
    return True


def get_my_name(world: World, params: Params) -> Any:
    """getMyName."""
    return _get(world, params, "name") or {"name": world.bot["first_name"]}


def get_my_description(world: World, params: Params) -> Any:
    """getMyDescription."""
    return _get(world, params, "description") or {"description": ""}


def get_my_short_description(world: World, params: Params) -> Any:
    """getMyShortDescription."""
    return _get(world, params, "short_description") or {"short_description": ""}


def _get(world: World, params: Params, what: str) -> dict[str, str] | None:
    words = world.profile.words
    found = words.get((what, params.text("language_code"))) or words.get((what, ""))
    return {what: found} if found else None


def set_chat_menu_button(world: World, params: Params) -> Any:
    """setChatMenuButton."""
    button = params.tree("menu_button", "can't parse MenuButton JSON object") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type specified")
    world.profile.menu_buttons[params.integer("chat_id")] = button
    return True


def get_chat_menu_button(world: World, params: Params) -> Any:
    """getChatMenuButton."""
    return world.profile.menu_buttons.get(params.integer("chat_id"), {"type": "commands"})
