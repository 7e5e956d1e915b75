"""The simulator in a process of its own, so that its work takes no time from what is measured."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from bot.clock import SystemClock
from bot.simulator.cast import PersonSpec
from bot.simulator.server import Simulator
from tests.bench.next_door import TOKEN
from tests.copies import copies

# When a request came, its method, its chat, whether it was accepted, and the refusal.
Seen = tuple[float, str, int, bool, str]


class Telegram:
    """The other process, as the bench sees it."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self.url: str = pipe.recv()

    def seen(self) -> list[Seen]:
        """Every request so far; the list begins anew."""
        self._pipe.send("seen")
        found: list[Seen] = self._pipe.recv()
        return found


@contextmanager
def telegram(chats: int) -> Iterator[Telegram]:
    """A simulator with Telegram's limits and so many chats, ended with the block."""
    ours, theirs = copies.Pipe()
    process = copies.Process(target=_serve, args=(theirs, chats), daemon=True)
    process.start()
    try:
        yield Telegram(ours)
    finally:
        ours.send("end")
        process.join(5)
        process.kill()


def _serve(pipe: Connection, chats: int) -> None:
    asyncio.run(_run(pipe, chats))


async def _run(pipe: Connection, chats: int) -> None:
    simulator = Simulator(SystemClock(), token=TOKEN, limits=True)
    for number in range(1, chats + 1):
        simulator.world.phone(PersonSpec(number, f"Reader {number}")).chat.started = True
    await simulator.start()
    ended = asyncio.Event()

    def hear() -> None:
        if pipe.recv() == "end":
            ended.set()
            return
        requests, simulator.requests = simulator.requests, []
        pipe.send(
            [
                (each.at, each.method, int(each.params.get("chat_id") or 0), each.ok, each.error or "")
                for each in requests
            ]
        )

    asyncio.get_running_loop().add_reader(pipe.fileno(), hear)
    pipe.send(simulator.url)
    await ended.wait()
    await simulator.stop()
