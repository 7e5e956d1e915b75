"""A command writes through the process that runs on a file, and by itself when none does."""

from collections.abc import Awaitable, Callable

from bot.clock import Clock
from bot.control import ask_running
from bot.db.store import Store, store_for
from bot.settings import Settings

Command = dict[str, str]
Answer = Callable[[Store, Command], Awaitable[str]]


class Hands:
    """Does what a command says, wherever that may be done."""

    def __init__(self, settings: Settings, clock: Clock, answers: dict[str, Answer]) -> None:
        self._settings = settings
        self._clock = clock
        self._answers = answers
        self._store: Store | None = None

    async def do(self, command: Command) -> str:
        """The answer to one command. Raises ValueError."""
        if self._store is None and self._settings.is_sqlite:
            answer = await ask_running(self._settings.sqlite_path, command)
            if answer is not None:
                return answer
        if self._store is None:
            self._store = store_for(self._settings, self._clock)
            await self._store.open()
        return await self._answers[command["command"]](self._store, command)

    async def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            await self._store.close()
