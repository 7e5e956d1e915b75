"""Backups as version 0.1 wrote them."""

import hashlib
import hmac
import os
import zlib
from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_FRAME = 1 << 18


def write(path: Path, key: bytes, lines: Iterable[bytes]) -> None:
    salt = os.urandom(32)
    mark = hmac.digest(key, b"homeline backup fingerprint", hashlib.sha256)[:16]
    head = b"HOMELINE BACKUP 1\n" + mark + salt
    box = AESGCM(hmac.digest(key, b"homeline backup" + salt, hashlib.sha256))
    packed = zlib.compress(b"".join(line + b"\n" for line in lines))
    frames = [packed[at : at + _FRAME] for at in range(0, len(packed), _FRAME)]
    with path.open("wb") as file:
        file.write(head)
        for number, frame in enumerate(frames):
            boxed = box.encrypt(number.to_bytes(11) + bytes([number == len(frames) - 1]), frame, head)
            file.write(len(boxed).to_bytes(4) + boxed)
