"""SG-19: a file without its keys says of nobody who they are, and of whom something hard is known."""

import re

from sqlalchemy import select, text

from bot.db.tables import held_text, illness, metadata, school_word
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.services.school import absences
from bot.simulator.cast import FANG, IVAN, JUN, LI, MEI, ZHAO
from tests.databases import Database, SqliteFile
from tests.homeline import Homeline
from tests.safeguarding.neighbours import GRANDMA, neighbours
from tests.safeguarding.test_secrets import dump

ACCOUNTS = [each.id for each in (MEI, FANG, ZHAO, JUN, LI, IVAN)]


async def test_sg_19_without_the_keys_no_row_is_anybodys_telegram_account(home: Homeline, database: Database) -> None:
    await neighbours(home)
    home.phone(MEI).say("Good morning")
    await home.settle()
    rows = await home.app.store.run(dump)
    told = await home.app.store.run(lambda tx: people.by_telegram(tx, MEI.id))
    assert told is not None
    assert [each for each in ACCOUNTS if str(each).encode() in rows] == []

    await home.app.close()
    files = list(database.path.parent.glob("homeline.db*")) if isinstance(database, SqliteFile) else []
    raw = b"".join(each.read_bytes() for each in files)
    assert [each for each in ACCOUNTS if each.to_bytes(6) in raw or str(each).encode() in raw] == []
    await home.app.open()


# What is sealed: of its random letters three in a row are now and then a word.
_SEALED = re.compile(r"(?=.*[A-Z])(?=.*\d)[\w+/-]{40,}={0,2}", re.ASCII)


def words_in(tx: Tx) -> set[str]:
    """Every word that lies open in any row, and each part of it."""
    rows = [tx.conn.execute(text(f'SELECT * FROM "{name}"')).all() for name in metadata.tables]
    found = {each for table in rows for row in table for each in row if isinstance(each, str)}
    found = {each for each in found if not _SEALED.fullmatch(each)}
    return found | {part for each in found for part in re.split(r"[^a-z_]+", each)}


async def test_sg_19_no_crisis_illness_absence_or_separation_is_readable_and_nobody_is_linked_to_one(
    home: Homeline,
) -> None:
    await neighbours(home)
    fang = home.phone(GRANDMA)
    fang.say("I want to kill myself")
    await home.settle()

    def more(tx: Tx) -> None:
        circles.change_child(tx, 1, separate_lines=True)
        audit.note(tx, AuditEvent.SEPARATED, 1, child_id=1)
        teacher, circle = people.by_telegram(tx, ZHAO.id), circles.get(tx, 1)
        assert teacher is not None
        assert circle is not None
        absences.answer(tx, absences.mark(tx, teacher, 1, circle), 1, knows=True)

    await home.app.store.run(more)
    await home.settle()

    def looked(tx: Tx) -> None:
        found, mine = tx.first(select(illness)), people.by_telegram(tx, FANG.id)
        assert (found is not None and mine is not None and found.opened_by) == (mine and mine.id)
        assert [row.about for row in tx.all(select(held_text))] == ["self_harm"]
        assert {"absent"} <= {row.kind for row in tx.all(select(school_word))}
        assert circles.get(tx, 1) is not None

    await home.app.store.run(looked)
    told = {
        "self_harm",
        "absent",
        "ill",
        "known",
        "seen",
        "told",
        "fever",
        "separated",
        "alert",
        "danger",
        "illness_ask",
    }
    assert told & await home.app.store.run(words_in) == set()
    raw = await home.app.store.run(lambda tx: tx.all(text("SELECT separate_lines FROM child ORDER BY id")))
    assert len({len(bytes(row[0])) for row in raw}) == 1
