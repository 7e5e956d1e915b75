"""🎓 A coordinator's jobs: each within four taps of 🏠, with nothing typed but a name."""

import pytest

from bot.domain.operators.operators import OperatorRole
from bot.domain.operators.school_keeping import K
from bot.queries.school import schools
from bot.simulator.cast import FANG, LI, MEI, ZHAO
from tests.handlers.operators.operators_steps import operator
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline, link_in
from tests.households import read, say, tap


async def test_a_school_is_added_led_renamed_and_closed_within_four_taps_each(home: Homeline) -> None:
    amina = await operator(home, MEI, OperatorRole.COORDINATOR)
    await tap(home, amina, "🏠", "➕")
    assert "cannot stand as a name" in await say(home, amina, "https://t.me/x")
    await say(home, amina, "Hill school")
    link = link_in(amina)
    assert "You are invited to lead Hill school on Homeline." in amina.texts[-1]
    assert "Nobody leads it yet" in amina.texts[-2]
    zhao = await home.newcomer(ZHAO, link.rpartition("=")[2])
    assert "You lead Hill school." in zhao.texts[-1]

    await tap(home, amina, "🏠", "🎓 Hill school", "🔗")
    second = link_in(amina)
    assert second != link
    await tap(home, amina, "🏠", "🎓 Hill school", "✏️")
    assert "🎓 Lake school" in await say(home, amina, "Lake school")
    assert f"Households: fewer than {K}" in amina.texts[-1]
    assert "Zhao Lan, leads, since" in amina.texts[-1]

    await tap(home, amina, "🏠", "🎓 Lake school", "🔒", "✅")
    assert "You do not teach at Lake school here now." in zhao.texts[-1]
    assert await read(home, schools.all_of_them) == []
    await home.newcomer(LI, second.rpartition("=")[2])
    assert "Lake school" not in home.phone(LI).texts[-1]


async def test_a_teacher_is_taken_out_and_the_lead_has_their_class(home: Homeline) -> None:
    lead = await home.school()
    await tap(home, lead, "🏠", "🔗")
    teacher = await home.newcomer(FANG, link_in(lead).rpartition("=")[2])
    await tap(home, lead, "✅")
    await home.class_room(FANG, "2A")
    await home.child(MEI)  # a family has 🏠 to itself, and four taps from it do
    amina = await operator(home, MEI, OperatorRole.COORDINATOR)

    await tap(home, amina, "🏠")
    assert "🎓" not in str(amina.last.buttons)
    await tap(home, amina, "⚙️", "🎓 Village school", "🚪 Wang Fang", "✅")

    assert "Village school" in teacher.texts[-1]
    room = (await read(home, lambda tx: schools.classes_in(tx, 1)))[0]
    assert room.name == "2A"
    assert "2A" in lead.texts[-1]
    assert "Wang Fang" not in str(amina.last.buttons)


@pytest.mark.parametrize("role", [OperatorRole.TECHNICAL, OperatorRole.SAFEGUARDING])
async def test_schools_are_for_coordinators_alone(home: Homeline, role: OperatorRole) -> None:
    zhao = await home.school()
    boris = await operator(home, MEI, role)
    before = len(boris.texts), len(zhao.texts)
    for data in (
        *("op_school:1", "op_school_add", "op_school_name:1", "op_lead:1", "op_school_close:1"),
        *("op_school_close_yes:1", "op_staff_out:1", "op_staff_out_yes:1"),
    ):
        for phone in (boris, zhao):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
    assert (len(boris.texts), len(zhao.texts)) == before
    assert await read(home, schools.all_of_them) == [1]
