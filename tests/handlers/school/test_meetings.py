"""🪑 A teacher offers times to talk; each family takes one, moves it and gives it back, on both clocks."""

from dataclasses import replace

import pytest

from bot.simulator.cast import IVAN, LI, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import FATHER, GRANDMA, carried, english_family, second_parent, since, stand_in, tap
from tests.remembering import remembered

TALKS = {"Lily": ("Soon", "It is nearly time"), "Class 3B": ("Your talks",)}  # how a reminder goes on, line two
OTHER = replace(LI, id=LI.id + 50, first_name="Olga", language_code="en")


@pytest.fixture(name="mei")
@remembered
async def meis_phone(home: Homeline) -> Phone:
    """Mei's phone, far away; Lily lives with Grandma and is in Zhao's class 3B."""
    mei, _fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await home.until(12)
    return mei


@pytest.fixture(name="fang")
def fangs_phone(home: Homeline, mei: Phone) -> Phone:
    """Grandma's phone."""
    return home.phone(GRANDMA)


@pytest.fixture(name="zhao")
def zhaos_phone(home: Homeline, mei: Phone) -> Phone:
    """Ms. Zhao's phone."""
    return home.phone(ZHAO)


async def offered(home: Homeline, *choices: str) -> None:
    """From the class's page: a day, what else is chosen, and out it goes."""
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🪑")
    await tap(home, zhao, labels(zhao.last)[0], *choices, "📣 Offer")


def dates(home: Homeline, phone: Phone) -> str:
    """The newest file on a phone."""
    found = home.world.files.get(phone.last.file_id or "")
    assert found is not None
    return found.data.decode()


def reminders(phone: Phone, of: str) -> list[str]:
    """What has come under this first line."""
    below = [each.partition("\n")[2] for each in phone.texts if each.startswith(f"🪑 {of}\n")]
    return [each for each in below if each.startswith(TALKS[of])]


async def neighbours(home: Homeline) -> Phone:
    """Another family of the class, whose guardian reads English."""
    olga = await home.newcomer(OTHER)
    await tap(home, olga, "🏡", "➕")
    olga.say("Tom")
    await home.settle()
    await tap(home, olga, "2018", "May", "🇨🇳", "👵")
    return olga


async def test_a_teacher_offers_times_in_five_taps_and_a_family_takes_one_with_one(
    home: Homeline, mei: Phone, fang: Phone, zhao: Phone
) -> None:
    asked = len(fang.texts)
    await tap(home, zhao, "🏠", "🎓 3B", "🪑")
    assert not any("Offer" in each for each in labels(zhao.last))  # no day is chosen yet
    await tap(home, zhao, labels(zhao.last)[0], "📣 Offer 8 times")
    assert "🪑 Class 3B\nAt school, 15 minutes each: 0 of 8 taken." in zhao.texts[-1]

    (card,) = since(fang, asked)
    assert card.startswith("🪑 Class 3B, Zhao Lan\nA talk about Lily, 15 minutes at school.")
    assert "clock" not in card
    assert mei.texts[-1].endswith("A talk about Lily, 15 minutes at school.\nGrandma can choose a time, too.")
    assert labels(mei.last)[:2] == ["🪑 I can come", "✉️ Write to teacher"]
    await tap(home, mei, "🪑")
    assert "0 of 8 taken." in zhao.texts[-1]
    assert "First the school's clock, then yours." in mei.texts[-1]
    assert labels(mei.last)[0].endswith(" 16:00·12:00")
    assert labels(fang.last)[0].endswith(" 16:00")

    teacher, mother = len(zhao.texts), len(mei.texts)
    await tap(home, fang, labels(fang.last)[1])
    assert "You meet Zhao Lan at school: tomorrow, 16:15." in fang.texts[-1]
    assert "1 of 8 taken." in zhao.texts[-1]
    assert "16:15  Lily (Grandma)" in zhao.texts[-1]
    assert "Grandma has a time: tomorrow, 16:15 there, 12:15 for you." in mei.texts[-1]
    assert (len(zhao.texts), len(mei.texts)) == (teacher, mother)  # changed in place: nothing rings


