"""Telegram through a proxy, and answers that come from somebody on the way."""

import pytest
from telegram.error import NetworkError, TimedOut

from bot.clock import StoppedClock
from bot.settings import TELEGRAM, Settings
from bot.simulator.cast import MEI
from bot.simulator.server import Simulator
from bot.telegram.client import Client, NotSent
from tests.conftest import NOON, TOKEN
from tests.proxy import Proxy

TEXT = {"chat_id": MEI.id, "text": "hello"}


def page(status: str, body: str = "<html>") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()


async def test_everything_goes_through_the_proxy() -> None:
    simulator = Simulator(StoppedClock(NOON), token=TOKEN)
    await simulator.start()
    phone = simulator.world.phone(MEI)
    phone.start()
    async with Proxy() as proxy:
        with_name = proxy.url.replace("//", "//me:hush@")
        client = Client(Settings(token=TOKEN, api_url=simulator.url, proxy=with_name))
        await client.open()
        await client.call("sendMessage", TEXT)
        assert len(await client.get_updates(0, 0, ["message"])) == 1
        await client.close()
    assert phone.sees("hello")
    assert len(proxy.asked) == len(simulator.requests) == 3
    assert all("proxy-authorization: basic " in each.lower() for each in proxy.heads)
    await simulator.stop()


@pytest.mark.parametrize("answer", [b"", page("407 Proxy Authentication Required"), page("403 Forbidden")])
async def test_a_proxy_that_does_not_reach_telegram_means_that_nothing_was_sent(answer: bytes) -> None:
    async with Proxy(answer=answer) as proxy:
        client = Client(Settings(token=TOKEN, api_url=TELEGRAM, proxy=proxy.url))
        with pytest.raises(NotSent):
            await client.open()
        await client.close()
    assert proxy.asked == ["CONNECT api.telegram.org:443 HTTP/1.1"]


@pytest.mark.parametrize(
    "status", ["302 Found", "403 Forbidden", "404 Not Found", "407 Who", "413 Too Large", "429 Slow", "502 Bad Gateway"]
)
async def test_who_stands_in_the_way_makes_nobody_unreachable(status: str) -> None:
    async with Proxy(answer=page(status)) as gateway:
        client = Client(Settings(token=TOKEN, api_url=gateway.url))
        with pytest.raises(NotSent, match=status[:3]):
            await client.open()
        await client.close()


@pytest.mark.parametrize(
    ("answer", "error"),
    [(page("200 OK"), NetworkError), (page("200 OK", '{"ok":tr'), Exception), (page("504 Late"), TimedOut)],
)
async def test_an_answer_that_nobody_understands_tells_nothing(answer: bytes, error: type[Exception]) -> None:
    async with Proxy(answer=answer) as gateway:
        client = Client(Settings(token=TOKEN, api_url=gateway.url))
        with pytest.raises(error) as raised:
            await client.open()
        await client.close()
    assert not isinstance(raised.value, NotSent)
