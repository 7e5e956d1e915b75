"""`homeline school`, as an operator and as a program read it."""

import json

import pytest

from bot.cli import parser
from bot.operations.schooling import ADD, ANSWERS, CLOSE, CODE, LIST
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.homeline import Homeline


async def test_a_program_reads_who_works_where_and_what_an_operator_would_mend(home: Homeline, lead: Phone) -> None:
    (school,) = json.loads(await ANSWERS[LIST](home.app.store, {"json": "yes"}))

    assert (school["number"], school["name"]) == (1, "Village school")
    assert (school["classes"], school["without_teacher"], school["children"]) == (1, 0, 1)
    assert [(each["number"], each["name"], each["part"]) for each in school["staff"]] == [
        ("1-1", "Li Na", "leads"),
        ("1-2", "Zhao Lan", "teaches"),
    ]
    assert "Lily" not in json.dumps(school)  # no child, no family


async def test_a_program_reads_the_link_of_a_new_school_and_the_leads_new_one(home: Homeline, lead: Phone) -> None:
    added = json.loads(await ANSWERS[ADD](home.app.store, {"name": "Hill school", "json": "yes"}))
    again = json.loads(await ANSWERS[CODE](home.app.store, {"number": "2", "for": "Ms. Li", "json": "yes"}))

    assert added["number"] == again["number"] == 2
    assert added["link"] != again["link"]
    assert again["link"].startswith("https://t.me/")
    schools = json.loads(await ANSWERS[LIST](home.app.store, {"json": "yes"}))
    assert [each["open_lead_codes"] for each in schools] == [[], ["Ms. Li"]]  # the link before it has ended


async def test_a_school_is_closed_only_when_that_is_meant_and_its_people_read_so(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    with pytest.raises(ValueError, match=r"Village school has 1 classes and 1 children\..*add --yes"):
        await ANSWERS[CLOSE](home.app.store, {"number": "1"})
    await home.settle()
    assert not mei.sees("has ended")
    seen = len(mei.texts)

    answer = await ANSWERS[CLOSE](home.app.store, {"number": "1", "sure": "yes"})
    await home.settle()

    assert answer == "Village school is closed; its families and those who worked there read so."
    assert len(mei.texts) > seen
    assert zhao.sees("You do not teach at Village school here now.")
    lead.press("staff:1:0", lead.last)
    await home.settle()
    assert lead.toast == OVER
    assert await ANSWERS[LIST](home.app.store, {}) == 'There is no school yet: homeline school add "Village school"'
    with pytest.raises(ValueError, match="is closed already"):
        await ANSWERS[CLOSE](home.app.store, {"number": "1", "sure": "yes"})
    with pytest.raises(ValueError, match="no school of this number"):
        await ANSWERS[CLOSE](home.app.store, {"number": "9", "sure": "yes"})


@pytest.mark.parametrize(
    "line", ["school list --json", "school add Hill --json", "school code 1 --json", "school close 1 --yes --json"]
)
def test_each_of_them_answers_programs(line: str) -> None:
    assert parser().parse_args(line.split()).json
