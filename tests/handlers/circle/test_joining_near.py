"""Somebody near home: invited like others, told next to nothing, and nobody else by accident."""

from dataclasses import replace

from bot.domain.circle.circles import Role
from bot.queries.circle import circles
from bot.simulator.cast import MEI
from tests.homeline import Homeline, link_in
from tests.households import (
    GRANDMA,
    NEIGHBOUR,
    english_family,
    invite,
    near_home,
    read,
    say,
    second_parent,
    since,
    stand_in,
    tap,
)

WELCOME = "Welcome. When Lily's home is silent for long, I ask you. Nothing else comes."


async def test_a_neighbour_joins_with_two_taps_and_reads_first_what_one_tap_will_do(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = home.phone(NEIGHBOUR)
    li.open(await invite(home, "Somebody near"))
    await home.settle()

    assert li.last.words.startswith(
        "Mei needs somebody near Lily's home. When it is silent for long, I ask you. One tap answers."
    )
    assert "You read names and since when, nothing else." in li.last.words
    await tap(home, li, "Agree")
    assert li.last.words == "Mei asks you to be somebody near Lily's home. Who are you to Lily?"
    await say(home, li, "Hello?")  # nothing else is asked of who has not been asked about notes and voices
    assert li.last.words == "Mei asks you to be somebody near Lily's home. Who are you to Lily?"
    await tap(home, li, "A neighbour")
    assert await say(home, li, "Hello?") == "Thank you. Lily's family is asked to say yes. I write to you then."
    assert mei.texts[-1] == "Li Na wants to be somebody near Lily's home. Is it really them?"
    await tap(home, mei, "✅")

    assert WELCOME in li.texts[-1]
    assert fang.last.words.startswith("Li Na (neighbour) is near Lily's home now. Nothing of Lily is told to them.")
    await tap(home, mei, "🏠", "⚙️", "The circle")
    assert "🏘 Li Na (neighbour)" in mei.last.words
    assert li.keyboard is None


async def test_who_is_near_has_a_home_of_their_own_and_hears_of_nothing_that_happens(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await near_home(home)
    before = len(li.texts)
    await home.until(19, 30)
    await tap(home, fang, "😟")
    await say(home, fang, "🎤")
    await say(home, fang, "She cried for you")
    await say(home, fang, "🤒")
    await tap(home, fang, "🌡")
    await second_parent(home)
    await tap(home, mei, "🏠", "⚙️", "My data")  # with two adults of the family no third one is asked
    await home.later(days=1, hours=2)
    assert since(li, before) == []

    li.say("🏠")
    await home.settle()
    assert li.last.words == "You are near the home of Lily. When it is silent for long, I ask you here."
    assert [each.text for row in li.last.buttons for each in row] == [
        "⚙️ Settings", "🌐 Language", "➕ Child", "🏠 Home", "☂️ Help",
    ]  # fmt: skip
    for said in ("🤒", "🙂", "Is the child well?", "/start"):
        await say(home, li, said)
        assert li.last.words.startswith("You are near the home of Lily.")
    await tap(home, li, "☂️", "How it works")
    assert "You read names and since when. Nothing else of the child comes here." in li.last.words
    told = len(mei.texts), len(fang.texts)
    await say(home, li, "she cannot breathe")  # who stands before the door sees whom to call; nobody is alarmed
    assert li.sees("120")
    await say(home, li, "I want to die")
    assert "Would you like help now?" in li.last.words
    assert (len(mei.texts), len(fang.texts)) == told
    known = " ".join(li.texts)
    assert "Grandma" not in known
    assert "She cried" not in known


async def test_who_is_near_or_waits_to_be_becomes_nobody_of_the_family_by_another_link(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    li = home.phone(NEIGHBOUR)
    li.open(await invite(home, "Somebody near"))
    await home.settle()
    await tap(home, li, "Agree")
    near_question = li.last
    await tap(home, li, "A neighbour")
    near_asked = mei.last
    guardian = await invite(home, "Looks after Lily")

    li.open(guardian)  # while the family is asked: a new question, for which more is asked first
    await home.settle()
    await tap(home, li, "✅", "✅")
    li.press("kin:neighbour", near_question)
    await home.settle()
    assert await role_of_li(home) == (Role.NEAR, "pending")
    await tap(home, li, "👵 Grandma (dad's)")
    mei.tap("✅", message=near_asked)
    await home.settle()
    assert mei.toast == "This has changed since. Home shows what is new."
    assert await role_of_li(home) == (Role.GUARDIAN, "pending")
    await tap(home, mei, "❌")

    li = await near_home(home, replace(NEIGHBOUR, id=77))
    li.open(await invite(home, "Looks after Lily"))
    await home.settle()
    assert li.texts[-1] == "You are in Lily's circle already."
    fang = home.phone(GRANDMA)
    fang.open(await invite(home, "Somebody near"))
    await home.settle()
    assert fang.texts[-1] == "You are in Lily's circle already."


async def role_of_li(home: Homeline) -> tuple[Role, str]:
    """What the third of Lily's circle is, and whether they take part."""
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    return circle.members[2].role, circle.members[2].state.value


async def test_who_is_near_leaves_is_put_out_and_erases_everything_as_others_do(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await near_home(home)
    await tap(home, li, "🏠", "⚙️", "Leave circle", "✅")
    assert li.last.words == "You have left Lily's circle. A new invite brings you back any time."
    assert mei.texts[-1] == fang.texts[-1] == "Li Na (neighbour) left Lily's circle."

    one, other = replace(NEIGHBOUR, id=78, first_name="Bo"), replace(NEIGHBOUR, id=79, first_name="Cy")
    bo, cy = await near_home(home, one), await near_home(home, other)
    await tap(home, mei, "🏠", "⚙️", "The circle", "🚪 Bo (neighbour): take out", "✅")
    assert bo.texts[-1].startswith("You are not in Lily's circle now.")
    await tap(home, cy, "🏠", "⚙️", "Erase me", "✅")
    assert cy.texts[-1].startswith("🗑 It is done.")
    assert fang.texts[-1] == "Cy (neighbour) left Lily's circle."
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert circle.near == ()


async def test_the_last_of_the_family_cannot_go_and_leave_the_neighbour_alone_with_it(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await near_home(home)

    await say(home, mei, "/stop")
    await tap(home, mei, "👋")

    assert "You are the only one in Lily's circle." in mei.last.words


async def test_somebody_near_one_home_is_a_parent_elsewhere_and_the_two_do_not_mix(home: Homeline) -> None:
    await english_family(home)
    li = await near_home(home)
    before = len(li.texts)

    await tap(home, li, "🏠", "⚙️", "➕")  # what a family needs is asked now, and not before
    await tap(home, li, "✅", "✅", "👪", "➕")
    await say(home, li, "Zoe")
    await tap(home, li, "2018", "May", "🇨🇳")
    await tap(home, li, *(["🇦🇪"] if "Where do you work?" in li.last.words else []))
    assert link_in(li)
    await tap(home, li, "🏠")

    assert li.last.words == "Here you are close to Zoe. What would you like to do?"
    assert not any("Lily" in each.text for row in li.last.buttons for each in row)
    assert not any("Lily is" in text for text in since(li, before))
    await tap(home, li, "⚙️")
    assert [each.text for row in li.last.buttons for each in row if "👋" in each.text] == [
        "👋 Leave circle · Zoe", "👋 Leave circle · Lily",
    ]  # fmt: skip


async def test_only_parents_and_who_looks_after_the_child_ask_somebody_near(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, fang, "🏠", "⚙️", "🔗", "Somebody near")
    assert link_in(fang)

    li.press("invite_as:1:near", li.last)
    await home.settle()
    assert li.toast == "This has changed since. Home shows what is new."
