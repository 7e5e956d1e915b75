"""What Telegram says: the token, its clock, the webhook. Answers are read with their Date, so without PTB."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import aiohttp

from bot import http_session
from bot.clock import Clock
from bot.doctor.finding import Finding, note, ok, wrong
from bot.domain.operators.pages import Page
from bot.settings import Settings
from bot.timekeeper import dated

_PATIENCE = 10.0
# Telegram's own expiry of presses and our escalations are minutes; half a minute would already be seen by families.
_OFF = 30.0
_PILE = 1000
_LATELY = 600  # seconds; Telegram calls again and again, at the latest after some minutes


async def check(settings: Settings, clock: Clock) -> list[Finding]:
    """Every finding that needs the network; one line when there is none, or no token."""
    if not settings.token:
        return [note("token", "No token is set, so Telegram was not asked.", "`homeline run` needs TELEGRAM_BOT_TOKEN")]
    try:
        async with _session(settings) as session:
            me, date = await _ask(session, settings, "getMe")
            offset = _offset(date, clock)
            hook, _date = await _ask(session, settings, "getWebhookInfo") if me.get("ok") else ({}, None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        hint = "check the network, a proxy, or TELEGRAM_API_URL (runbook: Telegram blocked)"
        away = f"Cannot be reached ({type(error).__name__})."
        words = "What answers in its place is not the Bot API." if isinstance(error, ValueError) else away
        return [wrong("telegram", words, hint, Page.TELEGRAM)]
    return [_token(me), *_clock(offset), *(_webhook(hook["result"], settings, clock) if hook.get("ok") else ())]


async def date(settings: Settings) -> datetime | None:
    """What Telegram's clock shows; none where it cannot be asked."""
    try:
        async with _session(settings) as session:
            _me, told = await _ask(session, settings, "getMe")
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
    return dated(told)


def _session(settings: Settings) -> aiohttp.ClientSession:
    return http_session.session(settings.proxy, timeout=aiohttp.ClientTimeout(total=_PATIENCE))


async def _ask(session: aiohttp.ClientSession, settings: Settings, method: str) -> tuple[dict[str, Any], str | None]:
    url = f"{settings.api_url.rstrip('/')}/bot{settings.token}/{method}"
    async with session.post(url) as response:
        answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or (answer.get("ok") and not isinstance(answer.get("result"), dict)):
            raise ValueError("not the Bot API")
        return answer, response.headers.get("Date")


def _token(me: dict[str, Any]) -> Finding:
    if me.get("ok"):
        return ok("token", f"It is the token of @{me['result'].get('username')}.")
    if me.get("error_code") in {401, 404}:
        return wrong("token", "Telegram does not know this token.", "copy it again from @BotFather", Page.TOKEN)
    words = f"Telegram answered with error {me.get('error_code')}."
    return wrong("token", words, "try again in some minutes", Page.TELEGRAM)


def _offset(date: str | None, clock: Clock) -> float | None:
    told = dated(date)
    return (clock.now() - told).total_seconds() if told else None


def _clock(offset: float | None) -> Iterator[Finding]:
    if offset is None:
        return
    if abs(offset) <= _OFF:
        yield ok("clock", "It agrees with Telegram's.")
    else:
        side = "ahead of" if offset > 0 else "behind"
        words = f"It is {abs(offset):,.0f} s {side} Telegram's."
        yield wrong("clock", words, "let this machine set its clock (NTP)", Page.CLOCK)


def _webhook(info: dict[str, Any], settings: Settings, clock: Clock) -> Iterator[Finding]:
    wanted = settings.webhook_url
    url, pending = info.get("url", ""), info.get("pending_update_count", 0)
    if url and not wanted:
        words = "Telegram sends updates to a webhook, but none is set here: `homeline run` would get nothing."
        yield wrong("webhook", words, "set HOMELINE_WEBHOOK_URL, or find out who else uses this token", Page.WEBHOOK)
    elif wanted and not url:
        hint = "`homeline run` tells it; where it runs, another program with this token takes it away"
        yield wrong("webhook", "Telegram does not know our webhook, so nothing comes in.", hint, Page.WEBHOOK)
    elif wanted and url != wanted:
        words = "Telegram sends updates to another address."
        yield wrong("webhook", words, "find out who else uses this token", Page.WEBHOOK)
    if "last_error_date" in info:
        seconds = int(clock.now().timestamp()) - info["last_error_date"]
        words = (
            f"Telegram could not deliver {max(seconds, 0)} s ago: {info.get('last_error_message', 'no reason given')}."
        )
        # It still tells of an error after it has come through: while updates wait, it has not.
        hint = "look at the proxy in front, and at its certificate (runbook: HomelineWebhookShut)"
        shut = wanted and pending and seconds < _LATELY
        yield wrong("webhook", words, hint, Page.WEBHOOK) if shut else note("webhook", words, hint)
    if pending > _PILE:
        yield wrong(
            "updates",
            f"{pending:,} wait at Telegram, which keeps them for a day.",
            "is `homeline run` up?",
            Page.UPDATES,
            pending,
        )
    else:
        yield ok("updates", f"{pending} wait at Telegram.")
