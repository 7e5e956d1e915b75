"""What the processes of one test run share: a folder, and the keys under which its databases are written.

So a beginning that one of them has tapped is copied by all.
"""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.db.crypto import new_key

_ROOM = 4_000_000_000  # bytes: the server, its log, and the beginnings
_NAME = "PYTEST_OF_HOMELINE"


def memory() -> Path | None:
    """Where this machine keeps files in memory, when there is room: no test pulls the plug, so none needs a disk."""
    place = Path("/dev/shm")
    return place if place.is_dir() and shutil.disk_usage(place).free > _ROOM else None


def _folder() -> Path:
    """The one that the first process of this run has made."""
    if _NAME not in os.environ:
        made = Path(tempfile.mkdtemp(prefix="homeline-tests-", dir=memory()))
        made.chmod(0o711)  # the server has a user of its own
        (made / "keys").write_text(new_key())
        (made / "run").mkdir(mode=0o700)
        os.environ[_NAME] = str(made)
        atexit.register(_remove, made, os.getpid())
    return Path(os.environ[_NAME])


def _remove(folder: Path, maker: int) -> None:
    if os.getpid() == maker:
        shutil.rmtree(folder, ignore_errors=True)


FOLDER = _folder()
KEYS = (FOLDER / "keys").read_text()
# Names that no other process of the run gives.
PROCESS = os.environ.get("PYTEST_XDIST_WORKER", "gw")


@contextmanager
def alone(what: str) -> Iterator[None]:
    """While no other process of the run does this."""
    with (FOLDER / f"{what}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def write(path: Path, content: bytes) -> None:
    """Write a file that others read whole or not at all."""
    beside = path.with_name(f"{path.name}.{PROCESS}")
    beside.write_bytes(content)
    beside.replace(path)
