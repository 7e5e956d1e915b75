"""A database comes back from a backup of ten hours ago: no false alarm, nothing twice, and everybody hears of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.app import App
from bot.db.tables import member
from bot.operations import backup_keys
from bot.operations.backing_up import write
from bot.operations.restoring import restore
from bot.queries.circle import approvals, circles
from bot.queries.illness import illnesses
from bot.settings import Settings
from bot.simulator.phone import Phone
from tests.databases import SqliteFile
from tests.faults.conftest import Note
from tests.faults.figures import Figures
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, hours, read, second_parent, since, tap
from tests.operations.places import beside, with_backups

pytestmark = pytest.mark.wired

GAP = "I no longer know what was said from Mon, Nov 23, 15:45 until Tue, Nov 24, 01:45."
LETTER = "Good night, my bear"


class Backup:
    """One backup, and the empty database into which it comes back."""

    def __init__(self, home: Homeline, settings: Settings, target: Settings, path: Path) -> None:
        self._home = home
        self._settings = settings
        self._target = target
        self._path = path

    async def make(self) -> None:
        """As the nightly timer does, while Homeline runs."""
        self._path.touch()
        await write(self._settings, self._home.clock, self._path, backup_keys.to_write(self._settings).recipients)

    async def restore(self) -> None:
        """The disk is gone; somebody restores, and starts Homeline again."""
        await self._home.close()
        await restore(self._target, self._home.clock, self._path, "none")
        self._home.app = App(replace(self._target, api_url=self._home.simulator.url), self._home.clock, long_poll=0)
        await self._home.app.open()
        for _ in range(3):
            await self._home.later(seconds=1)


@pytest.fixture
def backup(home: Homeline, tmp_path: Path, request: pytest.FixtureRequest) -> Backup:
    on_file = isinstance(request.getfixturevalue("database"), SqliteFile)
    target = beside(home.settings, tmp_path)
    if not on_file:
        server = request.getfixturevalue("postgres")
        target = replace(home.settings, database_url=server.url(server.empty()))
    source, target = with_backups(home.settings, tmp_path), with_backups(target, tmp_path)
    return Backup(home, source, target, tmp_path / "nightly.homeline")


async def hour_by_hour(home: Homeline, count: int) -> None:
    for _ in range(count * 4):
        await home.later(minutes=15)


def alarms(phone: Phone, before: int) -> list[str]:
    """What would make somebody believe that the child is ill, or that home is silent, now."""
    signs = ("🤒 Lily, from Grandma\nLily is ill", "Nobody", "nobody", "not in class")
    return [each for each in phone.texts[before:] if any(sign in each for sign in signs)]


async def test_in_mid_illness_home_is_asked_first_and_nobody_is_alarmed_below_the_all_clear(
    home: Homeline, backup: Backup, note: Note
) -> None:
    mei, fang = await english_family(home)
    await home.quiet(GRANDMA, 19 * 60, 21 * 60)
    await home.until(19, 30)  # Lily's question waits for Grandma's waking
    await home.later(minutes=5)
    await tap(home, fang, "🤒", "🌡")
    await tap(home, mei, "🏠", "🎤")
    mei.say(LETTER)
    await home.settle()
    await home.later(minutes=10)
    await backup.make()

    await home.later(minutes=3)
    await tap(home, mei, "🙏")
    await home.later(minutes=40)
    fang.press("ill_better:1", fang.last)
    await home.settle()
    assert "better" in mei.texts[-1]
    await home.until(21, 5)
    assert sum(LETTER in each for each in fang.texts) == 1
    question = next(each for each in reversed(fang.messages) if "How is Lily today?" in each.words)
    fang.tap("🙂", message=question)
    await home.settle()
    await tap(home, fang, "🤒", "🤢")  # a second illness, of which no backup knows
    lost_card = mei.last
    fang.press("ill_undo:2", fang.last)
    await home.until(5, 45)
    before, at_home = len(mei.texts), len(fang.texts)
    both = ((mei, before), (fang, at_home))

    await backup.restore()
    mei.press("ill_seen:2", lost_card)  # what only the lost database knew means nothing now, and never will
    await home.settle()
    await hour_by_hour(home, 7)  # Mei sleeps until seven in Dubai

    assert any(each.startswith(GAP) for each in since(mei, before))
    for phone, count in both:
        assert sum("I no longer know what was said from" in each for each in since(phone, count)) == 1
    told = next(each for each in mei.texts[before:] if "Those at home are asked." in each)
    assert told.startswith("🤒 Lily, from Grandma\nMon, Nov 23, 15:35: Lily is ill: fever.\nI no longer know")
    assert "How is Lily now?" in "".join(fang.texts[at_home:])
    assert sum(LETTER in each for each in fang.texts) == 1
    assert "I do not know whether your letter to Grandma arrived." in "".join(mei.texts[before:])
    assert alarms(mei, before) == alarms(fang, at_home) == []

    asked = next(each for each in reversed(fang.messages) if "How is Lily now?" in each.words)
    fang.tap("Better", message=asked)
    await home.settle()
    assert "better" in mei.texts[-1]
    cleared = len(mei.texts)
    await hour_by_hour(home, 8)
    assert alarms(mei, cleared) == []
    await tap(home, fang, "🤒", "🤕")
    assert "Lily is ill: hurt." in mei.texts[-1]
    again = await read(home, lambda tx: illnesses.running(tx, 1))
    assert again is not None
    assert again.id > 1_000_000
    twice = sum(LETTER in each for each in fang.texts) - 1
    note(Figures("Restored ten hours on, in mid-illness", len(mei.texts), 0, twice, 1, "the gap; home is asked first"))


async def test_an_alert_that_nobody_had_answered_climbs_on_only_when_the_backup_is_young(
    home: Homeline, backup: Backup
) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🤒", "🌡")
    await home.later(minutes=1)
    await backup.make()
    await home.later(minutes=20)
    before = len(mei.texts)
    await backup.restore()
    assert "Those at home are asked." in "".join(mei.texts[before:])
    assert alarms(mei, before) == []
    assert any("How is Lily now?" in each for each in fang.texts[-2:])
    await home.later(minutes=16)
    assert len(alarms(mei, before)) == 1


async def test_what_happens_unless_somebody_says_no_waits_its_whole_time_again(home: Homeline, backup: Backup) -> None:
    mei, fang = await english_family(home)
    jun, zhao = await second_parent(home), await home.school()
    await home.pupil(await home.class_room())
    await tap(home, zhao, "📣")
    zhao.say("Bring a coat")
    await home.settle()
    await tap(home, zhao, "✏️ More", "⏰", "Today 18:00")
    await tap(home, zhao, "🧒", "Lily", "Not in class")
    await home.later(minutes=1)
    jun.press("erase_child_yes:1", jun.last)
    await home.settle()
    await tap(home, mei, "🏠", "⚙️", "👥", "🚪 Grandma", "✅")
    await home.later(minutes=1)
    await backup.make()
    await tap(home, jun, "🏠", "⚙️", "👥", "↩️ Grandma")
    mei.press("approve:1:no", mei.last)
    await home.settle()
    for _ in range(20):
        await home.later(minutes=30)
    assert any("Bring a coat" in each for each in mei.texts)
    for _ in range(62):  # the 72 hours are over
        await home.later(hours=1)
    counts = {phone: len(phone.texts) for phone in (mei, fang, jun, zhao)}

    await backup.restore()

    assert "Bring a coat" not in "".join(mei.texts[counts[mei] :])
    assert "Bring a coat" in "".join(zhao.texts[counts[zhao] :])
    assert not [each for each in mei.texts[counts[mei] :] if "class" in each]
    assert "🗑 Jun asks to erase everything about Lily." in "".join(mei.texts[counts[mei] :])
    assert any("Grandma" in each for each in jun.texts[counts[jun] :])
    await hours(home, 23)
    assert await read(home, lambda tx: tx.scalar(select(func.count()).where(member.c.state == "active"))) == 3
    await hours(home, 48)
    assert await read(home, lambda tx: circles.get(tx, 1)) is not None
    await tap(home, mei, "🏠")
    mei.press("approve:1:no", mei.last)
    await home.settle()
    await hours(home, 4)
    assert await read(home, lambda tx: circles.get(tx, 1)) is not None
    found = await read(home, lambda tx: approvals.get(tx, 1))
    assert found is not None
    assert found.state == "refused"


async def test_what_waits_for_somebody_out_of_reach_stays_and_what_had_just_come_in_is_not_acted_on(
    home: Homeline, backup: Backup
) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    jun.block()
    await home.quiet(MEI, 11 * 60, 13 * 60)  # it is noon in Dubai
    fang.say("🙂")
    await home.settle()
    await tap(home, fang, "🙂")
    await tap(home, fang, "🏠", "🎤")
    fang.say(LETTER)
    await home.settle()
    fang.say("🤒")
    await home.app.poller.step()  # fetched and kept, and not handled yet
    await backup.make()
    await home.settle()
    await hour_by_hour(home, 3)
    before = len(mei.texts)

    await backup.restore()

    await home.later(minutes=5)
    assert "Lily is ill" not in "".join(mei.texts[before:])
    assert not [each for each in mei.texts[before:] if "Lily is well" in each]
    assert "What you last sent about Lily may not have arrived." in "".join(fang.texts)
    assert await read(home, lambda tx: illnesses.running(tx, 1)) is None
    jun.start()
    await home.settle()
    assert [sum(LETTER in each for each in phone.texts) for phone in (mei, jun)] == [1, 1]
