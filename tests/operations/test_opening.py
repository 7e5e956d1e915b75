"""SG-23: where a thief with a phone has closed the honest adult's place, whoever runs the bot opens it again."""

import pytest

from bot.clock import SystemClock
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import MemberState, Role
from bot.operations.keeping import KEEPING
from bot.operations.opening import open_place
from bot.queries import audit
from bot.queries.circle import circles, people
from bot.settings import Settings
from tests.homeline import Homeline
from tests.households import english_family, hours, read, say, since, stand_in, tap
from tests.operations.places import running


async def opened(home: Homeline, number: str, *, hold: bool = False) -> str:
    """What the command says to the operator."""
    command = {"command": "circle open", "number": number, "hold": "yes" if hold else "no"}
    said = await KEEPING["circle open"](home.app.store, command)
    await home.settle()
    return said


def standings(tx: Tx) -> list[str]:
    circle = circles.get(tx, 1)
    assert circle is not None
    return [each.standing.value for each in circle.members]


def by_operator(tx: Tx) -> list[tuple[AuditEvent, int | None]]:
    """What nobody of the family did."""
    circle = circles.get(tx, 1)
    assert circle is not None
    return [(each.event, each.entity_id) for each in reversed(audit.of_circle(tx, circle, 99)) if each.by is None]


@pytest.mark.parametrize("way", ["held", "put out", "both"])
async def test_sg_23_of_two_the_honest_adult_comes_back_and_the_thiefs_phone_is_held(home: Homeline, way: str) -> None:
    mei, fang = await english_family(home)
    if way != "put out":
        await tap(home, mei, "🏠", "⚙️", "👥", "🔒")
    if way != "held":
        await tap(home, mei, "🏠", "⚙️", "👥", "🚪", "✅")
    assert fang.texts[-1].endswith("Tell the people who run this bot this number: 1-2.")
    fang.press("let_go:2", fang.last)
    fang.press("keep:2", fang.last)
    await home.settle()
    assert (await read(home, standings))[1] in {"suspended", "removed"}
    before = len(mei.texts)

    said = await opened(home, "1-2", hold=True)

    assert said == (
        "Place 2 of circle 1 is open again, and the circle was told. The phone that had closed it is held now."
    )
    assert await read(home, standings) == ["suspended", "guardian"]
    assert "Lily's circle is open for you again." in fang.texts
    held = "🔒 Lily\n🔒 Mei: nothing about Lily goes to that phone for now."
    assert sum(each.startswith(held) for each in fang.texts[-2:]) == 1
    assert mei.texts[-1].startswith("Lily's circle rests on this phone for now.")
    assert not [text for text in since(mei, before) if "Grandma" in text]
    mei.press("hold:2", mei.last)
    mei.press("let_go:1", mei.last)
    await hours(home, 26)
    assert await read(home, standings) == ["suspended", "guardian"]
    event = "let you stay" if way == "put out" else "opened the circle to you again"
    assert f"whoever runs the bot: {event}" in await log(home, fang)
    assert "Mei" not in said
    assert "Fang" not in said

    await tap(home, fang, "🏠", "⚙️", "👥", "🔓")
    assert await read(home, standings) == ["parent", "guardian"]


async def log(home: Homeline, phone: object) -> str:
    await say(home, phone, "/privacy")  # type: ignore[arg-type] # a phone
    await tap(home, phone, "📜")  # type: ignore[arg-type] # a phone
    return phone.last.words  # type: ignore[attr-defined,no-any-return] # a phone


