"""SG-07: everybody takes along what they may see, as two files, and nothing of what is another's."""

import json
import re
from typing import Any

from bot.db.tables import outbox
from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import read, say, tap
from tests.safeguarding.neighbours import CHILD, GRANDMA, MOTHER, neighbours


async def taken(home: Homeline, phone: Phone, agreed: Phone | None = None) -> tuple[list[str], list[str]]:
    """📦, and somebody else's yes: the pages and the files for machines that came."""
    before = len(phone.messages)
    await say(home, phone, "/privacy")
    await tap(home, phone, "📦")
    if agreed is not None:
        await tap(home, agreed, "✅")
    found: tuple[list[str], list[str]] = ([], [])
    for message in phone.messages[before:]:
        if message.kind == "document":
            file = home.world.files.get(message.content["document"]["file_id"])
            assert file is not None
            found[file.name.endswith(".json")].append(file.data.decode())
    return found


def circle_in(files: list[str]) -> Any:
    (circle,) = json.loads(files[-1])["circles"]
    return circle


async def test_sg_07_a_parent_has_their_data_in_three_taps_from_the_menu(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    before = len(mei.messages)

    await tap(home, mei, "🏠", "⚙️", "📦")

    files = [each.content["document"]["file_name"] for each in mei.messages[before:] if each.kind == "document"]
    assert [name.rpartition(".")[2] for name in files] == ["html", "json"]


async def test_sg_07_what_others_share_waits_for_a_second_adult_and_then_comes_once(home: Homeline) -> None:
    await neighbours(home)
    mother = home.phone(MOTHER)

    _pages, alone = await taken(home, mother)
    assert [json.loads(each)["circles"] for each in alone] == [[]]
    assert CHILD not in "".join(alone)

    await tap(home, home.phone(GRANDMA), "✅")
    sent = [each for each in mother.messages if each.kind == "document"]
    assert len(sent) == 4
    assert not await read(
        home, lambda tx: [row for row in tx.all(outbox.select()) if "doctype" in json.dumps(row.payload)]
    )


async def test_sg_07_the_page_needs_nothing_but_itself_and_holds_what_the_file_holds(home: Homeline) -> None:
    await neighbours(home)
    pages, files = await taken(home, home.phone(MOTHER), home.phone(GRANDMA))

    assert not re.search(r"(src|href|url\(|@import|<script)", "".join(pages))
    circle = circle_in(files)
    assert circle["child"][0]["name"] == CHILD
    assert [each["words"] for each in circle["letters"]] == ["lettercanary, good night"]
    assert circle["illnesses"][0]["what"] == "fever"
    assert [each["words"] for each in circle["notices"]] == ["Bring a coat"]
    for words in ("lettercanary, good night", "Bring a coat", "🌡", CHILD):
        assert words in pages[-1]
    assert "file_id" not in files[-1]


async def test_sg_07_the_page_speaks_its_readers_language(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await say(home, mei, "/language")
    await tap(home, mei, "🌐 简体中文")

    pages, _files = await taken(home, mei)
    assert 'lang="zh-Hans"' in pages[0]
    assert "家人圈" in pages[0]
    assert not re.search(r"<th>[A-Z]", pages[0])
