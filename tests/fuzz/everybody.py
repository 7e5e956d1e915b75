"""Random people do random things: nothing raises, nobody is stuck, and of a child only its circle hears."""

import asyncio
import atexit
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Coroutine
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from bot.clock import StoppedClock
from bot.db.crypto import new_key
from bot.db.tables import class_room, dialogue, enrolment, member, staff
from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.settings import Settings
from bot.simulator.cast import IVAN, NEWCOMER, ZHAO, PersonSpec
from bot.simulator.messages import Button, Message
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from tests.databases import StoryFile, template_sqlite
from tests.fuzz.covered import Covered, heard
from tests.homeline import Homeline
from tests.in_process import parts_for
from tests.safeguarding.neighbours import (
    CHILD,
    GRANDMA,
    LEFT,
    MOTHER,
    OTHER_GUARDIAN,
    OTHER_PARENT,
    OTHER_TEACHER,
    SECRETS,
    SUSPENDED,
    TEACHER_OUT,
    gone_wrong,
)
from tests.safeguarding.school_life import FOR_THE_CLASS, LENA, NORA, OF_CLASS, WORRY, at_school
from tests.safeguarding.test_matrix import presses
from tests.simulator.botapi_facts import check_all
from tests.together import memory

CAST = (
    *(MOTHER, GRANDMA, OTHER_PARENT, OTHER_GUARDIAN, ZHAO, LENA, NORA, OTHER_TEACHER, TEACHER_OUT),
    *(SUSPENDED, LEFT, IVAN, NEWCOMER),
)
KEYS = new_key()
NOON = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
# What only the circle has said, whoever holds a link.
SAID = ("lettercanary", "feverish-canary")
WORDS = (
    *("👍", "ok", "1", "🏠", "☂️", "🤒", "🎤", "📞", "📣 trip", "/stop", "/privacy", "/start", "/start abc", "/help"),
    *("<b>&", "x" * 5000, "\u202eright to left", "是", "how is she?"),
)
MEDIA = ("voice", "photo", "sticker", "location", "contact", "video_note")

person = st.sampled_from(CAST)
places = st.lists(st.integers(0, 40), min_size=1, max_size=5)


@cache
def _template() -> Path:
    """A migrated, empty database, with the kept beginning beside it for as long as this process lives."""
    folder = Path(tempfile.mkdtemp(prefix="homeline-", dir=memory()))
    atexit.register(shutil.rmtree, folder)
    return template_sqlite(folder / "template.db", KEYS)


