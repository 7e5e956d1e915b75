"""Words that wait for a child's name: an album is one question; sharing may stop; data is taken and erased."""

from bot.db.transaction import Tx
from bot.queries.circle import circles, people
from bot.queries.school import unsent_talks as rows
from bot.services.privacy import erasing, exports
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.unsent_steps import COAT, QUESTION, asked
from tests.homeline import Homeline
from tests.households import read, since, tap


async def test_an_album_that_follows_moves_the_question_once_and_all_of_it_goes(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await asked(home, mei)
    teacher = len(zhao.texts)
    mei.album(2, "These boots?")
    await home.settle()
    assert mei.texts.count(QUESTION) == 1
    await tap(home, mei, "✉️ Lily")
    assert since(zhao, teacher) == [
        f"✉️ Lily, from Mei\n{COAT}",
        "✉️ Lily, from Mei\nThese boots?",
        "✉️ Lily, from Mei",
    ]


async def test_while_nothing_is_shared_nothing_is_asked_again_and_they_stay(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await asked(home, mei)

    def stop(tx: Tx) -> None:
        for child in (1, 2):
            circles.change_child(tx, child, sharing_stopped_at=tx.now)

    await read(home, stop)
    await home.later(hours=6)
    assert not any("still wait" in each for each in mei.texts)
    assert COAT in str(await read(home, lambda tx: rows.get(tx, 1)))


async def test_they_are_in_the_export_and_go_with_a_child_that_is_erased(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await asked(home, mei)
    own = await read(home, lambda tx: exports.own(tx, people.get(tx, 1)))
    assert [each["words"] for each in own["my_unsent"]] == [COAT]
    await read(home, lambda tx: erasing.erase_child(tx, 2))
    assert await read(home, lambda tx: rows.get(tx, 1)) is None
