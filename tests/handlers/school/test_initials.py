"""A family taps the letter of the surname: the teacher sees whom it finds, and who holds a poster learns of nobody."""

from dataclasses import replace

import pytest

from bot.queries.school import enrolments, rosters
from bot.simulator.cast import FANG, IVAN, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.homeline import Homeline
from tests.households import english_family, say, tap

LIST = "1 Wang Lily 2018\n2 Karimov Anvar 2018\n3 Qodirov Anvar 2018\n4 Karimov Botir 2018"
ASKS = "With which letter does Lily's surname begin?"


async def listed(home: Homeline, words: str = LIST) -> str:
    """Class 3B with a list and no family; the link on its poster."""
    zhao = await home.school()
    poster = await home.class_room()
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, words)
    await tap(home, zhao, "✅")
    return poster


async def asks(home: Homeline, poster: str, name: str, letter: str, person: int) -> Phone:
    """Somebody new scans the poster, adds a child and taps a letter."""
    spec = replace(IVAN, id=IVAN.id + person, language_code="en", first_name="Olim")
    phone = await home.newcomer(spec, poster.rpartition("=")[2])
    await tap(home, phone, "🏡", "➕")
    phone.say(name)
    await home.settle()
    await tap(home, phone, "2018", "May", "🇨🇳", "👵", "✅", *([letter] if letter else []))
    return phone


async def tied(home: Homeline) -> dict[str, int | None]:
    return await home.app.store.run(lambda tx: {each.line.name: each.child_id for each in rosters.of_class(tx, 1)})


async def here(home: Homeline) -> list[int]:
    return await home.app.store.run(lambda tx: enrolments.children(tx, 1))


async def test_a_letter_finds_the_line_the_teacher_sees_it_and_one_tap_ties_it(home: Homeline) -> None:
    mei, _ = await english_family(home)
    poster = await listed(home)
    zhao = home.phone(ZHAO)
    mei.open(poster)
    await home.settle()
    await tap(home, mei, "✅")
    assert ASKS in mei.texts[-1]
    assert "Is Lily in your class?" in zhao.texts[-1]  # nothing waits for the letter
    assert "On your list" not in zhao.texts[-1]
    shown = len(zhao.messages)

    await tap(home, mei, "W")
    assert mei.texts[-1] == "Thank you: W. Lily's teacher is asked to say yes. I write to you then."
    assert zhao.texts[-1].endswith("Is Lily in your class?\nOn your list: 1 Wang Lily · 2018.")
    assert len(zhao.messages) == shown  # the card has changed where it stands
    await tap(home, zhao, "✅")
    assert await tied(home) == {"Wang Lily": 1, "Karimov Anvar": None, "Qodirov Anvar": None, "Karimov Botir": None}
    assert "Wang Lily is in class 3B now." in zhao.texts[-1]
    assert not mei.sees("Wang Lily")

    await tap(home, zhao, "↩️")
    assert set((await tied(home)).values()) == {None}
    assert "On your list: 1 Wang Lily · 2018." in zhao.texts[-1]


async def test_whoever_holds_the_poster_reads_the_same_whoever_is_in_the_class(home: Homeline) -> None:
    said = []
    for place, words in enumerate(("1 Wang Lily 2018", "1 Zilola 2009")):
        teacher = replace(ZHAO, id=ZHAO.id + 100 + place)
        zhao = await home.school(teacher, "Village school")
        poster = await home.class_room(teacher)
        await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
        await say(home, zhao, words)
        await tap(home, zhao, "✅")
        ivan = await asks(home, poster, "Lily", "", place)
        before = ivan.texts[-1], [label for label in labels(ivan.last) if len(label) == 1]
        await tap(home, ivan, "W")
        said.append((*before, ivan.texts[-1], labels(ivan.last)))

    assert said[0] == said[1]
    assert said[0][1] == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


