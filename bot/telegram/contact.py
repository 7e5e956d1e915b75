"""Whether Telegram is heard: what comes after an outage is told from what comes as always."""

from datetime import timedelta

from bot.clock import Clock
from bot.db.store import Store
from bot.telegram.hooks import NoteHeard

# Noted no more often than this, which is well below what Telegram keeps a press for.
EVERY = timedelta(seconds=60)


class Contact:
    """Of the time before this process began nothing is known, so it begins as after an outage."""

    def __init__(self, store: Store, clock: Clock, note: NoteHeard) -> None:
        self._store = store
        self._note = note
        self._clock = clock
        self._interrupted = True
        self._noted = clock.now()

    def lost(self) -> None:
        """Telegram is not heard, or what it says cannot be kept."""
        self._interrupted = True

    async def heard(self) -> None:
        """Telegram has nothing that is not kept."""
        now = self._clock.now()
        if not self._clock.is_sure:
            return  # since when nobody was heard is told when it is known what time it is
        if not self._interrupted and abs(now - self._noted) < EVERY:
            return
        interrupted, self._interrupted = self._interrupted, False
        try:
            await self._store.run(lambda tx: self._note(tx, interrupted=interrupted))
        except BaseException:
            self._interrupted = interrupted
            raise
        self._noted = now
