"""SG-23: what one adult alone does not decide."""

import pytest

from bot.db.transaction import Tx
from bot.domain.circle.approvals import EXPORT
from bot.domain.circle.roles import Action
from bot.queries.circle import approvals as approval_rows
from bot.queries.circle import circles
from bot.services.circle import approvals
from tests.homeline import Homeline
from tests.households import FATHER, english_family, hours, invite, read, since, stand_in, tap


def ask(tx: Tx) -> int:
    circle = circles.get(tx, 1)
    assert circle is not None
    return approvals.ask(tx, circle, EXPORT, 1).id


def state(tx: Tx) -> str:
    found = approval_rows.get(tx, 1)
    assert found is not None
    return found.state


async def test_sg_23_a_second_adult_agrees_at_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await read(home, ask)
    await home.settle()
    assert mei.last.words.startswith("For Lily's circle another adult is asked first.")
    assert fang.last.words.startswith("📦 Mei asks to take the data of Lily's circle.")

    mei.press("approve:1:yes", mei.last)
    await home.settle()
    assert await read(home, state) == "waiting"

    await tap(home, fang, "✅")
    assert await read(home, state) == "granted"
    assert "📦 Mei asks to take the data of Lily's circle.\n✅ It is agreed." in mei.texts
    before = len(mei.texts)
    fang.press("approve:1:no", fang.last)
    await hours(home, 26)
    assert "It was stopped" not in "".join(since(mei, before))


async def test_sg_23_without_an_answer_it_happens_after_a_day_and_asking_twice_asks_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(fang.texts)
    await read(home, ask)
    await read(home, ask)
    await home.settle()
    assert len([text for text in fang.texts[before:] if "📦" in text]) == 1
    await hours(home, 22)
    assert await read(home, state) == "waiting"

    await hours(home, 3)
    assert await read(home, state) == "granted"
    assert any(text.endswith("✅ It is agreed.") for text in mei.texts)


@pytest.mark.parametrize("who", ["a stand-in", "who asked"])
async def test_sg_23_any_adult_stops_it_and_nobody_reads_who(home: Homeline, who: str) -> None:
    mei, _fang = await english_family(home)
    li = await stand_in(home)
    await read(home, ask)
    await home.settle()

    await tap(home, li, "❌") if who == "a stand-in" else await tap(home, mei, "↩️")
    assert await read(home, state) == "refused"
    assert mei.texts[-1] == "📦 Mei asks to take the data of Lily's circle.\n❌ It was stopped."
    assert "Li" not in mei.texts[-1].replace("Lily", "")
    await hours(home, 26)
    assert await read(home, state) == "refused"


async def test_sg_23_what_somebody_asked_for_whose_place_is_held_meanwhile_is_not_done(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await read(home, ask)
    await home.settle()
    await tap(home, fang, "👥", "🔒 Mei")
    before = len(mei.texts)
    await hours(home, 26)

    assert await read(home, state) == "refused"
    for phone in (fang, li):
        assert "📦 Mei asks to take the data of Lily's circle.\n❌ It was stopped." in phone.texts
        assert not any("It is agreed" in text for text in phone.texts)
    assert since(mei, before) == []


async def test_sg_23_who_comes_in_beside_others_takes_part_at_once_and_decides_after_a_day(home: Homeline) -> None:
    mei, fang = await english_family(home)
    link = await invite(home, "A parent")
    jun = await home.newcomer(FATHER, link.rpartition("=")[2])
    await tap(home, jun, "Dad")
    await tap(home, mei, "✅")
    assert "Welcome to Lily's circle" in "".join(jun.texts)
    assert fang.last.words == "Jun is in Lily's circle now.\nIf that is not right, tap 👥."

    await read(home, ask)
    await home.settle()
    assert not any("asks to take the data" in text for text in jun.texts)
    for forged in ("approve:1:yes", "invite_as:1:stand_in", "hold:2", "remove_yes:2", "freeze_yes:1", "lines_set:1:on"):
        jun.press(forged, jun.last)
        await home.settle()
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert len(circle.active) == 3
    assert not circle.child.separate_lines
    assert not circle.child.is_frozen
    assert await read(home, state) == "waiting"

    await hours(home, 25)
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert all(each.may(Action.HOLD) and each.may(Action.INVITE) for each in circle.parents)


async def test_sg_23_the_first_adult_at_home_decides_at_once_and_a_stand_in_of_one_phone_agrees_to_nothing(
    home: Homeline,
) -> None:
    mei, _fang = await english_family(home)
    link = await invite(home, "A stand-in")
    li = await home.newcomer(FATHER, link.rpartition("=")[2])
    await tap(home, li, "Someone else")
    await tap(home, mei, "✅")
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert [each.may(Action.APPROVE) for each in circle.members] == [True, True, False]
    assert circle.stand_ins[0].may(Action.REPORT_ILLNESS)


async def test_sg_23_who_was_let_in_by_a_stolen_phone_is_put_out_in_two_taps(home: Homeline) -> None:
    mei, fang = await english_family(home)
    link = await invite(home, "A guardian")
    jun = await home.newcomer(FATHER, link.rpartition("=")[2])
    await tap(home, jun, "🧑")
    await tap(home, mei, "✅")
    await tap(home, fang, "👥", "🔒 Jun")
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert [each.called for each in circle.members if not each.is_active] == ["Jun"]
    before = len(jun.texts)
    await hours(home, 26)
    assert since(jun, before) == []
