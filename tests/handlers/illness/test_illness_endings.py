"""Three ways in which home ends an illness, each with ↩️, and none but 🌤 says that the child is better."""

import pytest
from sqlalchemy import select

from bot.db.tables import illness
from bot.db.transaction import Tx
from bot.simulator.phone import Phone
from tests.handlers.circle.test_same_child import ill_in_both
from tests.handlers.illness.illness_words import as_it_is_now, data_of
from tests.homeline import ZHAO, Homeline
from tests.households import read, since, tap
from tests.illness_cast import count, english_family, fever, labels, newest

HEAD = "🤒 Lily, from Grandma\n"
RESTS = "🩺 Lily has seen a doctor and rests now, says Grandma."
STOPPED = "From now on Grandma looks after Lily without my questions. Whether Lily is well, a call will tell."
AT_HOME = "I do not ask any more how Lily is.\nTell me when all is well. 🤒 is always there."
BETTER = "🌤 Lily is better, says Grandma."
NOW, TODAY = "How is Lily now?", "How is Lily today?"


def threads(tx: Tx) -> list[tuple[str, str | None]]:
    return [(row.state, row.outcome) for row in tx.all(select(illness).order_by(illness.c.id))]


async def asked(home: Homeline) -> tuple[Phone, Phone]:
    """A fever at 16:00 of which the mother knows, and the question of 20:00."""
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    await home.later(hours=4)
    return mei, fang


async def answer(home: Homeline, fang: Phone, *signs: str) -> None:
    """In the question, then in what stands in its place."""
    shown = newest(fang, NOW)
    for sign in signs:
        fang.press(data_of(as_it_is_now(fang, shown), sign), shown)
        await home.settle()


async def test_seen_by_a_doctor_and_resting_is_told_at_once_and_the_next_question_is_tomorrows(home: Homeline) -> None:
    mei, fang = await asked(home)
    await home.until(5, 30, zone="Asia/Dubai", day=1)  # her night
    begin = len(mei.texts)
    await answer(home, fang, "🩺", "🩺 Now resting")

    assert since(mei, begin)[-1] == HEAD + RESTS
    assert labels(mei.last)[:2] == ["❤️ Thanks", "🎤 Voice"]
    thanks = newest(fang, "do not ask today")
    assert thanks.words == "🩺 Thank you. Mei will see it.\nI let Lily rest, and do not ask today."
    assert labels(thanks)[:2] == ["🌤 Better", "↩️ Undo"]
    alert = newest(mei, "Lily is ill: fever").words.split("\n")
    assert alert[2].startswith("🩺 Lily saw a doctor, says Grandma.")  # what was said stays readable
    assert alert[-1] == RESTS
    assert not any("Seen" in each for each in alert)
    before = len(fang.texts)
    await home.until(20)
    assert not [each for each in since(fang, before) if "How is Lily" in each]
    await home.until(19, 45, day=1)
    assert count(fang, TODAY) == 1
    assert count(fang, NOW) == 1
    assert not any("better" in each for each in (*mei.texts, *fang.texts))

    fang.tap("🌤", message=thanks)
    await home.settle()
    assert mei.last.words == BETTER
    assert await read(home, threads) == [("closed", "better")]


async def test_a_heart_below_the_end_reaches_home_once_and_stands_on_it(home: Homeline) -> None:
    mei, fang = await asked(home)
    await answer(home, fang, "🌤")
    for _ in range(2):
        mei.press("ill_thank:1", mei.last)
        await home.settle()
    assert mei.last.words == f"{BETTER} ❤️"
    assert mei.toast == "❤️ Grandma will see it."
    assert fang.texts.count("Mei: ❤️ thank you") == 1
    mei.press("ill_unthank:1", mei.last)
    await home.settle()
    assert mei.last.words == BETTER
    fang.press("ill_thank:1", fang.last)
    await home.settle()
    assert "thank you" not in mei.texts[-1]


async def test_who_asks_for_no_more_questions_has_none_and_the_parents_read_so_without_an_all_clear(
    home: Homeline,
) -> None:
    mei, fang = await asked(home)
    await answer(home, fang, "⏹")

    assert mei.last.words == HEAD + STOPPED
    assert newest(fang, "any more").words == f"⏹ Thank you. Mei will see it.\n{AT_HOME}"
    await home.until(9, day=1)
    assert count(fang, NOW) == 0
    await home.until(19, 45)
    assert count(fang, TODAY) == 1
    assert not any("better" in each for each in (*mei.texts, *fang.texts))
    before = len(mei.texts)
    fang.press("ill_what:1:stomach", fang.last)
    mei.press("ill_seen:1", mei.last)
    await home.settle()
    assert since(mei, before) == []

    await fever(home, fang)
    assert await read(home, threads) == [("closed", "stopped"), ("open", None)]
    assert mei.last.words.startswith(f"{HEAD}Lily is ill: fever.")
    fang.press("ill_better:1", fang.last)  # of the one before: the child is ill
    fang.press("ill_reopen:1", fang.last)
    await home.settle()
    assert await read(home, threads) == [("closed", "stopped"), ("open", None)]
    assert not mei.sees("better")


