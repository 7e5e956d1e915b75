"""A school year: what is done on each day, and what must have come of it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from tests.homeline import Homeline
from tests.year import calendar, roll_calls, weeks
from tests.year.calendar import Day
from tests.year.happenings import Happenings, plan
from tests.year.opening import join, open_school
from tests.year.school import School
from tests.year.seen import Seen
from tests.year.village import Household

MORNING, AFTERNOON, EVENING = 8 * 60, 15 * 60, 19 * 60
NIGHT = (125, 235, 215)  # minutes, one after the other, until Sunday evening is over at home, in Dubai, in London

Weekly = Callable[[School, str, Day], Awaitable[None]]
MORNINGS: dict[int, Weekly] = {
    calendar.ROLL: roll_calls.call,
    calendar.TALK: weeks.talk,
    calendar.PRAISE: weeks.praise,
}


class Year:
    """Two classes, their households, and who teaches them."""

    def __init__(self, home: Homeline, households: list[Household]) -> None:
        self.school = School(home, households)
        self._plan = plan(Happenings(self.school))

    async def live(self) -> Seen:
        """From the first day to the last."""
        school = self.school
        links = await open_school(school.home)
        for name, households in school.classes.items():
            await join(school.home, links[f"3{name}"], households)
            await school.tap(school.teachers[name], "✅ All")
        for day in calendar.days():
            await self._day(day)
        return school.seen

    async def _day(self, day: Day) -> None:
        school = self.school
        minute, happens = self._plan.get(day.date, (MORNING, None))
        await school.at(day.date, MORNING)
        school.read()
        if happens and minute == MORNING:
            await happens()
        for weekday, weekly in MORNINGS.items():
            if day.is_on(weekday):
                await self._each_class(weekly, day)
        await school.at(day.date, AFTERNOON)
        if day.is_on(calendar.PRAISE) and day.number % 2:
            await self._each_class(weeks.fetched_early, day)
        if day.is_on(calendar.NOTICE):
            await self._each_class(weeks.notice, day)
        if happens and minute != MORNING:
            await school.at(day.date, minute)
            await happens()
        await school.at(day.date, EVENING)
        if day.date.isoweekday() == calendar.SUNDAY:
            await self._sunday(day)
        is_ill = calendar.ILL <= day.date < calendar.ILL + timedelta(days=2)
        school.out = {school.classes["A"][0].child} if is_ill else set()

    async def _sunday(self, day: Day) -> None:
        """The one day on which home is asked how the child is."""
        school = self.school
        for each in school.households:
            school.home.phone(each.home).tap("🙂")
        await school.home.settle()
        if day.number % calendar.BY_THE_HOUR == 0:
            for each in school.households:
                school.home.phone(each.far).tap("❤️")  # who never says a word for two months is asked who it is
            await school.home.settle()
            for minutes in NIGHT:
                await school.home.later(minutes=minutes)

    async def _each_class(self, weekly: Weekly, day: Day) -> None:
        for name in self.school.classes:
            await weekly(self.school, name, day)
