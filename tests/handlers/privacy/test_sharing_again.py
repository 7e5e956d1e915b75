"""SG-12: who has stopped sharing starts it again; others do where nobody else could, and never in a hurry."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Unpack

import pytest

from bot.db.transaction import Tx
from bot.operations.keeping import KEEPING
from bot.queries.circle import people
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_sharing import stopped
from tests.homeline import Homeline
from tests.households import FATHER, english_family, hours, invite, read, second_parent, since, stand_in, tap
from tests.illness_cast import newest

Way = Callable[[Homeline, Phone, Phone], Awaitable[None]]


async def held(home: Homeline, mei: Phone, _jun: Phone) -> None:
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒 Jun")


async def put_out(home: Homeline, mei: Phone, _jun: Phone) -> None:
    await tap(home, mei, "🏠", "⚙️", "👥", "🚪 Jun", "✅")


async def gone_for_good(home: Homeline, mei: Phone, jun: Phone) -> None:
    await put_out(home, mei, jun)
    await hours(home, 25)


async def left(home: Homeline, _mei: Phone, jun: Phone) -> None:
    jun.press("leave_yes:1", jun.last)
    await home.settle()


async def erased(home: Homeline, _mei: Phone, jun: Phone) -> None:
    jun.press("erase_me", jun.last)
    await home.settle()


async def silent(home: Homeline, _mei: Phone, _jun: Phone) -> None:
    await change(home, seen_on=(home.clock.now() - timedelta(days=60)).date().isoformat())


async def closed(home: Homeline, mei: Phone, jun: Phone) -> None:
    await silent(home, mei, jun)
    await tap(home, jun, "🏠")


async def lost(home: Homeline, _mei: Phone, _jun: Phone) -> None:
    await change(home, unreachable_since=home.clock.now() - timedelta(days=30))


async def change(home: Homeline, **values: Unpack[people.Changes]) -> None:
    def father(tx: Tx) -> None:
        me = people.by_telegram(tx, FATHER.id)
        assert me is not None
        people.change(tx, me.id, **values)

    await read(home, father)


async def stopped_by_jun(home: Homeline) -> tuple[Phone, Phone, Phone]:
    """Mei, Grandma and Jun, who has stopped sharing."""
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "🏠", "⚙️", "👥", "❄️", "✅")
    return mei, fang, jun


@pytest.mark.parametrize("way", [held, put_out, gone_for_good, left, erased, silent, closed, lost])
async def test_sg_12_when_its_author_cannot_lift_it_another_adult_does_after_a_day(home: Homeline, way: Way) -> None:
    mei, fang, jun = await stopped_by_jun(home)
    fang.press("thaw_ask:1", fang.last)
    await hours(home, 26)
    assert await stopped(home)  # as long as its author takes part, nobody else even asks

    await way(home, mei, jun)
    heard = len(jun.texts)
    await tap(home, fang, "🏠", "⚙️", "👥", "▶️")

    assert mei.texts[-1].startswith("▶️ Grandma asks to share news about Lily again.\nIt happens on ")
    assert not [each.text for row in mei.last.buttons for each in row if "✅" in each.text]
    mei.press("approve:1:yes", mei.last)  # nobody shortens the day: its author may be the one it protects
    await home.settle()
    notice = [each for each in since(jun, heard) if each.startswith("❄️ Lily\nNews about Lily is shared again on ")]
    assert len(notice) == (way in {held, put_out, closed})
    await hours(home, 23)
    assert await stopped(home)
    await hours(home, 2)
    assert not await stopped(home)
    assert "News about Lily is shared again." in mei.texts[-2:]


async def test_sg_12_the_stop_of_who_was_put_out_hides_no_illness(home: Homeline) -> None:
    mei, fang, jun = await stopped_by_jun(home)
    await put_out(home, mei, jun)
    heard = len(jun.texts)
    await tap(home, fang, "🤒", "🌡")
    assert "Lily is ill: fever." in mei.texts[-1]
    assert newest(fang, "Hard to breathe").words.endswith("Sent: fever.\nOn its way to Mei.")
    await home.later(minutes=16)
    assert since(jun, heard) == []


async def test_sg_12_of_two_adults_the_other_lifts_a_thiefs_stop_a_day_after_holding_the_phone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")  # Mei's phone is in other hands
    await tap(home, fang, "🏠", "⚙️", "👥", "🔒 Mei")
    await tap(home, fang, "🏠", "⚙️", "👥", "▶️")
    assert fang.texts[-1].startswith("It happens on ")
    for button in ("thaw:1", "freeze_yes:1", "approve:1:no"):
        mei.press(button, mei.last)
        await home.settle()
    await hours(home, 23)
    assert await stopped(home)
    await hours(home, 2)
    assert not await stopped(home)


async def test_sg_12_whom_it_protects_against_wins_nothing_by_closing_its_author_out(home: Homeline) -> None:
    mei, fang, jun = await stopped_by_jun(home)
    li = await stand_in_before(home, mei)
    await held(home, mei, jun)
    await tap(home, mei, "🏠", "⚙️", "👥", "▶️")
    for phone in (fang, li):
        phone.press("approve:1:yes", phone.last)
        await home.settle()
    assert await stopped(home)
    number = next(each for each in jun.texts[-1].replace(".", "").split() if each.startswith("1-"))

    order = {"command": "circle open", "number": number}
    await KEEPING[order["command"]](home.app.store, order)
    await hours(home, 30)

    assert await stopped(home)  # its author is back, and it is theirs
    await tap(home, jun, "🏠", "⚙️", "👥", "▶️")
    assert not await stopped(home)


async def stand_in_before(home: Homeline, mei: Phone) -> Phone:
    """A neighbour who came in before sharing stopped."""
    jun = home.phone(FATHER)
    await tap(home, jun, "🏠", "⚙️", "👥", "▶️")
    li = await stand_in(home)
    await tap(home, jun, "🏠", "⚙️", "👥", "❄️", "✅")
    return li


async def test_sg_12_who_objects_has_stopped_it_and_is_the_one_to_lift_it(home: Homeline) -> None:
    mei, fang, jun = await stopped_by_jun(home)
    fang.press("freeze_yes:1", fang.last)  # it is stopped already, and stays Jun's
    await left(home, mei, jun)
    await tap(home, mei, "🏠", "⚙️", "👥", "▶️")
    await tap(home, fang, "❌")
    await hours(home, 26)
    assert await stopped(home)
    mei.press("thaw_ask:1", mei.last)
    await hours(home, 26)
    assert await stopped(home)

    await tap(home, fang, "🏠", "⚙️", "👥", "▶️")
    assert not await stopped(home)


async def test_sg_12_who_is_left_alone_lifts_it_at_once_and_who_came_in_today_asks_for_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    link = await invite(home, "A parent")
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    mei.press("leave_yes:1", mei.last)
    await home.settle()
    jun = home.phone(FATHER)
    jun.open(link)
    await home.settle()
    jun.press("thaw_ask:1", jun.last)
    await home.settle()
    assert await stopped(home)

    await tap(home, fang, "🏠", "⚙️", "👥", "▶️")
    assert not await stopped(home)
