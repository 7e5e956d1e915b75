"""A worry on its way: whoever goes, it is told, and its words are gone; no backup has them."""

from sqlalchemy import select

from bot.db import dump
from bot.db.tables import worry
from bot.db.transaction import Tx
from bot.queries.school import worries as rows
from bot.services.privacy.erasing import erase_child
from bot.services.school import worries
from bot.simulator.phone import Phone
from tests.handlers.school.staff_steps import LEAD, leads_phone  # noqa: F401 - fixture
from tests.handlers.school.worries_steps import WORDS, kept, on, write
from tests.homeline import ZHAO, Homeline
from tests.households import read, say, since, tap


async def test_a_reader_who_is_taken_out_reads_nothing_and_the_teacher_hears_it_at_once(
    home: Homeline, lead: Phone
) -> None:
    zhao = home.phone(ZHAO)
    await home.until(23, day=1)
    await write(home, zhao)
    await tap(home, lead, "🏠", "⚙️", "👋", "✅")
    assert "What you wrote to Li Na has not arrived" in "\n".join(zhao.texts[-3:])
    assert await kept(home) == []
    await home.later(hours=12)
    assert not on(lead)


async def test_that_it_was_lost_is_told_once_and_what_has_arrived_is_never_lost(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    await write(home, zhao)
    seen = len(zhao.texts)
    await home.app.store.run(lambda tx: worries.lose(tx, 1))
    await home.settle()
    assert since(zhao, seen) == []

    await home.until(23)
    await write(home, zhao)
    for _ in range(2):
        await home.app.store.run(lambda tx: worries.lose(tx, 2))
    await home.settle()
    assert sum("has not arrived" in each for each in zhao.texts) == 1


async def test_no_backup_has_words_that_are_on_their_way_and_a_copy_has(home: Homeline, lead: Phone) -> None:
    await home.until(23, day=1)
    await write(home, home.phone(ZHAO))

    def look(tx: Tx) -> tuple[bytes, list[bytes], list[bytes]]:
        sealed = tx.conn.exec_driver_sql("SELECT body FROM worry").scalar_one()
        return sealed, *([*dump.dump(tx.conn, tx.now, lambda _: None, passing=each)] for each in (True, False))

    sealed, copy, backup = await read(home, look)
    assert sealed is not None
    (row,) = (line for number, line in enumerate(copy) if copy[number - 1].startswith(b'{"table":"worry"'))
    assert row in copy
    assert row not in backup
    assert len(copy) == len(backup)


async def test_an_erased_child_leaves_no_sign_that_there_was_one(home: Homeline, lead: Phone) -> None:
    await home.until(10, day=1)
    await write(home, home.phone(ZHAO))
    assert await read(home, lambda tx: rows.sent_lately(tx, 2)) == 1
    await home.app.store.run(lambda tx: erase_child(tx, 1))
    assert await read(home, lambda tx: tx.all(select(worry))) == []


async def test_what_telegram_refuses_is_not_said_without_its_grey_but_told_to_the_teacher(
    home: Homeline, lead: Phone
) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    await tap(home, zhao, "🧒", "Lily", "🤲")
    home.simulator.faults.refuse(chat=LEAD.id)
    await say(home, zhao, WORDS)
    for _ in range(12):
        await home.later(minutes=1)
    assert "What you wrote to Li Na has not arrived" in "\n".join(zhao.texts)
    assert not on(lead)
    assert await kept(home) == []
