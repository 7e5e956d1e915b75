"""A small HTTP proxy, as a firewall allows one: it forwards plain requests and answers CONNECT with a refusal."""

import asyncio
from urllib.parse import urlsplit

from tests.listening import Listening


class Proxy(Listening):
    """Listens on this machine; `asked` are the first lines that came."""

    def __init__(self, *, answer: bytes = b"") -> None:
        super().__init__()
        self.heads: list[str] = []
        self._answer = answer  # said instead of forwarding anything

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
