"""Telegram calls us: an update is kept first, and acknowledged with 200 afterwards."""

import asyncio
import hmac
import json
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import BadRequest, TelegramError

from bot import log, metrics
from bot.db.store import Store
from bot.delivery import inbox
from bot.domain.webhooks import Look, Way, asks_for_us, judge
from bot.errors import SettingsError
from bot.telegram.client import Client
from bot.telegram.contact import Contact
from bot.telegram.updates import ALLOWED, received
from bot.web import WebServer

# Telegram gives up on an answer after a minute and calls again.
ANSWER_WITHIN = 30.0
LOOK_EVERY = 60.0
_SECRET = "X-Telegram-Bot-Api-Secret-Token"

_log = log.get("webhook")


class Webhook:
    """The bot's side of a webhook; Telegram calls again until it hears 200, so nothing else may be said too early."""

    def __init__(self, client: Client, store: Store, contact: Contact, url: str, secret: str) -> None:
        self._client = client
        self._store = store
        self._contact = contact
        self._url = url
        self._secret = secret.encode()
        self._warned = False
        self._way = Way.OPEN
        self._before: Look | None = None
        self._reason = self._said = ""

    def add_to(self, server: WebServer) -> None:
        """Answer on the path of the public address."""
        server.add("POST", urlsplit(self._url).path or "/", self.answer)

    async def set(self) -> None:
        """Ask Telegram to call us, which ends polling; what waits there is kept."""
        wanted = {"url": self._url, "secret_token": self._secret.decode(), "allowed_updates": ALLOWED}
        try:
            await self._client.call("setWebhook", wanted)
        except BadRequest as error:
            raise SettingsError(f"Telegram does not take HOMELINE_WEBHOOK_URL: {error.message}.") from None

    async def answer(self, request: web.Request) -> web.Response:
        """One call: 200 once it is kept or can never be read, 403 for strangers, 503 while the database is away."""
        if not hmac.compare_digest(request.headers.get(_SECRET, "").encode(errors="replace"), self._secret):
            self._refused()
            return web.Response(status=403)
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                await self._keep(await _body(request))
        except ConnectionError:
            raise  # the caller has gone, and will call again
        except Exception as error:
            self._contact.lost()
            _log.error("an update could not be kept (%s); Telegram will bring it again.", type(error).__name__)
            return web.Response(status=503)
        return web.Response()

    async def look(self) -> int:
        """Now and then: whether Telegram still calls here, and gets through."""
        try:
            info = await self._client.call("getWebhookInfo", {})
        except TelegramError:
            self._contact.lost()
            return 0
        newest = await self._store.read(inbox.newest)
        now = Look(info.get("url", ""), info.get("pending_update_count", 0), info.get("last_error_date"), newest)
        self._way = judge(self._way, self._before, now, self._url)
        self._before = now
        self._reason = log.without_quotes(str(info.get("last_error_message", "it says no reason")))
        metrics.WEBHOOK_SHUT.set(self._way is not Way.OPEN)
        self._say(_said(self._way, self._reason))
        if self._way is Way.OPEN:
            await self._contact.heard()
        else:
            self._contact.lost()
        return 0

    @property
    def amiss(self) -> str:
        """Why this process cannot work: nothing of what people say comes here."""
        if self._way is Way.TAKEN:
            return "another program has the webhook"
        return "Telegram's calls do not come through" if self._way is Way.SHUT and not asks_for_us(self._reason) else ""

    def _say(self, words: str) -> None:
        if words and words != self._said:
            _log.error(words)
        elif self._said and not words:
            _log.warning("Telegram's calls come through again.")
        self._said = words

    async def _keep(self, update: Any) -> None:
        row = received(update)
        if row is None:
            _log.error("An update without a number cannot be kept.")
            return
        await self._store.run(lambda tx: inbox.receive(tx, [row]))

    def _refused(self) -> None:
        if not self._warned:
            self._warned = True
            _log.warning("Somebody called the webhook without its secret; that and whatever follows is refused.")


def _said(way: Way, reason: str) -> str:
    if way is Way.TAKEN:
        return "Another program has changed this bot's webhook. Stop it, then start Homeline again."
    return f"Telegram calls in vain: {reason}. What it has is kept for a day." if way is Way.SHUT else ""


async def forget_webhook(client: Client) -> None:
    """Ask Telegram to wait to be asked; without this polling would be refused."""
    await client.call("deleteWebhook", {})


async def _body(request: web.Request) -> Any:
    """The JSON of a whole body; none where bringing it again would change nothing."""
    try:
        return json.loads(await request.read())
    except (ValueError, RecursionError, web.HTTPRequestEntityTooLarge) as error:
        _log.error("What came is no update (%s).", type(error).__name__)
        return None
