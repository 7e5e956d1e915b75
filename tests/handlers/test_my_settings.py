"""⚙️ Everything of one person on one card, two taps from 🏠; and 🏠 keeps what one does with the family."""

from dataclasses import replace

import pytest

from bot.domain.operators.operators import OperatorRole
from bot.simulator.cast import FANG, LI, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.operators.operators_steps import operator
from tests.homeline import Homeline
from tests.households import (
    GRANDMA,
    NEIGHBOUR,
    english_family,
    near_home,
    say,
    second_parent,
    sibling,
    since,
    stand_in,
    tap,
)

FOOT = ["🏠 Home", "☂️ Help"]
LEAD = replace(LI, id=6_481_520_190, first_name="Amir", username=None, language_code="en")


def labels(phone: Phone) -> list[str]:
    """What can be tapped on the newest card, without the bottom row that each card has."""
    return [each.text for row in phone.last.buttons for each in row if each.text not in FOOT]


async def shown(home: Homeline, phone: Phone, *way: str) -> list[str]:
    await tap(home, phone, "🏠", *way)
    return labels(phone)


async def everybody(home: Homeline) -> None:
    """A family in a class whose teacher is not its lead."""
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())


async def test_home_keeps_what_one_does_with_the_family_in_the_order_of_use(home: Homeline) -> None:
    await everybody(home)

    assert await shown(home, home.phone(MEI)) == [
        "🙂 How is Lily?", "🧒 Lily", "🎤 Voice", "📞 Call", "💡 Idea", "🗓 Promise, visit", "🎓 School",
        "⚙️ Settings",
    ]  # fmt: skip
    assert await shown(home, home.phone(FANG)) == [
        "🤒 Lily is ill", "🙂 How is Lily", "🧒 Lily", "🎤 Voice", "📞 Please call", "🎓 School",
        "🏫 No school tomorrow",
        "⚙️ Settings",
    ]  # fmt: skip


async def test_nobody_with_one_child_or_one_class_has_more_than_eight_buttons(home: Homeline) -> None:
    await everybody(home)
    await stand_in(home)
    await second_parent(home)
    for person in (MEI, FANG, NEIGHBOUR, ZHAO):
        assert len(await shown(home, home.phone(person))) <= 8, person
    neighbour = await near_home(home, replace(NEIGHBOUR, id=77))
    assert len(await shown(home, neighbour)) <= 8


@pytest.mark.parametrize("role", OperatorRole)
async def test_an_operators_family_finds_no_button_of_theirs_on_its_home(home: Homeline, role: OperatorRole) -> None:
    await everybody(home)
    for person in (MEI, GRANDMA):
        before = await shown(home, home.phone(person))
        await operator(home, person, role)

        assert await shown(home, home.phone(person)) == before
        assert "🛠 Operator" in await shown(home, home.phone(person), "⚙️")