@pytest.mark.parametrize(
    ("signs", "told"),
    [(("🌤",), BETTER), (("🩺", "🩺 Now resting"), HEAD + RESTS), (("⏹",), HEAD + STOPPED)],
    ids=["better", "resting", "stopped"],
)
async def test_each_end_is_taken_back_by_one_tap_for_ten_minutes(
    home: Homeline, signs: tuple[str, ...], told: str
) -> None:
    mei, fang = await asked(home)
    await answer(home, fang, *signs)
    assert mei.last.words == told
    await tap(home, fang, "↩️")

    assert mei.last.words == f"{HEAD}Grandma has taken this answer back. I go on asking at home."
    assert labels(newest(mei, "Lily is ill: fever"))[0] == "🤙 I am calling"
    assert newest(fang, "go on asking").words == (
        "All right. The others now read that it was sent by mistake.\nI go on asking how Lily is."
    )
    await home.until(8, 1, day=1)
    assert count(fang, NOW) == 1

    await answer(home, fang, *signs)
    await home.later(minutes=11)
    before = len(mei.texts)
    fang.press("ill_reopen:1", fang.last)
    await home.settle()
    assert since(mei, before) == []
    assert (await read(home, threads))[0][0] == "closed"


async def test_the_question_that_is_over_has_no_buttons_and_one_that_a_night_holds_is_never_asked(
    home: Homeline,
) -> None:
    _mei, fang = await asked(home)
    question = newest(fang, NOW)
    fang.tap("🌤", message=newest(fang, "Call NOW"))
    await home.settle()
    over = as_it_is_now(fang, question)
    assert over.words == BETTER
    assert [each for each in labels(over) if each[0] not in "🏠☂"] == []
    assert fang.last.words == "🌤 Thank you. Mei will see it."

    await home.until(20)
    await fever(home, fang)
    await home.until(2, day=1)  # the question waits for her morning
    fang.tap("🌤", message=newest(fang, "Call NOW"))
    await home.settle()
    before = len(fang.messages)
    await home.until(9)
    assert len(fang.messages) == before


async def test_a_button_older_than_what_is_new_ends_nothing(home: Homeline) -> None:
    mei, fang = await asked(home)
    stop = data_of(newest(fang, NOW), "⏹")
    await answer(home, fang, "🩺")
    doctor = newest(fang, "can stop asking")
    await home.until(8, 1, day=1)
    await answer(home, fang, "⛈")
    for data in (data_of(doctor, "🩺"), stop):
        fang.press(data, doctor)
        await home.settle()
        assert fang.toast == "There is something new about Lily below."
    assert await read(home, threads) == [("open", None)]
    assert not mei.sees(RESTS)


async def test_a_late_all_clear_that_is_taken_back_leaves_it_as_it_was(home: Homeline) -> None:
    mei, fang = await asked(home)
    await answer(home, fang, "⏹", "🌤")
    assert mei.last.words == BETTER
    await tap(home, fang, "↩️")
    assert mei.last.words == f"{HEAD}Grandma has taken this answer back."
    assert await read(home, threads) == [("closed", "stopped")]
    assert newest(mei, "Lily is ill: fever").words.endswith(STOPPED)


async def test_without_health_notes_no_end_says_a_word_of_illness(home: Homeline) -> None:
    mei, fang = await english_family(home, health="❌")
    await tap(home, fang, "🤒", "📞")
    await home.later(hours=4)
    shown = newest(fang, "And now?")
    assert [each[0] for each in labels(shown)[:3]] == ["✅", "📞", "⏹"]
    fang.press("ill_rest:1:0", shown)
    await home.settle()
    assert await read(home, threads) == [("open", None)]
    fang.tap("⏹", message=shown)
    await home.settle()
    assert mei.last.words == (
        "📞 Lily, from Grandma\nFrom now on Grandma looks after Lily without my questions. A call will tell you more."
    )


async def test_the_school_reads_neither_that_the_child_is_better_nor_of_a_doctor(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    await tap(home, mei, "🙏")
    await home.later(hours=4)
    await answer(home, fang, "🩺", "🩺 Now resting")
    assert any(each.endswith("Lily's family is taking care of it.") for each in zhao.texts)
    await tap(home, fang, "↩️")
    assert not any(each.endswith("taking care of it.") for each in zhao.texts)
    await tap(home, fang, "🌤")
    await home.until(12, day=1)
    assert zhao.texts.count("🌤 Lily is better.") == 1
    fang.press("ill_reopen:1", fang.last)
    await home.settle()
    assert not any("seen a doctor" in each or "over yet" in each for each in zhao.texts)


async def test_in_two_circles_of_one_child_it_ends_in_both_and_is_taken_back_and_cleared_in_both(
    home: Homeline,
) -> None:
    mei, jun, fang = await ill_in_both(home)
    await tap(home, mei, "🙏")
    await tap(home, jun, "🙏")
    await home.later(hours=4, minutes=1)
    await tap(home, fang, "⏹")
    assert mei.last.words == jun.last.words == HEAD + STOPPED
    await tap(home, fang, "↩️")
    assert mei.last.words == jun.last.words == f"{HEAD}Grandma has taken this answer back. I go on asking at home."
    fang.press("ill_stop:1:0", fang.last)
    await home.later(hours=1)
    fang.press("ill_better:1", fang.last)
    await home.settle()
    assert mei.last.words == jun.last.words == BETTER
    assert await read(home, threads) == [("closed", "better"), ("closed", "better")]