async def test_a_time_is_moved_and_given_back_with_one_tap(home: Homeline, fang: Phone, zhao: Phone) -> None:
    await offered(home)
    await tap(home, fang, "🪑")
    first = fang.last
    await tap(home, fang, labels(fang.last)[1])
    assert "tomorrow, 16:30" in fang.texts[-1]
    assert "1 of 8 taken." in zhao.texts[-1]
    await tap(home, fang, "↩️ Free this time")
    assert "Tap the time that suits you." in fang.texts[-1]
    assert "0 of 8 taken." in zhao.texts[-1]

    fang.press("meeting_back:1", first)
    await home.settle()
    assert fang.toast == OVER


async def test_of_two_families_at_once_one_has_it_and_the_other_is_offered_the_next(
    home: Homeline, fang: Phone, zhao: Phone
) -> None:
    olga = await neighbours(home)
    link = next(word for text in zhao.texts for word in text.split() if "start=" in word)
    olga.open(link)
    await home.settle()
    await tap(home, olga, "✅")
    await tap(home, zhao, "✅")
    await offered(home)
    olga.tap("🪑")
    fang.tap("🪑")
    await home.settle()

    assert "You meet Zhao Lan at school: tomorrow, 16:00." in olga.texts[-1]
    assert "This time has just gone to somebody else." in fang.texts[-1]
    assert labels(fang.last)[0].endswith("16:15")
    assert "1 of 8 taken." in zhao.texts[-1]
    assert not olga.sees("Lily")
    assert not fang.sees("Tom")


