"""Telegram calls us: an update is kept first, and acknowledged with 200 afterwards."""

import asyncio
import hmac
import json
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import BadRequest, TelegramError

from bot import log
from bot.db.store import Store
from bot.delivery import inbox
from bot.errors import SettingsError
from bot.telegram.client import Client
from bot.telegram.contact import Contact
from bot.telegram.updates import ALLOWED, received
from bot.web import WebServer

# Telegram gives up on an answer after a minute and calls again.
ANSWER_WITHIN = 30.0
LOOK_EVERY = 60.0
_UNKNOWN = "unknown"  # when a call last failed, before the first look: what failed while we were stopped is over
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
        self._failed_at: object = _UNKNOWN
        self._said = ""

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
        failed_at, words = info.get("last_error_date"), ""
        if info.get("url") != self._url:
            words = "Another program has changed this bot's webhook. Stop it, then start Homeline again."
        elif self._failed_at not in {_UNKNOWN, failed_at}:
            said = log.without_quotes(str(info.get("last_error_message")))
            words = f"Telegram calls in vain: {said}. What it has is kept for a day."
        self._failed_at = failed_at
        if words and words != self._said:
            _log.error(words)
        self._said = words
        if words:
            self._contact.lost()
        else:
            await self._contact.heard()
        return 0

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
