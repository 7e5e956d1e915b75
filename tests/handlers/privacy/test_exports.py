"""SG-07: everybody takes along what they may see, as two files, and nothing of what is another's."""

import json
import re
from typing import Any

from bot.db.tables import outbox
from bot.queries.circle import circles
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import FATHER, english_family, read, say, second_parent, tap
from tests.remembering import remembered
from tests.safeguarding.neighbours import CHILD, FROZEN, GRANDMA, MOTHER, OTHER_PARENT, SECRETS, neighbours


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


@remembered
async def separated(home: Homeline) -> None:
    """Two parents who must not know of each other; each has sent a letter and made a promise."""
    mei, _fang = await english_family(home)
    jun = await second_parent(home)
    for phone, words in ((mei, "from mother"), (jun, "from father")):
        await tap(home, phone, "🏠", "🎤")
        await say(home, phone, words)
        await tap(home, phone, "🏠", "📞")
        phone.tap(phone.last.buttons[0][0].text)
        await home.settle()


async def test_sg_07_a_parent_has_their_data_in_three_taps_from_the_menu(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    before = len(mei.messages)

    await tap(home, mei, "🏠", "⏰", "📦")

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


async def test_sg_07_separated_parents_find_nothing_of_each_other(home: Homeline) -> None:
    await separated(home)
    await read(home, lambda tx: circles.change_child(tx, 1, separate_lines=True))

    pages, files = await taken(home, home.phone(FATHER), home.phone(GRANDMA))

    mine = "".join((*pages, *files))
    assert "from father" in mine
    assert "from mother" not in mine
    assert "Mei" not in mine
    circle = circle_in(files)
    assert [each["role"] for each in circle["adults"]] == ["guardian", "parent"]


async def test_sg_07_a_teacher_takes_notices_and_who_has_confirmed_and_nothing_of_the_family(home: Homeline) -> None:
    await neighbours(home)
    pages, files = await taken(home, home.phone(ZHAO))

    data = json.loads(files[0])
    (notice,) = data["classes"][0]["my_notices"]
    assert notice["words"] == "Bring a coat"
    assert {each["name"] for each in notice["households"]} == {CHILD, "Zoe"}
    assert {each["confirmed"] for each in notice["households"]} == {False}
    assert not [secret for secret in SECRETS if secret in "".join((*pages, *files))]


async def test_sg_07_neighbours_and_who_is_held_find_nothing_of_the_first_family(home: Homeline) -> None:
    await neighbours(home)
    for person in (OTHER_PARENT, FROZEN):
        pages, files = await taken(home, home.phone(person))
        assert len(files) == 1
        assert not [each for each in (*SECRETS, CHILD) if each in "".join((*pages, *files))]


async def test_sg_07_the_page_speaks_its_readers_language(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await say(home, mei, "/language")
    await tap(home, mei, "🌐 简体中文")

    pages, _files = await taken(home, mei)
    assert 'lang="zh-Hans"' in pages[0]
    assert "家人圈" in pages[0]
    assert not re.search(r"<th>[A-Z]", pages[0])
