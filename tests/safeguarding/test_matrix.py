"""SG-10: every button there is, with every number there is, pressed by whom it does not belong to: no way around."""

import re
from dataclasses import replace
from itertools import product

import pytest
from telegram.ext import CallbackQueryHandler

from bot.domain.operators.operators import OperatorRole
from bot.simulator.cast import IVAN, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from handlers import ROUTES
from tests.handlers.operators.operators_steps import operator
from tests.homeline import Homeline, link_in
from tests.households import tap
from tests.safeguarding.neighbours import (
    CHILD,
    GRANDMA,
    LEFT,
    MOTHER,
    OTHER_GUARDIAN,
    OTHER_PARENT,
    OTHER_TEACHER,
    PENDING,
    REMOVED,
    SECRETS,
    SUSPENDED,
    TEACHER_OUT,
    TEACHER_WAITS,
    gone_wrong,
    neighbours,
    of_first_family,
)
from tests.safeguarding.school_life import FOR_THE_CLASS, LENA, NORA, OF_CLASS, at_school

# The rules are the same on both databases; walking them once is enough.
once = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

NUMBERS = ("1", "2", "3")
# What is no number of a row: days, hours, one of few choices.
OTHERS = {
    r"7[34]\d{4}": ("739951",),
    r"20\d{6}": ("20261224",),
    r"\d{1,3}": ("1",),
    r"\d": ("1",),
    "[01]": ("0", "1"),
}
NEAR = replace(IVAN, id=241, first_name="Nell", language_code="en")
# What a button of the presser's own account changes: nothing of a child.
PER_REST = 400
# These end the walk: nothing is left of who presses them, or of their school or their class.
ENDING = frozenset({"erase_me", "school_leave_yes", "school_leave_to", "class_close_yes"})

# With these who leads a school takes a class, and then reads what its teachers read.
TO_ONESELF = frozenset({"class_give", "class_lend", "class_second_in", "staff_out_yes"})


def presses(without: frozenset[str] = ENDING) -> list[str]:
    """Data for every route of a press, with the numbers of the first rows and each word that a pattern allows."""
    found: list[str] = []
    for route in ROUTES:
        if isinstance(route.check, CallbackQueryHandler):
            pattern = route.check.pattern
            assert isinstance(pattern, re.Pattern)
            found += _data_for(pattern.pattern.removesuffix("\\Z"))
    return [each for each in found if each.split(":")[0] not in without]


def _data_for(pattern: str) -> list[str]:
    verb, *arguments = re.split(r":(?=\(\?:)", pattern)
    if not verb.isidentifier():
        return []
    return [":".join([verb, *chosen]) for chosen in product(*(_words(each[3:-1]) for each in arguments))]


def _words(pattern: str) -> tuple[str, ...]:
    if pattern in OTHERS:
        return OTHERS[pattern]
    if pattern.startswith(r"\d"):
        return NUMBERS
    choices = [each for each in pattern.split("|") if not re.search(r"[\[\\{(]", each)]
    return (choices[0], choices[-1]) if len(choices) > 2 else tuple(choices) or ("1",)


async def walk(
    home: Homeline, phone: Phone, without: frozenset[str] = ENDING, *, only: frozenset[str] = frozenset(NUMBERS)
) -> list[str]:
    """Press all of it, of numbers `only` these; what has come onto the phone since."""
    before = len(phone.texts)
    left_out = set(NUMBERS) - only
    data = [each for each in presses(without) if left_out.isdisjoint(each.split(":")[1:])]
    for start in range(0, len(data), PER_REST):
        for each in data[start : start + PER_REST]:
            phone.press(each, phone.last)
        await home.settle()
    return phone.texts[before:]


def test_the_walk_knows_every_button() -> None:
    assert len({each.split(":")[0] for each in presses()}) > 90