async def test_all_takes_whom_the_list_names_and_asks_about_the_others(home: Homeline) -> None:
    poster = await listed(home)
    zhao = home.phone(ZHAO)
    for place, (name, letter) in enumerate([("Anvar", "K"), ("Lily", "W"), ("Boti", "K"), ("Tom", "")]):
        await asks(home, poster, name, letter, place)
    assert zhao.texts[-1] == (
        "Waiting to join class 3B:\n✅ Anvar: 2 Karimov Anvar · 2018\n✅ Lily: 1 Wang Lily · 2018\n"
        "Boti: perhaps 4 Karimov Botir · 2018\nTom\n"
        "Those on your list come in with one tap. I ask about the others one by one."
    )
    await tap(home, zhao, "✅ On the list: 2")
    assert (await tied(home))["Karimov Anvar"] == 1
    assert (await tied(home))["Wang Lily"] == 2
    assert await here(home) == [1, 2]
    assert "In class 3B now: Wang Lily, Karimov Anvar. Their families are told." in zhao.texts[-1]
    assert zhao.texts[-1].endswith("Boti: perhaps 4 Karimov Botir · 2018\nTom")
    accepted = zhao.last

    await home.later(minutes=1)
    await tap(home, zhao, "✅ Boti")
    assert "Which line of your list is it?" in zhao.texts[-1]
    assert labels(zhao.last)[:3] == ["✅ 4 Karimov Botir · 2018", "✅ Another line", "❌ No"]
    await tap(home, zhao, "✅ 4 Karimov Botir", "✅")
    assert (await tied(home))["Karimov Botir"] == 3
    assert await here(home) == [1, 2, 3, 4]  # Tom is in the class, and on no line

    zhao.press("enrolled_back:1", accepted)
    await home.settle()
    assert await here(home) == [3, 4]
    assert (await tied(home))["Wang Lily"] is None
    assert (await tied(home))["Karimov Botir"] == 3


async def test_two_who_want_one_line_are_asked_about_and_a_yes_to_what_stood_there_before_counts_for_nothing(
    home: Homeline,
) -> None:
    poster = await listed(home)
    zhao = home.phone(ZHAO)
    await asks(home, poster, "Anvar", "K", 0)
    await asks(home, poster, "Lily", "W", 1)
    both = data_of(zhao, "✅ All 2")
    await asks(home, poster, "Anvar", "K", 2)
    assert "\nAnvar: perhaps 2 Karimov Anvar · 2018 or 4 Karimov Botir · 2018\n✅ Lily: 1 Wang Lily" in zhao.texts[-1]
    assert "\nAnvar 2: perhaps 2 Karimov Anvar · 2018" in zhao.texts[-1]
    zhao.press(both, zhao.last)
    await home.settle()
    assert await here(home) == []

    await tap(home, zhao, "✅ Anvar 2", "✅ 2 Karimov")
    assert (await tied(home))["Karimov Anvar"] == 3
    zhao.press("enrolled_as:1:2", zhao.last)  # the other one's button, from before
    await home.settle()
    assert zhao.toast == OVER
    assert await here(home) == [3]


async def test_without_a_list_no_letter_is_asked_for(home: Homeline) -> None:
    mei, _ = await english_family(home)
    await home.school()
    mei.open(await home.class_room())
    await home.settle()
    await tap(home, mei, "✅")
    assert mei.texts[-1] == "Thank you. Lily's teacher is asked to say yes. I write to you then."


async def test_a_letter_is_changed_until_the_teacher_has_answered_and_by_the_family_alone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    poster = await listed(home)
    zhao, ivan = home.phone(ZHAO), await home.newcomer(IVAN)
    mei.open(poster)
    await home.settle()
    await tap(home, mei, "✅", "K")
    assert "On your list" not in zhao.texts[-1]
    await tap(home, mei, "↩️", "W")
    assert "On your list: 1 Wang Lily · 2018." in zhao.texts[-1]
    for phone in (ivan, zhao):
        phone.press("initial:1:K", phone.last)
        await home.settle()
    assert "On your list: 1 Wang Lily · 2018." in zhao.texts[-1]

    await tap(home, zhao, "✅")
    for phone, press in ((mei, "initial:1:K"), (mei, "initial_back:1"), (fang, "initial:1:K")):
        phone.press(press, phone.last)
        await home.settle()
        assert phone.toast == OVER
    assert (await tied(home))["Wang Lily"] == 1


@pytest.mark.parametrize(("days", "kept"), [(29, "W"), (31, None)])
async def test_the_letter_is_forgotten_a_month_after_the_answer(home: Homeline, days: int, kept: str | None) -> None:
    mei, _ = await english_family(home)
    mei.open(await listed(home))
    await home.settle()
    await tap(home, mei, "✅", "W")
    await tap(home, home.phone(ZHAO), "✅")
    await home.later(days=days, minutes=5)
    found = await home.app.store.run(lambda tx: enrolments.get(tx, 1))
    assert found is not None
    assert found.initial == kept


async def test_a_grandmother_in_china_taps_by_surnames(home: Homeline) -> None:
    await english_family(home)
    poster = await listed(home, "1 王莉莉 2018")
    fang = home.phone(FANG)
    fang.say("/language")
    await home.settle()
    await tap(home, fang, "简体中文")
    fang.open(poster)
    await home.settle()
    await tap(home, fang, "✅", "W 王吴")
    assert "W 王吴" in fang.texts[-1]
    assert "Which line of your list is it?" in home.phone(ZHAO).texts[-1]  # Lily and 莉莉 share no sign
    assert labels(home.phone(ZHAO).last)[0] == "✅ 1 王莉莉 · 2018"
    assert not home.phone(MEI).sees("王")
