"""Something that listens on this machine, as a proxy does, for as long as a test needs it."""

import asyncio
from types import TracebackType
from typing import Self

from bot.loop import WakeUp


class Listening:
    """Serves each connection with `_serve`; `url` is known once it listens."""

    scheme = "http://"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.url = ""
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"{self.scheme}127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        await WakeUp().wait(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        raise AssertionError("each kind of listener serves in its own way")
