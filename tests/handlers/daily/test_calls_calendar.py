"""A planned call and a visit as a file for a calendar, for who takes part in them."""

from tests.handlers.daily.test_calls import dad, family, planned
from tests.homeline import Homeline


async def test_who_plans_a_call_or_a_visit_has_it_for_the_calendar_and_nobody_else_does(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    await planned(home, mei)
    jun.press("call_file:1", jun.last)
    for label in ("📅", "🏠", "🗓", "🚆 Visit home", "Fri 27", "📅"):
        mei.tap(label)
        await home.settle()
    for phone in (jun, fang):
        phone.press("visit_file:1", phone.last)
    await home.settle()

    files = [
        home.world.files.get(each.content["document"]["file_id"]) for each in mei.messages if each.kind == "document"
    ]
    call_of, visit_of = (each.data.decode() for each in files if each)
    assert "SUMMARY:Call: Lily" in call_of
    assert "DTSTART:20261123T110000Z" in call_of  # 19:00 in Anhui
    assert "DTSTART;VALUE=DATE:20261127" in visit_of
    for phone in (jun, fang):
        assert not [each for each in phone.messages if each.kind == "document"]
