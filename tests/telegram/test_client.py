"""The HTTP client: what arrives, and what each broken connection is called."""

from collections.abc import AsyncIterator

import pytest
from telegram import InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.clock import StoppedClock
from bot.settings import Settings
from bot.simulator.cast import MEI
from bot.simulator.files import DOT
from bot.simulator.server import Simulator
from bot.telegram.client import AiohttpRequest, Client, FileTooLarge, NotSent
from tests.conftest import NOON, TOKEN

TEXT = {"chat_id": MEI.id, "text": "hello"}


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = Simulator(StoppedClock(NOON), token=TOKEN)
    await simulator.start()
    simulator.world.phone(MEI).start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def client(simulator: Simulator) -> AsyncIterator[Client]:
    client = Client(Settings(token=TOKEN, api_url=simulator.url + "/"))
    await client.open()
    yield client
    await client.close()


async def test_it_knows_its_name_and_sends(client: Client, simulator: Simulator) -> None:
    answer = await client.call("sendMessage", TEXT)
    assert client.bot.username == "homeline_bot"
    assert answer["text"] == "hello"
    assert simulator.world.phone(MEI).sees("hello")


async def test_files_travel_as_parts(client: Client, simulator: Simulator) -> None:
    buttons = {"inline_keyboard": [[{"text": "🏠 Home", "callback_data": "home"}]]}
    photo = InputFile(DOT, filename="dot.png")
    await client.call("sendPhoto", {"chat_id": MEI.id, "photo": photo, "reply_markup": buttons})
    assert simulator.requests[-1].ok
    assert simulator.world.phone(MEI).messages[-1].buttons


async def test_a_file_that_somebody_sent_is_fetched(client: Client, simulator: Simulator) -> None:
    kept = simulator.world.files.add("document", b"1,Anvar" * 20_000, name="3B.csv")
    assert await client.download(kept.id, most=kept.size) == kept.data
    with pytest.raises(BadRequest, match=r"(?i)invalid file_id"):
        await client.download("no such file", most=100)


async def test_no_more_of_a_file_is_fetched_than_was_asked_for(client: Client, simulator: Simulator) -> None:
    kept = simulator.world.files.add("document", b"x" * 200_000)
    large = simulator.world.files.add("document", bytes(20_000_001))
    with pytest.raises(FileTooLarge):
        await client.download(kept.id, most=100_000)
    with pytest.raises(FileTooLarge):
        await client.download(large.id, most=50_000_000)


async def test_a_file_comes_piece_by_piece(client: Client, simulator: Simulator) -> None:
    kept = simulator.world.files.add("document", b"x" * 200_000)
    pieces: list[bytes] = []
    assert await client.fetch(kept.path, pieces.append) == 200
    assert b"".join(pieces) == kept.data
    assert max(map(len, pieces)) <= 65_536
    assert await client.fetch("nowhere", pieces.append) == 404


async def test_words_and_buttons_travel_as_they_are(client: Client, simulator: Simulator) -> None:
    await client.call("sendMessage", {"chat_id": MEI.id, "text": '你好 🏠 "&=+"', "protect_content": True})
    assert simulator.world.phone(MEI).sees('你好 🏠 "&=+"')
    assert simulator.requests[-1].params["protect_content"] is True


async def test_updates_come_as_they_are(client: Client, simulator: Simulator) -> None:
    number = simulator.world.push_raw({"telepathy": 1})
    found = await client.get_updates(0, 0, ["message"])
    assert {"update_id": number, "telepathy": 1} in found


async def test_a_refusal_keeps_telegrams_words(client: Client) -> None:
    with pytest.raises(BadRequest, match="text is empty"):
        await client.call("sendMessage", {"chat_id": MEI.id, "text": ""})


async def test_a_flood_is_told(client: Client, simulator: Simulator) -> None:
    simulator.faults.flood(seconds=4)
    with pytest.raises(RetryAfter):
        await client.call("sendMessage", TEXT)


async def test_a_gateways_error_means_that_nothing_was_done(client: Client, simulator: Simulator) -> None:
    simulator.faults.server_error()
    with pytest.raises(NotSent, match="502"):
        await client.call("sendMessage", TEXT)


async def test_a_lost_answer_is_a_lost_connection(client: Client, simulator: Simulator) -> None:
    simulator.faults.lose_after_send()
    with pytest.raises(NetworkError, match="connection lost") as error:
        await client.call("sendMessage", TEXT)
    assert not isinstance(error.value, NotSent)


async def test_silence_is_a_time_out(simulator: Simulator) -> None:
    request = AiohttpRequest()
    await request.initialize()
    simulator.faults.slow(5)
    with pytest.raises(TimedOut):
        await request.do_request(f"{simulator.url}/bot{TOKEN}/sendMessage", "POST", read_timeout=0.05)
    simulator.faults.clear()
    await request.shutdown()
    await request.shutdown()


async def test_nobody_there_means_that_nothing_was_sent(simulator: Simulator) -> None:
    await simulator.stop()
    client = Client(Settings(token=TOKEN, api_url=simulator.url))
    with pytest.raises(NotSent):
        await client.open()
    await client.close()


async def test_a_closed_client_says_so(client: Client) -> None:
    await client.close()
    with pytest.raises(NotSent, match="closed"):
        await client.call("getMe", {})
    assert AiohttpRequest().read_timeout > 0
