"""A process that stands still ends by itself, with one line that says what stood; one that waits or fails goes on."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.liveness import LONGEST, Liveness
from bot.watchdog import LOOKS, STUCK, SURE, Watchdog
from tests.deploy.files import ROOT, unit


class Leadership:
    """A stopwatch that a test moves."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


def looks(dog: Watchdog, watch: Leadership, seconds: int, *, moves: bool = True) -> list[str]:
    """What the watchdog says in so many seconds."""
    said = []
    for _ in range(seconds):
        watch.at += 1
        if moves:
            dog.moved()
        if words := dog.look():
            said.append(words)
    return said


def test_a_loop_that_hangs_in_a_step_is_named_and_one_that_fails_is_not() -> None:
    watch = Leadership()
    liveness = Liveness(watch)
    dog = Watchdog(liveness)
    with pytest.raises(OSError, match="away"), liveness.step("consumer"):
        raise OSError("the database is away")
    with liveness.step("sender"):
        assert not looks(dog, watch, int(LONGEST) + SURE - 1)
        assert looks(dog, watch, 2)[-1].startswith("The sender stood still for 1")
        assert list(liveness.still()) == ["sender"]
    assert not looks(dog, watch, 600)


def test_a_tick_that_no_longer_comes_is_noticed() -> None:
    watch = Leadership()
    liveness = Liveness(watch)
    dog = Watchdog(liveness)
    for loop in ("ticks", "consumer"):
        with liveness.step(loop):
            pass
    assert looks(dog, watch, int(LONGEST) + SURE)[-1].startswith("The ticks stood still")


def test_a_machine_that_slept_ends_nothing() -> None:
    watch = Leadership()
    liveness = Liveness(watch)
    dog = Watchdog(liveness)
    with liveness.step("consumer"):
        watch.at += 10 * 3600
        assert not looks(dog, watch, SURE - 1, moves=False)
    assert not looks(dog, watch, LOOKS)


BLOCKED = """
import asyncio, time
from bot import log, watchdog
from bot.liveness import Liveness
watchdog.EVERY, watchdog.LOOKS, watchdog.SURE = 0.02, 10, 1000

async def main():
    log.configure("INFO", "text")
    for _ in range(2):  # what has ended is watched no more
        with watchdog.Watchdog(Liveness()).watching():
            await asyncio.sleep(0.1)
        time.sleep(0.5)
    with watchdog.Watchdog(Liveness()).watching():
        await asyncio.sleep(0.1)
        time.sleep(30)  # whatever blocks the loop

asyncio.run(main())
"""


def test_a_loop_that_is_blocked_ends_the_process_with_one_line_and_systemd_has_heard_it_live(tmp_path: Path) -> None:
    heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    heard.bind(str(tmp_path / "notify"))
    heard.settimeout(1)
    environment = {"PYTHONPATH": str(ROOT), "NOTIFY_SOCKET": str(tmp_path / "notify")}
    ended = subprocess.run(
        [sys.executable, "-c", BLOCKED], env=environment, capture_output=True, text=True, check=False, timeout=20
    )
    with heard:
        assert heard.recv(100) == b"WATCHDOG=1"

    assert ended.returncode == STUCK
    (line,) = ended.stderr.splitlines()
    assert "Everything has stood still" in line
    assert "<string>:main:" in line


def test_whoever_starts_it_starts_it_again() -> None:
    found = unit("homeline.service")

    assert found["Restart"] == ["always"]
    assert found["NotifyAccess"] == ["main"]
    assert int(found["WatchdogSec"][0]) > LOOKS  # its own line comes first
    assert "restart: unless-stopped" in (ROOT / "deploy" / "compose.yaml").read_text()
