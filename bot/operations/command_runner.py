"""A command writes through the process that runs on a file, and by itself when none does."""

from collections.abc import Awaitable, Callable
from functools import partial

from bot.clock import Clock
from bot.control import through
from bot.db.presence import must_exist
from bot.db.store import Store, store_for
from bot.settings import Settings

Command = dict[str, str]
Answer = Callable[[Store, Command], Awaitable[str]]


class CommandRunner:
    """Does what a command says, wherever that may be done."""

    def __init__(self, settings: Settings, clock: Clock, answers: dict[str, Answer]) -> None:
        self._settings = settings
        self._clock = clock
        self._answers = answers
        self._store: Store | None = None

    async def do(self, command: Command) -> str:
        """The answer to one command. Raises ValueError."""
        alone = partial(self._alone, command)
        if self._store is None and self._settings.is_sqlite:
            return await through(self._settings.sqlite_path, command, alone)
        return await alone()

    async def _alone(self, command: Command) -> str:
        if self._store is None:
            await must_exist(self._settings, self._clock)
            store = store_for(self._settings, self._clock)
            await store.open()
            self._store = store
        return await self._answers[command["command"]](self._store, command)

    async def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            await self._store.close()
