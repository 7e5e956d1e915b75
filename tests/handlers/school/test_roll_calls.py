"""📋 The roll call: one tap for each child who is not there, one card, and nobody told twice."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline
from tests.households import since, tap

HERE_AFTER_ALL = "📋 Lily's family believes that Lily is at home today. Is Lily in class?"
QUESTION = "Do you know where Lily is?"


def asked(phone: Phone) -> int:
    """How often home is asked."""
    return sum(QUESTION in text for text in phone.texts)


async def test_one_tap_for_each_absent_child_then_their_families_are_asked_once(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben", "Ana"])
    await tap(home, zhao, "📋 Roll call")
    card, before = zhao.last, len(zhao.texts)
    assert zhao.texts[-1] == "📋 Class 3B, Mon, Nov 23. Tap who is not here."
    await tap(home, zhao, "Lily", "Ben", "Ben")
    assert zhao.texts[-1].endswith("Not here: Lily.")
    assert asked(fang) == 0
    done = data_of(zhao, "✅")
    for _ in range(5):
        zhao.press(done, card)
    await home.settle()

    assert asked(fang) == 1
    assert len(zhao.texts) == before
    assert zhao.texts[-1] == "📋 Class 3B, Mon, Nov 23.\nAsked: Lily\nIs a child here after all? Tap ↩️."
    await tap(home, fang, "✅")
    assert zhao.texts[-1].startswith("📋 Class 3B, Mon, Nov 23.\n✅ The family knows: Lily")
    assert len(zhao.texts) == before  # the card says so, and nothing rings


async def test_what_the_teacher_has_found_out_is_not_said_to_be_known_by_the_family(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await home.later(minutes=30)
    await home.later(minutes=30)
    await tap(home, zhao, "✅ I found out")

    assert zhao.sees("✅ The school knows: Lily")
    assert not zhao.sees("The family knows")


async def test_a_second_roll_call_on_the_same_day_corrects_the_first(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    before = len(mei.texts)
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done", "📋 Correct")
    assert zhao.texts[-1].endswith("Not here: Lily.")
    await tap(home, zhao, "✅ Done")
    assert asked(fang) == 1

    await tap(home, zhao, "📋 Roll call", "❌ Lily", "Ben", "✅ Done")
    assert fang.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."
    assert asked(fang) == 0
    assert "Asked: Ben" in zhao.texts[-1]
    await home.later(hours=1)
    assert since(mei, before) == []


async def test_one_child_is_taken_back_and_nothing_changes_of_the_others(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await tap(home, zhao, "📋 Roll call", "Lily", "Ben", "✅ Done")
    assert {button.text for button in zhao.last.buttons[0]} == {"↩️ Ben", "↩️ Lily"}
    ben, card = data_of(zhao, "↩️ Ben"), zhao.last
    zhao.press(ben, card)
    zhao.press(ben, card)
    await home.settle()
    assert zhao.texts[-1] == "📋 Class 3B, Mon, Nov 23.\nAsked: Lily\nIs a child here after all? Tap ↩️."
    assert asked(fang) == 1
    await tap(home, zhao, "↩️ Lily")
    assert fang.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."
    assert zhao.texts[-1].endswith("Everybody is here.")
    await home.later(hours=2)
    assert not [each for each in zhao.texts if "Nobody has answered" in each]


async def test_who_is_at_home_as_home_has_said_is_not_said_to_be_in_class_by_a_slip(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, fang, "🤒", "🌡")
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done", "📋 Correct")
    before = len(mei.texts) + len(fang.texts)
    await tap(home, zhao, "❌ Lily")
    assert zhao.texts[-1] == HERE_AFTER_ALL
    assert not any(word in zhao.texts[-1] for word in ("ill", "fever"))
    await tap(home, zhao, "❌ Not here")
    assert zhao.texts[-1].endswith("Not here: Lily.")
    await tap(home, zhao, "✅ Done")
    assert zhao.sees("✅ The family knows: Lily")
    assert len(mei.texts) + len(fang.texts) == before

    await tap(home, zhao, "📋 Correct", "❌ Lily", "✅ In class")
    assert "Not here" not in zhao.texts[-1]
    assert len(mei.texts) + len(fang.texts) == before
    await tap(home, zhao, "✅ Done")
    assert fang.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."


async def test_below_a_finished_card_who_is_ill_at_home_is_asked_about_and_one_yes_tells_home(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await tap(home, fang, "🤒", "🌡")
    await tap(home, zhao, "📋 Roll call", "Lily", "Ben", "✅ Done")
    card, finished = zhao.last, zhao.texts[-1]
    before = len(mei.texts) + len(fang.texts)
    await tap(home, zhao, "↩️ Lily")
    assert zhao.texts[-1] == HERE_AFTER_ALL
    assert not any(word in zhao.texts[-1] for word in ("ill", "fever"))
    yes = data_of(zhao, "✅")
    await tap(home, zhao, "❌ Not here")
    assert zhao.texts[-1] == finished
    assert len(mei.texts) + len(fang.texts) == before

    await tap(home, zhao, "↩️ Lily", "✅ In class")
    assert fang.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\n✅ Lily is in class."
    assert zhao.texts[-1] == "📋 Class 3B, Mon, Nov 23.\nAsked: Ben\nIs a child here after all? Tap ↩️."
    assert zhao.last is card
    told = len(fang.texts)
    zhao.press(yes, card)  # once more, from an older card
    await home.settle()
    assert zhao.toast == OVER
    assert len(fang.texts) == told

    await tap(home, zhao, "↩️ Ben")  # of whom home has said nothing
    assert zhao.texts[-1].endswith("Everybody is here.")


async def test_a_question_below_a_finished_card_leaves_a_card_that_was_opened_again_as_it_is(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, fang, "🤒", "🌡")
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done", "↩️ Lily")
    question, yes, no = zhao.last, data_of(zhao, "✅"), data_of(zhao, "❌")
    await tap(home, zhao, "🏠", "🎓 3B", "📋")
    before = len(fang.texts)
    for each in (yes, no):
        zhao.press(each, question)
        await home.settle()
        assert zhao.toast == OVER
    assert len(fang.texts) == before
    assert any("Not here: Lily." in each for each in zhao.texts)


async def test_who_stays_at_home_is_asked_about_and_an_old_yes_marks_nobody(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await tap(home, fang, "🏠", "🏫 No school today")
    await tap(home, zhao, "📋 Roll call", "❌ Lily")
    assert zhao.texts[-1] == HERE_AFTER_ALL
    card, yes = zhao.last, data_of(zhao, "✅")
    await tap(home, zhao, "✅ In class")
    zhao.press(yes, card)
    await home.settle()
    assert "Not here" not in zhao.texts[-1]
    await tap(home, zhao, "✅ Done")
    assert fang.texts[-1].endswith("✅ Lily is in class.")


async def test_who_has_come_after_home_was_asked_is_taken_back_without_a_question(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await tap(home, fang, "✅ I know")
    await tap(home, zhao, "📋 Correct", "❌ Lily")
    assert "Not here" not in zhao.texts[-1]
    assert not zhao.sees("after all?")


async def test_when_everybody_is_here_nobody_is_asked(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    before = len(mei.texts) + len(fang.texts)
    await tap(home, zhao, "📋 Roll call", "✅ Done")

    assert zhao.texts[-1].endswith("Everybody is here.")
    await home.later(hours=1)
    assert len(mei.texts) + len(fang.texts) == before


async def test_yesterdays_card_is_over_and_today_begins_anew(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await tap(home, zhao, "📋 Roll call", "Lily")
    card, done = zhao.last, data_of(zhao, "✅")
    await home.later(hours=24)
    zhao.press(done, card)
    await home.settle()

    assert zhao.toast == OVER
    assert asked(fang) == 0
    await tap(home, zhao, "📋 Roll call")
    assert "Not here" not in zhao.texts[-1]


async def test_a_family_never_reads_of_another_child(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await fill_class(home, ["Ben", "Ana"])
    await tap(home, zhao, "📋 Roll call", "Lily", "Ben", "Ana", "✅ Done")
    await home.later(hours=1)

    assert not any("Ben" in text or "Ana" in text for phone in (mei, fang) for text in phone.texts)


async def test_a_class_of_sixty_stands_on_one_card_and_larger_ones_on_two(home: Homeline, zhao: Phone) -> None:
    await fill_class(home, [f"Child {number:02}" for number in range(1, 60)])
    await tap(home, zhao, "📋 Roll call")
    assert len([button for row in zhao.last.buttons for button in row]) == 63

    await fill_class(home, ["Zoe"])
    await tap(home, zhao, "📋 Roll call", "Child 07", "🔄", "Zoe")
    assert zhao.texts[-1].endswith("Not here: Child 07, Zoe.")
    assert next(button.text for row in zhao.last.buttons for button in row) == "❌ Zoe"
