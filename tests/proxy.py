"""A small HTTP proxy, as a firewall allows one: it forwards plain requests and answers CONNECT with a refusal."""

import asyncio
from types import TracebackType
from urllib.parse import urlsplit

from bot.loop import Bell


class Proxy:
    """Listens on this machine; `asked` are the first lines that came."""

    def __init__(self, *, answer: bytes = b"") -> None:
        self.asked: list[str] = []
        self.heads: list[str] = []
        self._answer = answer  # said instead of forwarding anything
        self._server: asyncio.Server | None = None
        self.url = ""

    async def __aenter__(self) -> "Proxy":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        await Bell().wait(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first = head.splitlines()[0]
        self.asked.append(first)
        self.heads.append(head)
        if self._answer or first.startswith("CONNECT"):
            writer.write(self._answer or b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
        else:
            await self._forward(head, reader, writer)
        writer.close()

    async def _forward(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, and the answer until its end; the connection is not used again."""
        address = urlsplit(head.split()[1])
        length = next(
            (int(each.partition(":")[2]) for each in head.splitlines() if each.lower().startswith("content-length")), 0
        )
        body = await reader.readexactly(length)
        told = head.replace(f"http://{address.netloc}", "", 1).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
        theirs, ours = await asyncio.open_connection(address.hostname, address.port)
        ours.write(told.encode() + body)
        writer.write((await theirs.read()).replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        await writer.drain()
        ours.close()
