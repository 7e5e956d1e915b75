"""What the stories of a teacher and one child share: a full class, and what has come since."""

from bot.db.transaction import Tx
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.circle import circles
from bot.queries.school import enrolments
from tests.homeline import Homeline


async def fill_class(home: Homeline, names: list[str]) -> None:
    """More children in class 3B, whose families have nobody on Telegram yet."""

    def add(tx: Tx) -> None:
        for name in names:
            child = circles.add_child(
                tx, call_name=name, birth_year=2018, birth_month=5, country="CN", time_zone="Asia/Shanghai",
                slot="evening", minute=1080,
            )  # fmt: skip
            asked = enrolments.ask(tx, 1, child, 1)
            assert asked is not None
            enrolments.change(tx, asked.id, EnrolmentState.PENDING, EnrolmentState.ACTIVE)

    await home.app.store.run(add)
