"""Speaks HTTP with the Bot API, on aiohttp; python-telegram-bot's own calls take the same way."""

import contextlib
import json
import os
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import aiohttp
from telegram import Bot, InputFile
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot import http_session
from bot.settings import Settings
from bot.telegram.answers import result_of

# PTB's durations are about to become timedeltas; this is how it is told that we are ready, so that it does not warn.
os.environ.setdefault("PTB_TIMEDELTA", "true")

_JSON = {"Content-Type": "application/json"}
_CONNECT = 10.0
_READ = 20.0
_UPLOAD = 60.0  # an answer that comes byte by byte ends, too
_REDIRECTS = 300
_SERVER_ERROR = 500
_GATEWAY_TIME_OUT = 504
_PART = 65_536
_FOUND = 200


class NotSent(NetworkError):
    """The connection was never made, or a gateway answered in Telegram's place: nothing was done."""


class NotConnected(NotSent):
    """Nobody was there to answer."""


class ConnectionLost(NetworkError):
    """The request may have arrived: the connection broke before the answer came."""


class FileTooLarge(BadRequest):
    """A file is larger than was asked for, or than Telegram gives to bots."""


class ServerFailed(NotSent):
    """The answer was an error of the server's own: nothing was done of this request."""


Hear = Callable[[str | None], None]


# Parts of a form: what a file is called, what it holds, and its kind.
Files = Mapping[str, tuple[str, Any, str]]


class Transport(BaseRequest):
    """A way to the Bot API: for us by `ask`, for python-telegram-bot by what it asks of a BaseRequest."""

    @abstractmethod
    async def deliver(self, url: str, fields: Mapping[str, Any], files: Files, wait: float) -> tuple[int, bytes]:
        """The status and the body of the answer. Raises TelegramError."""

    @abstractmethod
    async def fetch(self, url: str, take: Callable[[bytes], object], wait: float) -> int:
        """The status, once `take` was given the body piece by piece; what it raises ends that. Raises TelegramError."""

    @property
    def read_timeout(self) -> float:
        return _READ

    async def ask(self, url: str, params: Mapping[str, Any], wait: float) -> Any:
        """What a request comes to; a file among its parameters travels as a part of its own. Raises TelegramError."""
        fields = {name: value for name, value in params.items() if not isinstance(value, InputFile | None)}
        files = {name: value.field_tuple for name, value in params.items() if isinstance(value, InputFile)}
        try:
            status, body = await self.deliver(url, fields, files, wait)
        except TelegramError:
            raise
        except Exception as error:
            raise NetworkError(f"sending failed: {type(error).__name__}") from error
        return result_of(status, body)

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - PTB's signature; of the Bot API everything may be asked by POST
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - PTB's signature
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - PTB's signature
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - PTB's signature
    ) -> tuple[int, bytes]:
        wait = read_timeout if isinstance(read_timeout, int | float) else _READ
        if request_data is None:
            return await self.deliver(url, {}, {}, wait)
        return await self.deliver(url, request_data.parameters, request_data.multipart_data or {}, wait)


class AiohttpRequest(Transport):
    """One pool of connections; bodies are read whole."""

    def __init__(self, proxy: str = "", hear: Hear = lambda _date: None) -> None:
        self._proxy = proxy
        self._hear = hear
        self._session: aiohttp.ClientSession | None = None

    async def initialize(self) -> None:
        if self._session is None:
            self._session = http_session.session(self._proxy)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def deliver(self, url: str, fields: Mapping[str, Any], files: Files, wait: float) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the client is closed")
        body = _form(fields, files) if files else json.dumps(fields, ensure_ascii=False).encode()
        headers = None if files else _JSON
        asked = self._session.post(url, data=body, headers=headers, timeout=_within(wait), allow_redirects=False)
        with _told_apart():
            async with asked as response:
                answer = await response.read()
        check_sender(response.status, answer)
        self._hear(response.headers.get("Date"))
        return response.status, answer

    async def fetch(self, url: str, take: Callable[[bytes], object], wait: float) -> int:
        if self._session is None:
            raise NotSent("the client is closed")
        with _told_apart():
            async with self._session.get(url, timeout=_within(wait), allow_redirects=False) as response:
                async for part in response.content.iter_chunked(_PART):
                    take(part)
        return response.status


