"""What happens once in the year, each on its day."""

from dataclasses import replace
from datetime import timedelta

from tests.printed import pages
from tests.year import calendar
from tests.year.phones import Mark
from tests.year.school import School
from tests.year.village import LEAD, NORA, OMAR, RUTH

GROUP = -77  # where the families of class A talk
NEWCOMER = replace(RUTH, id=RUTH.id + 20, first_name="GranNew", last_name="")


class Happenings:
    """Marks that are read months later."""

    def __init__(self, school: School) -> None:
        self._school = school
        self._left: dict[str, list[Mark]] = {}  # by class: the phones of those who taught it once
        self._met: list[Mark] = []

    async def list_and_slip(self) -> None:
        """A child whose family is not here yet stands on the class's list; its grandmother comes by a slip."""
        school, (desk,) = self._school, self._school.phones.mark(NORA)
        await school.tap(NORA, "🏠", "🎓 3A", "🗒", "➕ Add names")
        await school.say(NORA, "1 Zilola 2018")
        await school.tap(NORA, "✅", "🗒", "🖨")
        (slip,) = [each for each in school.home.phone(NORA).messages if each.kind == "document" and "🖨" in each.words]
        file = school.home.world.files.get(slip.file_id or "")
        links = [code for page in pages(file.data) for code in page.codes] if file else []
        await school.home.newcomer(NEWCOMER, links[0].rpartition("=")[2])
        await school.tap(NEWCOMER, "👵")
        school.once("a slip lets in a family, and the teacher reads it once", "Zilola: somebody at home", desk)
        school.seen.check(
            "who comes by a slip is in the class at once",
            NEWCOMER.first_name,
            holds=school.home.phone(NEWCOMER).sees("Zilola is in class 3A now."),
        )

    async def open_group(self) -> None:
        """Nora adds the bot to the group of her families."""
        school = self._school
        members = [NORA, *(each.far for each in school.classes["A"])]
        school.group = school.home.world.group(GROUP, "3A parents", members)
        school.group.add_bot(NORA)
        await school.home.settle()
        await school.tap(NORA, "🗞 3A")

    async def paste_calendar(self) -> None:
        """Lena pastes the days of the year; families read the line of each the evening before."""
        school = self._school
        await school.tap(LEAD, "🏠", "🎓 Teachers", "📅", "➕ Add days")
        await school.say(LEAD, "12.10.2026 Sports day\n25.1.2027-20.2.2027 Winter holiday\n3.7.2027-31.8.2027 Summer")
        await school.tap(LEAD, "✅")

    async def before_sports_day(self) -> None:
        """The evening before comes still."""
        school = self._school
        marks = school.phones.mark(*(person for each in school.households for person in (each.home, each.far)))
        school.tomorrow(lambda: school.once("a day of the calendar is read once by each adult", "Sports day", *marks))

    async def offer_talks(self) -> None:
        """Nora offers times for tomorrow; the first home takes one."""
        school, (first, *others) = self._school, self._school.homes("A")
        await school.tap(NORA, "🏠", "🎓 3A", "🪑")
        day = school.home.phone(NORA).last.buttons[0][0].text
        await school.tap(NORA, day, "📣 Offer")
        school.once("times to talk are offered once to each home", "Tap the time that suits you", first, *others)
        await school.tap(first.person, "🪑")
        self._met = school.phones.mark(first.person, *(each.person for each in others))

    async def before_the_talk(self) -> None:
        """The evening before, and half an hour before."""
        school, (first, *others) = self._school, self._met
        for words in ("Soon you meet Nora Noll", "It is nearly time: you meet Nora Noll"):
            school.once("a talk is reminded of in the evening and half an hour before", words, first)
            school.never("who takes no time is reminded of none", words, *others)

    async def fall_ill(self) -> None:
        """The first child of class A has fever."""
        ill, school = self._school.classes["A"][0], self._school
        (far,) = school.phones.mark(ill.far)
        await school.tap(ill.home, "🤒", "🌡")
        school.seen.check("an illness is told at once", ill.child, holds=bool(school.phones.came(far, ill.child)))
        school.out.add(ill.child)

    async def recover(self) -> None:
        """Two days later it is better."""
        ill, school = self._school.classes["A"][0], self._school
        (far,) = school.phones.mark(ill.far)
        await school.tap(ill.home, "🤒", "🌤")
        school.tomorrow(lambda: school.once("an all-clear is told once", f"🌤 {ill.child} is better", far))

    async def hand_over(self) -> None:
        """Lena gives class B to Ruth."""
        marks = self._school.homes("B")
        await self._school.tap(LEAD, "🏠", "🎓 Teachers", "🎓 3B", "🎓 Ruth Rau")
        self._given("B", "Ruth Rau", marks)
        self._left["B"] = self._school.phones.mark(OMAR)
        self._school.teachers["B"] = RUTH

    async def leave_school(self) -> None:
        """Nora leaves; the lead has her class until Omar takes it."""
        school, marks = self._school, self._school.homes("A")
        (lead,) = school.phones.mark(LEAD)
        await school.tap(NORA, "🏠", "⚙️", "👋", "✅")
        self._given("A", "Lena Lead", marks)
        school.seen.check(
            "who leads reads that a teacher has left", NORA.first_name, holds=bool(school.phones.came(lead, "3A"))
        )
        self._left["A"] = school.phones.mark(NORA)
        marks = school.homes("A")
        await school.tap(LEAD, "🏠", "🎓 Teachers", "🎓 3A", "🎓 Omar Ott")
        self._given("A", "Omar Ott", marks)
        school.teachers["A"] = OMAR

    def _given(self, name: str, to: str, marks: list[Mark]) -> None:
        self._school.once("what becomes of a class is told once", f"Class 3{name} is with {to} now", *marks)

    async def carry(self) -> None:
        """The teacher of class A says yes to the next year, the other one nothing."""
        school, marks = self._school, self._school.homes("A")
        offers = {name: school.home.phone(each).sees(f"Class 3{name} ends") for name, each in school.teachers.items()}
        school.seen.check("the next year is offered", offers, holds=all(offers.values()))
        await school.tap(school.teachers["A"], "✅ As 4A")
        school.tomorrow(lambda: school.once("what becomes of a class is told once", "goes on as 4A", *marks))

    async def over(self) -> None:
        """Class B has ended in the night."""
        school = self._school
        for each in school.classes["B"]:
            ended = sum("Class 3B has ended here" in text for text in school.home.phone(each.home).texts)
            school.seen.check("the end of a class is told once", each.home.first_name, holds=ended == 1)
        for person in (school.teachers["B"], LEAD):
            told = school.home.phone(person).sees("Class 3B has ended")
            school.seen.check("teacher and lead hear of the end", person.first_name, holds=told)

    async def bring_back(self) -> None:
        """Ten days later the teacher brings it back."""
        school, marks = self._school, self._school.homes("B")
        await school.tap(school.teachers["B"], "🔄 Bring it back", "✅ Still 3B")
        school.tomorrow(lambda: school.once("what becomes of a class is told once", "goes on for another year", *marks))

    async def old_phones(self) -> None:
        """Who has no class any more, or has left the school, reads nothing of its children; nobody has taken back a
        word in the year, so no card says so, however often it was said anew."""
        for each in self._school.households:
            for person in (each.home, each.far):
                said = [text for text in self._school.home.phone(person).texts if "Taken back" in text]
                self._school.seen.check("no old card says what was never done", said, holds=not said)
        for name, marks in self._left.items():
            for each in self._school.classes[name]:
                self._school.never("an old teacher's phone reads nothing of the class", each.child, *marks)


def plan(each: Happenings) -> calendar.Plan:
    """On which day, and at what minute, each of them happens."""
    morning, meeting = 8 * 60, 15 * 60 + 35
    return {
        calendar.LISTED: (morning, each.list_and_slip),
        calendar.GROUP: (morning, each.open_group),
        calendar.PASTED: (morning, each.paste_calendar),
        calendar.SPORTS - timedelta(days=1): (morning, each.before_sports_day),
        calendar.ILL: (morning, each.fall_ill),
        calendar.ILL + timedelta(days=2): (morning, each.recover),
        calendar.TALKS: (morning, each.offer_talks),
        calendar.TALKS + timedelta(days=1): (meeting, each.before_the_talk),
        calendar.HANDED_OVER: (morning, each.hand_over),
        calendar.LEFT: (morning, each.leave_school),
        calendar.CARRIED: (morning, each.carry),
        calendar.ENDS + timedelta(days=1): (morning, each.over),
        calendar.BROUGHT_BACK: (morning, each.bring_back),
        calendar.LAST: (morning, each.old_phones),
    }
