"""The objects that describe what a message carries, for what people send and for what the bot sends."""

from collections.abc import Callable
from typing import Any

from bot.simulator.files import Files, StoredFile, first_bytes, picture_size

Describe = Callable[[StoredFile, dict[str, Any]], dict[str, Any]]


def media_content(files: Files, file: StoredFile, details: dict[str, Any]) -> dict[str, Any]:
    """The fields of a message that carries `file`."""
    if file.kind == "photo":
        return {"photo": _photo(files, file)}
    described = {file.kind: _DESCRIBED[file.kind](file, details)}
    if file.kind == "animation":
        described["document"] = _document(file, details)
    return described


def _ids(file: StoredFile) -> dict[str, Any]:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def _named(file: StoredFile) -> dict[str, Any]:
    return {**_ids(file), "mime_type": file.mime, **({"file_name": file.name} if file.name else {})}


def _photo(files: Files, file: StoredFile) -> list[dict[str, Any]]:
    width, height = picture_size(first_bytes(file.held))
    largest = {**_ids(file), "width": width, "height": height}
    if file.thumbnail:
        return [largest]
    # Telegram offers several sizes, smallest first; a client that takes the first one shows a stamp
    small = files.thumbnail_of(file)
    return [{**_ids(small), "width": max(1, width // 4), "height": max(1, height // 4)}, largest]


def _voice(file: StoredFile, details: dict[str, Any]) -> dict[str, Any]:
    return {**_ids(file), "duration": details.get("duration", 0), "mime_type": file.mime}


def _audio(file: StoredFile, details: dict[str, Any]) -> dict[str, Any]:
    given = {name: details[name] for name in ("performer", "title") if details.get(name)}
    return {**_named(file), "duration": details.get("duration", 0), **given}


def _video(file: StoredFile, details: dict[str, Any]) -> dict[str, Any]:
    size = {"width": details.get("width") or 640, "height": details.get("height") or 480}
    return {**_named(file), **size, "duration": details.get("duration", 0)}


def _video_note(file: StoredFile, details: dict[str, Any]) -> dict[str, Any]:
    return {**_ids(file), "length": details.get("length") or 240, "duration": details.get("duration", 0)}


def _document(file: StoredFile, _: dict[str, Any]) -> dict[str, Any]:
    return _named(file)


def _sticker(file: StoredFile, details: dict[str, Any]) -> dict[str, Any]:
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {**_ids(file), **shape, "emoji": details.get("emoji") or "👍"}


_DESCRIBED: dict[str, Describe] = {
    "voice": _voice,
    "audio": _audio,
    "video": _video,
    "animation": _video,
    "video_note": _video_note,
    "document": _document,
    "sticker": _sticker,
}
