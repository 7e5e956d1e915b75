"""A circle begins with one adult: at home they are asked, far away they get ideas."""

import pytest

from bot.db.transaction import Tx
from bot.domain.circle.circles import Role
from bot.queries.circle import circles, people
from bot.services.circle import beginning
from bot.services.circle.beginning import NewChild
from bot.simulator.cast import MEI
from tests.homeline import Homeline

LILY = NewChild("Lily", 2018, None, "CN", "Asia/Shanghai")


@pytest.mark.parametrize(("role", "kin"), [(Role.GUARDIAN, "aunt"), (Role.PARENT, "mother")])
async def test_a_circle_of_one_in_which_only_who_is_at_home_has_the_childs_clock(
    home: Homeline, role: Role, kin: str
) -> None:
    await home.newcomer(MEI)

    def begin(tx: Tx) -> tuple[str | None, list[tuple[str, str, bool]], int | None]:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        circle = circles.get(tx, beginning.begin(tx, me, LILY, role, kin))
        assert circle is not None
        members = [(each.role.value, each.kin, each.at_home) for each in circle.active]
        return people.get(tx, me.id).country, members, circle.child.birth_month

    country, members, month = await home.app.store.run(begin)

    at_home = role is Role.GUARDIAN
    assert members == [(role.value, kin, at_home)]
    assert country == ("CN" if at_home else None)
    assert month is None
