"""Mondays: some children are missing, one comes later, and nobody is asked twice."""

from datetime import datetime, timedelta
from random import Random

from tests.year.calendar import Day
from tests.year.phones import Mark
from tests.year.school import School
from tests.year.village import LEAD, Household

HALF_AN_HOUR = timedelta(minutes=30)


async def call(school: School, name: str, day: Day) -> None:
    """Each missing child's home is asked; one in four does not answer, and the silence climbs."""
    households, teacher = school.classes[name], school.teachers[name]
    dice = Random(f"{name}{day.number}")
    absent = dice.sample(households, max(1, min(2, len(households) // 4)))
    if dice.random() < 0.3:
        await _comes_later(school, name, next((each for each in households if each not in absent), households[0]))
    ill = {each.child for each in households if each.child in school.out}
    absent = [each for each in absent if each.child not in ill]
    marks = {each.child: school.phones.mark(each.home, each.far) for each in households}
    desk, lead = school.phones.mark(teacher, LEAD)
    began = school.home.clock.now()
    await school.tap(teacher, "📋 Roll call", *sorted(each.child for each in absent), "✅ Done")
    for each in households:
        asked = school.phones.came(marks[each.child][0], f"Do you know where {each.child} is?")
        school.seen.check(
            "home is asked once where a child is, and no other home",
            (each.child, day.date),
            holds=len(asked) == (each in absent),
        )
    for each in absent:
        if each.answers:
            await school.tap(each.home, "✅")
    for _ in range(3):
        await school.home.later(minutes=30)
    for each in absent:
        silence = f"answered about {each.child}"
        if each.answers:
            school.never("what home knows troubles no teacher and no lead", silence, desk, lead)
            continue
        school.seen.silence("teacher", began, school.phones.first(desk, silence), 2 * HALF_AN_HOUR)
        school.seen.silence("lead", began, school.phones.first(lead, silence), 3 * HALF_AN_HOUR)
        card = school.phones.came(desk, silence)
        if card:
            school.home.phone(teacher).tap("✅ I found out", message=card[-1])
            await school.home.settle()
        _ended(school, each, began, *marks[each.child])


def _ended(school: School, each: Household, began: datetime, home: Mark, far: Mark) -> None:
    """At home it is read at once, far away when it is day there."""
    words, parent = f"knows where {each.child} is", each.family.parents[0]
    school.once("a silence ends by somebody's word", words, home)
    school.tomorrow(lambda: school.once("far away it is read once that a silence is over", words, far))
    if not parent.sleeps(began + HALF_AN_HOUR):
        school.seen.silence("parents", began, school.phones.first(far, f"📋 {each.child}"), HALF_AN_HOUR)
    elif parent.sleeps(school.home.clock.now()):
        school.never("who sleeps is not woken for what is over", each.child, far)


async def _comes_later(school: School, name: str, late: Household) -> None:
    """One tap at home before school; the teacher reads it once."""
    if late.child in school.out:
        return
    (desk,) = school.phones.mark(school.teachers[name])
    await school.tap(late.home, "🏠", "🎓 School", "🚌 Later today")
    school.once("that a child comes later is read once by the teacher", f"{late.child} comes later", desk)
    school.out.add(late.child)
