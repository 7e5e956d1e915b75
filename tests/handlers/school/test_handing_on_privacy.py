"""🎓 What is handed on to the lead: who must learn nothing of it, and where it stands for those whom it concerns."""

import json

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_exports import circle_in, taken
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, leads_phone, list_of  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import (
    ASKED,
    SHOES,
    TO_LEAD,
    handed,
    not_of_the_clock,
    separate,
    separate_father,
    write,
)
from tests.homeline import Homeline, link_in
from tests.households import GRANDMA, say, since, tap


async def test_on_separate_lines_the_other_parent_and_home_learn_nothing_of_it(home: Homeline, lead: Phone) -> None:
    jun, mei, fang, zhao = await separate_father(home), home.phone(MEI), home.phone(GRANDMA), home.phone(ZHAO)
    await home.until(14, day=1)
    await write(home, jun, "Who fetches her?")
    await write(home, mei, "I come on Friday.")
    father, grandma = len(jun.texts), len(fang.texts)
    await tap(home, zhao, TO_LEAD)
    assert "I come on Friday." in lead.texts[-1]
    assert "Jun" not in lead.texts[-1]
    assert mei.texts[-1] == ASKED
    await tap(home, lead, "✉️ Reply")
    await say(home, lead, "Good to know.")
    await home.later(hours=2)
    assert not_of_the_clock(since(jun, father)) == since(fang, grandma) == []
    for data in ("talk_thread:1", "talk_open:1"):  # what the father has written was not handed on
        lead.press(data, lead.last)
        await home.settle()
        assert lead.toast == OVER, data

    line = "The teacher asked the head teacher to answer you"
    for phone, knows in ((mei, True), (jun, False), (fang, False)):
        phone.press("log:1:0", phone.last)
        await home.settle()
        assert (line in phone.last.words) is knows


async def test_lines_that_part_afterwards_leave_it_to_who_has_asked(home: Homeline, lead: Phone) -> None:
    jun, mei = await separate_father(home, now=False), home.phone(MEI)
    await home.until(14, day=1)
    await write(home, mei, "I come on Friday.")
    await separate(home)
    father = len(jun.texts)
    await tap(home, home.phone(ZHAO), TO_LEAD)
    assert mei.texts[-1] == ASKED
    await tap(home, lead, "✉️ Reply")
    await say(home, lead, "Good to know.")
    assert mei.texts[-1].endswith("Good to know.")
    await tap(home, mei, "✉️ Reply")
    await say(home, mei, "Thank you.")
    assert lead.texts[-1].startswith("✉️ Lily, from Mei\nThank you.")
    await home.later(hours=2)
    assert not_of_the_clock(since(jun, father)) == []


async def test_while_nothing_is_shared_nothing_is_handed_on_and_what_waits_is_dropped(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang, mei = home.phone(ZHAO), home.phone(GRANDMA), home.phone(MEI)
    await home.quiet(LEAD, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, fang, SHOES)
    await tap(home, zhao, TO_LEAD)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.until(9, day=1)
    assert not lead.sees(SHOES)
    assert not lead.sees("asks you to answer")
    zhao.press("talk_hand_on:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_a_lead_of_the_childs_own_family_takes_nothing_of_it(home: Homeline, lead: Phone) -> None:
    mei, fang, zhao = home.phone(MEI), home.phone(GRANDMA), home.phone(ZHAO)
    await tap(home, mei, "🏠", "⚙️", "🔗", "👪")
    lead.open(link_in(mei))
    await home.settle()
    await tap(home, lead, "🧑")
    await tap(home, mei, "✅")
    await separate(home)
    await home.until(10, day=1)
    await write(home, fang, SHOES)
    await tap(home, zhao, TO_LEAD)
    assert zhao.texts[-1] == (
        "✉️ Lily\nWho leads Village school cannot take this one here. It stays with you.\nPlease speak with them."
    )
    await home.later(hours=3)
    assert not lead.sees(SHOES)


async def test_a_lead_who_teaches_the_class_and_everybody_else_has_no_such_button(home: Homeline, lead: Phone) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await home.until(10, day=1)
    fang, mei, zhao = home.phone(GRANDMA), home.phone(MEI), home.phone(ZHAO)
    await write(home, fang, SHOES)
    for phone in (ivan, lead, mei, fang):
        for data in ("talk_hand_on:1", "talk_hand_back:1", "talk_hand_undo:1"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Li Na")
    await write(home, fang, "And no apron.")
    assert lead.texts[-1].endswith("And no apron.")
    assert not any(TO_LEAD in label for label in labels(lead.last))
    zhao.press("talk_hand_on:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_it_stands_in_the_familys_log_and_data_and_the_leads_answer_in_theirs(
    home: Homeline, lead: Phone
) -> None:
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    await handed(home)
    await tap(home, lead, "✉️ Reply")
    await say(home, lead, "We have some to lend.")
    fang.press("log:1:0", fang.last)
    await home.settle()
    assert "The teacher asked the head teacher to answer you" in fang.last.words
    await home.later(days=1)
    _, files = await taken(home, mei, fang)
    talks = circle_in(files)["talks"]
    assert [each["kind"] for each in talks] == ["text", "text", "handed_on"]
    _, files = await taken(home, lead)
    (room,) = json.loads(files[0])["classes"]
    assert [each["words"] for each in room["my_talks"]] == ["We have some to lend."]
