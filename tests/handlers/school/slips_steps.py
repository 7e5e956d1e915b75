"""What the stories of slips share: a class with a list, its papers as a camera sees them, and who opens them."""

from bot.db.transaction import Tx
from bot.domain.school.rosters import Line
from bot.queries.school import rosters
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import say, tap
from tests.printed import pages
from tests.remembering import remembered

LIST = "1 Karimov Anvar 2017\n2 王小明 2018\n3 Zilola 㐀"


@remembered
async def listed_class(home: Homeline) -> Phone:
    """Class 3B with a list of three, in which no family is yet; its teacher's phone."""
    await home.school()
    await home.class_room()
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕ Add names")
    await say(home, zhao, LIST)
    await tap(home, zhao, "✅")
    return zhao


async def slips(home: Homeline, zhao: Phone) -> list[tuple[str, str]]:
    """The links on the newest file: for home and for far away, one pair a slip."""
    (*_, message) = [each for each in zhao.messages if each.kind == "document" and "🖨" in each.words]
    file = home.world.files.get(message.content["document"]["file_id"])
    assert file is not None
    found = [code for page in pages(file.data) for code in page.codes]
    return _by_place(found)


def _by_place(codes: list[str]) -> list[tuple[str, str]]:
    """Two slips stand beside each other, each with two codes."""
    return list(zip(codes[::2], codes[1::2], strict=True))


async def printed(home: Homeline, zhao: Phone) -> list[tuple[str, str]]:
    """All of the class, for the first time."""
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "🖨", "China")
    return await slips(home, zhao)


async def opened(home: Homeline, phone: Phone, link: str) -> None:
    """Somebody new scans a code and agrees to the three points."""
    phone.open(link)
    await home.settle()
    await tap(home, phone, "✅", "✅", "✅")


async def tied(home: Homeline) -> list[int | None]:
    return await home.app.store.run(lambda tx: [each.child_id for each in rosters.of_class(tx, 1)])


def on_the_list(tx: Tx) -> None:
    """A pupil of the class's list."""
    rosters.add(tx, 1, [Line("Zilola")])
