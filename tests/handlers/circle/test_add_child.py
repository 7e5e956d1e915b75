"""Adding a child: one word is typed, the rest is tapped."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from bot.queries.circle import circles, people
from bot.simulator.cast import FANG, MEI
from tests.homeline import Homeline, link_in
from tests.households import FATHER, read, say, tap
from tests.remembering import remembered


@remembered
async def asked_for_the_name(home: Homeline) -> None:
    """Mei stands before the question for the name."""
    await home.newcomer(MEI)
    for label in ("👪", "➕"):
        home.phone(MEI).tap(label)
        await home.settle()


async def answered(home: Homeline, *labels: str) -> None:
    """Mei taps one answer after the other."""
    for label in labels:
        home.phone(MEI).tap(label)
        await home.settle()


async def test_adding_a_child_and_getting_the_invite_takes_at_most_ten_taps(home: Homeline) -> None:
    await asked_for_the_name(home)
    home.phone(MEI).say("Lily")
    await home.settle()
    taps = ["➕", "2018", "May", "🇨🇳", "🇦🇪"]
    await answered(home, *taps[1:])

    assert len(taps) <= 10
    assert home.phone(MEI).sees("You are invited to care for Lily together with Mei")
    assert link_in(home.phone(MEI)).startswith("https://t.me/homeline_bot?start=")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Lily", "Lily"),
        ("  莉莉 \n ", "莉莉"),
        ("<b>Lily</b> & co", "<b>Lily</b> & co"),
        ("Li\u202ely\u200f", "Lily"),
        ("🌸 Lily 👨\u200d👩\u200d👧", "🌸 Lily 👨\u200d👩\u200d👧"),
        ("L" * 4000, "L" * 40),
        ("{child}", "{child}"),
    ],
)
async def test_a_name_is_kept_as_the_family_writes_it(home: Homeline, typed: str, kept: str) -> None:
    await asked_for_the_name(home)
    home.phone(MEI).say(typed)
    await home.settle()
    await answered(home, "2018", "May", "🇨🇳", "🇦🇪")

    person = await home.app.store.run(lambda tx: people.by_telegram(tx, MEI.id))
    assert person is not None
    mine = await home.app.store.run(lambda tx: circles.of_person(tx, person.id))
    assert [circle.child.name for circle, _me in mine] == [kept]
    assert home.phone(MEI).sees(f"{kept}'s circle is ready")


async def test_what_is_no_name_is_asked_again_kindly(home: Homeline) -> None:
    await asked_for_the_name(home)
    mei = home.phone(MEI)
    blank = partial(mei.say, "\u200f\u202e")
    sends: list[Callable[[], object]] = [mei.sticker, mei.location, mei.contact, mei.photo, blank]
    for send in sends:
        send()
        await home.settle()
        assert "Please write the name" in mei.texts[-1]

    mei.say("Lily")
    await home.settle()
    assert mei.sees("When was Lily born?")


async def test_a_country_with_several_clocks_asks_for_the_nearest(home: Homeline) -> None:
    await asked_for_the_name(home)
    home.phone(MEI).say("Lily")
    await home.settle()
    await answered(home, "2018", "May", "🇨🇳", "🇷🇺")
    assert home.phone(MEI).sees("Which clock is the nearest?")
    await answered(home, "Yekaterinburg")

    person = await home.app.store.run(lambda tx: people.by_telegram(tx, MEI.id))
    assert person is not None
    assert person.zone == "Asia/Yekaterinburg"


async def test_more_countries_come_a_page_at_a_time(home: Homeline) -> None:
    await asked_for_the_name(home)
    home.phone(MEI).say("Lily")
    await home.settle()
    await answered(home, "2018", "May", "🔄", "🔄")
    assert home.phone(MEI).sees("Where does Lily live?")
    await answered(home, "🔄", "🇨🇳")

    assert home.phone(MEI).sees("Where do you work?")


async def test_a_guardian_without_a_link_starts_the_circle_and_invites_the_parent(home: Homeline) -> None:
    fang = await home.newcomer(FANG)
    for label in ("🏡", "➕"):
        fang.tap(label)
        await home.settle()
    fang.say("莉莉")
    await home.settle()
    fang.tap("2018")
    await home.settle()
    fang.tap("5")
    await home.settle()
    fang.tap("🇨🇳")
    await home.settle()
    fang.tap("👵")
    await home.settle()

    mei = await home.newcomer(MEI, link_in(fang).rpartition("=")[2])
    mei.tap("Mum")
    await home.settle()
    fang.tap("✅")
    await home.settle()
    assert mei.sees("Welcome to 莉莉's circle")
    assert fang.keyboard is not None
    await home.until(19, 31)
    fang.tap("🙂")
    await home.settle()
    assert mei.sees("莉莉 is well")


async def test_the_parent_who_begins_says_in_one_tap_who_they_are_and_the_child_hears_that_word(home: Homeline) -> None:
    link = await home.child()
    mei = home.phone(MEI)
    created = next(each for each in mei.messages if "And who are you to Lily?" in each.words)
    mei.tap("🧑 Mum", message=created)
    await home.settle()
    assert created.words.endswith("🧑 Mum ✅")
    assert not any(each.text.startswith("🧑") for row in created.buttons for each in row)
    assert link_in(mei) == link  # what is to be forwarded still stands below

    fang = await home.joined(replace(FANG, language_code="en"), link, "👵")
    await tap(home, fang, "🏠", "⚙️", "👥", "📖")

    assert "It tells Mum," in fang.last.words
    assert "Mei" not in fang.last.words


async def test_a_parent_at_home_is_asked_and_invites_the_one_who_is_away(home: Homeline) -> None:
    await asked_for_the_name(home)
    mei = home.phone(MEI)
    mei.say("Lily")
    await home.settle()
    await answered(home, "2018", "May", "🇨🇳", "🏡 With Lily", "🧑 Mum")

    assert mei.sees("Forward the next message to Lily's parent.")
    assert mei.keyboard is not None
    jun = await home.joined(FATHER, link_in(mei), "🧑 Dad")
    await tap(home, mei, "🏠", "⚙️", "👥", "📖")
    assert "asks Mum how you are. It tells Dad," in mei.last.words
    await home.until(19, 31)
    await tap(home, mei, "🙂")

    assert jun.sees("Lily is well, says Mei (mum).")
    assert not jun.sees("How is Lily today?")


async def test_somebody_else_cannot_say_who_the_parent_is(home: Homeline) -> None:
    _mei, fang = await home.family()

    press = fang.press("i_am:1:mother", fang.last)
    await home.settle()

    assert press.answer is not None
    child = await home.app.store.run(lambda tx: circles.get(tx, 1))
    assert child is not None
    assert [each.kin for each in child.parents] == ["parent"]


async def test_buttons_of_a_half_done_question_skip_no_step_after_home(home: Homeline) -> None:
    await asked_for_the_name(home)
    mei = home.phone(MEI)
    mei.say("Lily")
    await home.settle()
    years = mei.last
    mei.tap("🏠")
    await home.settle()
    for data in (
        "born_in:5",
        "country:child:CN",
        "country:me:ZZ",
        "city:me:9",
        "kin:aunt",
    ):
        press = mei.press(data, years)
        await home.settle()
        assert press.answer, data

    assert not mei.sees("circle is ready")


async def test_a_second_child_needs_no_second_workplace(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    for label in ("🏠", "⚙️", "➕"):
        mei.tap(label)
        await home.settle()
    mei.say("Tom")
    await home.settle()
    for label in ("2020", "Jan", "🇨🇳"):
        mei.tap(label)
        await home.settle()

    assert mei.sees("Tom's circle is ready")


async def test_a_country_that_is_typed_is_the_place_and_never_the_childs_name(home: Homeline) -> None:
    mei = await home.newcomer(MEI)
    await tap(home, mei, "👪", "➕")
    await say(home, mei, "Sam")
    await say(home, mei, "2018")
    await say(home, mei, "may")
    assert mei.texts[-1] == "Where does Sam live?"
    await say(home, mei, "with Grandma")
    assert mei.texts[-1] == "Please write the country, or a large city in it."
    await say(home, mei, "ROMÂNIA")
    assert mei.texts[-1] == "Where do you work?"
    await tap(home, mei, "✏️")
    assert mei.texts[-1] == "Please write the country, or a large city in it."
    await say(home, mei, "Perth")

    assert mei.sees("Sam's circle is ready.")
    assert not mei.sees("Romania")
    person = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert person is not None
    assert (person.country, person.zone) == ("AU", "Australia/Perth")


async def test_who_does_something_else_in_between_is_led_back_and_types_nothing_again(home: Homeline) -> None:
    await asked_for_the_name(home)
    mei = home.phone(MEI)
    await say(home, mei, "Lily")
    await tap(home, mei, "2018")
    card = mei.last
    await say(home, mei, "🏠 Home")
    assert mei.texts[-1] == "You were adding Lily. Go on?"
    told = len(mei.texts)
    await say(home, mei, "🏠 Home")
    assert "You were adding Lily. Go on?" not in mei.texts[told:]  # once is enough
    await tap(home, mei, "👪", "➕ Child")
    assert mei.texts[-1] == "You were adding Lily. Go on?"
    await tap(home, mei, "✅ Yes")
    assert "In which month" in mei.texts[-1]
    await say(home, mei, "🏠 Home")
    mei.press("born_in:6", card)  # an older card works as well
    await home.settle()
    await tap(home, mei, "🇨🇳", "🇦🇪")
    assert mei.sees("You are invited to care for Lily together with Mei")
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert (circle.child.name, circle.child.birth_year, circle.child.birth_month) == ("Lily", 2018, 6)
    told = len(mei.texts)
    await tap(home, mei, "🏠")
    assert not any("You were adding" in each for each in mei.texts[told:])
    mei.press("child_go_on", card)
    await home.settle()
    assert await read(home, lambda tx: circles.get(tx, 2)) is None


async def test_another_child_may_be_meant(home: Homeline) -> None:
    await asked_for_the_name(home)
    mei = home.phone(MEI)
    await say(home, mei, "Lily")
    await say(home, mei, "🏠 Home")
    await tap(home, mei, "➕ Another child")
    assert mei.texts[-1] == "What do you call the child at home? Write just the name."
    await say(home, mei, "Tom")
    assert mei.texts[-1] == "When was Tom born?"
    await say(home, mei, "🏠 Home")
    assert mei.texts[-1] == "You were adding Tom. Go on?"
