"""A parent who comes home is asked from then on, and who goes away hears the news; said twice, nothing changes."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle
from bot.queries import audit
from bot.queries.circle import circles
from bot.services.circle import home_or_away
from tests.homeline import Homeline
from tests.households import english_family, read


async def test_said_twice_nothing_changes(home: Homeline) -> None:
    await english_family(home)

    def say(tx: Tx) -> tuple[list[bool], int]:
        seen = []
        for at_home in (True, True, False):
            before = circle(tx)
            home_or_away.say(tx, before, before.members[0], at_home=at_home)
            seen.append(circle(tx).members[0].at_home)
        entries = audit.of_circle(tx, circle(tx), 50, 0, reader=circle(tx).members[0].person_id)
        return seen, sum(each.event is AuditEvent.HOME_CHANGED for each in entries)

    assert await read(home, say) == ([True, True, False], 2)
    await home.settle()


def circle(tx: Tx) -> Circle:
    found = circles.get(tx, 1)
    assert found is not None
    return found