async def test_by_phone_parents_far_away_choose_first_and_those_at_home_a_day_later(
    home: Homeline, mei: Phone, fang: Phone, zhao: Phone
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🪑")
    await tap(home, zhao, labels(zhao.last)[2], "🎓 At school", "📣 Offer")
    assert "Parents far away choose first, the others from" in zhao.texts[-1]
    assert "15 minutes by phone" in mei.texts[-1]
    assert not fang.sees("🪑")
    fang.press("meeting_take:1:1", fang.last)
    await home.settle()
    assert fang.toast == OVER  # also for who knows the button

    await home.later(hours=25)
    assert fang.sees("15 minutes by phone")
    fang.press("meeting_take:1:1", fang.last)
    await home.settle()
    assert fang.sees("You talk with Zhao Lan:")


async def test_who_is_far_away_is_shown_talks_by_phone_first(home: Homeline, mei: Phone, zhao: Phone) -> None:
    await offered(home, "🎓 At school")
    await offered(home, "⏰")
    assert labels(mei.last)[:2] == ["📞 By phone", "🪑 I can come"]
    await tap(home, mei, "📞")
    assert mei.sees("A talk about Lily, 15 minutes by phone.")
    assert not zhao.sees("1 of")


async def test_two_parents_who_know_nothing_of_each_other_each_have_a_time(
    home: Homeline, mei: Phone, fang: Phone, zhao: Phone
) -> None:
    jun = await second_parent(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "↔️", "✅")
    before = len(jun.texts)
    await offered(home)
    mei.press("meeting_take:1:1", mei.last)
    await home.settle()
    assert not any("Mei" in each or "has a time" in each for each in since(jun, before))
    jun.press("meeting_take:2:1", jun.last)
    await home.settle()

    assert jun.sees("You meet Zhao Lan at school: tomorrow, 16:15.")
    assert "has a time" not in "".join(since(mei, 0))
    assert "2 of 8 taken." in zhao.texts[-1]
    assert fang.sees("Mei has a time")
    jun.press("meeting_back:1", jun.last)
    await home.settle()
    assert jun.toast == OVER
    assert home.phone(FATHER).toast == OVER


async def test_both_sides_are_reminded_the_evening_before_and_half_an_hour_before(
    home: Homeline, mei: Phone, fang: Phone, zhao: Phone
) -> None:
    await offered(home)
    await tap(home, fang, "🪑")
    await home.until(18, 1)
    assert reminders(fang, "Lily") == ["Soon you meet Zhao Lan at school: tomorrow, 16:00."]
    assert reminders(zhao, "Class 3B") == ["Your talks, Wed, Nov 25:\n16:00  Lily (Grandma)"]

    await home.until(15, 31)
    assert reminders(fang, "Lily")[1:] == ["It is nearly time: you meet Zhao Lan at school, 16:00."]
    assert reminders(zhao, "Class 3B")[1:] == ["Your talks begin soon:\n16:00  Lily (Grandma)"]
    await home.until(16, 1)
    assert len(reminders(fang, "Lily")) == 2
    assert reminders(mei, "Lily") == []  # it is not hers
    fang.press("meeting_back:1", fang.last)
    await home.settle()
    assert fang.toast == OVER  # a time that has begun is nobody's to give back


async def test_a_file_for_the_calendar_goes_to_each_who_wants_it(home: Homeline, fang: Phone, zhao: Phone) -> None:
    await offered(home)
    await tap(home, fang, "🪑", "📅")
    assert "SUMMARY:Talk with Zhao Lan" in dates(home, fang)
    assert "DTSTART:20261125T080000Z\r\nDTEND:20261125T081500Z" in dates(home, fang)
    await tap(home, zhao, "📅")
    assert "SUMMARY:Talk: Lily" in dates(home, zhao)


async def test_all_are_called_off_kindly_and_others_offered(
    home: Homeline, mei: Phone, fang: Phone, zhao: Phone
) -> None:
    await offered(home)
    await tap(home, fang, "🪑")
    await tap(home, zhao, "⏹ Call off")
    assert "Call off all of them? 1 family is told." in zhao.texts[-1]
    far = len(mei.texts)
    await tap(home, zhao, "✅")
    assert "These talks are off." in zhao.texts[-1]
    assert (
        "The talk with Zhao Lan is off: tomorrow, 16:00.\nWhen there are new times, they come here." in fang.texts[-1]
    )
    assert "These times are no longer offered." in mei.texts[-1]
    assert len(mei.texts) == far
    fang.press("meeting_take:2:1", fang.last)
    await home.settle()
    assert fang.toast == OVER

    await home.until(18, 1)
    assert not fang.sees("Soon you meet")
    await offered(home)
    assert "Tap the time that suits you." in fang.texts[-1]


async def test_who_leaves_gives_the_time_back_and_the_teacher_hears_of_tomorrow(
    home: Homeline, mei: Phone, fang: Phone, zhao: Phone
) -> None:
    await offered(home)
    await tap(home, fang, "🪑")
    assert not zhao.sees("comes:")  # the evening's list says it
    await home.until(19)
    teacher = len(zhao.texts)
    await tap(home, mei, "🎓 About 3B", "👋", "✅")
    assert zhao.sees("0 of 8 taken.")
    assert any("Free again: tomorrow, 16:00." in each for each in since(zhao, teacher))
    assert fang.sees("These times are no longer offered.")
    await home.until(15, 31)
    assert len(reminders(fang, "Lily")) == 1


async def test_while_nothing_is_shared_only_those_at_home_are_asked(home: Homeline, mei: Phone, fang: Phone) -> None:
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    far = len(mei.texts)
    await offered(home)
    assert "Tap the time that suits you." in fang.texts[-1]
    assert not any("🪑" in each for each in since(mei, far))
    mei.press("meeting_take:1:1", mei.last)
    await home.settle()
    assert mei.toast is not None
    await tap(home, fang, "🪑")
    assert "You meet Zhao Lan at school: tomorrow, 16:00." in fang.texts[-1]


async def test_nobody_else_sees_or_takes_a_time(home: Homeline, mei: Phone, zhao: Phone) -> None:
    li = await stand_in(home)
    ivan = home.phone(IVAN)
    await home.newcomer(IVAN)
    await offered(home)
    assert not li.sees("🪑")
    for phone in (li, ivan):
        for data in ("meeting_take:1:1", "meeting:1:1:0", "meeting_list:1", "meeting_off_yes:1", "meeting_dates:1"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
    assert "0 of 8 taken." in zhao.texts[-1]
    await tap(home, mei, "🪑")
    assert home.phone(MEI).sees("Tap the time")
    assert carried(mei.last, "🪑").startswith("meeting_take:")


async def test_a_day_that_no_card_ever_bore_is_an_old_button(home: Homeline, zhao: Phone) -> None:
    await offered(home)
    before = len(zhao.texts)
    for day in ("000000", "729999", "999999"):
        for data in (f"meeting_plan:1:{day}:1:0:0:0", f"meeting_offer:1:{day}:1:0:0:0"):
            zhao.press(data, zhao.last)
            await home.settle()
            assert zhao.toast == OVER, data
    assert len(zhao.texts) == before
