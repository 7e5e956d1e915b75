"""What a test frees is kept for the next: to give it back to the system and ask anew takes a fiftieth of the time."""

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # the names that glibc's mallopt(3) has for them
_MEBIBYTE = 1024 * 1024


def keep() -> None:
    """Keep it, in this process alone; elsewhere than with glibc nothing is changed."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(_TRIM_THRESHOLD, 512 * _MEBIBYTE)
        libc.mallopt(_MMAP_THRESHOLD, 32 * _MEBIBYTE)  # the most that it takes