def _within(wait: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=_CONNECT + _UPLOAD + wait, sock_connect=_CONNECT, sock_read=wait)


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """What has failed decides whether a request may have arrived."""
    try:
        yield
    except aiohttp.ClientHttpProxyError as error:
        raise NotSent(f"the proxy answered {error.status}") from error
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, http_session.NoWay) as error:
        raise NotConnected(f"no connection: {type(error).__name__}") from error
    except TimeoutError as error:
        raise TimedOut(f"no answer: {type(error).__name__}") from error
    except aiohttp.ClientError as error:
        raise ConnectionLost(f"connection lost: {type(error).__name__}") from error


def check_sender(status: int, body: bytes) -> None:
    """Only Telegram's own answers count: a proxy's 403 must not make a person unreachable. Raises NetworkError."""
    if status == _GATEWAY_TIME_OUT:
        raise TimedOut("a gateway has waited in vain for Telegram")
    if status >= _SERVER_ERROR:
        raise ServerFailed(f"server error {status}")
    if body[:1] == b"{" and b'"ok"' in body:
        return
    if status < _REDIRECTS:
        raise NetworkError("an answer that is not Telegram's")
    raise NotSent(f"something on the way to Telegram answered {status}")


def in_words(fields: Mapping[str, Any]) -> dict[str, str]:
    """Fields as a form holds them."""
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}


def _form(fields: Mapping[str, Any], files: Files) -> aiohttp.FormData:
    """Files need a form, which costs several times as much as JSON."""
    form = aiohttp.FormData()
    for name, value in in_words(fields).items():
        form.add_field(name, value)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


class Client:
    """The Bot API: requests as plain data, answers as plain data; `hear` is told the Date of each answer."""

    def __init__(
        self,
        settings: Settings,
        hear: Hear = lambda _date: None,
        request: Callable[[str, Hear], Transport] = AiohttpRequest,
    ) -> None:
        url = settings.api_url.rstrip("/")
        # Whole files have connections of their own, so that no message waits behind one.
        self._sending, self._polling, self._fetching = (request(settings.proxy, hear) for _ in range(3))
        self.bot = Bot(
            settings.token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=self._sending,
            get_updates_request=self._polling,
        )

    async def open(self) -> None:
        """Learn who we are from Telegram; raises TelegramError."""
        await self._sending.initialize()
        await self._polling.initialize()
        await self._fetching.initialize()
        await self.bot.get_me()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._sending.shutdown()
        await self._polling.shutdown()
        await self._fetching.shutdown()

    async def call(self, method: str, params: dict[str, Any], within: float = _READ) -> Any:
        """One request, answered within so many seconds; Telegram's result as it came. Raises TelegramError."""
        return await self._sending.ask(f"{self.bot.base_url}/{method}", params, within)

    async def find(self, file_id: str) -> dict[str, Any]:
        """Where a file can be fetched for an hour: `file_path`, `file_size`. Raises TelegramError, as FileTooLarge."""
        try:
            return dict(await self._fetching.ask(f"{self.bot.base_url}/getFile", {"file_id": file_id}, _READ))
        except BadRequest as error:
            if "too big" in error.message.lower():
                raise FileTooLarge(error.message) from None
            raise

    async def fetch(self, path: str, take: Callable[[bytes], object]) -> int:
        """The status, and piece by piece what a file holds that was found. Raises TelegramError."""
        return await self._fetching.fetch(f"{self.bot.base_file_url}/{path}", take, _READ)

    async def download(self, file_id: str, most: int) -> bytes:
        """What a file holds that somebody has sent. Raises TelegramError: FileTooLarge where it is more than `most`."""
        found, content = await self.find(file_id), bytearray()

        def take(part: bytes) -> None:
            content.extend(part)
            if len(content) > most:
                raise FileTooLarge("more than was asked for")

        if int(found.get("file_size") or 0) > most:
            raise FileTooLarge("more than was asked for")
        status = await self.fetch(found["file_path"], take)
        if status != _FOUND:
            raise NotSent(f"a file was answered {status}")
        return bytes(content)

    async def get_updates(self, offset: int, wait: int, allowed: list[str]) -> list[dict[str, Any]]:
        """Updates as raw JSON, waiting up to `wait` seconds for the first."""
        params = {"offset": offset, "timeout": wait, "limit": 100, "allowed_updates": allowed}
        url = f"{self.bot.base_url}/getUpdates"
        return list(await self._polling.ask(url, params, wait + _READ))