async def test_sg_23_without_hold_both_take_part_again_and_it_is_written_down(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒")
    await opened(home, "1-2")
    assert await read(home, standings) == ["parent", "guardian"]
    assert mei.texts[-1] == "🔓 Grandma is in Lily's circle again."
    assert await read(home, by_operator) == [(AuditEvent.RESTORED, 2)]
    await home.until(19, 30)
    assert "How is Lily today?" in fang.texts[-1]


async def test_sg_23_who_closes_the_only_other_place_wins_nothing_before_a_day_is_over(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒")
    await say(home, mei, "/privacy")
    await tap(home, mei, "📦")
    assert any(text.startswith("No other adult of the circle can be asked now. It happens on ") for text in mei.texts)
    await hours(home, 22)
    assert len([each for each in mei.messages if each.kind == "document"]) == 2, "only what is Mei's own"

    await opened(home, "1-2", hold=True)

    assert any(text.startswith("📦 Mei asks to take the data of Lily's circle.") for text in fang.texts)
    await tap(home, fang, "❌")
    await hours(home, 4)
    assert not any("It is agreed" in text for text in mei.texts)
    assert len([each for each in mei.messages if each.kind == "document"]) == 2


async def test_sg_23_who_came_back_after_a_long_silence_and_whom_nobody_can_know_is_let_in_again(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await read(home, lambda tx: circles.change_member(tx, 2, MemberState.ACTIVE, closed_at=tx.now))
    await tap(home, fang, "🏠")
    assert fang.texts[-1].endswith("Is nobody there? Tell the people who run this bot this number: 1-2.")
    with pytest.raises(ValueError, match="leave out --hold"):
        await opened(home, "1-2", hold=True)

    await opened(home, "1-2")

    assert fang.texts[-1] == "Lily's circle is open for you again."
    assert mei.texts[-1] == "🔓 Grandma is in Lily's circle again."
    await tap(home, fang, "🏠")
    assert "What would you like to do?" in fang.texts[-1]


@pytest.mark.parametrize("number", ["", "1", "1-1", "1-2", "9-9", "x", "1-2-3", "9" * 40 + "-1"])
async def test_sg_23_a_number_that_no_closed_place_has_is_one_line(home: Homeline, number: str) -> None:
    await english_family(home)
    with pytest.raises(ValueError, match="No place of this number is closed") as said:
        await opened(home, number)
    assert "\n" not in str(said.value)
    assert await read(home, standings) == ["parent", "guardian"]


async def test_sg_23_who_closed_it_and_has_gone_cannot_be_held_and_nothing_is_changed(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await stand_in(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒 Grandma")
    await tap(home, mei, "🏠", "⚙️", "👋", "✅")
    with pytest.raises(ValueError, match="leave out --hold"):
        await opened(home, "1-2", hold=True)
    assert (await read(home, standings))[1] == "suspended"
    await opened(home, "1-2")
    assert (await read(home, standings))[1] == "guardian"


async def test_sg_23_it_opens_while_homeline_runs(settings: Settings) -> None:
    def family(tx: Tx) -> None:
        two = [people.add(tx, 900_000_000 + each, "Somebody", "en").id for each in (1, 2)]
        child = circles.add_child(
            tx,
            call_name="Lily",
            birth_year=2018,
            birth_month=5,
            country="CN",
            time_zone="Asia/Shanghai",
            slot="evening",
            minute=1100,
            created_by=two[0],
        )
        for person, role in zip(two, (Role.PARENT, Role.GUARDIAN), strict=True):
            circles.join(
                tx, child_id=child, person_id=person, role=role, kin="other", called="Somebody",
                state=MemberState.ACTIVE, at_home=role == Role.GUARDIAN,
            )  # fmt: skip
        circles.change_member(tx, 2, MemberState.ACTIVE, suspended_at=tx.now, suspended_by=two[0])

    async with running(settings) as app:
        await app.store.run(family)
        said = await open_place(settings, SystemClock(), "1-2", hold=True)
        assert said.startswith("Place 2 of circle 1 is open again")
        assert await app.store.run(standings) == ["suspended", "guardian"]
        with pytest.raises(ValueError, match="No place of this number"):
            await open_place(settings, SystemClock(), "1-2", hold=False)
