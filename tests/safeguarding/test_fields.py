"""SG-04 and SG-05: what is kept about people is listed with its reason, and nothing else is kept."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, SmallInteger, String

from bot.domain.retention import KEPT
from bot.storage import tables
from bot.storage.columns import Instant, SealedText
from bot.storage.tables import metadata

REGISTER: dict[str, Any] = tomllib.loads(Path(tables.__file__).with_name("fields.toml").read_text(encoding="utf-8"))
COLUMNS = [column for table in metadata.sorted_tables for column in table.c]
CODE = Path(__file__).parents[2]

# What a person wrote, a name, or what says how a child is, wherever a column of such a name comes to stand.
TELLING = re.compile(
    r"^(call_name|called|name|words|body|data|media|payload|face|what|outcome|answer|steps|told|note|text)$"
)
# Columns of such a name that hold one of our own words.
OURS = {
    "illness_event.what",
    "school_word.what",
    "school_word.answer",
    "letter.told",
    "report.outcome",
    "card.name",
    "installation.name",
    "lease.name",
}
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
    if column.foreign_keys or column.name == "id" or column.name in {"frozen_by", "removed_by", "subject"}:
        return "key"
    kinds: tuple[tuple[type[Any], str], ...] = (
        (SealedText, "sealed"),
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


def test_sg_04_no_field_for_what_is_never_asked() -> None:
    assert [str(column) for column in COLUMNS if FORBIDDEN.search(column.name)] == []


def test_sg_04_nobody_is_ever_asked_for_a_place_or_a_number() -> None:
    asked = re.compile("request_(location|contact)")
    files = [path for folder in ("bot", "handlers") for path in (CODE / folder).rglob("*") if path.is_file()]
    speaking = [path for path in files if "simulator" not in path.parts and path.suffix in {".py", ".toml", ".js"}]
    assert [path for path in speaking if asked.search(path.read_text(encoding="utf-8"))] == []
