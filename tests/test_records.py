"""A record is to others what a frozen dataclass is: equal by what is in it, a key, and nothing beside its fields."""

import pytest

from bot.records import record


@record(frozen=True, slots=True)
class Place:
    name: str
    floor: int = 0


def test_records_of_the_same_are_equal_and_one_key() -> None:
    assert Place("kitchen") == Place("kitchen", 0)
    assert Place("kitchen") != Place("kitchen", 1)
    assert {Place("kitchen"), Place("kitchen"), Place("hall")} == {Place("hall"), Place("kitchen")}


def test_a_record_holds_nothing_beside_its_fields() -> None:
    with pytest.raises(AttributeError):
        object.__setattr__(Place("kitchen"), "door", "open")
