"""Telegram through a SOCKS proxy, such as `ssh -D` opens; and proxies that lead nowhere."""

from collections.abc import AsyncIterator

import pytest
from telegram.error import NetworkError

from bot.clock import StoppedClock, SystemClock
from bot.doctor import State
from bot.doctor.telegram import check
from bot.settings import TELEGRAM, Settings
from bot.simulator.cast import MEI
from bot.simulator.server import Simulator
from bot.telegram.client import Client, NotSent
from tests.conftest import NOON, TOKEN
from tests.socks import Socks

TEXT = {"chat_id": MEI.id, "text": "hello"}
# Only the proxy finds this: where Telegram is blocked, its name is often hidden too.
HIDDEN = "http://telegram.invalid"


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = Simulator(StoppedClock(NOON), token=TOKEN)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_everything_goes_through_the_proxy_which_looks_up_the_name(simulator: Simulator, scheme: str) -> None:
    phone = simulator.world.phone(MEI)
    phone.start()
    async with Socks(simulator.url) as proxy:
        client = Client(Settings(token=TOKEN, api_url=HIDDEN, proxy=proxy.url.replace("socks5", scheme)))
        await client.open()
        await client.call("sendMessage", TEXT)
        assert len(await client.get_updates(0, 0, ["message"])) == 1
        await client.close()

    assert phone.sees("hello")
    assert set(proxy.asked) == {"telegram.invalid"}
    assert len(simulator.requests) == 3


async def test_what_is_lost_behind_the_proxy_is_an_unknown_outcome(simulator: Simulator) -> None:
    simulator.world.phone(MEI).start()
    async with Socks(simulator.url) as proxy:
        client = Client(Settings(token=TOKEN, api_url=HIDDEN, proxy=proxy.url))
        await client.open()
        simulator.faults.lose_after_send()
        with pytest.raises(NetworkError, match="connection lost") as error:
            await client.call("sendMessage", TEXT)
        await client.close()

    assert not isinstance(error.value, NotSent)


@pytest.mark.parametrize(
    "proxy",
    [
        Socks(says=b""),
        Socks(says=b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        Socks(says=b"\x05\xff"),
        Socks("http://127.0.0.1:9"),
        Socks(then=b""),
        Socks(then=b"HTTP/1.1 200 OK\r\n\r\nno TLS at all"),
    ],
    ids=["hangs up", "an HTTP proxy", "takes nobody", "does not reach Telegram", "hangs up later", "in the way"],
)
async def test_a_proxy_that_does_not_reach_telegram_means_that_nothing_was_sent(proxy: Socks) -> None:
    async with proxy:
        settings = Settings(token=TOKEN, api_url=TELEGRAM, proxy=proxy.url)
        client = Client(settings)
        with pytest.raises(NotSent, match="no connection: NoWay") as error:
            await client.open()
        await client.close()
        (finding,) = await check(settings, SystemClock())

    assert "hush" not in str(error.value)
    assert finding.state is State.WRONG
    assert finding.words == "Cannot be reached (NoWay)."


@pytest.mark.parametrize("wrong", ["//me:hush@127.0.0.1:9", "//me:other@{right}"])
async def test_a_proxy_that_is_not_there_or_does_not_know_us_is_one_too(simulator: Simulator, wrong: str) -> None:
    async with Socks(simulator.url) as proxy:
        url = "socks5:" + wrong.format(right=proxy.url.partition("@")[2])
        client = Client(Settings(token=TOKEN, api_url=simulator.url, proxy=url))
        with pytest.raises(NotSent, match="no connection: NoWay"):
            await client.open()
        await client.close()

    assert simulator.requests == []
