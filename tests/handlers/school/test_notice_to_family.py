"""✉️ A teacher simply types the answer to a family that waits: it is offered that family first, and goes by a tap."""

import pytest

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.talks_steps import SHOES, separate_father, write
from tests.homeline import Homeline
from tests.households import say, since, tap

ANSWER = "We have some to lend."


@pytest.fixture(autouse=True)
async def morning(home: Homeline, zhao: Phone) -> None:
    """Ms. Zhao reads now."""
    await home.until(12, day=1)


async def test_what_is_typed_while_a_family_waits_is_offered_to_it_first_and_goes_to_it_alone(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await write(home, fang, SHOES)
    before = len(fang.texts), len(mei.texts)
    assert await say(home, zhao, ANSWER) == f"{ANSWER}\n\nTo whom?"
    assert labels(zhao.last)[:2] == ["✉️ Lily's family", "📣 Class 3B"]
    assert (len(fang.texts), len(mei.texts)) == before
    card, to_family, to_class = zhao.last, data_of(zhao, "✉️"), data_of(zhao, "📣")
    await tap(home, zhao, "✉️ Lily's family")

    assert since(fang, before[0]) == [f"✉️ Lily, from Zhao Lan (teacher)\n{ANSWER}"]
    assert zhao.texts[-1].startswith("✉️ Lily\n")
    for old in (to_class, to_family):
        zhao.press(old, card)
        await home.settle()
        assert zhao.toast == OVER
    assert len(since(fang, before[0])) == 1
    assert not any("3B" in each for each in since(fang, before[0]))
    await tap(home, zhao, "↩️")
    assert not fang.sees(ANSWER)


async def test_it_can_be_a_notice_all_the_same_and_the_family_waits_on(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await write(home, fang, SHOES)
    await say(home, zhao, "Sports day is on Friday.")
    card, to_family = zhao.last, data_of(zhao, "✉️")
    await tap(home, zhao, "📣 Class 3B")
    assert "Sent to 1 household of class 3B." in zhao.texts[-1]
    zhao.press(to_family, card)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, zhao, "🏠", "🎓 3B", "✉️ Families")
    assert "1 family waits for an answer." in zhao.texts[-1]


async def test_a_picture_goes_with_its_words(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await write(home, fang, SHOES)
    zhao.photo(ANSWER)
    await home.settle()
    await tap(home, zhao, "✉️ Lily's family")
    assert fang.last.file_id is not None
    assert ANSWER in fang.texts[-1]


async def test_where_nobody_waits_it_is_for_the_class(home: Homeline, zhao: Phone, fang: Phone) -> None:
    assert await say(home, zhao, ANSWER) == f"{ANSWER}\n\nTo class 3B?"
    assert not [each for each in labels(zhao.last) if "family" in each]


async def test_what_was_called_a_notice_is_for_the_class(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await write(home, fang, SHOES)
    assert (await say(home, zhao, f"📣 {ANSWER}")).endswith("To class 3B?")
    await tap(home, zhao, "📣 Send", "📣 New notice")
    assert (await say(home, zhao, "Sports day is on Friday.")).endswith("To class 3B?")


async def test_of_parents_who_know_nothing_of_each_other_only_who_has_asked_is_answered(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.until(14)
    await write(home, jun, SHOES)
    before = len(fang.texts)
    await say(home, zhao, ANSWER)
    assert labels(zhao.last)[0].startswith("✉️ Lily · 3B · ")
    await tap(home, zhao, labels(zhao.last)[0])
    assert jun.sees(ANSWER)
    assert not any(ANSWER in each for each in since(fang, before))


async def test_nobody_else_can_press_it(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await write(home, fang, SHOES)
    await say(home, zhao, ANSWER)
    fang.press(data_of(zhao, "✉️"), fang.last)
    await home.settle()
    assert fang.toast == OVER
    assert not fang.sees(ANSWER)
