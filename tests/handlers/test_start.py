"""START: consent in three taps, then who you are."""

from dataclasses import replace

import pytest

from bot.queries.circle import people
from bot.services.school import schools
from bot.simulator.cast import FANG, IVAN, MEI, ZHAO
from tests.homeline import Homeline
from tests.households import FATHER, GRANDMA, english_family, invite, read, say, tap


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

    assert nameless.sees("Homeline brings a child's family together")


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
    await tap(home, fang, "🏡", "➕")  # a child is being added
    fang.photo(caption=f"the page on the wall says {link}")
    await home.settle()
    fang.tap("👵")
    await home.settle()

    assert home.phone(MEI).sees("wants to join as Lily's grandmother")
    assert not fang.sees("I did not get that")


@pytest.mark.parametrize("how", ["words", "caption", "button"])
async def test_an_invite_hidden_behind_words_or_a_button_opens_too(home: Homeline, how: str) -> None:
    link = await home.child()
    fang = await home.newcomer(FANG)
    if how == "words":
        fang.say("Tap here 👵", link=link)
    elif how == "caption":
        fang.photo("Lily's door", link=link)
    else:
        fang.forward("Lily's door", button=link)
    await home.settle()
    await tap(home, fang, "👵")

    assert home.phone(MEI).sees("wants to join as Lily's grandmother")


async def test_a_link_to_somewhere_else_behind_words_is_no_invite(home: Homeline) -> None:
    fang = await home.newcomer(FANG)
    fang.say("Look at this", link="https://example.org/?start=q3VnXv0-9tL2mBzK_aWcRg")
    await home.settle()
    assert not fang.sees("This link does not work any more")


async def test_an_invite_that_was_cut_off_is_answered_kindly(home: Homeline) -> None:
    fang = await home.newcomer(FANG)
    fang.say("t.me/homeline_bot?start=q3VnXv0")
    await home.settle()

    assert "这个链接用不了了" in fang.texts[-1]


OF_PARENTS, AT_HOME, OF_TEACHERS = "close to your child", "tells parents how the child is", "pupils' families"


@pytest.mark.parametrize(
    ("role", "invited", "own"),
    [
        ("Looks after", "Mei invites you to Lily's circle. I ask how Lily is, one tap answers.", AT_HOME),
        ("A stand-in", "Mei asks you to step in for Lily at times.", AT_HOME),
        ("A parent", "Mei invites you to Lily's circle. News comes here, one tap answers it.", OF_PARENTS),
    ],
)
async def test_the_first_card_says_who_invites_and_what_a_tap_does_in_the_words_of_each_role(
    home: Homeline, role: str, invited: str, own: str
) -> None:
    await home.child()
    phone = home.phone(FATHER)
    phone.start((await invite(home, role)).rpartition("=")[2])
    await home.settle()

    assert phone.last.words.startswith(invited)
    assert len(phone.last.words.partition("\n\n")[2]) <= 200
    assert [each for each in (OF_PARENTS, AT_HOME, OF_TEACHERS) if each in phone.last.words] == [own]
    assert [each.text[0] for row in phone.last.buttons for each in row][:3] == ["✅", "❌", "🌐"]


async def test_a_teacher_agrees_to_what_a_teacher_does(home: Homeline) -> None:
    token = await read(home, lambda tx: schools.add(tx, "Village school"))
    zhao = home.phone(ZHAO)
    zhao.start(token)
    await home.settle()
    await tap(home, zhao, "🌐", "English")
    assert zhao.last.words.startswith("Village school invites you.")
    assert len(zhao.last.words.partition("\n\n")[2]) <= 200
    await tap(home, zhao, "✅")
    assert zhao.last.words.startswith("May Homeline pass on that a pupil is ill")
    await tap(home, zhao, "✅")
    assert zhao.last.words == "May Homeline pass on your voice messages and photos to the families?"
    await tap(home, zhao, "✅", "🏠", "☂️", "How it works")
    assert "📋 is the roll call." in zhao.last.words


async def test_who_comes_without_a_link_reads_nobody_elses_words_and_finds_the_languages(home: Homeline) -> None:
    ivan = home.phone(IVAN)
    ivan.start()
    await home.settle()

    assert not any(each in ivan.last.words for each in (OF_PARENTS, AT_HOME, OF_TEACHERS, "invites you"))
    assert [each.text[0] for row in ivan.last.buttons for each in row][:3] == ["✅", "❌", "🌐"]


async def test_a_link_that_leads_nowhere_any_more_names_nobody_before_consent(home: Homeline) -> None:
    used = await home.child()
    await home.joined(GRANDMA, used, "👵")
    ivan = home.phone(replace(IVAN, language_code="en"))
    ivan.start(used.rpartition("=")[2])
    await home.settle()

    assert "Lily" not in ivan.last.words
    assert "Mei" not in ivan.last.words


async def test_how_it_works_is_told_to_each_as_who_they_are(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for phone in (mei, fang):
        await tap(home, phone, "🏠", "☂️", "How it works")

    assert mei.last.words.startswith("I ask at home how your child is.")
    assert fang.last.words.startswith("I ask how the child is. One tap answers")
    assert "your child" not in fang.last.words


async def test_words_with_a_link_to_another_bot_go_where_they_were_meant_to_go(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    quiz = "Play this with Lily: https://t.me/quiz_bot?start=x"

    await tap(home, mei, "🏠", "🎤")
    await say(home, mei, f"{quiz} tonight")
    assert fang.sees(f"{quiz} tonight")
    await home.notice(f"{quiz} at home")
    assert fang.sees(f"{quiz} at home")
    await tap(home, fang, "🏠", "🎓 School", "✉️")
    await say(home, fang, f"{quiz} in class")
    assert home.phone(ZHAO).sees(f"{quiz} in class")
    await tap(home, fang, "🏠", "🤒", "🌡", "➕ Add something")
    await say(home, fang, f"{quiz} when she lies down")
    assert mei.sees(f"{quiz} when she lies down")
    assert not any(phone.sees("This link does not work any more") for phone in (mei, fang, home.phone(ZHAO)))


async def test_a_link_that_is_to_be_passed_on_goes_on_with_the_words_around_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    link = await invite(home, "A stand-in")

    await tap(home, mei, "🏠", "🎤")
    await say(home, mei, f"Give this to Aunt Li: {link}")
    assert fang.sees(f"Give this to Aunt Li: {link}")
    await home.notice(f"Whoever is new in 3B: {poster}")
    assert fang.sees(f"Whoever is new in 3B: {poster}")
    assert not any("link" in text for text in (mei.texts[-1], home.phone(ZHAO).texts[-1]))


async def test_a_link_that_leads_on_opens_also_while_something_is_written(home: Homeline) -> None:
    mei, fang = await english_family(home)
    link = await home.child(FATHER, "Tom")
    await tap(home, fang, "🏠", "🎤")
    await say(home, fang, f"My son has sent me this: {link}")
    assert "Tom" in fang.texts[-1]
    assert not mei.sees("My son has sent me this")
