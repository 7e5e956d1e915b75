"""A backup's file: gzip within age, so that without Homeline `age -d -i KEY FILE | gunzip` opens it.

Written for public keys: who writes need not be able to read. One that was cut short or changed does not open.
"""

import gzip
import io
import os
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import pyrage
from pyrage.x25519 import Identity, Recipient

from bot.errors import BackupUnreadable
from bot.operations import old_archive

_SIGN = b"age-encryption.org/"
_GZIP = zlib.MAX_WBITS | 16
_FAST = 3
_AT_ONCE = 1 << 16
_ANOTHER = "No matching keys found"  # as the library says it; the format has nothing finer


def write(file: BinaryIO, recipients: Sequence[Recipient], lines: Iterable[bytes]) -> None:
    """Write lines into a file; nothing of it counts unless this returns. What a line or the file raises is raised."""
    source, sink = _Packing(lines), _Remembering(file)
    try:
        pyrage.encrypt_io(source, sink, recipients)
    except Exception as error:
        raise source.error or sink.error or error from None


def lines(file: io.BufferedReader, identities: Sequence[Identity], old: Sequence[bytes] = ()) -> Iterator[bytes]:
    """The lines of a backup, each checked before it is given; `old` are keys of 0.1. Raises BackupUnreadable."""
    begin = file.peek(len(_SIGN))
    if begin.startswith(old_archive.SIGN):
        yield from old_archive.lines(file, old)
    elif begin.startswith(_SIGN):
        yield from _lines(file, identities)
    else:
        raise BackupUnreadable("This file is no backup of Homeline.")


def _lines(file: io.BufferedReader, identities: Sequence[Identity]) -> Iterator[bytes]:
    pump = _Pump(file, identities)
    try:
        # Buffered once more: so lines are cut in C, and what is all alike unpacks little by little.
        with gzip.GzipFile(fileobj=pump.source) as unpacked, io.BufferedReader(unpacked, _AT_ONCE) as whole:
            for line in whole:
                yield line[:-1]
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise pump.end() or _damaged() from None
    finally:
        error = pump.end()
    if error is not None:
        raise error


class _Pump:
    """The library pushes what it opens, and who restores pulls: a thread and a pipe lie between."""

    def __init__(self, file: io.BufferedReader, identities: Sequence[Identity]) -> None:
        out, into = os.pipe()
        self.source = os.fdopen(out, "rb")
        self._error: BackupUnreadable | None = None
        self._thread = threading.Thread(target=self._run, args=(file, into, identities), daemon=True)
        self._thread.start()

    def end(self) -> BackupUnreadable | None:
        """Let go of what was not read; what was wrong with what was."""
        self.source.close()
        self._thread.join()
        return self._error

    def _run(self, file: io.BufferedReader, into: int, identities: Sequence[Identity]) -> None:
        try:
            with os.fdopen(into, "wb", buffering=0) as sink:
                pyrage.decrypt_io(file, sink, identities)
        except (pyrage.DecryptError, OSError, ValueError) as error:
            self._error = _another_key() if str(error) == _ANOTHER else _damaged()


class _Packing:
    """Lines, packed as they are asked for."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self.error: BaseException | None = None
        self._lines = iter(lines)
        self._packer = zlib.compressobj(_FAST, wbits=_GZIP)
        self._ready = bytearray()
        self._ended = False

    def read(self, size: int) -> bytes:
        """As much as is wanted, but at the end."""
        try:
            while len(self._ready) < size and not self._ended:
                self._pack()
        except BaseException as error:  # the library would make words of it
            self.error = error
            raise
        part = bytes(self._ready[:size])
        del self._ready[:size]
        return part

    def _pack(self) -> None:
        line = next(self._lines, None)
        if line is None:
            self._ended = True
            self._ready += self._packer.flush()
        else:
            self._ready += self._packer.compress(line + b"\n")


class _Remembering:
    """A file that is written to, and what it raised."""

    def __init__(self, file: BinaryIO) -> None:
        self.error: BaseException | None = None
        self._file = file

    def write(self, part: bytes) -> int:
        """As the file does."""
        try:
            return self._file.write(part)
        except BaseException as error:
            self.error = error
            raise

    def flush(self) -> None:
        """Who opened the file sees to it."""


def _another_key() -> BackupUnreadable:
    return BackupUnreadable(
        "No key that is here opens this backup. Give the secret half (AGE-SECRET-KEY-…) of one for which it "
        "was written: homeline restore --key FILE."
    )


def _damaged() -> BackupUnreadable:
    return BackupUnreadable("This backup is damaged: it was cut short or changed. Nothing was restored; take another.")