@once
@pytest.mark.parametrize(
    "person",
    [OTHER_PARENT, OTHER_GUARDIAN, OTHER_TEACHER, TEACHER_OUT, TEACHER_WAITS, PENDING, SUSPENDED, REMOVED, LEFT],
    ids=lambda person: person.first_name,
)
async def test_sg_10_no_button_reaches_another_family(home: Homeline, person: PersonSpec) -> None:
    await at_school(home)
    family = [home.phone(MOTHER), home.phone(GRANDMA)]
    heard = [list(each.texts) for each in family]
    before = await home.app.store.run(of_first_family)

    said = await walk(home, home.phone(person))

    assert await home.app.store.run(of_first_family) == before
    assert await home.app.store.run(gone_wrong) == []
    assert [each.texts for each in family] == heard
    in_class = person in {OTHER_PARENT, OTHER_GUARDIAN}  # who read what all families of the class do
    of_others = {*SECRETS, *OF_CLASS, CHILD} - (FOR_THE_CLASS if in_class else set())
    assert not [text for text in said if any(secret in text for secret in of_others)]


@once
async def test_sg_10_no_button_shows_who_is_near_more_than_names(home: Homeline) -> None:
    await neighbours(home)
    mother, near = home.phone(MOTHER), home.phone(NEAR)
    mother.press("invite_as:1:near", mother.last)
    await home.settle()
    near.open(link_in(mother))
    await home.settle()
    await tap(home, near, "Agree", "A relative")
    await tap(home, mother, "✅")
    before = await home.app.store.run(of_first_family)

    said = await walk(home, near, ENDING | {"leave_yes"}, only=frozenset({"1"}))  # the first family's

    assert await home.app.store.run(of_first_family) == before
    assert await home.app.store.run(gone_wrong) == []
    assert not [text for text in said if any(secret in text for secret in SECRETS)]
    assert {text for text in said if CHILD in text} == {
        f"You are near the home of {CHILD}. When it is silent for long, I ask you here."
    }


@once
async def test_sg_10_the_teacher_of_the_class_learns_nothing_of_the_family(home: Homeline) -> None:
    await at_school(home)
    said = await walk(home, home.phone(ZHAO), ENDING | {"class_give", "enrolled_back", "pupil_out_yes"})
    assert not [text for text in said if any(secret in text for secret in SECRETS)]
    assert not [text for text in said if "🙂" in text or "😟" in text]


@once
async def test_sg_10_who_teaches_the_class_no_more_reads_nothing_of_its_families(home: Homeline) -> None:
    await at_school(home)
    await tap(home, home.phone(ZHAO), "🏠", "🎓 Teachers", "🎓 3B", "🚪 Nora")
    before = await home.app.store.run(of_first_family)

    said = await walk(home, home.phone(NORA))

    assert await home.app.store.run(of_first_family) == before
    assert await home.app.store.run(gone_wrong) == []
    assert not [text for text in said if any(secret in text for secret in (*SECRETS, *OF_CLASS, CHILD))]


@once
async def test_sg_10_who_leads_the_school_reads_nothing_of_what_they_have_given_back(home: Homeline) -> None:
    await at_school(home)
    lena, family = home.phone(LENA), [home.phone(MOTHER), home.phone(GRANDMA)]
    await tap(home, lena, "↩️ Give back")
    assert not lena.sees("talkcanary")
    heard = [list(each.texts) for each in family]

    said = await walk(home, lena, ENDING | TO_ONESELF)

    assert await home.app.store.run(gone_wrong) == []
    assert not [text for text in said if any(secret in text for secret in (*SECRETS, *(set(OF_CLASS) - FOR_THE_CLASS)))]
    assert [each.texts for each in family] == heard


@once
async def test_sg_10_an_operator_learns_nothing_of_a_family_and_opens_nothing_without_its_number(
    home: Homeline,
) -> None:
    await neighbours(home)
    before = await home.app.store.run(of_first_family)
    phone = home.phone(OTHER_PARENT)
    for role in (OperatorRole.TECHNICAL, OperatorRole.SAFEGUARDING):
        await operator(home, OTHER_PARENT, role)

    said = await walk(home, phone, ENDING | {"op_do"})  # which stands below a number that a family has told

    assert await home.app.store.run(of_first_family) == before
    assert await home.app.store.run(gone_wrong) == []
    assert not [text for text in said if any(secret in text for secret in (*SECRETS, CHILD))]
