"""SG-19, SG-20, SG-21, SG-30: what was said stands nowhere in the open, and voices stay where they were sent."""

import json
from io import StringIO

import pytest
from sqlalchemy import select, text

from bot.db.crypto import new_key
from bot.db.tables import metadata, outbox
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from bot.simulator.cast import MEI, PersonSpec
from tests.faults.figures import put
from tests.handlers.daily.letters_steps import arrived, family, with_voice
from tests.homeline import Homeline
from tests.operations.test_rotating import keys_in_use, restarted, rotated
from tests.safeguarding.neighbours import CHILD, SECRETS, neighbours
from tests.test_log import lines

__all__ = ["lines"]

# Who and what the first family is, as it would stand in a dump.
WORDS = (*SECRETS, CHILD, "Bring a coat", "Zoe", "Village school")


def dump(tx: Tx) -> bytes:
    """Every row as it lies in the database, without our columns' types."""
    rows = [tx.conn.execute(text(f'SELECT * FROM "{name}"')).all() for name in metadata.tables]
    values = [value for table in rows for row in table for value in row]
    return b"\0".join(bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode() for each in values)


async def test_sg_19_a_dump_of_the_database_shows_nothing_that_anybody_said_or_is_called(home: Homeline) -> None:
    await neighbours(home)
    home.phone(MEI).voice(data=b"a voice that nobody else hears")
    await home.settle()
    sent = [each.file_id for each in home.phone(MEI).messages if each.kind == "voice" and each.file_id]
    found = await home.app.store.run(dump)
    assert len(found) > 5000
    assert sent
    words = [each for each in WORDS if len(each) > 3]  # three letters stand in what is sealed, too, now and then
    assert [each for each in (*words, *sent, "a voice that nobody") if each.encode() in found] == []


@pytest.mark.wired
async def test_sg_20_a_key_is_replaced_while_a_family_waits_and_the_old_one_reads_nothing_any_more(
    home: Homeline,
) -> None:
    mei, fang = await family(home)
    old, new = home.app.settings.keys, new_key(2)
    await restarted(home, f"{new},{old}")
    await rotated(home)
    assert await home.app.store.run(keys_in_use) == {2}
    await restarted(home, new)
    fang.tap("🤒")
    await home.settle()
    await home.later(minutes=2)
    assert any("🤒" in each and "Lily" in each for each in mei.texts)


@pytest.mark.wired
async def test_sg_21_a_whole_story_leaves_no_name_word_number_or_file_in_the_log(
    home: Homeline, lines: StringIO
) -> None:
    home.beginning.over()  # what is copied says nothing
    await neighbours(home)
    home.phone(MEI).voice()
    await home.settle()
    await home.later(days=1)
    said = lines.getvalue()
    ids = [each.file_id for each in home.phone(MEI).messages if each.file_id]
    assert len(said) > 50_000
    assert [each for each in (*WORDS, *ids, home.settings.token) if each in said] == []


async def test_sg_30_a_voice_and_a_picture_cannot_be_passed_on_and_only_their_number_is_kept(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    fang.photo()
    await home.settle()
    fang.tap("✅")
    await home.settle()
    assert arrived(mei, "photo")
    assert arrived(fang)
    brought = [each for each in home.simulator.requests if each.method in {"sendVoice", "sendPhoto"}]
    assert brought
    for each in brought:
        assert json.loads(str(each.params.get("protect_content")).lower()) is True
        assert isinstance(each.params.get("voice") or each.params.get("photo"), str)
    assert not [each for each in home.simulator.requests if each.method == "getFile"]
    assert b"a voice" not in await home.app.store.run(dump)


PEOPLE = [PersonSpec(7000 + number, f"P{number}") for number in range(8)]
QUOTING = (
    (400, 'Bad Request: can\'t parse entities: unsupported start tag "Zoeklein" at byte offset 5'),
    (400, "Bad Request: inline keyboard button URL 'http://Zoeklein' is invalid: can't be reached"),
    (400, "Bad Request: «Zoeklein» and nothing more"),
    (400, "Bad Request: 佐伊"),
    (403, "Forbidden: “Zoeklein has left"),
    (409, "Conflict: `Zoeklein` is elsewhere"),
    (418, "I'm a teapot, 'Zoeklein"),
    (429, "Too Many Requests: ‘Zoeklein’"),
)


async def test_sg_19_what_telegram_quotes_is_no_reason_that_is_kept_in_the_open(
    home: Homeline, lines: StringIO
) -> None:
    for number, (code, words) in enumerate(QUOTING):
        await home.newcomer(PEOPLE[number])
        await put(home, PEOPLE[number], 10 + number, Lane.REPLY)
        home.simulator.faults.say(code, words, times=20)
        await home.app.sender.step()
        await home.app.sender.drain()
        home.simulator.faults.clear()
    kept = await home.app.store.run(dump)
    reasons = await home.app.store.run(lambda tx: [row.reason for row in tx.all(select(outbox.c.reason))])
    assert len([each for each in reasons if each]) == len(QUOTING)
    assert any(each and "at byte offset 5" in each for each in reasons)  # what is Telegram's own stays
    for each in ("Zoeklein", "佐伊"):
        assert each.lower().encode() not in kept.lower()
        assert each.lower() not in lines.getvalue().lower()