class Everybody(RuleBasedStateMachine):
    """Two families, a class, a stranger, and whatever they do."""

    covered = Covered()  # by all walks of this process

    def __init__(self) -> None:
        super().__init__()
        self.covered.walks += 1
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.mkdtemp(prefix="homeline-", dir=memory())
        self.home = self.run(self._begin())
        self.knows = {each.id for each in (MOTHER, GRANDMA, SUSPENDED, LEFT)}
        self.done: dict[int, Counter[str]] = defaultdict(Counter)
        self.teachers: set[int] = set()
        self.asked: set[tuple[int, int]] = set()

    def run(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(doing)

    async def _begin(self) -> Homeline:
        clock = StoppedClock(NOON)
        database = StoryFile(Path(self.folder) / "homeline.db", _template())
        simulator = Simulator(clock)
        values = Settings(token=simulator.token, database_url=database.url, keys=KEYS, rate=0)
        home = Homeline(values, clock, simulator, database, parts_for(simulator, database))
        await home.open()
        await at_school(home)
        return home

    def teardown(self) -> None:
        self.run(self._end())
        self.loop.close()
        shutil.rmtree(self.folder)
        check_all(self.home.simulator)

    async def _end(self) -> None:
        self.covered.events.update(await self.home.app.store.run(heard))
        await self.home.close()
        await self.home.simulator.stop()

    def settle(self) -> None:
        self.covered.steps += 1
        self.run(self.home.settle())

    def tap_on(self, who: PersonSpec, places: list[int]) -> None:
        """Each is one of those that this person has tapped least so far: 🏠 and ☂️ stand everywhere."""
        for place in places:
            phone, done = self._phone(who), self.done[who.id]
            shown = [(button.data, message) for message in phone.messages[-4:] for button in buttons_of(message)]
            least = min((done[_verb(data)] for data, _message in shown if data), default=0)
            free = [(data, message) for data, message in shown if data and done[_verb(data)] == least]
            if free:
                data, message = free[place % len(free)]
                done[_verb(data)] += 1
                self.covered.tapped[_verb(data)] += 1
                phone.press(data, message)
            else:
                phone.start()
            self.settle()

    def _phone(self, who: PersonSpec) -> Phone:
        phone: Phone = self.home.phone(who)
        if phone.chat.blocked:
            phone.unblock()
        return phone

    @rule(who=person, places=places)
    def tap(self, who: PersonSpec, places: list[int]) -> None:
        """Buttons that are on the screen, one after the other."""
        self.tap_on(who, places)

    @rule(who=person, data=st.sampled_from(presses()))
    def forge(self, who: PersonSpec, data: str) -> None:
        """A button that never was."""
        phone = self._phone(who)
        mine = [each for each in phone.messages if each.from_bot]
        if mine:
            phone.press(data, mine[-1])
            self.settle()

    @rule(who=person, words=st.sampled_from(WORDS))
    def type(self, who: PersonSpec, words: str) -> None:
        """Whatever one may type."""
        self._phone(who).say(words)
        self.settle()

    @rule(who=person, kind=st.sampled_from(MEDIA))
    def send(self, who: PersonSpec, kind: str) -> None:
        """Whatever one may send."""
        getattr(self._phone(who), kind)()
        self.settle()

    @rule(who=person, whose=person)
    def open_somebodys_link(self, who: PersonSpec, whose: PersonSpec) -> None:
        """A link that was forwarded, or stolen."""
        words = " ".join(self.home.phone(whose).texts).split()
        links = [each for each in words if each.startswith("https://t.me/")]
        if links:
            self._phone(who).open(links[-1])
            self.settle()

    @rule(minutes=st.sampled_from((1, 20, 70, 400, 1500)))
    def wait(self, minutes: int) -> None:
        """Time passes."""
        self.covered.steps += 1
        self.run(self.home.later(minutes=minutes))

    @rule(who=person)
    def block(self, who: PersonSpec) -> None:
        """Somebody has had enough."""
        phone = self.home.phone(who)
        if phone.chat.started and not phone.chat.blocked:
            phone.block()
            self.settle()

    @invariant()
    def nothing_raised_and_nothing_was_refused(self) -> None:
        assert self.run(self.home.app.store.run(gone_wrong)) == []

    @invariant()
    def nothing_reaches_who_is_not_of_the_circle(self) -> None:
        self.knows |= self.run(self.home.app.store.run(_of_the_circle))
        self.teachers |= self.run(self.home.app.store.run(_of_the_school))
        self.asked |= self.run(self.home.app.store.run(_asked_to_teach))
        for who in CAST:
            secrets = {*SECRETS, CHILD, *OF_CLASS} - FOR_THE_CLASS
            if who.id in self.teachers:
                secrets = set(SAID)  # who writes, and of which child, they read
            elif who.id in self.knows:
                secrets = {"Listcanary"}
            if who not in {ZHAO, LENA}:
                secrets.add(WORRY)
            secrets -= {each.first_name for each in CAST if (who.id, each.id) in self.asked}
            assert not [text for text in self.home.phone(who).texts if any(each in text for each in secrets)]

    @invariant()
    def nobody_is_stuck(self) -> None:
        for who in CAST:
            phone = self.home.phone(who)
            mine = [each for each in phone.messages if each.from_bot]
            if mine and self.run(self.home.app.store.run(lambda tx, who=who: _is_ready(tx, who))):
                assert phone.keyboard or any(_leads_on(each) for each in mine[-3:]), mine[-1].words


def _of_the_circle(tx: Tx) -> set[int]:
    """Who was ever let in, or holds an open link: a link names the child and who made it."""
    joined = tx.all(select(member.c.person_id).where(member.c.child_id == 1))
    opening = [row for row in tx.all(select(dialogue)) if row.state == "joining"]
    return {people.get(tx, row.person_id).telegram_id for row in (*joined, *opening)}


def _of_the_school(tx: Tx) -> set[int]:
    """Who was ever let in to teach there, or in another school whose class the family has asked to join."""
    asked = select(class_room.c.school_id).join_from(enrolment, class_room).where(enrolment.c.child_id == 1)
    schools = {1, *(row.school_id for row in tx.all(asked))}
    here = staff.c.school_id.in_(schools), staff.c.asked_at.is_(None)
    return {people.get(tx, row.person_id).telegram_id for row in tx.all(select(staff).where(*here))}


def _asked_to_teach(tx: Tx) -> set[tuple[int, int]]:
    """Who leads a school, any school, and who has opened its link and so told them their name."""
    rows = [(row, people.get(tx, row.person_id).telegram_id) for row in tx.all(select(staff))]
    return {(lead, asker) for led, lead in rows if led.lead for row, asker in rows if row.school_id == led.school_id}


def _is_ready(tx: Tx, who: PersonSpec) -> bool:
    found = people.by_telegram(tx, who.id)
    return found is not None and found.is_ready


def buttons_of(shown: Message) -> list[Button]:
    """From the first row to the last."""
    return [button for row in shown.buttons for button in row]


def _verb(data: str) -> str:
    return data.partition(":")[0]


def _leads_on(shown: Message) -> bool:
    labels = [button.text for button in buttons_of(shown)]
    return all(any(label.startswith(each) for label in labels) for each in ("🏠", "☂"))
