"""SG-23: what one adult alone does not decide."""

from bot.db.transaction import Tx
from bot.domain.circle.approvals import Wish
from bot.domain.circle.roles import Action
from bot.queries.circle import approvals as approval_rows
from bot.queries.circle import circles
from bot.services.circle import approvals
from tests.homeline import Homeline
from tests.households import FATHER, english_family, hours, invite, read, since, tap


def ask(tx: Tx) -> int:
    circle = circles.get(tx, 1)
    assert circle is not None
    return approvals.ask(tx, circle, Wish.EXPORT, 1).id


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
    assert not circle.child.sharing_stopped
    assert await read(home, state) == "waiting"

    await hours(home, 25)
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert all(each.may(Action.SUSPEND) and each.may(Action.INVITE) for each in circle.parents)


async def test_sg_23_who_was_let_in_by_a_stolen_phone_is_put_out_in_two_taps(home: Homeline) -> None:
    mei, fang = await english_family(home)
    link = await invite(home, "Looks after")
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
