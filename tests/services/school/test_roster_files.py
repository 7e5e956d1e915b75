"""A file is wanted once, and what comes of it counts only while its teacher waits for it."""

from bot.db.transaction import Tx
from bot.delivery import fetches
from bot.domain.school.roster_files import Row, Sheet, Unread
from bot.domain.school.rosters import LISTING
from bot.queries.circle import people
from bot.services.school import roster_files
from bot.simulator.cast import ZHAO
from tests.homeline import Homeline
from tests.households import read

SHEET = Sheet((Row(1, ("1", "Anvar")), Row(2, ("2", "Botir"))))


async def gathered(home: Homeline, *, leave: bool = False) -> list[str]:
    """The names that were gathered once a file has been read."""
    await home.school()
    await home.class_room()

    def arrive(tx: Tx) -> list[str]:
        me = people.by_telegram(tx, ZHAO.id)
        assert me is not None
        people.set_dialogue(tx, me.id, LISTING, {"class": 1, "lines": [["Zilola", None, None]], "wrong": []})
        for name in ("old", "new"):
            data = roster_files.listing(tx, me.id)
            assert data is not None
            roster_files.want(tx, me, data, name, {})
        (wanted,) = fetches.due(tx, 9)
        assert wanted.file_id == "new"
        if leave:
            people.end_dialogue(tx, me.id)
        for _ in range(2):  # the second is the same file, read in another way
            roster_files.arrived(tx, wanted, SHEET)
            data = roster_files.listing(tx, me.id)
            if data is not None:
                roster_files.want(tx, me, data, "new", {})
        roster_files.arrived(tx, wanted, SHEET)
        roster_files.arrived(tx, wanted, Unread.EMPTY)
        return [line[0] for line in (roster_files.listing(tx, me.id) or {"lines": []})["lines"]]

    return await read(home, arrive)


async def test_a_file_that_is_read_again_counts_once(home: Homeline) -> None:
    assert await gathered(home) == ["Zilola", "Anvar", "Botir"]


async def test_nothing_is_gathered_for_who_has_left(home: Homeline) -> None:
    assert await gathered(home, leave=True) == []
