"""What one tap notes is kept, told in each circle of the same child, and goes with who noted it."""

from bot.db.transaction import Tx
from bot.domain.illness.illnesses import NOTES
from bot.queries.circle import people
from bot.queries.privacy import erasing
from bot.services.privacy import exports
from tests.handlers.circle.test_same_child import ill_in_both
from tests.handlers.illness.test_quick_notes import on_card
from tests.homeline import Homeline
from tests.households import read, tap
from tests.illness_cast import count, english_family, fever


async def test_in_two_circles_of_one_child_both_parents_read_it_and_neither_once_it_is_taken_back(
    home: Homeline,
) -> None:
    mei, jun, fang = await ill_in_both(home)
    await on_card(home, fang, "💤")
    assert count(mei, "Lily is asleep") == count(jun, "Lily is asleep") == 2
    await tap(home, fang, "↩️")
    assert count(mei, "Lily is asleep") == count(jun, "Lily is asleep") == 0


async def test_notes_are_taken_along_with_who_and_when_and_go_with_who_noted_them(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await fever(home, fang)
    await on_card(home, fang, "🌡", "38.5")
    await on_card(home, fang, "💊")

    def course(tx: Tx) -> list[tuple[str, str, str]]:
        found = exports.of_circle(tx, people.get(tx, 1), 1, lambda _circle, who: str(who))
        assert found is not None
        noted = found["illnesses"][0]["course"]
        return [(each["who"], each["what"], each["words"]) for each in noted if each["what"] in NOTES]

    assert await read(home, course) == [("2", "degrees", "38.5 °C"), ("2", "given", None)]
    await read(home, lambda tx: erasing.forget_spoken(tx, 2))
    assert await read(home, course) == []
