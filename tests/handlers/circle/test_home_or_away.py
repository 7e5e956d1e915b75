"""A parent who is let in says whether they live with the child: at home they have the home's part."""

from bot.domain.circle.circles import Role
from bot.queries.circle import circles
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, read, second_parent, tap


async def roles(home: Homeline) -> list[str]:
    found = await read(home, lambda tx: circles.get(tx, 1))
    assert found is not None
    return [each.role.value for each in found.active]


def welcome_of(phone: Phone) -> Message:
    return next(each for each in phone.messages if "Do you live with Lily?" in (each.text or ""))


async def test_a_parent_at_home_is_asked_and_the_others_read_it_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    welcome = welcome_of(jun)
    assert labels(welcome)[:2] == ["🏡 At home", "👪 Far away"]

    await tap(home, jun, "🏡 At home")
    assert jun.sees("I ask you now and then how Lily is.")
    assert await roles(home) == [Role.PARENT, Role.GUARDIAN, Role.GUARDIAN]
    await home.until(18, 59)
    assert any("How is Lily today?" in each for each in jun.texts)
    for phone in (mei, fang):
        assert sum("lives with Lily and is asked, too." in each for each in phone.texts) == 1

    await home.do(jun.press("lives:1:home", welcome))  # once more changes nothing
    assert sum("lives with Lily and is asked, too." in each for each in mei.texts) == 1
    await home.do(jun.press("lives:1:away", welcome))
    assert "news about Lily comes to you here" in jun.texts[-2]
    assert await roles(home) == [Role.PARENT, Role.GUARDIAN, Role.PARENT]


async def test_it_can_be_said_anew_among_the_adults_of_the_circle(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "👪 Far away")
    assert await roles(home) == [Role.PARENT, Role.GUARDIAN, Role.PARENT]
    await home.do(jun.press("circle:1", jun.last))
    await tap(home, jun, "🏡 At home")
    assert await roles(home) == [Role.PARENT, Role.GUARDIAN, Role.GUARDIAN]


async def test_on_separate_lines_nobody_changes_sides_by_a_tap(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    welcome = welcome_of(jun)
    await read(home, lambda tx: circles.change_child(tx, 1, separate_lines=True))
    await home.do(jun.press("lives:1:home", welcome))
    assert jun.toast == OVER
    assert await roles(home) == [Role.PARENT, Role.GUARDIAN, Role.PARENT]
    fang = home.phone(GRANDMA)
    await home.do(fang.press("lives:1:away", fang.last))
    assert (await roles(home))[1] == Role.GUARDIAN
