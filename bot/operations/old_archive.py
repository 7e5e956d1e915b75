"""The backups of version 0.1, which are read and not written any more; who upgrades may need one for 35 days.

Head: a sign, the writing key's fingerprint, a salt. Then frames: a length, and one AES-GCM box under a key derived from
the salt. The nonce counts the frames and marks the last one, so none can be dropped, repeated, moved or left off.
"""

import hashlib
import hmac
import io
import struct
import zlib
from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import BackupUnreadable

SIGN = b"HOMELINE BACKUP 1\n"
_SALT = 32
_PRINT = 16
_HEAD = len(SIGN) + _PRINT + _SALT
_FRAME = 1 << 18
_BOX = _FRAME + 16
_LENGTH = struct.Struct(">I")


def lines(file: io.BufferedReader, keys: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of an archive, each checked before it is given. Raises BackupUnreadable."""
    unpacker = zlib.decompressobj()
    rest = b""
    for frame in _frames(file, keys):
        plain = frame
        while plain:  # little by little: what is all alike unpacks to a thousand times its size
            parts = (rest + unpacker.decompress(plain, _FRAME)).split(b"\n")
            rest, plain = parts.pop(), unpacker.unconsumed_tail
            yield from parts


def _frames(file: io.BufferedReader, keys: Iterable[bytes]) -> Iterator[bytes]:
    head = file.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(SIGN):
        raise BackupUnreadable("This file is no backup of Homeline.")
    mark = head[len(SIGN) : len(SIGN) + _PRINT]
    key = next((each for each in keys if hmac.compare_digest(_fingerprint(each), mark)), None)
    if key is None:
        raise BackupUnreadable(
            "This backup of version 0.1 was written under another key than those in HOMELINE_BACKUP_KEY."
        )
    box = AESGCM(_derive(key, head[-_SALT:]))
    number, last = 0, False
    while not last:
        boxed = _read_frame(file)
        last = not file.peek(1)
        try:
            yield box.decrypt(_nonce(number, last=last), boxed, head)
        except InvalidTag:
            raise _damaged() from None
        number += 1


def _read_frame(file: io.BufferedReader) -> bytes:
    length = file.read(_LENGTH.size)
    if len(length) < _LENGTH.size or (size := _LENGTH.unpack(length)[0]) > _BOX:
        raise _damaged()
    boxed = file.read(size)
    if len(boxed) < size:
        raise _damaged()
    return boxed


def _damaged() -> BackupUnreadable:
    return BackupUnreadable("This backup is damaged: it was cut short or changed. Nothing was restored; take another.")


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _fingerprint(key: bytes) -> bytes:
    return hmac.digest(key, b"homeline backup fingerprint", hashlib.sha256)[:_PRINT]


def _derive(key: bytes, salt: bytes) -> bytes:
    return hmac.digest(key, b"homeline backup" + salt, hashlib.sha256)
