"""Fetches updates: kept first, acknowledged afterwards."""

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot import log, metrics
from bot.loop import Bell
from bot.storage import inbox, installation
from bot.storage.inbox import Received
from bot.storage.store import Store
from bot.storage.transaction import Tx
from bot.telegram.client import Client
from bot.telegram.updates import ALLOWED, received
from bot.telegram.watch import Watch

LONG_POLL = 25
_LATER = 2.0

_log = log.get("poller")


class Poller:
    """One step asks Telegram once; the offset moves only after the commit."""

    def __init__(self, client: Client, store: Store, wait: int = LONG_POLL) -> None:
        self._client = client
        self._store = store
        self._wait = wait
        self._offset = 0
        self._rest = Bell()
        self.watch = Watch(store, "poller", self._begin)

    async def _begin(self, _quiet: float) -> None:
        """Go on where the last process stopped."""
        self._offset = await self._store.run(lambda tx: int(installation.get(tx, "offset") or 0))

    async def step(self) -> int:
        """One request; how many updates came. A Telegram that is away is waited for."""
        if not self.watch.mine:
            return 0
        try:
            updates = await self._client.get_updates(self._offset, self._wait, ALLOWED)
        except TelegramError as error:
            metrics.POLLS.count("failed")
            _report(error)
            await self._rest.wait(_LATER)
            return 0
        metrics.POLLS.count("answered")
        metrics.LAST_POLL.mark()
        if not updates:
            return 0
        rows = [row for row in map(received, updates) if row is not None]
        if len(rows) < len(updates):
            _log.error("%s updates without a number cannot be kept.", len(updates) - len(rows))
        if not rows:
            await self._rest.wait(_LATER)
            return 0
        offset = rows[-1].update_id + 1  # they come in order; one that comes a second time may stand before it
        if not await self._store.run(lambda tx: self._keep(tx, rows, offset)):
            return 0
        self._offset = offset
        return len(rows)

    def _keep(self, tx: Tx, rows: list[Received], offset: int) -> bool:
        """Keep what came; not when another process fetches by now, which is given it too."""
        if not self.watch.holds(tx):
            return False
        inbox.receive(tx, rows)
        installation.learn(tx, "offset", str(offset))
        return True


def _report(error: TelegramError) -> None:
    if isinstance(error, InvalidToken):
        _log.error("Telegram does not know this token. Check TELEGRAM_BOT_TOKEN; what waits is kept.")
    elif isinstance(error, Conflict):
        _log.error("Another program fetches this bot's updates. Stop it, or delete its webhook; what waits is kept.")
    elif isinstance(error, NetworkError):
        _log.warning("Telegram cannot be reached now; trying again.")
    else:
        _log.error("Telegram refused getUpdates: %s", log.without_quotes(error.message))
