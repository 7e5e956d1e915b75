"""🚩 An operator reads a report while it is open, never one of their own family, and no word of it stays."""

from pathlib import Path

from bot.db import installation
from bot.db.transaction import Tx
from bot.domain.operators.operators import OperatorRole
from bot.queries.operators import operators as operator_rows
from bot.safeguarding import read_file
from bot.services.operators import operators
from bot.simulator.cast import IVAN, LI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.operators.operators_steps import operator
from tests.handlers.privacy.test_reports import WORDS, letter, under
from tests.handlers.school.schools_steps import OVER
from tests.homeline import MEI, Homeline
from tests.households import english_family, read, tap
from tests.safeguarding.operators_file import whole


async def reported(home: Homeline) -> tuple[Phone, Phone]:
    """Grandma reports a letter of Mei's; the clocks of operators are awake."""
    mei, fang = await english_family(home)
    await letter(home, mei)
    await under(home, fang, WORDS)
    await tap(home, fang, "🚩 Report this")
    return mei, fang


def words_on(phone: Phone) -> list[str]:
    return [each for each in phone.texts if WORDS in each]


async def test_sg_18_a_report_is_read_and_answered_within_four_taps_and_its_words_go(home: Homeline) -> None:
    mei, fang = await reported(home)
    heard = list(mei.texts)
    boris = await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    second = await operator(home, ZHAO, OperatorRole.SAFEGUARDING)
    await tap(home, boris, "🏠", "🚩")
    assert WORDS not in boris.texts[-1]
    await tap(home, boris, "🚩")
    assert WORDS in boris.texts[-1]
    assert boris.last.protect
    assert not [each for each in boris.texts if "Fang" in each or "Lily" in each or "Mei" in each]
    await tap(home, second, "🏠", "🚩", "🚩")
    assert words_on(second)

    await tap(home, boris, "🚩 Acted")
    assert not words_on(boris) + words_on(second)
    assert boris.texts[-1] == second.texts[-1] == "🚩 Homeline\nThis report is closed."
    assert "something was done about it" in fang.texts[-1]
    assert mei.texts == heard
    second.press("op_outcome:1:kept", second.last)
    await home.settle()
    assert second.toast == OVER
    fang.press("log:1:0", fang.last)
    await home.settle()
    assert "What you reported was read by whoever runs the bot." in fang.texts[-1]


async def test_sg_18_what_is_taken_back_or_read_by_who_is_removed_leaves_no_word(home: Homeline) -> None:
    _mei, fang = await reported(home)
    boris = await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    await tap(home, boris, "🏠", "🚩", "🚩")
    await tap(home, boris, "🏠", "🚩", "🚩")
    assert len(words_on(boris)) == 1
    found = (await read(home, operator_rows.every))[0]
    await read(home, lambda tx: operators.remove(tx, found))
    await home.settle()
    assert not words_on(boris)

    other = await operator(home, LI, OperatorRole.SAFEGUARDING)
    await tap(home, other, "🏠", "🚩", "🚩")
    await tap(home, fang, "↩️")
    assert not words_on(other)


async def test_sg_10_nobody_reads_or_answers_a_report_of_their_own_family_or_with_another_role(home: Homeline) -> None:
    mei, fang = await reported(home)
    await operator(home, MEI, OperatorRole.SAFEGUARDING)
    coordinator = await operator(home, IVAN, OperatorRole.COORDINATOR)
    await tap(home, mei, "🏠", "⚙️", "🛠", "🚩")
    assert mei.texts[-1] == "🚩 No report waits."
    before = [len(each.texts) for each in (mei, fang, coordinator)]
    for data in ("op_report:1", "op_outcome:1:kept"):
        for phone in (mei, fang, coordinator):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER
    assert [len(each.texts) for each in (mei, fang, coordinator)] == before


async def test_sg_28_the_duty_files_dates_are_on_a_card(home: Homeline, tmp_path: Path) -> None:
    boris = await operator(home, IVAN, OperatorRole.SAFEGUARDING)
    await tap(home, boris, "📖")
    assert "HOMELINE_SAFEGUARDING" in boris.texts[-1]
    found = read_file(whole(tmp_path))

    def learn(tx: Tx) -> None:
        installation.learn(tx, installation.REPORT_HOURS, found.hours)
        installation.learn(tx, installation.HELPLINES_ON, found.helplines_on)
        installation.learn(tx, installation.SIGNED_DANGER, found.signed_danger)

    await read(home, learn)
    await tap(home, boris, "🛠", "📖")
    assert f"Reports are read: {found.hours}" in boris.texts[-1]
    assert "Helplines dialled: Mon, Nov 2" in boris.texts[-1]
    assert "Danger card signed:" in boris.texts[-1]
