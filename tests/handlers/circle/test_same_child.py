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


async def ill_in_both(home: Homeline) -> tuple[Phone, Phone, Phone]:
    """As `two_circles`, and Grandma says once that Lily has a fever."""
    mei, jun, fang = await two_circles(home)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily (Mei)", "🌡")
    return mei, jun, fang


def labels(phone: Phone, begin: int = 0) -> list[list[str]]:
    """The words of the buttons of each message."""
    return [[each.text for row in message.buttons for each in row] for message in phone.messages[begin:]]


@once
async def test_what_is_read_to_the_child_calls_it_by_its_name_alone(home: Homeline) -> None:
    _mei, _jun, fang = await two_circles(home)

    (text,) = [each for each in fang.texts if each.startswith("📖 Lily (Jun)")]
    assert "To read to Lily (Jun):\nLily, a helper in the phone asks Grandma" in text
    assert "Lily (Jun), a helper" not in text


@once
async def test_wherever_children_are_listed_equal_names_carry_their_parents(home: Homeline) -> None:
    mei, jun, fang = await two_circles(home)
    await tap(home, fang, "🏠")
    begin = len(fang.messages)
    fang.say("🤒 Ill")
    await home.settle()
    shown = labels(fang, begin)
    assert {"🤒 Lily (Mei)", "🤒 Lily (Jun)"} <= {label for each in shown for label in each}

    for each in presses(ENDING | {"leave_yes", "circle_leave"}):
        if each.count(":") < 2 and not each.endswith(":3"):
            fang.press(each, fang.last)
            await home.settle()  # the next press may put something else in its place
            shown.append([button.text for row in fang.last.buttons for button in row])
    shown += labels(fang, begin)
    of_children = [[label for label in each if "Lily" in label] for each in shown]
    assert [each for each in of_children if len(set(each)) < len(each)] == []
    told = [label for each in of_children for label in each]
    assert len(told) > 20
    assert [text for text in fang.texts[begin:] if re.search(r"Lily(?! \((Mei|Jun)\))", text)] == []
    assert [
        each for each in told if not re.search(r"Lily \((Mei|Jun|Wang Fang)\)", each)
    ] == []  # she may have added one
    for phone, other in ((mei, "Jun"), (jun, "Mei")):
        assert not phone.sees("(")
        assert not any(other in text for text in phone.texts)


def heard(phone: Phone, begin: int, words: str) -> int:
    return sum(words in each for each in phone.texts[begin:])


async def test_until_it_is_said_an_illness_is_told_in_both_circles_and_none_reads_of_the_other(home: Homeline) -> None:
    mei, jun, fang = await two_circles(home)
    assert fang.sees("Lily (Mei) and Lily (Jun): is that one child?")
    begin = len(mei.texts), len(jun.texts)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily (Jun)", "🌡")
    for phone, count in zip((mei, jun), begin, strict=True):
        assert heard(phone, count, "🤒 Lily, from Grandma\nLily is ill: fever.") == 1
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily (Jun)", "🤢")
    await tap(home, mei, "🙏")
    await tap(home, fang, "🌤")
    for phone, count in zip((mei, jun), begin, strict=True):
        assert heard(phone, count, "stomach") == 1
        assert heard(phone, count, "🌤 Lily is better, says Grandma.")
    assert heard(jun, begin[1], "Mei") == heard(mei, begin[0], "Jun") == 0
    assert "Mei" not in "".join(button for row in labels(jun, 0) for button in row)


async def test_she_is_asked_once_how_it_goes_on_and_her_answer_counts_in_both(home: Homeline) -> None:
    mei, jun, fang = await ill_in_both(home)
    await tap(home, mei, "🙏")
    await tap(home, jun, "🙏")
    begin = len(fang.texts), len(mei.texts), len(jun.texts)
    await home.later(hours=4, minutes=1)
    assert heard(fang, begin[0], "How is Lily") == 1
    await tap(home, fang, "☁️ The same")
    for phone, count in zip((mei, jun), begin[1:], strict=True):
        assert heard(phone, count, "the same")
    assert heard(fang, begin[0], "How is Lily") == 0  # what she answered stands in its place
    await home.until(9, 30, day=1)
    assert heard(fang, begin[0], "How is Lily") == 1


async def test_a_first_tap_alone_and_its_undo_count_for_both(home: Homeline) -> None:
    mei, jun, fang = await two_circles(home)
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily (Mei)")
    await home.later(seconds=61)
    assert mei.sees("🤒 Lily")
    assert jun.sees("🤒 Lily")
    await tap(home, fang, "↩️")
    for phone in (mei, jun):
        assert "mistake" in phone.texts[-1]


async def test_two_children_are_kept_apart_once_she_says_so_and_the_parents_hear_nothing_of_the_question(
    home: Homeline,
) -> None:
    mei, jun, fang = await two_circles(home)
    before = list(mei.texts), list(jun.texts)
    question = next(each for each in fang.messages if "is that one child?" in each.words)
    fang.tap("❌", message=question)
    await home.settle()
    assert "Then I keep the two apart." in question.words
    assert (list(mei.texts), list(jun.texts)) == before
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily (Mei)", "🌡")
    await home.later(minutes=2)
    assert mei.sees("Lily is ill: fever.")
    assert not jun.sees("🤒")
    # Nor may anybody else say so for her, or she of a child who is called otherwise.
    mei.press("same_child:1:2:yes", mei.last)
    await home.settle()
    fang.say("🤒 Ill")
    await home.settle()
    await tap(home, fang, "🤒 Lily (Mei)", "🤢")
    assert not jun.sees("🤒")
