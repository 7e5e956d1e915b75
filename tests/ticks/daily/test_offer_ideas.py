"""Ideas are offered once, also to somebody whose day already brought a question."""

from dataclasses import replace

from sqlalchemy import update

from bot.db.tables import member
from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInState
from bot.queries.daily import check_ins
from bot.ticks.daily import offer_ideas
from tests.homeline import FANG, MEI, Homeline

GRANDMA = replace(FANG, language_code="en")


async def test_a_second_run_finds_nothing(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    await home.until(10, zone="Asia/Dubai", day=6)

    assert await home.app.store.run(offer_ideas.run_once) == 0
    assert len([text for text in home.phone(MEI).texts if text.startswith("💡")]) == 1


async def test_a_parent_who_was_asked_about_another_child_today_is_left_in_peace(home: Homeline) -> None:
    await home.joined(GRANDMA, await home.child(), "👵")
    mei = home.phone(MEI)
    for tap in ("🏠", "⚙️", "➕"):
        mei.tap(tap)
        await home.settle()
    mei.say("Bo")
    await home.settle()
    for tap in ("2020", "May", "🇨🇳"):
        mei.tap(tap)
        await home.settle()
    bo = member.c.child_id == 2
    await home.app.store.run(lambda tx: tx.change(update(member).where(bo).values(role="guardian", at_home=True)))

    def ask(tx: Tx) -> None:
        check_ins.expect(tx, 2, "2026-11-29", "morning", state=CheckInState.ASKED, due_at=tx.now, asked_at=tx.now)

    await home.until(8, zone="Asia/Dubai", day=6)
    await home.app.store.run(ask)
    await home.until(10, zone="Asia/Dubai")

    assert not any(text.startswith("💡") for text in mei.texts)
