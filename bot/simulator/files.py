"""Photos, voices and documents on Telegram's side: bytes with the identifiers under which a bot may send them again."""

import io
import math
import struct
import wave
from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.simulator.refusals import bad_request

# Telegram's file_id begins with the kind of the file; clients like to see it
PREFIX = {
    "photo": "AgACAgI",
    "voice": "AwACAgI",
    "video": "BAACAgI",
    "document": "BQACAgI",
    "sticker": "CAACAgI",
    "audio": "CQACAgI",
    "animation": "CgACAgI",
    "video_note": "DQACAgI",
}
NAME_OF_KIND = {  # as Telegram writes them in its refusals
    "photo": "Photo",
    "voice": "VoiceNote",
    "video": "Video",
    "document": "Document",
    "sticker": "Sticker",
    "audio": "Audio",
    "animation": "Animation",
    "video_note": "VideoNote",
}
EXTENSION = {
    "photo": "jpg",
    "voice": "oga",
    "video": "mp4",
    "document": "bin",
    "sticker": "webp",
    "audio": "mp3",
    "animation": "mp4",
    "video_note": "mp4",
}
MIME = {
    "photo": "image/jpeg",
    "voice": "audio/ogg",
    "video": "video/mp4",
    "document": "application/octet-stream",
    "sticker": "image/webp",
    "audio": "audio/mpeg",
    "animation": "video/mp4",
    "video_note": "video/mp4",
}
SIGNATURES = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg", b"GIF8": "image/gif", b"OggS": "audio/ogg"}
LARGEST_UPLOAD = 50_000_000  # of a bot; people send 2 GB, and what lies there a bot may send on by its file_id
LARGEST_DOWNLOAD = 20_000_000
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a request."""

    name: str
    data: bytes
    mime: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that Telegram keeps."""

    id: str
    unique_id: str
    kind: str
    held: bytes | Path  # a file of the program's own stays where it lies
    mime: str
    name: str
    path: str
    thumbnail: bool = False

    @property
    def data(self) -> bytes:
        """What is in it."""
        return self.held if isinstance(self.held, bytes) else self.held.read_bytes()

    @property
    def size(self) -> int:
        """How many bytes that are."""
        return len(self.held) if isinstance(self.held, bytes) else self.held.stat().st_size


class Files:
    """All files of one bot, by the identifiers it may use for them."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._small: dict[str, StoredFile] = {}

    def add(
        self, kind: str, data: bytes | Path, *, mime: str = "", name: str = "", thumbnail: bool = False
    ) -> StoredFile:
        """Keep a file and give it its identifiers."""
        name = name or ("" if isinstance(data, bytes) else data.name)
        number = len(self._by_id) + 1
        tail = urlsafe_b64encode(struct.pack(">QQQ", number, number * 7919, 0x48656C6F)).decode()
        extension = name.rpartition(".")[2] if "." in name else EXTENSION[kind]
        file = StoredFile(
            id=f"{PREFIX[kind]}AAxkBAAI{tail}",
            unique_id=f"AgAD{tail[8:20]}",
            kind=kind,
            held=data,
            mime=sniff(first_bytes(data)) or mime or MIME[kind],
            name=name,
            path=f"{kind}s/file_{number}.{extension}",
            thumbnail=thumbnail,
        )
        self._by_id[file.id] = file
        self._by_path[file.path] = file
        return file

    def thumbnail_of(self, photo: StoredFile) -> StoredFile:
        """The small size of a photo, which Telegram makes itself; it shows the same bytes."""
        return self._small.get(photo.id) or self._small.setdefault(
            photo.id, self.add("photo", photo.held, mime=photo.mime, thumbnail=True)
        )

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this identifier, whatever its kind."""
        return self._by_id.get(file_id)

    def lose(self, file_id: str) -> None:
        """Telegram does not have it any more; where it was sent before, it stands in the chats still."""
        self._by_path.pop(self._by_id[file_id].path, None)

    def at(self, path: str) -> StoredFile | None:
        """The file at the path that getFile named."""
        return self._by_path.get(path)

    def for_sending(self, file_id: str, kind: str) -> StoredFile:
        """The file that a bot wants to send again as `kind`."""
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")  # nothing is fetched from anywhere
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if file.kind != kind and {file.kind, kind} != {"document", "animation"}:
            raise bad_request(f"can't use file of type {NAME_OF_KIND[file.kind]} as {NAME_OF_KIND[kind]}")
        return file


def first_bytes(data: bytes | Path) -> bytes:
    """What tells the kind of a file."""
    if isinstance(data, bytes):
        return data[:24]
    with data.open("rb") as file:
        return file.read(24)


def sniff(data: bytes) -> str:
    """What kind of data this is, where its first bytes tell."""
    if data.startswith(b"RIFF"):
        return "audio/wav" if data[8:12] == b"WAVE" else "image/webp"
    return next((mime for start, mime in SIGNATURES.items() if data.startswith(start)), "")


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG; of others a likely guess."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return 1280, 960


@lru_cache(maxsize=8)
def tone(seconds: int) -> bytes:
    """A soft tone that every browser can play, for voices nobody has recorded."""
    rate = 4000
    sound = io.BytesIO()
    with wave.open(sound, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(rate)
        frames = range(rate * max(1, min(seconds, 60)))
        out.writeframes(bytes(128 + round(40 * math.sin(i * 0.55) * math.sin(i * math.pi / rate)) for i in frames))
    return sound.getvalue()
