"""Who lives in the town: two families, one with separated parents, a school, and people who mean no good."""

from dataclasses import dataclass, replace

from sqlalchemy import update

from bot.db.tables import member
from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import FANG, IVAN, JUN, MEI, ZHAO, PersonSpec
from tests.homeline import Homeline, link_in
from tests.households import invite, tap
from tests.remembering import remembered

MOTHER = replace(MEI, first_name="Meicanary", username=None)
FATHER = replace(JUN, first_name="Juncanary", language_code="en")
GRANDMA = replace(FANG, first_name="Fangcanary", language_code="en")
ROSA = replace(MEI, id=301, first_name="Rosacanary", username=None)
TOM = replace(FANG, id=302, first_name="Tomcanary", language_code="en")
LEAD = replace(ZHAO, id=305, first_name="Li", last_name="Na", username=None)
BORIS = replace(MEI, id=303, first_name="Boris", username=None)
LEV = replace(IVAN, id=304, first_name="Lev", language_code="en")
STRANGERS = [replace(IVAN, id=310 + number, first_name=f"Ivan {number}", language_code="en") for number in range(6)]
GROUP = -77  # where the families of the class talk
HOSTILE = (BORIS, LEV, *STRANGERS)


@dataclass(frozen=True)
class Family:
    """A child, those far away and who is at home."""

    child: str
    parents: tuple[PersonSpec, ...]
    guardian: PersonSpec

    @property
    def circle(self) -> frozenset[int]:
        return frozenset(each.id for each in (*self.parents, self.guardian))

    @property
    def with_home(self) -> frozenset[int]:
        """Who reads what home writes to the school: the parents, but for those on lines of their own."""
        return self.far if len(self.parents) == 1 else frozenset()

    @property
    def far(self) -> frozenset[int]:
        return frozenset(each.id for each in self.parents)


LILY = Family("Lily", (MOTHER, FATHER), GRANDMA)
ZOE = Family("Zoe", (ROSA,), TOM)
FAMILIES = (LILY, ZOE)


def known_to() -> dict[str, frozenset[int]]:
    """Each adult's name, and whose phones may show it: the circle's, but for another line; the school's, too."""
    school = frozenset({ZHAO.id, LEAD.id})  # who read who of a family writes, and whom to phone
    names = {who.first_name: each.circle | school for each in FAMILIES for who in (*each.parents, each.guardian)}
    apart = {who.first_name: frozenset({who.id, GRANDMA.id}) | school for who in LILY.parents}
    return names | apart


@remembered
async def settled(home: Homeline) -> str:
    """Everybody has come, one relative has left again, and the line between the parents is drawn; the class's link."""
    await home.joined(GRANDMA, await home.child(MOTHER, LILY.child), "👵", MOTHER)
    await home.joined(FATHER, await invite(home, "A parent"), "Dad", MOTHER)
    await home.joined(LEV, await invite(home, "Looks after"), "🧑", MOTHER)
    await home.app.store.run(_has_left)
    await tap(home, home.phone(GRANDMA), "🏠", "⚙️", "👥", "↔️", "✅")
    await home.joined(TOM, await home.child(ROSA, ZOE.child), "👴", ROSA)
    await home.child(BORIS, "Rex")
    for person in STRANGERS[:3]:
        await home.newcomer(person)
    await home.school(LEAD)
    await tap(home, home.phone(LEAD), "🏠", "🔗")
    await home.newcomer(ZHAO, link_in(home.phone(LEAD)).rpartition("=")[2])
    await tap(home, home.phone(LEAD), "✅")
    poster = await home.class_room()
    for family in FAMILIES:
        await home.pupil(poster, family.parents[0])
    await home.app.store.run(_always_awake)
    home.world.group(GROUP, "3B", [ZHAO, *(each.guardian for each in FAMILIES)]).add_bot(ZHAO)
    await home.settle()
    await tap(home, home.phone(ZHAO), "🗞 3B")
    return poster


def _always_awake(tx: Tx) -> None:
    """The school reads at once whatever its clock shows: what waits for its morning would come as a list."""
    for each in (ZHAO, LEAD):
        found = people.by_telegram(tx, each.id)
        assert found is not None
        people.change(tx, found.id, quiet_from=None, quiet_until=None)


def _has_left(tx: Tx) -> None:
    found = people.by_telegram(tx, LEV.id)
    assert found is not None
    tx.change(update(member).where(member.c.person_id == found.id).values(state="left"))
