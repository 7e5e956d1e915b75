"""A school year: what is done on each day, and what must have come of it."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

from bot.domain.local_time import at_wall_clock
from bot.simulator.cast import PersonSpec
from tests.homeline import Homeline
from tests.households import tap
from tests.year import calendar
from tests.year.calendar import Day
from tests.year.opening import join, open_school
from tests.year.phones import Mark, Phones
from tests.year.seen import Seen
from tests.year.village import LEAD, NORA, OMAR, RUTH, ZONE, Household

LEVELS = ("📄", "🙏", "✍️")  # how a notice is confirmed, in turn
HALF_AN_HOUR = timedelta(minutes=30)
MORNING, AFTERNOON, EVENING = 8 * 60, 15 * 60, 19 * 60


class Year:
    """Two classes, their households, and who teaches them."""

    def __init__(self, home: Homeline, households: list[Household]) -> None:
        middle = len(households) // 2
        self._home = home
        self._phones = Phones(home)
        self._classes = {"A": households[:middle], "B": households[middle:]}
        self._teachers = {"A": NORA, "B": OMAR}
        self._notices: list[tuple[str, list[Mark]]] = []  # of the last day on which there were any
        self._silences: list[tuple[datetime, Household, Mark]] = []  # of which parents read, perhaps in their morning
        self._before: Mark | None = None
        self.seen = Seen(len(households))

    async def live(self) -> Seen:
        """From the first day to the last."""
        links = await open_school(self._home)
        for name, households in self._classes.items():
            await join(self._home, links[f"3{name}"], households)
            await self._tap(self._teachers[name], "✅ All")
        for day in calendar.days():
            await self._day(day)
        return self.seen

    async def _day(self, day: Day) -> None:
        once: dict[date, Callable[[], Awaitable[None]]] = {
            calendar.ILL: self._fall_ill,
            calendar.ILL + timedelta(days=2): self._recover,
            calendar.HANDED_OVER: self._hand_over,
            calendar.CARRIED: self._carry,
            calendar.ENDS + timedelta(days=1): self._over,
            calendar.BROUGHT_BACK: self._bring_back,
            calendar.LAST: self._old_phone,
        }
        await self._at(day.date, MORNING)
        if day.date in once:
            await once[day.date]()
        self._read()
        if day.roll:
            for name in self._classes:
                await self._roll_call(name, day)
        await self._at(day.date, AFTERNOON)
        if day.notice:
            for name in self._classes:
                await self._notice(name, day)
        await self._at(day.date, EVENING)
        if day.date.isoweekday() == 7:  # the one day on which home is asked
            for each in self._households():
                self._home.phone(each.home).tap("🙂")
            await self._home.settle()

    def _households(self) -> list[Household]:
        return [each for households in self._classes.values() for each in households]

    async def _at(self, day: date, minute: int) -> None:
        """The school's clock; whatever is due meanwhile is done then, as after a pause of the machine."""
        wanted = at_wall_clock(day, minute, ZONE)
        if wanted > self._home.clock.now():
            self._home.clock.move_to(wanted)
            await self._home.settle()

    async def _tap(self, person: PersonSpec, *labels: str) -> None:
        await tap(self._home, self._home.phone(person), *labels)

    # A roll call: two children are missing.

    async def _roll_call(self, name: str, day: Day) -> None:
        households, teacher = self._classes[name], self._teachers[name]
        missing = {households[(day.number * 7 + each * 3) % len(households)].child for each in range(2)}
        ill = {self._ill.child} & {each.child for each in households if day.date == calendar.ILL}
        absent = [each for each in households if each.child in missing - ill]
        marks = {each.child: self._phones.mark(each.home, each.far) for each in households}
        desk, lead = self._phones.mark(teacher, LEAD)
        began = self._home.clock.now()
        await self._tap(teacher, "📋 Roll call", *sorted(missing | ill), "✅ Done")
        for each in households:
            asked = self._phones.came(marks[each.child][0], f"Do you know where {each.child} is?")
            once = len(asked) == (each in absent)
            self.seen.check(
                "home is asked once where a child is, and no other home", (each.child, day.date), holds=once
            )
        for each in absent:
            if each.answers:
                await self._tap(each.home, "✅")
        for _ in range(3):
            await self._home.later(minutes=30)
        for each in absent:
            silence = f"answered about {each.child}"
            if each.answers:
                told = [*self._phones.came(desk, silence), *self._phones.came(lead, silence)]
                self.seen.check(
                    "what home knows troubles no teacher and no lead", (each.child, day.date), holds=not told
                )
                continue
            self._silences.append((began, each, marks[each.child][1]))
            self.seen.silence("teacher", began, self._phones.first(desk, silence), 2 * HALF_AN_HOUR)
            self.seen.silence("lead", began, self._phones.first(lead, silence), 3 * HALF_AN_HOUR)
            card = self._phones.came(desk, silence)
            if card:
                self._home.phone(teacher).tap("✅ I found out", message=card[-1])
                await self._home.settle()
            ended = self._phones.came(marks[each.child][0], f"knows where {each.child} is")
            self.seen.check("a silence ends by somebody's word", (each.child, day.date), holds=len(ended) == 1)

    # A notice: some confirm it, at home or far away.

    async def _notice(self, name: str, day: Day) -> None:
        households, teacher = self._classes[name], self._teachers[name]
        level, words = LEVELS[day.number % len(LEVELS)], f"Number {day.number}{name}. Please bring a book."
        marks = self._phones.mark(*(person for each in households for person in (each.home, each.far)))
        self._home.phone(teacher).say(words)
        await self._home.settle()
        await self._tap(teacher, "✏️ More", level, "📣 Send")
        self._notices.append((words, marks))
        if level == LEVELS[0]:
            return
        for mark in marks[::3]:
            for message in self._phones.came(mark, words):
                self._home.phone(mark.person).tap(level, message=message)
        await self._home.settle()

    def _read(self) -> None:
        """A day later, when everybody has had a day of theirs."""
        for words, marks in self._notices:
            for mark in marks:
                count = len(self._phones.came(mark, words))
                self.seen.check("a notice comes once to each adult", (words, mark.person.first_name), holds=count == 1)
        self._notices.clear()
        for began, each, mark in self._silences:
            night = each.family.parents[0].sleeps(began + HALF_AN_HOUR)
            told = self._phones.first(mark, f"📋 {each.child}")
            who = "parents who slept" if night else "parents"
            self.seen.silence(who, began, told, timedelta(hours=12) if night else HALF_AN_HOUR)
        self._silences.clear()

    # What happens once.

    @property
    def _ill(self) -> Household:
        return self._classes["A"][0]

    async def _fall_ill(self) -> None:
        (far,) = self._phones.mark(self._ill.far)
        await self._tap(self._ill.home, "🤒", "🌡")
        self.seen.check(
            "an illness is told at once", self._ill.child, holds=bool(self._phones.came(far, self._ill.child))
        )

    async def _recover(self) -> None:
        (far,) = self._phones.mark(self._ill.far)
        await self._tap(self._ill.home, "🤒", "🌤")
        await self._home.later(hours=6)  # into the parent's day
        told = self._phones.came(far, self._ill.child)
        self.seen.check("an all-clear is told", self._ill.child, holds=bool(told))

    async def _hand_over(self) -> None:
        marks = self._phones.mark(*(each.home for each in self._classes["B"]))
        await self._tap(LEAD, "🏠", "🎓 Teachers", "🎓 3B", "🎓 Ruth Rau")
        self._teachers["B"] = RUTH
        self._told_once("B", marks, "with Ruth Rau now")
        (self._before,) = self._phones.mark(OMAR)

    async def _carry(self) -> None:
        """Nora says yes to the next year, Ruth nothing."""
        marks = self._phones.mark(*(each.home for each in self._classes["A"]))
        offers = {name: self._home.phone(self._teachers[name]).sees("Shall it go on?") for name in self._classes}
        self.seen.check("the next year is offered", offers, holds=all(offers.values()))
        await self._tap(NORA, "✅ As 4A")
        await self._home.later(hours=3)
        self._told_once("A", marks, "goes on as 4A")

    async def _over(self) -> None:
        phones = [self._home.phone(each.home) for each in self._classes["B"]]
        for phone in phones:
            ended = sum("Class 3B has ended here" in each for each in phone.texts)
            self.seen.check("the end of a class is told once", phone.person.first_name, holds=ended == 1)
        for person in (RUTH, LEAD):
            told = self._home.phone(person).sees("Class 3B has ended")
            self.seen.check("teacher and lead hear of the end", person.first_name, holds=told)

    async def _bring_back(self) -> None:
        marks = self._phones.mark(*(each.home for each in self._classes["B"]))
        await self._tap(RUTH, "🔄 Bring it back", "✅ Still 3B")
        await self._home.later(hours=3)
        self._told_once("B", marks, "goes on for another year")

    async def _old_phone(self) -> None:
        """Who has no class any more reads nothing of its children."""
        assert self._before is not None
        came = [each for child in self._classes["B"] for each in self._phones.came(self._before, child.child)]
        self.seen.check("the old phone reads nothing of the class", OMAR.first_name, holds=not came)

    def _told_once(self, name: str, marks: list[Mark], words: str) -> None:
        for mark in marks:
            once = len(self._phones.came(mark, words)) == 1
            self.seen.check("what becomes of a class is told once", (name, words, mark.person.first_name), holds=once)
