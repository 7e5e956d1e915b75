"""The demo answers this machine alone, not a page elsewhere that lets a name lead here, or that asks across."""

import pytest

from bot.simulator.cast import MEI
from bot.simulator.server import Simulator
from tests.simulator.conftest import Client

PATHS = ("/", "/demo/state", "/demo/events", "/page/index.html", "/demo/phones/mei/say", "/bot1234567:TEST/getMe")


@pytest.fixture
async def port(sim: Simulator) -> str:
    """The demo instead of the bare simulator."""
    await sim.stop()
    sim.show_page(phones=[MEI])
    await sim.start()
    return sim.url.rpartition(":")[2]


async def told(client: Client, path: str, **headers: str) -> int:
    ask = client.session.post if "phones" in path else client.session.get
    async with ask(
        client.sim.url + path, headers=headers, json={"text": "hello"} if "phones" in path else None
    ) as answer:
        return answer.status


@pytest.mark.parametrize("path", PATHS)
async def test_who_asks_from_elsewhere_is_told_nothing(client: Client, port: str, path: str) -> None:
    own = f"127.0.0.1:{port}"
    for headers in (
        {"Host": f"evil.example:{port}"},
        {"Host": f"127.0.0.1.evil.example:{port}"},
        {"Host": ""},
        {"Host": f"evil.example:{port}", "Origin": f"http://evil.example:{port}"},
        {"Host": own, "Origin": "http://evil.example"},
        {"Host": own, "Origin": "null"},
        {"Host": own, "Origin": f"https://{own}"},
        {"Host": own, "Origin": "http://127.0.0.1"},
    ):
        assert await told(client, path, **headers) == 403, headers
    assert not client.sim.world.phone(MEI).messages
    for name in ("127.0.0.1", "localhost", "[::1]"):
        assert await told(client, path, Host=f"{name}:{port}", Origin=f"http://{name}:{port}") == 200
