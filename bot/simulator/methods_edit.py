"""Methods that change what is already in a chat."""

from datetime import timedelta
from typing import Any

from bot.simulator.keyboards import Markup, read_inline
from bot.simulator.messages import Message
from bot.simulator.methods_send import read_media
from bot.simulator.params import Params
from bot.simulator.refusals import bad_request
from bot.simulator.sending import open_chat, read_caption, read_text
from bot.simulator.world import World, with_entities

DELETABLE_FOR = timedelta(hours=48)
WITH_CAPTION = {"photo", "voice", "video", "audio", "document", "animation"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
# fmt: off
REACTIONS = frozenset({
    "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢",
    "🎉", "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳",
    "❤‍🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓",
    "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈",
    "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿",
    "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀",
    "😡",
})
# fmt: on


def edit_message_text(world: World, params: Params) -> Any:
    """editMessageText."""
    message = _editable(world, params)
    content, markup = read_text(params), read_inline(params)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _edit(world, message, content, markup)


def edit_message_caption(world: World, params: Params) -> Any:
    """editMessageCaption."""
    message = _editable(world, params)
    caption, markup = read_caption(params), read_inline(params)
    if message.kind not in WITH_CAPTION:
        raise bad_request("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if not key.startswith("caption")}
    return _edit(world, message, kept | caption, markup)


def edit_message_media(world: World, params: Params) -> Any:
    """editMessageMedia."""
    message = _editable(world, params)
    media = params.tree("media", "can't parse media JSON object")
    return _edit(world, message, read_media(world, params, media), read_inline(params))


def edit_message_reply_markup(world: World, params: Params) -> Any:
    """editMessageReplyMarkup."""
    message = _editable(world, params)
    return _edit(world, message, message.content, read_inline(params))


def _editable(world: World, params: Params) -> Message:
    chat = open_chat(world, params)
    message = chat.messages.get(_message_id(params))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.forwarded:
        raise bad_request("message can't be edited")
    return message


def _message_id(params: Params) -> int:
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    return params.integer("message_id")


def _edit(world: World, message: Message, content: dict[str, Any], markup: Markup | None) -> Any:
    with_entities(content)
    new_markup = markup if markup and markup["inline_keyboard"] else None
    if content == message.content and new_markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    only_buttons = content == message.content
    message.content, message.markup = content, new_markup
    if not only_buttons:  # phones write "edited" only where words or pictures have changed
        message.edited_at = world.now
    world.touch(message.chat)
    return message.as_api()


def delete_message(world: World, params: Params) -> Any:
    """deleteMessage."""
    chat = open_chat(world, params)
    message = chat.messages.get(_message_id(params))
    if message is None:
        raise bad_request("message to delete not found")
    if world.now - message.at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.delete(message)
    return True


def delete_messages(world: World, params: Params) -> Any:
    """deleteMessages, which passes over what it does not find."""
    chat = open_chat(world, params)
    ids = params.tree("message_ids", "can't parse message identifiers JSON array")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    for message_id in ids:
        message = chat.messages.get(int(message_id))
        if message is not None and world.now - message.at <= DELETABLE_FOR:
            world.delete(message)
    return True


def pin_chat_message(world: World, params: Params) -> Any:
    """pinChatMessage."""
    chat = open_chat(world, params)
    message_id = _message_id(params)
    if message_id not in chat.messages:
        raise bad_request("message to pin not found")
    if message_id not in chat.pinned:
        chat.pinned.append(message_id)
    return True


def unpin_chat_message(world: World, params: Params) -> Any:
    """unpinChatMessage: the one that is named, else the newest."""
    chat = open_chat(world, params)
    message_id = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def set_message_reaction(world: World, params: Params) -> Any:
    """setMessageReaction."""
    chat = open_chat(world, params)
    message = chat.messages.get(_message_id(params))
    if message is None:
        raise bad_request("message to react not found")
    reactions = params.tree("reaction", "can't parse reaction types JSON object") or []
    emoji = [reaction.get("emoji", "") for reaction in reactions]
    if len(emoji) > 1 or any(one.replace("\ufe0f", "") not in REACTIONS for one in emoji):
        raise bad_request("REACTION_INVALID")
    message.reaction = emoji[0] if emoji else None
    world.touch(chat)
    return True
