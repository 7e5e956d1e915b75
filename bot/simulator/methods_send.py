"""Methods that put a new message into a chat."""

from datetime import timedelta
from typing import Any

from bot.simulator.media import media_content
from bot.simulator.messages import Message
from bot.simulator.params import Params
from bot.simulator.refusals import bad_request
from bot.simulator.sending import (
    find_chat,
    keep_upload,
    open_chat,
    read_caption,
    read_file,
    read_text,
    send,
)
from bot.simulator.world import World

TYPING_LASTS = timedelta(seconds=5)
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
IN_ALBUMS = {"photo", "video", "audio", "document"}


def send_message(world: World, params: Params) -> Any:
    """sendMessage."""
    chat = open_chat(world, params)
    return send(world, chat, params, read_text(params)).as_api()


def send_photo(world: World, params: Params) -> Any:
    """sendPhoto."""
    return _send_file(world, params, "photo")


def send_voice(world: World, params: Params) -> Any:
    """sendVoice."""
    return _send_file(world, params, "voice")


def send_video(world: World, params: Params) -> Any:
    """sendVideo."""
    return _send_file(world, params, "video")


def send_video_note(world: World, params: Params) -> Any:
    """sendVideoNote."""
    return _send_file(world, params, "video_note")


def send_audio(world: World, params: Params) -> Any:
    """sendAudio."""
    return _send_file(world, params, "audio")


def send_document(world: World, params: Params) -> Any:
    """sendDocument."""
    return _send_file(world, params, "document")


def send_animation(world: World, params: Params) -> Any:
    """sendAnimation."""
    return _send_file(world, params, "animation")


def send_sticker(world: World, params: Params) -> Any:
    """sendSticker."""
    return _send_file(world, params, "sticker")


def _send_file(world: World, params: Params, kind: str) -> Any:
    chat = open_chat(world, params)
    file = read_file(world, params, kind, kind)
    if chat.voiceless and kind in {"voice", "video_note"}:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")
    content = media_content(world.files, file, _details(params)) | read_caption(params)
    return send(world, chat, params, content).as_api()


def _details(params: Params) -> dict[str, Any]:
    numbers = {name: params.integer(name) for name in ("duration", "width", "height", "length")}
    return numbers | {name: params.text(name) for name in ("emoji", "performer", "title")}


def send_location(world: World, params: Params) -> Any:
    """sendLocation."""
    chat = open_chat(world, params)
    place = {"latitude": params.real("latitude"), "longitude": params.real("longitude")}
    return send(world, chat, params, {"location": place}).as_api()


def send_media_group(world: World, params: Params) -> Any:
    """sendMediaGroup."""
    chat = open_chat(world, params)
    media = params.tree("media", "can't parse media JSON object")
    if not isinstance(media, list) or not 2 <= len(media) <= 10:
        raise bad_request("wrong number of messages to send as an album: expected 2-10")
    # all parts are read before the first one is sent: an album is sent whole or not at all
    contents = [read_media(world, params, item) for item in media]
    album = world.new_album()
    return [send(world, chat, params, content, media_group_id=album).as_api() for content in contents]


def read_media(world: World, params: Params, item: Any) -> dict[str, Any]:
    """The content of a message that an InputMedia object describes."""
    if not isinstance(item, dict) or item.get("type") not in IN_ALBUMS | {"animation"}:
        raise bad_request("can't parse InputMedia: type is invalid")
    kind, link = item["type"], item.get("media", "")
    upload = params.attached(link)
    file = keep_upload(world, upload, kind) if upload else world.files.for_sending(link, kind)
    described = Params(item)
    return media_content(world.files, file, _details(described)) | read_caption(described)


def send_chat_action(world: World, params: Params) -> Any:
    """sendChatAction."""
    chat = open_chat(world, params)
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = world.now + TYPING_LASTS
    world.touch(chat)
    return True


def copy_message(world: World, params: Params) -> Any:
    """copyMessage."""
    chat, original = open_chat(world, params), _original(world, params, "copy")
    content = dict(original.content)
    if "text" not in content and params.values.get("caption") is not None:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= read_caption(params)
    return {"message_id": send(world, chat, params, content).id}


def forward_message(world: World, params: Params) -> Any:
    """forwardMessage."""
    chat, original = open_chat(world, params), _original(world, params, "forward")
    origin = original.extra.get("forward_origin") or {
        "type": "user",
        "date": int(original.at.timestamp()),
        "sender_user": original.sender,
    }
    return send(world, chat, params, dict(original.content), forward_origin=origin).as_api()


def _original(world: World, params: Params, verb: str) -> Message:
    chat = find_chat(world, params, "from_chat_id")
    original = chat.messages.get(params.integer("message_id"))
    if original is None:
        raise bad_request(f"message to {verb} not found")
    if original.kind == "service" or original.protect:
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return original
