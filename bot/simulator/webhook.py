"""Delivery of updates by webhook: Telegram calls the bot."""

import asyncio
from typing import Any

import aiohttp

from bot.clock import Clock
from bot.simulator.params import Params
from bot.simulator.refusals import bad_request
from bot.simulator.updates import Updates, Waiting

# Seconds; Telegram waits one second first and a minute or two in the end, then drops what is a day old.
FIRST_RETRY = 0.05
LAST_RETRY = 5.0
ANSWER_WITHIN = 60


class Webhook:
    """Posts every update to the bot's address until the bot answers 2xx."""

    def __init__(self, clock: Clock, updates: Updates) -> None:
        self._clock = clock
        self._updates = updates
        self._task: asyncio.Task[None] | None = None
        self.url = ""
        self._secret = ""
        self._connections = 40
        self._error: dict[str, Any] = {}
        self._taken: set[object] = set()  # queues of which an update is on its way

    async def set(self, params: Params) -> bool:
        """setWebhook; an empty address takes it away."""
        url = params.text("url")
        if url and not url.startswith(("https://", "http://")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        await self.stop()
        self._taken.clear()
        self.url, self._secret, self._error = url, params.text("secret_token"), {}
        self._connections = params.integer("max_connections", 40)
        note_allowed(self._updates, params)
        if params.flag("drop_pending_updates"):
            self._updates.confirm(self._updates.next_id)
        if url:
            self._task = asyncio.create_task(self._deliver())
        return True

    async def delete(self, params: Params) -> bool:
        """deleteWebhook."""
        return await self.set(Params({"drop_pending_updates": params.flag("drop_pending_updates")}))

    def info(self) -> dict[str, Any]:
        """getWebhookInfo."""
        told = {"url": self.url, "has_custom_certificate": False, "pending_update_count": len(self._updates)}
        if self._updates.allowed:
            told["allowed_updates"] = sorted(self._updates.allowed)
        return told | ({"max_connections": self._connections} if self.url else {}) | self._error

    async def stop(self) -> None:
        """Stop calling."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _deliver(self) -> None:
        """As many calls at once as the bot allows, and one at a time for what belongs together."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN)
        async with aiohttp.ClientSession(timeout=timeout) as session, asyncio.TaskGroup() as calls:
            while True:
                waiting = self._updates.free(self._taken) if len(self._taken) < self._connections else None
                if waiting is None:
                    await self._updates.news(ANSWER_WITHIN)
                else:
                    self._taken.add(waiting.queue)
                    calls.create_task(self._call(session, waiting))

    async def _call(self, session: aiohttp.ClientSession, waiting: Waiting) -> None:
        """One update until it is accepted, or too old."""
        retry = FIRST_RETRY
        try:
            while self._clock.now() < waiting.expires_at:
                if await self._post(session, waiting):
                    self._updates.drop(waiting)
                    return
                await self._updates.pause(retry)
                retry = min(2 * retry, LAST_RETRY)
        finally:
            self._taken.discard(waiting.queue)
            self._updates.wake()

    async def _post(self, session: aiohttp.ClientSession, waiting: Waiting) -> bool:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        try:
            async with session.post(self.url, data=waiting.text.encode(), headers=headers) as answer:
                if 200 <= answer.status < 300:
                    return True
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError):
            self._note("Connection refused")
        return False

    def _note(self, words: str) -> None:
        self._error = {"last_error_date": int(self._clock.now().timestamp()), "last_error_message": words}


def note_allowed(updates: Updates, params: Params) -> None:
    """Remember which kinds of update the bot wants; a request that does not say changes nothing."""
    allowed = params.tree("allowed_updates", "can't parse allowed updates JSON array")
    if isinstance(allowed, list):
        updates.allowed = frozenset(allowed) or None
