"""`homeline clock`, and what the log, the figures and the doctor say of a clock that is in doubt."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.db.tables import approval, child, person
from bot.db.transaction import Tx
from bot.doctor import State, examine
from bot.doctor.clocks import must_agree, show
from bot.errors import HomelineError
from bot.operations.accepting import ANSWERS, COMMAND, MEND
from bot.queries.circle import people
from bot.simulator.cast import FANG
from tests.homeline import Homeline
from tests.households import english_family, say, tap
from tests.numbers import counted

DAY = timedelta(days=1)


async def accept(home: Homeline) -> str:
    return await ANSWERS[COMMAND](home.app.store, {"command": COMMAND, "at": home.clock.now().isoformat()})


async def granted(home: Homeline) -> bool:
    return bool(await home.app.store.run(lambda tx: tx.scalar(select(approval.c.state)) == "granted"))


async def findings(home: Homeline) -> dict[str, State]:
    return {each.about: each.state for each in await examine(home.app.settings, home.clock)}


async def test_a_doubt_is_said_once_and_everywhere_until_an_operator_calls_the_clock_right(
    home: Homeline, caplog: pytest.LogCaptureFixture
) -> None:
    mei, _fang = await english_family(home)
    await say(home, mei, "/privacy")
    await tap(home, mei, "📦")
    assert "Nothing is in doubt." in await show(home.app.settings, home.clock)
    home.clock.set_wrong(2 * DAY)
    for _ in range(5):
        await home.later(seconds=1)

    said = [each.getMessage() for each in caplog.records if each.name.endswith("clock")]
    assert len(said) == 1
    assert said[0].startswith("This machine's clock is wrong: Telegram and the time gone by say otherwise.")
    assert counted("homeline_clock_doubted") == 1
    assert counted("homeline_clock_off_seconds") == 2 * 86400
    assert (await findings(home))["time"] is State.WRONG
    assert not await granted(home)
    lines = await show(home.app.settings, home.clock)
    assert lines[0] == "this machine's clock   2026-11-25 08:00:05 UTC"
    assert lines[1] == "Telegram's Date        2026-11-23 08:00:05 UTC  (2 days earlier)"
    assert lines[2].endswith("(2 days earlier)")
    assert lines[3].startswith("In doubt since 2026-11-23 08:00")
    assert lines[4].endswith("homeline clock accept")

    assert (await accept(home)).startswith("Homeline goes by 2026-11-25 08:00:05 UTC")
    for _ in range(3):
        await home.later(seconds=1)
    assert not await granted(home)  # by this clock it is two days later, in which nobody could object
    assert counted("homeline_clock_doubted") == 0
    assert "time" not in await findings(home)
    assert await accept(home) == "Nothing speaks against this machine's clock."
    await home.later(hours=25)
    assert await granted(home)


async def test_the_doctor_names_what_is_due_in_years_and_a_command_mends_it(home: Homeline) -> None:
    await english_family(home)
    await home.later(minutes=1)
    assert "times" not in await findings(home)
    years = home.clock.now() + 1461 * DAY
    hushed = person.update().where(person.c.id == 1)

    def spoil(tx: Tx) -> None:
        tx.change(child.update().values(next_check_in_at=years, paused_until=years, created_at=years))
        tx.change(hushed, {"hushed_until": years, "seen_on": "2030-11-23"})

    await home.app.store.run(spoil)
    found = next(each for each in await examine(home.app.settings, home.clock) if each.about == "times")
    assert "child.next_check_in_at (1)" in found.words
    assert "child.paused_until (1)" in found.words
    assert found.hint.endswith("homeline clock mend")

    home.clock.set_wrong(2 * DAY)
    await home.later(seconds=1)
    with pytest.raises(ValueError, match="not sure of the time"):
        await ANSWERS[MEND](home.app.store, {"command": MEND})
    home.clock.set_wrong(timedelta())
    await home.later(seconds=1)
    await home.app.store.run(spoil)
    assert (await ANSWERS[MEND](home.app.store, {"command": MEND})).endswith("were put right.")
    assert "times" not in await findings(home)
    me = await home.app.store.run(lambda tx: people.get(tx, 1))
    assert me.hushed_until is not None
    assert (me.hushed_until, me.seen_on) == (home.clock.now(), "2026-11-23")
    assert (await ANSWERS[MEND](home.app.store, {"command": MEND})).startswith("There is nothing")
    seen = []
    for _ in range(13):
        await home.later(hours=2)
        seen.append(home.phone(FANG).sees("How is Lily today?"))
    assert any(seen)


async def test_a_clock_that_telegram_contradicts_is_not_called_right_by_mistake(home: Homeline) -> None:
    await must_agree(home.app.settings, home.clock)
    home.clock.set_wrong(2 * DAY)
    with pytest.raises(HomelineError, match=r"Telegram's 2026-11-23 .*NTP.*--although") as said:
        await must_agree(home.app.settings, home.clock)
    assert "\n" not in str(said.value)


async def test_what_another_machines_clock_shows_is_not_accepted_here(home: Homeline) -> None:
    home.clock.set_wrong(2 * DAY)
    await home.later(seconds=1)
    command = {"command": COMMAND, "at": home.clock.world.now().isoformat()}
    await ANSWERS[COMMAND](home.app.store, command)
    await home.later(seconds=1)
    assert (await findings(home))["time"] is State.WRONG


async def test_without_telegram_and_a_database_what_there_is_is_shown(home: Homeline) -> None:
    nowhere = replace(home.app.settings, api_url="http://127.0.0.1:9", database_url="sqlite:////nowhere/homeline.db")
    assert (await show(nowhere, home.clock))[1:] == [
        "Telegram's Date        cannot be had now",
        "Homeline last wrote    no time yet",
        "Nothing is in doubt.",
    ]
