"""A reason beside “I know where”: health only where nobody has declined it, one line for the teacher, none twice."""

from bot.db.transaction import Tx
from bot.domain.school.school_hours import Reason
from bot.queries.circle import circles, people
from bot.queries.school import school_words
from bot.services.school import absence_reasons
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import GRANDMA, read, tap


async def test_health_is_no_reason_where_a_parent_has_declined_it(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(14, day=1)

    def decline(tx: Tx) -> None:
        found = people.by_telegram(tx, MEI.id)
        assert found is not None
        people.change(tx, found.id, health_notes=False)

    await home.app.store.run(decline)
    await tap(home, zhao, "📋", "Lily", "✅ Done")
    await tap(home, fang, "✅ I know where")
    assert labels(fang.last)[:3] == ["🧳 Travelling", "👪 Family", "🚌 Comes later"]

    def forge(tx: Tx) -> bool:
        word, circle = school_words.get(tx, 1), circles.get(tx, 1)
        assert word is not None
        assert circle is not None
        return absence_reasons.explain(tx, word, circle, Reason.DOCTOR)

    assert not await read(home, forge)


async def test_a_teacher_who_has_not_read_the_first_line_reads_one_with_the_reason(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(14, day=1)
    await tap(home, zhao, "🧒 One child", "Lily", "📋 Not in class")
    await home.quiet(ZHAO, 15 * 60, 16 * 60)
    await home.until(15, 30)
    await tap(home, fang, "✅ I know where", "🧳 Travelling")
    assert not zhao.sees("family knows where Lily is.")
    await home.until(16, 5)
    said = [each for each in zhao.texts if "family knows where Lily is." in each]
    assert [each.rpartition("\n")[2] for each in said] == ["🧳 Travelling."]
