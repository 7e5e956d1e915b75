"""What all methods that send have in common: the chat, the words, the new message."""

from typing import Any

from bot.simulator.files import LARGEST_UPLOAD, StoredFile, Upload
from bot.simulator.keyboards import attach, read_markup
from bot.simulator.messages import Chat, Message
from bot.simulator.params import Params
from bot.simulator.refusals import Refused, bad_request, forbidden
from bot.simulator.rich_text import Entity, parse_html, trim
from bot.simulator.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def find_chat(world: World, params: Params, field: str = "chat_id") -> Chat:
    """The chat that a request names, whether or not the bot may write there."""
    if field not in params:
        raise bad_request(f"{field} is empty")
    given = params.values[field]
    try:
        chat = world.chats.get(int(given))
    except (TypeError, ValueError):
        chat = None  # public names are not kept
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat(world: World, params: Params, field: str = "chat_id") -> Chat:
    """The chat that a request names, if the bot may write there."""
    chat = find_chat(world, params, field)
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if not chat.started:
        if chat.id in world.in_groups:
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if chat.blocked:
        by = "kicked from the group chat" if chat.members else "blocked by the user"
        raise forbidden(f"bot was {by}")
    if chat.muted:
        raise bad_request("not enough rights to send text messages to the chat")
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    return chat


def read_words(params: Params, field: str, entities_field: str) -> tuple[str, list[Entity]]:
    """The plain words of a request and their entities."""
    source = params.text(field)
    mode = params.text("parse_mode").lower()
    if not mode:
        given = params.tree(entities_field, "can't parse entities")
        return trim(source, given or [])
    if mode != "html":
        raise bad_request("unsupported parse_mode")  # only HTML is spoken here
    return trim(*parse_html(source))


def read_text(params: Params) -> dict[str, Any]:
    """The content of a text message."""
    text, entities = read_words(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def read_caption(params: Params) -> dict[str, Any]:
    """The words below a photo, a voice or a file."""
    caption, entities = read_words(params, "caption", "caption_entities")
    if len(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    found: dict[str, Any] = {"caption": caption} if caption else {}
    return found | ({"caption_entities": entities} if entities else {})


def read_file(world: World, params: Params, field: str, kind: str) -> StoredFile:
    """The file that a request uploads, or names by its identifier."""
    upload = params.upload(field)
    if upload is not None:
        return keep_upload(world, upload, kind)
    if field not in params:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    return world.files.for_sending(params.text(field), kind)


def keep_upload(world: World, upload: Upload, kind: str) -> StoredFile:
    """Keep a file that the bot sent."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > LARGEST_UPLOAD:
        raise Refused(413, "Request Entity Too Large")
    return world.files.add(kind, upload.data, mime=upload.mime, name=upload.name)


def send(world: World, chat: Chat, params: Params, content: dict[str, Any], **extra: Any) -> Message:
    """Put the bot's new message into the chat."""
    markup = read_markup(params)
    message = Message(
        chat,
        world.bot,
        from_bot=True,
        at=world.now,
        content=content,
        extra=extra,
        reply_to=_replied(chat, params),
        protect=params.flag("protect_content"),
        silent=params.flag("disable_notification"),
    )
    message.id = chat.last_id + 1  # a reply keyboard belongs to the message that brought it
    attach(message, markup)
    return world.post(message)


def _replied(chat: Chat, params: Params) -> Message | None:
    given = params.tree("reply_parameters", "can't parse reply parameters JSON object")
    if not given:
        return None
    message = chat.messages.get(int(given.get("message_id") or 0))
    if message is None and not given.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message
