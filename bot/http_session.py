"""The way to Telegram: straight, or through an HTTP or a SOCKS proxy."""

from typing import Any
from urllib.parse import urlsplit, urlunsplit

import aiohttp
from aiohttp.connector import Connection
from aiohttp_socks import ProxyConnector

_AT_ONCE = 200  # more than the sender ever has in flight
_KEPT = 30.0


class NoWay(aiohttp.ClientConnectionError):
    """The SOCKS proxy is not there, or does not lead to Telegram: nothing was asked of Telegram."""


class _Socks(ProxyConnector):
    """A connector whose every failure is known to be one of connecting."""

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Any],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's signature
    ) -> Connection:
        try:
            return await super().connect(req, traces, timeout)
        except Exception as error:
            raise NoWay(f"no way through the proxy: {type(error).__name__}") from error


def session(proxy: str, **options: Any) -> aiohttp.ClientSession:
    """A pool of connections that go through `proxy`, where there is one; a SOCKS proxy looks up the names too."""
    options = {"cookie_jar": aiohttp.DummyCookieJar(), **options}  # nobody whom we ask has any for us
    parts = urlsplit(proxy)
    if parts.scheme.startswith("socks5"):
        address = urlunsplit(parts._replace(scheme="socks5"))
        connector = _Socks.from_url(address, rdns=True, limit=_AT_ONCE, keepalive_timeout=_KEPT)
        return aiohttp.ClientSession(connector=connector, **options)
    straight = aiohttp.TCPConnector(limit=_AT_ONCE, keepalive_timeout=_KEPT)
    return aiohttp.ClientSession(connector=straight, proxy=proxy or None, **options)
