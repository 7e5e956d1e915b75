"""The bot about itself, its files, and the ways a request can be written."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.simulator.cast import IVAN, MEI
from bot.simulator.files import DOT, Upload, picture_size, sniff, tone
from bot.simulator.phone import Phone
from bot.simulator.refusals import Refused
from bot.simulator.sending import keep_upload
from bot.simulator.server import Simulator
from tests.simulator.conftest import Client


async def test_the_bot_knows_itself(client: Client) -> None:
    assert (await client("getMe"))["username"] == "homeline_bot"
    assert await client("logOut")
    assert await client("close")


async def test_a_wrong_token_or_method_is_refused(client: Client, sim: Simulator) -> None:
    assert await client.refused("sendNothing") == "Not Found"
    async with client.session.get(f"{sim.url}/bot1:WRONG/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized"


async def test_commands_are_kept_by_scope_and_language(client: Client) -> None:
    start = [{"command": "start", "description": "Begin"}]
    await client("setMyCommands", commands=start)
    await client("setMyCommands", commands=[], language_code="zh", scope={"type": "all_private_chats"})
    assert await client("getMyCommands") == start
    assert await client("getMyCommands", language_code="zh") == []
    await client("deleteMyCommands")
    assert await client("getMyCommands") == []


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Start!", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "start"}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (5, "expected an Array of BotCommand"),
    ],
)
async def test_wrong_commands_are_refused(client: Client, commands: Any, words: str) -> None:
    assert await client.refused("setMyCommands", commands=commands) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("method", "field", "before", "most"),
    [
        ("Name", "name", "Homeline", 64),
        ("Description", "description", "", 512),
        ("ShortDescription", "short_description", "", 120),
    ],
)
async def test_a_profile_is_kept_by_language(client: Client, method: str, field: str, before: str, most: int) -> None:
    assert await client(f"getMy{method}") == {field: before}
    await client(f"setMy{method}", **{field: "Home"})
    await client(f"setMy{method}", **{field: "家", "language_code": "zh"})
    assert await client(f"getMy{method}", language_code="zh") == {field: "家"}
    assert await client(f"getMy{method}", language_code="ru") == {field: "Home"}
    assert "too long" in await client.refused(f"setMy{method}", **{field: "x" * (most + 1)})


async def test_the_menu_button_is_kept(client: Client) -> None:
    assert await client("getChatMenuButton") == {"type": "commands"}
    await client("setChatMenuButton", menu_button={"type": "default"})
    assert await client("getChatMenuButton") == {"type": "default"}
    assert "unsupported type" in await client.refused("setChatMenuButton", menu_button={"type": "x"})


async def test_a_chat_is_described(client: Client, mei: Phone, sim: Simulator) -> None:
    assert (await client("getChat", chat_id=MEI.id))["first_name"] == "Mei"
    sim.world.phone(IVAN)
    assert await client.refused("getChat", chat_id=IVAN.id) == "Bad Request: chat not found"


async def test_a_file_is_downloaded(client: Client, mei: Phone, sim: Simulator) -> None:
    voice = mei.voice(data=b"OggS")
    found = await client("getFile", file_id=voice.file_id)
    async with client.session.get(f"{sim.url}/file/bot{sim.token}/{found['file_path']}") as answer:
        assert await answer.read() == b"OggS"
    async with client.session.get(f"{sim.url}/file/bot1:WRONG/{found['file_path']}") as answer:
        assert answer.status == 404
    assert await client.refused("getFile", file_id="x") == "Bad Request: invalid file_id"
    large = sim.world.files.add("document", bytes(20_000_001))
    assert await client.refused("getFile", file_id=large.id) == "Bad Request: file is too big"


async def test_forms_json_and_addresses_are_understood(client: Client, mei: Phone) -> None:
    address, session = client.address("sendMessage"), client.session
    async with session.post(
        address, data={"chat_id": str(MEI.id), "text": "form", "protect_content": "true"}
    ) as answer:
        assert answer.status == 200
    async with session.get(address + "?" + urlencode({"chat_id": MEI.id, "text": "address"})) as answer:
        assert answer.status == 200
    parts = aiohttp.FormData({"chat_id": str(MEI.id), "text": "parts", "reply_markup": '{"remove_keyboard": true}'})
    parts.add_field("unused", b"x", filename="unused.txt")
    async with session.post(address, data=parts) as answer:
        assert answer.status == 200
    assert mei.texts == ["form", "address", "parts"]


async def test_a_body_that_is_not_json_is_refused(client: Client) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (b"{", b"[]"):
        async with client.session.post(client.address("getMe"), data=body, headers=headers) as answer:
            assert (await answer.json())["description"] == "Bad Request: can't parse request JSON object"
    assert "must be of type Number" in await client.refused("getUpdates", limit="many")


async def test_files_are_uploaded_in_place_or_attached(client: Client, mei: Phone) -> None:
    form = aiohttp.FormData({"chat_id": str(MEI.id)})
    form.add_field("photo", DOT, filename="qr.png", content_type="image/png")
    async with client.session.post(client.address("sendPhoto"), data=form) as answer:
        assert answer.status == 200
    assert mei.messages[-1].media["width"] == 1

    form = aiohttp.FormData({"chat_id": str(MEI.id), "voice": "attach://sound"})
    form.add_field("sound", tone(1), filename="voice.wav")
    async with client.session.post(client.address("sendVoice"), data=form) as answer:
        assert answer.status == 200
    assert mei.last.kind == "voice"

    form = aiohttp.FormData({"chat_id": str(MEI.id)})
    form.add_field("voice", b"", filename="voice.ogg")
    async with client.session.post(client.address("sendVoice"), data=form) as answer:
        assert (await answer.json())["description"] == "Bad Request: file must be non-empty"


async def test_a_file_may_be_too_large_for_a_bot_and_not_for_a_person(sim: Simulator, mei: Phone) -> None:
    with pytest.raises(Refused, match="Too Large"):
        keep_upload(sim.world, Upload("film.mp4", bytes(50_000_001)), "document")
    assert mei.document("film.mp4", bytes(50_000_001)).content["document"]["file_size"] == 50_000_001


def test_the_first_bytes_tell_what_a_file_is(tmp_path: Path) -> None:
    assert sniff(tone(2)) == "audio/wav"
    assert sniff(b"RIFF....WEBPVP8 ") == "image/webp"
    assert sniff(DOT) == "image/png"
    assert picture_size(b"\xff\xd8") == (1280, 960)


async def test_a_photo_has_sizes_and_its_smallest_has_only_itself(client: Client, mei: Phone) -> None:
    sizes = mei.photo().content["photo"]
    assert [size["width"] for size in sizes] == [1, 1]
    sent = await client("sendPhoto", chat_id=MEI.id, photo=sizes[0]["file_id"])
    assert [size["file_id"] for size in sent["photo"]] == [sizes[0]["file_id"]]
