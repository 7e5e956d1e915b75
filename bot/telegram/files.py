"""Fetches what people have sent from where Telegram keeps it, one file at a time, into a place that is given."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import IO

from telegram.error import BadRequest, NetworkError

from bot.telegram.client import Client, FileTooLarge

_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


class Unfetchable(Exception):
    """It can not be had, today or later; `large`: Telegram has it, and gives it to no bot."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__("too large" if large else "gone")
        self.large = large


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be fetched for an hour."""

    path: str
    size: int


async def find(client: Client, file_id: str) -> Found:
    """Where it is, and how large. Raises Unfetchable, TelegramError."""
    try:
        told = await client.find(file_id)
    except BadRequest as error:
        raise Unfetchable(large=isinstance(error, FileTooLarge)) from error
    if not told.get("file_path"):
        raise Unfetchable
    return Found(str(told["file_path"]), int(told.get("file_size") or 0))


async def fetch(client: Client, found: Found, into: IO[bytes]) -> None:
    """All of it. Raises Unfetchable, TelegramError."""
    status = await client.fetch(found.path, into.write)
    if status in _GONE:
        raise Unfetchable
    if status != HTTPStatus.OK:
        raise NetworkError(f"no file: status {status}")
