"""Before the first day: the school, its teachers, and every household in its class."""

from sqlalchemy import update

from bot.db.tables import child, member
from bot.db.transaction import Tx
from tests.homeline import Homeline, link_in
from tests.households import tap
from tests.month.opening import open_all
from tests.year.village import LEAD, NORA, OMAR, RUTH, Household

SUNDAY = "6"


async def open_school(home: Homeline) -> dict[str, str]:
    """Lena leads; Nora has 3A, Omar 3B, Ruth no class yet. The link on each class's poster."""
    lead = await home.school(LEAD)
    for teacher in (NORA, OMAR, RUTH):
        await tap(home, lead, "🏠", "🔗")
        await home.newcomer(teacher, link_in(lead).rpartition("=")[2])
        await tap(home, lead, "✅")
    return {name: await home.class_room(teacher, name) for name, teacher in (("3A", NORA), ("3B", OMAR))}


async def join(home: Homeline, class_link: str, households: list[Household]) -> None:
    """All of them come on one evening: the teacher takes them all in with one tap."""
    await open_all([each.family for each in households], home.world.phone, home.settle)
    await home.app.store.run(_settled)
    for each in households:
        home.phone(each.far).open(class_link)
        await home.settle()
        await tap(home, home.phone(each.far), "✅")


def _settled(tx: Tx) -> None:
    """They have been here for days, and are asked on Sundays: the year is about the school."""
    tx.change(update(member).values(joined_at=tx.now.replace(year=tx.now.year - 1)))
    tx.change(update(child).values(rhythm=SUNDAY))
