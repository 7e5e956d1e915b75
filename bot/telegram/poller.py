"""Fetches updates: kept first, acknowledged afterwards."""

from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import log, metrics
from bot.db import installation
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.delivery import inbox
from bot.delivery.inbox import Received
from bot.loop import WakeUp
from bot.telegram.client import Client
from bot.telegram.contact import Contact
from bot.telegram.failures import seconds_of
from bot.telegram.leadership import Leadership
from bot.telegram.updates import ALLOWED, received

LONG_POLL = 25
_LATER = 2.0
_LATEST = 30.0
_IN_ONE_STEP = 30.0  # a step that waits for long would look stuck

_log = log.get("poller")


class Poller:
    """One step asks Telegram once; the offset moves only after the commit."""

    def __init__(self, client: Client, store: Store, contact: Contact, wait: int = LONG_POLL) -> None:
        self._client = client
        self._store = store
        self._contact = contact
        self._wait = wait
        self._offset = 0
        self._rest = WakeUp()
        self.watch = Leadership(store, "poller", self._begin)
        self._failures = 0
        self._patience = 0.0  # for so long Telegram is still to be left alone
        self._said = ""

    async def _begin(self, _quiet: float) -> None:
        """Go on where the last process stopped."""
        self._offset = await self._store.run(lambda tx: int(installation.get(tx, "offset") or 0))

    async def step(self) -> int:
        """One request; how many updates came. A Telegram that is away is waited for."""
        if not self.watch.mine:
            return 0
        if self._patience:
            await self._wait_on()
            return 0
        try:
            updates = await self._client.get_updates(self._offset, self._wait, ALLOWED)
        except TelegramError as error:
            metrics.POLLS.labels("failed").inc()
            await self._trouble(error)
            return 0
        metrics.POLLS.labels("answered").inc()
        metrics.LAST_POLL.mark()
        if self._failures:
            self._failures, self._said = 0, ""
            _log.warning("Telegram gives updates again.")
        try:
            return await self._take(updates)
        except Exception:
            self._contact.lost()
            raise

    async def _take(self, updates: list[Any]) -> int:
        rows = [row for row in map(received, updates) if row is not None]
        if rows:
            offset = rows[-1].update_id + 1  # they come in order; one that comes a second time may stand before it
            if not await self._store.run(lambda tx: self._keep(tx, rows, offset)):
                return 0
            self._offset = offset
        await self._contact.heard()
        if len(rows) < len(updates):
            _log.error("%s updates without a number cannot be kept.", len(updates) - len(rows))
            if not rows:
                await self._rest.wait(_LATER)
        return len(rows)

    def _keep(self, tx: Tx, rows: list[Received], offset: int) -> bool:
        """Keep what came; not when another process fetches by now, which is given it too."""
        if not self.watch.holds(tx):
            return False
        inbox.receive(tx, rows)
        installation.learn(tx, "offset", str(offset))
        return True

    async def _trouble(self, error: TelegramError) -> None:
        """Say once what is wrong, and ask less and less often; whatever Telegram asks for is granted."""
        self._contact.lost()
        words = _words(error)
        if words != self._said:
            _log.error(words)
            self._said = words
        wait = min(_LATER * (1 << min(self._failures, 10)), max(_LATER, _LATEST))
        self._failures += 1
        if isinstance(error, RetryAfter):
            wait = max(wait, seconds_of(error))
        self._patience = wait
        await self._wait_on()

    async def _wait_on(self) -> None:
        wait = min(self._patience, _IN_ONE_STEP)
        self._patience -= wait
        await self._rest.wait(wait)


def _words(error: TelegramError) -> str:
    if isinstance(error, InvalidToken):
        return "Telegram does not know this token any more. Check TELEGRAM_BOT_TOKEN; what waits is kept."
    if isinstance(error, Conflict):
        return "Another program takes this bot's updates. Stop it, or take its webhook away; what waits is kept."
    if isinstance(error, NetworkError | RetryAfter):
        return "Telegram cannot be reached now; what waits is kept, and it is tried again."
    return f"Telegram refused getUpdates: {log.without_quotes(error.message)}"
