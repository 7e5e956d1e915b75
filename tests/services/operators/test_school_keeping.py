"""A school that is closed: nobody works there, its families read so once, no link leads there, nothing leaves."""

from datetime import timedelta

from bot.db.tables import invite, notice
from bot.db.transaction import Tx
from bot.queries.school import schools
from bot.services.operators import school_keeping
from bot.services.school import schools as school_steps
from tests.homeline import Homeline
from tests.households import read, since


async def test_a_closed_school_leaves_nothing_half_done(home: Homeline) -> None:
    mei, _fang = await home.family()
    zhao = await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    code = await read(home, lambda tx: school_steps.teacher_code(tx, 1, None))
    await home.notice("Bring a coat")
    zhao.say("📣")
    await home.settle()
    zhao.say("The bus comes at six")
    await home.settle()
    await read(home, schedule)
    seen, theirs = len(mei.texts), len(zhao.texts)

    await read(home, lambda tx: school_keeping.close(tx, 1, 1))
    await home.settle()

    assert since(mei, seen) == [
        "🎓 Class 3B is not here now, nor is Village school. Ask the school how it reaches you."
    ]
    assert since(zhao, theirs) == [
        "You do not teach at Village school here now. If that is a mistake, speak with the school."
    ]
    assert await read(home, schools.all_of_them) == []
    assert await read(home, lambda tx: schools.classes_in(tx, 1)) == []
    unused = invite.c.revoked_at.is_(None), invite.c.used_at.is_(None), invite.c.school_id == 1
    assert await read(home, lambda tx: tx.all(invite.select().where(*unused))) == []
    zhao.start(code)
    mei.open(poster)
    await home.settle()
    assert "does not work" in zhao.texts[-1] or "new link" in zhao.texts[-1]
    assert "3B" not in mei.texts[-1]
    await home.later(days=2)
    assert await read(home, lambda tx: [row.state for row in tx.all(notice.select().order_by(notice.c.id))]) == [
        "sent",
        "withdrawn",
    ]
    assert [each for each in since(mei, seen) if "bus" in each] == []


def schedule(tx: Tx) -> None:
    tx.change(
        notice.update().where(notice.c.state == "draft").values(state="scheduled", send_at=tx.now + timedelta(hours=1))
    )
