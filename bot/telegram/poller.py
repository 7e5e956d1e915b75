"""Fetches updates: kept first, acknowledged afterwards."""

import json
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot import log
from bot.loop import Bell
from bot.storage import inbox, installation
from bot.storage.inbox import Received
from bot.storage.store import Store
from bot.telegram.client import Client

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
LONG_POLL = 25
_LATER = 2.0
_HUGE = 2**63  # what a column holds

_log = log.get("poller")


class Poller:
    """One step asks Telegram once; the offset moves only after the commit."""

    def __init__(self, client: Client, store: Store, wait: int = LONG_POLL) -> None:
        self._client = client
        self._store = store
        self._wait = wait
        self._offset = 0
        self._rest = Bell()

    async def start(self) -> None:
        """Go on where the last process stopped."""
        self._offset = await self._store.run(lambda tx: int(installation.get(tx, "offset") or 0))

    async def step(self) -> int:
        """One request; how many updates came. A Telegram that is away is waited for."""
        try:
            updates = await self._client.get_updates(self._offset, self._wait, ALLOWED)
        except TelegramError as error:
            _report(error)
            await self._rest.wait(_LATER)
            return 0
        if not updates:
            return 0
        received = [_received(each) for each in updates if _numbered(each)]
        if len(received) < len(updates):
            _log.error("%s updates without a number cannot be kept.", len(updates) - len(received))
        if not received:
            await self._rest.wait(_LATER)
            return 0
        offset = received[-1].update_id + 1  # they come in order; one that comes a second time may stand before it
        await self._store.run(lambda tx: _keep(tx, received, offset))
        self._offset = offset
        return len(received)


def _keep(tx: Any, received: list[Received], offset: int) -> None:
    inbox.receive(tx, received)
    installation.learn(tx, "offset", str(offset))


def _numbered(update: Any) -> bool:
    """Whether it can be told from others; without a number nothing can be kept or acknowledged."""
    return isinstance(update, dict) and _fits(update.get("update_id"))


def _fits(number: object) -> bool:
    return type(number) is int and abs(number) < _HUGE


def _received(update: dict[str, Any]) -> Received:
    """An update as a row: parsed no further than its number and its chat, so that nothing in it can stop the line."""
    return Received(update["update_id"], _chat(update), json.dumps(update))


def _chat(update: dict[str, Any]) -> int | None:
    """Where an update belongs: the chat of a message, the person of a press."""
    for kind in ALLOWED:
        part = update.get(kind)
        if isinstance(part, dict):
            owner = part.get("from") if kind == "callback_query" else part.get("chat")
            number = owner.get("id") if isinstance(owner, dict) else None
            return number if _fits(number) else None
    return None


def _report(error: TelegramError) -> None:
    if isinstance(error, InvalidToken):
        _log.error("Telegram does not know this token. Check TELEGRAM_BOT_TOKEN; what waits is kept.")
    elif isinstance(error, Conflict):
        _log.error("Another program fetches this bot's updates. Stop it, or delete its webhook; what waits is kept.")
    elif isinstance(error, NetworkError):
        _log.warning("Telegram cannot be reached now; trying again.")
    else:
        _log.error("Telegram refused getUpdates: %s", error.message)
