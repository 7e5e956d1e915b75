"""SG-04 and SG-05: what is kept about people is listed with its reason, and nothing else is kept."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, SmallInteger, String

from bot.db import tables
from bot.db.columns import EncryptedText, Instant, Veiled, VeiledName
from bot.db.tables import metadata
from bot.domain.privacy.retention import KEPT

REGISTER: dict[str, Any] = tomllib.loads(Path(tables.__file__).with_name("fields.toml").read_text(encoding="utf-8"))
COLUMNS = [column for table in metadata.sorted_tables for column in table.c]
CODE = Path(__file__).parents[2]

# What a person wrote, a name, or what says how a child is, wherever a column of such a name comes to stand.
TELLING = re.compile(
    r"^(call_name|called|name|words|body|data|media|payload|face|what|outcome|answer|steps|told|note|text)$"
)
# Columns of such a name that hold one of our own words.
OURS = {
    "letter.told",
    "school_talk.told",
    "report.outcome",
    "installation.name",
    "lease.name",
    "page.name",
}
# What is about somebody's crisis, illness, absence or separation; and the columns of it that lie open, each no more
# than a step or a day. Whom it is about is a row's number, which leads to a person only with the keys.
CLOSE = {"held_text", "crisis_event", "illness", "illness_event", "school_word", "roll_call"}
NEUTRAL = {
    *("illness.state", "school_word.state", "school_word.day", "roll_call.day", "crisis_event.choice"),
    *("crisis_event.locale", "illness.escalation"),
}
# Who is in these is a row's number, for with the row of the person they go.
NUMBERED = {"held_text.person_id", "school_word.author_id"}
# Wherever else it stands, it says that somebody is hushed, ill, away from school or parted from the other parent.
# What says which conversation somebody is in, what their messages are about, and what was done to a circle.
TELLTALES = {"dialogue.state", "outbox.card", "outbox.merge", "card.name", "audit.action"}
LINKS = re.compile(r"crisis|hush|ill(ness)?_|sick|absen|separat|apart|lines$|self_harm")
FORBIDDEN = re.compile(
    r"surname|last_name|family_name|birth_?da(y|te)|day_of_birth|address|location|latitude|longitude|phone|passport|pupil_number|photo_of"
)


def entry(column: "Column[Any]") -> tuple[str, str, str]:
    """How a column lies, why, and how long, as the register says."""
    table = REGISTER[column.table.name]
    found = table["fields"][column.name]
    said = found if isinstance(found, str) else found["as"]
    lies, _, why = said.partition(": ")
    return lies, why, table["kept"] if isinstance(found, str) else found["kept"]


def lies(column: "Column[Any]") -> str:
    """How a column lies in the database, by its type."""
    if (
        column.foreign_keys
        or column.name == "id"
        or column.name in {"sharing_stopped_by", "suspended_by", "removed_by"}
    ):
        return "key"
    kinds: tuple[tuple[type[Any], str], ...] = (
        (EncryptedText, "sealed"),
        (Veiled, "veiled"),
        (VeiledName, "veiled"),
        (Instant, "time"),
        (Boolean, "flag"),
        (LargeBinary, "hash"),
        (SmallInteger, "number"),
        (BigInteger, "number"),
        (Integer, "number"),
        (String, "word"),
    )
    return next(name for kind, name in kinds if isinstance(column.type, kind))


def test_sg_05_every_column_is_in_the_register_and_nothing_else_is() -> None:
    listed = {f"{table}.{field}" for table, each in REGISTER.items() for field in each["fields"]}
    assert listed == {str(column) for column in COLUMNS}


@pytest.mark.parametrize("table", sorted(REGISTER))
def test_sg_05_each_has_a_benefit_readers_and_an_end(table: str) -> None:
    found = REGISTER[table]
    assert set(found) == {"benefit", "readers", "kept", "fields"}
    assert found["benefit"]
    assert found["readers"]
    for column in metadata.tables[table].c:
        how, why, kept = entry(column)
        assert how == lies(column), column
        assert why, column
        assert kept in KEPT, column


def test_sg_05_what_people_say_is_sealed() -> None:
    bare = {str(column) for column in COLUMNS if TELLING.search(column.name) and lies(column) == "word"}
    assert bare == OURS


def test_sg_19_what_links_somebody_to_a_crisis_an_illness_an_absence_or_a_separation_is_not_readable() -> None:
    close = [each for each in COLUMNS if each.table.name in CLOSE]
    assert {each.table.name for each in close} == CLOSE
    open_words = {str(each) for each in close if lies(each) in {"word", "number", "flag"}}
    assert open_words <= NEUTRAL
    people = {str(each) for each in close if each.references(metadata.tables["person"].c.id)}
    assert people == NUMBERED
    elsewhere = [each for each in COLUMNS if str(each) in TELLTALES or LINKS.search(each.name)]
    assert {str(each) for each in elsewhere} >= TELLTALES
    assert [str(each) for each in elsewhere if lies(each) not in {"sealed", "veiled", "key"}] == []


def test_sg_04_no_field_for_what_is_never_asked() -> None:
    assert [str(column) for column in COLUMNS if FORBIDDEN.search(column.name)] == []


def test_sg_04_nobody_is_ever_asked_for_a_place_and_a_number_only_by_a_key_that_they_reached_for() -> None:
    asked = re.compile("request_(location|contact)")
    files = [path for folder in ("bot", "handlers") for path in (CODE / folder).rglob("*") if path.is_file()]
    speaking = [path for path in files if "simulator" not in path.parts and path.suffix in {".py", ".toml", ".js"}]
    found = {path: asked.findall(path.read_text(encoding="utf-8")) for path in speaking}
    assert {path.name: each for path, each in found.items() if each} == {"message.py": ["contact"]}
    keys = [path.name for path in speaking if re.search(r"\bcontact=[^\"]", path.read_text(encoding="utf-8"))]
    assert [each for each in keys if each != "message.py"] == ["shared_numbers.py"]
