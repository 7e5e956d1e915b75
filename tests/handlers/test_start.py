"""START: consent in three taps, then who you are."""

from dataclasses import replace

import pytest

from bot.queries.circle import people
from bot.simulator.cast import FANG, IVAN, MEI, ZHAO
from tests.homeline import Homeline


async def test_nobody_gets_further_without_the_main_yes(home: Homeline) -> None:
    mei = home.phone(MEI)
    mei.start()
    await home.settle()
    assert mei.sees("Telegram and who runs this bot could read it")

    mei.tap("❌")
    await home.settle()
    assert mei.sees("All right. You can come back any time.")
    mei.say("hello?")
    await home.settle()

    assert "All right?" in mei.texts[-1]
    assert not any("parent" in each.text for row in mei.last.buttons for each in row)


async def test_a_refusal_can_be_taken_back(home: Homeline) -> None:
    mei = home.phone(MEI)
    mei.start()
    await home.settle()
    for label in ("❌", "↩️", "✅", "✅", "✅"):
        mei.tap(label)
        await home.settle()

    assert mei.sees("Who are you?")


async def test_health_notes_and_voice_can_be_declined_and_the_rest_goes_on(home: Homeline) -> None:
    mei = await home.newcomer(MEI, health="❌", voice="❌")

    person = await home.app.store.run(lambda tx: people.by_telegram(tx, MEI.id))
    assert person is not None
    assert (person.health_notes, person.voice, person.is_ready) == (False, False, True)
    assert mei.sees("Who are you?")


async def test_the_first_start_takes_at_most_six_taps(home: Homeline) -> None:
    mei = await home.newcomer(MEI)
    taps = 3
    mei.tap("👪")
    await home.settle()
    taps += 1

    assert taps <= 6
    assert mei.sees("Add your child.")


async def test_a_teacher_without_a_link_learns_how_a_school_joins(home: Homeline) -> None:
    zhao = await home.newcomer(ZHAO)
    zhao.tap("🎓")
    await home.settle()

    assert zhao.sees("A school joins first.")


async def test_starting_again_shows_the_menu_and_not_consent(home: Homeline) -> None:
    mei, _fang = await home.family()
    mei.start()
    await home.settle()

    assert "Here you are close to Lily" in mei.texts[-1]


async def test_somebody_without_a_language_or_a_name_is_welcome(home: Homeline) -> None:
    nameless = home.phone(replace(IVAN, first_name="\u202e", last_name=None, username=None, language_code=None))
    nameless.start()
    await home.settle()

    assert nameless.sees("Homeline keeps you close to your child")


async def test_a_forged_consent_button_does_nothing(home: Homeline) -> None:
    mei = home.phone(MEI)
    mei.start()
    await home.settle()
    for data in ("agree:core:perhaps", "agree:everything:yes", "agree", "role:parent", "home", "::::", "x" * 64):
        mei.press(data, mei.last)
        await home.settle()

    person = await home.app.store.run(lambda tx: people.by_telegram(tx, MEI.id))
    assert person is not None
    assert not person.consented


@pytest.mark.parametrize("words", ["{link}", "Mum sent me this: {bare} what is it?", "{token}"])
async def test_a_pasted_invite_opens_as_if_it_had_been_tapped_also_before_consent(home: Homeline, words: str) -> None:
    link = await home.child()
    fang = home.phone(FANG)
    fang.say(words.format(link=link, bare=link.removeprefix("https://"), token=link.rpartition("=")[2]))
    await home.settle()
    for label in ("✅", "✅", "✅", "👵"):
        fang.tap(label)
        await home.settle()

    assert home.phone(MEI).sees("wants to join as Lily's grandmother")


async def test_an_invite_below_a_picture_opens_in_the_middle_of_something_else(home: Homeline) -> None:
    link = await home.child()
    fang = await home.newcomer(FANG)
    for tap in ("🏡", "➕"):  # a child is being added
        fang.tap(tap)
        await home.settle()
    fang.photo(caption=f"the page on the wall says {link}")
    await home.settle()
    fang.tap("👵")
    await home.settle()

    assert home.phone(MEI).sees("wants to join as Lily's grandmother")
    assert not fang.sees("I did not get that")


async def test_an_invite_that_was_cut_off_is_answered_kindly(home: Homeline) -> None:
    fang = await home.newcomer(FANG)
    fang.say("t.me/homeline_bot?start=q3VnXv0")
    await home.settle()

    assert "这个链接用不了了" in fang.texts[-1]
