"""Two parents who do not know of each other's circle have each added Lily; Grandma looks after her for both."""

import re

import pytest

from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import FATHER, english_family, tap
from tests.remembering import remembered
from tests.safeguarding.test_matrix import ENDING, presses

once = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@remembered
async def two_circles(home: Homeline) -> tuple[Phone, Phone, Phone]:
    """Mei's and Jun's, each with a Lily of May 2018, and Grandma in both."""
    mei, fang = await english_family(home)
    link = await home.child(FATHER)
    fang.open(link)
    await home.settle()
    await tap(home, fang, "👵")
    jun = home.phone(FATHER)
    await tap(home, jun, "✅")
    await home.later(days=2)
    return mei, jun, fang


def labels(phone: Phone, begin: int = 0) -> list[list[str]]:
    """The words of the buttons of each message."""
    return [[each.text for row in message.buttons for each in row] for message in phone.messages[begin:]]


async def test_wherever_children_are_listed_equal_names_carry_their_parents(home: Homeline) -> None:
    mei, jun, fang = await two_circles(home)
    await tap(home, fang, "🏠")
    begin = len(fang.messages)
    fang.say("🤒 Ill")
    await home.settle()
    assert {"🤒 Lily (Mei)", "🤒 Lily (Jun)"} <= {label for each in labels(fang, begin) for label in each}

    for each in presses(ENDING | {"leave_yes", "circle_leave"}):
        if each.count(":") < 2 and not each.endswith(":3"):
            fang.press(each, fang.last)
    await home.settle()
    for shown in labels(fang):
        of_children = [label for label in shown if "Lily" in label]
        assert len(set(of_children)) == len(of_children), shown
    told = [label for each in labels(fang, begin) for label in each if "Lily" in label]
    assert told
    assert [text for text in fang.texts[begin:] if re.search(r"Lily(?! \((Mei|Jun)\))", text)] == []
    assert all(re.search(r"Lily \((Mei|Jun)\)", each) for each in told)
    for phone, other in ((mei, "Jun"), (jun, "Mei")):
        assert not phone.sees("(")
        assert not any(other in text for text in phone.texts)
