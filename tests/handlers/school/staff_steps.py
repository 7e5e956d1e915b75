"""What the stories of a school's staff share: a lead, a teacher with a class, a stranger with a code."""

from dataclasses import replace

import pytest

from bot.db.tables import audit
from bot.db.transaction import Tx
from bot.simulator.cast import IVAN, LI, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.homeline import Homeline, link_in
from tests.households import english_family, tap
from tests.remembering import remembered

LEAD = replace(LI, language_code="en")
STRANGER = replace(IVAN, language_code="en")
OTHER_LEAD = replace(LI, id=6_481_520_190, first_name="Amir", username=None, language_code="en")


@remembered
async def code(home: Homeline) -> str:
    """A teacher's code from the lead's menu."""
    await tap(home, home.phone(LEAD), "🏠", "🔗")
    return link_in(home.phone(LEAD)).rpartition("=")[2]


@remembered
async def two_teachers(home: Homeline) -> None:
    """Li leads and has let in Zhao, whose class 3B Lily is in."""
    await home.school(LEAD)
    await home.newcomer(ZHAO, await code(home))
    await tap(home, home.phone(LEAD), "✅")
    await english_family(home)
    await home.pupil(await home.class_room(ZHAO), MEI, ZHAO)


def audit_events(tx: Tx) -> list[str]:
    return [row.action for row in tx.all(audit.select().where(audit.c.entity == "staff").order_by(audit.c.id))]


async def list_of(home: Homeline, lead: Phone) -> str:
    await tap(home, lead, "🏠", "🎓 Teachers")
    return lead.texts[-1]


@pytest.fixture(name="lead")
async def leads_phone(home: Homeline) -> Phone:
    """The lead's phone, where Zhao teaches 3B."""
    await two_teachers(home)
    return home.phone(LEAD)
