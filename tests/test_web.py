"""Whoever connects and says nothing costs nobody anything: not a descriptor for long, and no alert its way out."""

import asyncio
import contextlib
import os
import resource
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot import loop, web_guests
from bot.clock import stopwatch
from bot.loop import WakeUp
from bot.web import WebServer

HALVES = (
    b"",
    b"GET /heal",
    b"GET /fine HTTP/1.1\r\nHost: a\r\nX-Slow: ",
    b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
    b"GET /fine HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n",
    b"GET /fine HTTP/1.1\r\nHost: a\r\n\r\nGET /fine HT",
)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same waits, much shorter."""
    for name, seconds in (("HEAD", 0.2), ("WHOLE", 0.3), ("KEPT", 0.4), ("LINGER", 0.1), ("SWEEP", 0.02)):
        monkeypatch.setattr(web_guests, name, seconds)
    monkeypatch.setattr(loop, "REST_AFTER_ERROR", 0.05)


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    """Answers, and reads a body where it is sent one."""

    async def fine(_request: web.Request) -> web.Response:
        return web.Response(text="fine")

    async def body(request: web.Request) -> web.Response:
        return web.Response(body=await request.read())

    made = WebServer("127.0.0.1", 0)
    made.add("GET", "/fine", fine)
    made.add("POST", "/body", body)
    await made.open()
    yield made
    await made.close()


async def connected(server: WebServer, said: bytes = b"") -> socket.socket:
    host, port = server.url.removeprefix("http://").split(":")
    line = socket.socket()
    line.settimeout(0)
    await asyncio.get_running_loop().sock_connect(line, (host, int(port)))
    await asyncio.get_running_loop().sock_sendall(line, said)
    return line


async def end_of(line: socket.socket) -> bytes:
    """Everything that comes until the other side closes."""
    found = b""
    with contextlib.suppress(ConnectionError):
        while data := await asyncio.get_running_loop().sock_recv(line, 1000):
            found += data
    line.close()
    return found


async def answered(server: WebServer) -> float:
    """How long an honest question takes."""
    began = stopwatch()
    async with aiohttp.ClientSession() as session, session.get(f"{server.url}/fine") as response:
        assert await response.text() == "fine"
    return stopwatch() - began


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("half", HALVES)
async def test_whoever_comes_no_further_is_put_out(server: WebServer, half: bytes) -> None:
    line = await connected(server, half)
    async with asyncio.timeout(5):
        await end_of(line)
    await answered(server)


async def test_whoever_is_idle_longest_makes_room_for_who_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_guests, "MOST", 10)
    served, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_request: web.Request) -> web.Response:
        served.set()
        await go_on.wait()
        return web.Response(text="fine")

    server = WebServer("127.0.0.1", 0)
    server.add("GET", "/fine", slow)
    await server.open()
    asked = asyncio.create_task(answered(server))
    await served.wait()
    lines = [await connected(server) for _ in range(40)]
    async with asyncio.timeout(5):
        for line in lines[:30]:
            assert await end_of(line) == b""
    assert len(server._guests) <= 10
    go_on.set()
    await asked  # who is being answered is not put out
    await answered(server)
    for line in lines:
        line.close()
    await server.close()


async def test_what_is_no_http_is_told_no_version(server: WebServer) -> None:
    line = await connected(server, b"\x16\x03\x01 hello\r\n\r\n")
    assert await end_of(line) == b""
    await answered(server)


@contextlib.contextmanager
def no_descriptor_left() -> Iterator[None]:
    """This process may open nothing more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken = []
    highest = max(int(each.name) for each in Path("/proc/self/fd").iterdir())
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 1, hard))
    try:
        with contextlib.suppress(OSError):
            while True:
                taken.append(os.open(os.devnull, os.O_RDONLY))
        yield
    finally:
        for each in taken:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.usefixtures("hasty")
async def test_without_descriptors_it_waits_says_so_once_and_goes_on(
    server: WebServer, caplog: pytest.LogCaptureFixture
) -> None:
    await answered(server)
    lines = [socket.socket() for _ in range(5)]
    with no_descriptor_left():
        for line in lines:
            line.settimeout(0)
            host, port = server.url.removeprefix("http://").split(":")
            await asyncio.get_running_loop().sock_connect(line, (host, int(port)))
        await WakeUp().wait(0.3)
    assert sum("OSError" in each.getMessage() for each in caplog.records) == 1
    assert not any(each.name == "asyncio" for each in caplog.records)
    await answered(server)
    for line in lines:
        line.close()
