"""What comes again each week beside the roll call: a notice, words both ways, a sticker, a child picked up early."""

from tests.year.calendar import Day
from tests.year.phones import Mark
from tests.year.school import School
from tests.year.village import Household

LEVELS = ("📄", "🙏", "✍️")  # how a notice is confirmed, in turn


async def notice(school: School, name: str, day: Day) -> None:
    """Thursdays: everybody has it once; every third phone confirms it, at home or far away."""
    households, teacher = school.classes[name], school.teachers[name]
    level, words = LEVELS[day.number % len(LEVELS)], f"Number {day.number}{name}. Please bring a book."
    marks = school.phones.mark(*(person for each in households for person in (each.home, each.far)))
    await school.say(teacher, words)
    await school.tap(teacher, "✏️ More", level, "📣 Send")
    school.tomorrow(lambda: school.once("a notice comes once to each adult", words, *marks))
    if name == "A" and school.group is not None:
        posted = sum(words in each for each in school.group.texts)
        wanted = level != LEVELS[2]  # what is to be signed is each family's own
        school.seen.check("a notice for all stands once in the group of its class", words, holds=posted == wanted)
    if level == LEVELS[0]:
        return
    for mark in marks[::3]:
        for message in school.phones.came(mark, words):
            school.home.phone(mark.person).tap(level, message=message)
    await school.home.settle()


async def talk(school: School, name: str, day: Day) -> None:
    """Tuesdays: somebody of one family writes, the teacher answers in the thread, and no other family reads it."""
    each = _of_the_week(school, name, day)
    asks, hears = (each.home, each.far) if day.number % 2 else (each.far, each.home)
    (desk,), mine = school.phones.mark(school.teachers[name]), school.phones.mark(asks, hears)
    others = [mark for other in school.households if other is not each for mark in _both(school, other)]
    asked, answered = f"Where is the list of week {day.number}{name}?", f"By the door, {day.number}{name}."
    await school.tap(asks, "🏠", "🎓 School", "✉️ Write")
    await school.say(asks, asked)
    school.once("what a family writes is read once by its teacher", asked, desk)
    card = school.phones.came(desk, asked)
    if card:
        school.home.phone(school.teachers[name]).say(answered, to=card[-1])
        await school.home.settle()

    def read() -> None:
        school.once("what a family writes is read once by its other adult", asked, mine[1])
        school.once("the teacher's answer comes once to each adult of the family", answered, *mine)
        school.never("no other family reads of it", answered, *others)

    school.tomorrow(read)


async def praise(school: School, name: str, day: Day) -> None:
    """Wednesdays: 🌟 with a sticker."""
    each = _of_the_week(school, name, day)
    marks = _both(school, each)
    await school.tap(school.teachers[name], "🧒 One child", each.child, "🌟", "🙌 Helped a friend")
    school.tomorrow(lambda: school.once("a sticker comes once to each adult", "🙌 Helped a friend", *marks))


async def fetched_early(school: School, name: str, day: Day) -> None:
    """Every other Wednesday somebody at home says that the child is picked up before the end."""
    each = _of_the_week(school, name, day, after=1)
    (desk,) = school.phones.mark(school.teachers[name])
    await school.tap(each.home, "🏠", "🎓 School", "🚸")
    school.once("that a child is picked up early is read once by the teacher", f"🚸 {each.child}", desk)


def _of_the_week(school: School, name: str, day: Day, after: int = 0) -> Household:
    """Another one each week, of those who stand on the first page of the teacher's list."""
    households = school.classes[name][:8]
    return households[(day.number + after) % len(households)]


def _both(school: School, each: Household) -> list[Mark]:
    return school.phones.mark(each.home, each.far)
