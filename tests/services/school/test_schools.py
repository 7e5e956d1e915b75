"""The codes by which a school's people come: for whom they are, and who lets them in."""

from bot.services.school import schools
from bot.simulator.cast import ZHAO
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.staff_steps import (  # noqa: F401 - fixtures
    LEAD,
    OTHER_LEAD,
    STRANGER,
    audit_events,
    code,
    leads_phone,
    list_of,
    two_teachers,
)
from tests.homeline import Homeline
from tests.households import read, tap


async def test_a_code_says_whom_it_is_for_and_is_kept_for_them(home: Homeline) -> None:
    token = await read(home, lambda tx: schools.add(tx, "Village school", "Ms. Zhao"))
    ivan = await home.newcomer(STRANGER, token)
    assert ivan.texts[-1] == "This link is for Ms. Zhao, for Village school. Is that you?"
    await tap(home, ivan, "❌")
    assert "The link still works" in ivan.texts[-1]
    ivan.press("code_mine:yes", ivan.last)
    await home.settle()
    assert ivan.toast == OVER

    zhao = await home.newcomer(ZHAO, token)
    await tap(home, zhao, "✅")
    assert "You lead Village school." in zhao.texts[-1]


async def test_without_a_lead_the_operators_word_lets_a_teacher_in_and_with_one_the_lead_does(home: Homeline) -> None:
    await read(home, lambda tx: schools.add(tx, "Village school"))
    first = await read(home, lambda tx: schools.teacher_code(tx, 1, "Ms. Zhao"))
    zhao = await home.newcomer(ZHAO, first)
    await tap(home, zhao, "✅")
    assert "Welcome to Village school." in zhao.texts[-1]

    lead = await home.newcomer(LEAD, await read(home, lambda tx: schools.lead_code(tx, 1, None)))
    second = await read(home, lambda tx: schools.teacher_code(tx, 1, None))
    ivan = await home.newcomer(STRANGER, second)
    assert "is asked to say yes" in ivan.texts[-1]
    assert "Ivan Petrov wants to teach" in lead.texts[-1]
    await home.newcomer(OTHER_LEAD, await read(home, lambda tx: schools.lead_code(tx, 1, None)))
    assert "Amir leads Village school too now." in lead.texts[-1]
