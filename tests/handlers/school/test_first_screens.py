"""🎓 The first screen of a new teacher and of a lead: whose bot this is, who sees what, and office hours in one tap."""

from dataclasses import replace

from bot.db import installation
from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import MEI, ZHAO
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import LEAD, code
from tests.homeline import Homeline
from tests.households import read, say, since, tap

SEES = (
    "👁 You see: names, who has confirmed, and what families write to you. Not: how a child is at home, letters, calls."
)
LEAD_SEES = f"👁 You see: who teaches, the classes, and what a teacher hands on to you. {SEES.partition('. ')[2]}"
SEEN = "👪 Families see: your name and your hours. Not: your number, unless you show it."
ASKS = "⏰ When do you read what families write? At other times only what is urgent comes."


def run_by(tx: Tx) -> None:
    installation.learn(tx, installation.ORGANISATION, "Bright Start")


async def test_a_new_teacher_reads_whose_bot_it_is_and_who_sees_what_and_has_hours_with_one_tap(home: Homeline) -> None:
    lead = await home.school(LEAD)
    await read(home, run_by)
    zhao = await home.newcomer(ZHAO, await code(home))
    await tap(home, lead, "✅")
    assert zhao.texts[-1].split("\n") == [
        "Welcome to Village school. Here you reach your pupils' families, and they reach you.",
        "This bot is run by Bright Start, not by Telegram.",
        SEES,
        SEEN,
        ASKS,
    ]
    screen = zhao.last
    await tap(home, zhao, "🎓 08:00–17:00")
    assert zhao.last is screen
    assert "⏰ Your hours: 08:00–17:00. At other times it is quiet here." in screen.words
    assert ASKS not in screen.words
    assert labels(screen)[:2] == ["🎓 Office hours", "➕ Class"]

    zhao.press("office_first:0:1", screen)  # an older card: as good as ever
    await home.settle()
    assert "⏰ You read at any time." in screen.words
    await tap(home, zhao, "➕ Class")
    await say(home, zhao, "3B")
    await tap(home, zhao, "🎓 Class 3B")
    assert zhao.sees("Class 3B. Nobody is here yet: families come by the poster or a slip.")
    await tap(home, zhao, "🏠", "☂️", "❓")
    assert f"{SEES}\n{SEEN}" in zhao.texts[-1]


async def test_who_leads_reads_what_a_lead_sees_and_may_begin_without_choosing_hours(home: Homeline) -> None:
    lead = await home.school(LEAD)
    assert lead.texts[-1].split("\n") == [
        "You lead Village school. You let teachers in, and may teach there yourself.",
        LEAD_SEES,
        SEEN,
        ASKS,
    ]
    assert labels(lead.last)[5:7] == ["➕ Class", "🔗 Invite teacher"]
    await tap(home, lead, "➕ Class")
    assert "What is the class called?" in lead.texts[-1]


async def test_hours_that_were_chosen_before_anybody_knows_the_schools_clock_hold_no_family_up(home: Homeline) -> None:
    """The first family asks at ten in the morning at home, which is two at night by a clock that nobody has chosen."""
    await home.child()
    zhao, mei = await home.school(), home.phone(MEI)
    await tap(home, zhao, "🎓 08:00–17:00")
    link = await home.class_room()
    await home.until(10, day=1)
    before = len(zhao.texts)
    mei.open(link)
    await home.settle()
    await tap(home, mei, "✅")
    assert len(since(zhao, before)) == 1
    await tap(home, zhao, "✅")

    before = len(zhao.texts)
    await home.until(18)
    await tap(home, mei, "🏠", "🎓 School", "✉️ Write")
    assert "Zhao Lan reads it tomorrow after 08:00, school time." in await say(home, mei, "Is there a list of books?")
    assert since(zhao, before) == []


async def test_who_has_quiet_hours_of_their_own_is_not_asked_again(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await home.quiet(MEI, 23 * 60, 6 * 60)
    await home.school(LEAD)
    mei.open(f"https://t.me/homeline_bot?start={await code(home)}")
    await home.settle()
    await tap(home, home.phone(LEAD), "✅")
    assert "⏰ Your hours: 06:00–23:00." in mei.texts[-1]
    assert labels(mei.last)[0] == "🎓 Office hours"


async def test_the_tap_is_for_who_works_at_that_school(home: Homeline) -> None:
    await home.school(LEAD)
    mei = await home.newcomer(replace(MEI, language_code="en"))
    for data in ("office_first:1:1", "office_first:9:1", "office_first:1:7"):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OVER, data
    lead = home.phone(LEAD)
    for data in ("office_first:9:1", "office_first:1:7"):
        lead.press(data, lead.last)
        await home.settle()
        assert lead.toast == OVER, data

    def hours(tx: Tx) -> list[int | None]:
        return [each.quiet_from for who in (LEAD, MEI) if (each := people.by_telegram(tx, who.id))]

    assert await read(home, hours) == [None, None]