async def test_the_card_of_a_parent_has_everything_two_taps_from_home(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    assert await shown(home, mei, "⚙️") == [
        "🌐 Language", "🕰 My clock", "⏰ Lily: evening", "⏸ Pause Lily", "⏰ Quiet hours", "⏰ I work nights",
        "⏰ My shifts", "⏸ Pause for me", "⏸ Urgent only", "👥 The circle", "🔗 Invite", "➕ Child",
        "📜 What happened", "📦 My data", "🗑 Erase me", "✅ What I allow", "❄️ Stop sharing", "👋 Leave circle",
    ]  # fmt: skip
    assert mei.last.words == "⚙️ It is 12:00 on your clock. Quiet hours: 22:00–07:00."


async def test_the_card_of_who_is_at_home_has_what_they_set(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)

    assert await shown(home, fang, "⚙️") == [
        "🌐 Language", "🕰 My clock", "⏰ Lily: evening", "⏸ Pause Lily", "⏰ Quiet hours", "🧳 I am away",
        "⏸ Pause for me", "⏸ Urgent only", "👥 The circle", "🔗 Invite", "➕ Child", "📜 What happened",
        "📦 My data", "🗑 Erase me", "✅ What I allow", "❄️ Stop sharing", "👋 Leave circle",
    ]  # fmt: skip
    assert len(fang.last.buttons) <= 10  # most of them on a small phone at once
    hers = await shown(home, li, "⚙️")
    assert {"⏸ Pause Lily", "👥 The circle", "👋 Leave circle"} <= {*hers}
    assert not {"🧳 I am away", "🔗 Invite", "❄️ Stop sharing", "⏰ My shifts"} & {*hers}


async def test_no_button_of_any_card_is_refused(home: Homeline) -> None:
    await everybody(home)
    await stand_in(home)
    for person in (MEI, FANG, NEIGHBOUR, ZHAO):
        phone = home.phone(person)
        for label in await shown(home, phone, "⚙️"):
            await tap(home, phone, "🏠", "⚙️", label)
            assert not str(phone.toast).startswith("This has changed since"), (person, label)
    assert "⏰ Lily: evening" not in await shown(home, home.phone(NEIGHBOUR), "⚙️")


async def test_a_teachers_card_has_the_school_and_no_family(home: Homeline) -> None:
    await everybody(home)

    assert await shown(home, home.phone(ZHAO), "⚙️") == [
        "🌐 Language", "🕰 My clock", "🎓 Office hours", "⏰ Quiet hours", "⏸ Pause for me", "⏸ Urgent only",
        "➕ Child", "📦 My data", "🗑 Erase me", "✅ What I allow", "👋 Leave Village school",
    ]  # fmt: skip
    assert home.phone(ZHAO).last.words == "⚙️ It is 16:00 on your clock. Office hours: 07:00–22:00."


async def test_who_is_near_sets_their_own_times_and_nothing_of_the_child(home: Homeline) -> None:
    await english_family(home)
    li = await near_home(home)

    assert await shown(home, li, "⚙️") == [
        "🌐 Language", "🕰 My clock", "⏰ Quiet hours", "⏸ Pause for me", "⏸ Urgent only", "➕ Child",
        "📦 My data", "🗑 Erase me", "👋 Leave circle",
    ]  # fmt: skip


async def test_with_several_children_each_button_names_its_child(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Bo")

    hers = await shown(home, mei, "⚙️")
    assert [each for each in hers if each.endswith(("Lily", "Bo"))] == [
        "⏸ Pause Lily", "⏸ Pause Bo", "🔗 Invite Lily", "🔗 Invite Bo",
        "❄️ Stop sharing · Lily", "❄️ Stop sharing · Bo", "👋 Leave circle · Lily", "👋 Leave circle · Bo",
    ]  # fmt: skip
    assert "👥 The circle" in hers
    await tap(home, mei, "⏸ Pause Bo", "One week")
    before = len(fang.texts)
    await tap(home, mei, "🏠", "⚙️")
    assert {"⏸ Pause Lily", "▶️ Bo: go on"} <= {*labels(mei)}
    assert since(fang, before) == []  # to look is no change


async def test_the_card_says_what_is_not_as_usual_and_how_to_end_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏸ Urgent only", "🏠", "⚙️")

    assert "Only what is urgent comes now." in mei.last.words
    assert "▶️ All news again" in labels(mei)
    assert not {"⏸ Pause for me", "⏸ Urgent only"} & {*labels(mei)}
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    before = len(mei.texts)
    await tap(home, fang, "🤒", "🌡")
    assert any("Lily is ill" in each for each in since(mei, before))  # what is urgent comes

    await tap(home, fang, "🏠", "⚙️", "🧳", "Three days", "🏠", "⚙️")
    assert fang.last.words.endswith("🧳 You are away until Thu, Nov 26.")
    assert "🏡 I am back" in labels(fang)


async def test_a_card_from_before_opens_the_same(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠")

    mei.press("times", mei.last)
    await home.settle()

    assert "⏰ Quiet hours" in labels(mei)
    assert mei.toast is None


async def test_while_nothing_is_shared_home_keeps_the_illness_and_the_card_the_way_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "❄️", "✅")

    assert await shown(home, mei) == ["⚙️ Settings"]
    assert await shown(home, fang) == ["🤒 Lily is ill", "⚙️ Settings"]
    assert "▶️ Share again" in await shown(home, mei, "⚙️")
    assert "▶️ Share again" not in await shown(home, fang, "⚙️")


async def test_a_stranger_has_no_settings_of_anybody(home: Homeline) -> None:
    await english_family(home)
    ivan = home.phone(replace(NEIGHBOUR, id=78))
    ivan.start("")
    await home.settle()
    before = len(ivan.texts)

    ivan.press("settings", ivan.last)
    await home.settle()

    assert not any("clock" in each or "Lily" in each for each in since(ivan, before))
    assert "Lily" not in await say(home, ivan, "🏠")
