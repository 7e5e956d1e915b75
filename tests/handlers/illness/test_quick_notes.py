"""🌡 💊 🩺 💤: what home notes in an illness with one tap, and the parents read without being woken."""

from bot.simulator.phone import Phone
from tests.handlers.illness.illness_words import as_it_is_now, data_of
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import since, tap
from tests.illness_cast import count, english_family, fever, labels, newest

HEAD = "🤒 Lily, from Grandma\n"
GIVEN = "💊 Grandma has given Lily something. 16:0"
CARD = "Call NOW"
NOTED = {"🌡": "degrees", "💊": "given", "🩺": "visited", "💤": "asleep"}


async def on_card(home: Homeline, fang: Phone, *signs: str) -> None:
    """Below the danger card, as it is ten minutes later, then in what it shows."""
    shown = newest(fang, CARD)
    number = data_of(shown, "➕").split(":")[1]
    fang.press(f"ill_note:{number}:{NOTED[signs[0]]}", shown)
    await home.settle()
    await tap(home, fang, *signs[1:])


async def test_four_notes_are_four_taps_one_message_and_what_the_alert_says(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    assert labels(newest(fang, CARD))[:2] == ["➕ Add something", "🌤 Better"]
    await tap(home, mei, "🙏")
    begin = len(mei.messages)
    await on_card(home, fang, "💊")
    assert fang.last.words == "💊 Thank you. Mei will see it."
    assert labels(fang.last)[0] == "↩️ Undo"
    await home.later(minutes=1)
    await on_card(home, fang, "🌡", "38.5")
    assert newest(fang, "38.5°C. Thank").words == "🌡 38.5°C. Thank you. Mei will see it."
    await home.later(minutes=1)
    await on_card(home, fang, "🩺")
    await on_card(home, fang, "💤")

    assert len(mei.messages) == begin + 1
    lines = mei.last.words.split("\n")
    assert f"{lines[0]}\n" == HEAD
    assert [each.split(". ")[0] for each in lines[1:]] == [
        "💊 Grandma has given Lily something",
        "🌡 About 38.5°C, says Grandma",
        "🩺 Lily saw a doctor, says Grandma",
        "💤 Lily is asleep, says Grandma",
    ]
    assert lines[1].endswith("16:00 at home, 12:00 for you.")
    assert "About 38.5°C, says Grandma. 16:01 at home" in newest(mei, "Lily is ill: fever").words
    assert not any(word in "".join(since(mei, 0)) for word in ("high", "normal", "better", "worse"))
    await home.later(minutes=9)
    await on_card(home, fang, "💊")
    assert len(mei.messages) == begin + 2


async def test_a_thumb_that_taps_twice_has_noted_it_once_and_each_note_is_taken_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await on_card(home, fang, "💊")
    thanks = fang.last
    await on_card(home, fang, "💊")
    assert count(mei, "has given Lily") == 2  # the message, and the alert
    await on_card(home, fang, "💤")
    await home.settle()
    fang.press(data_of(thanks, "↩️"), thanks)
    await home.settle()
    assert as_it_is_now(fang, thanks).words == "All right, it is taken back."
    assert count(mei, "has given Lily") == 0
    assert count(mei, "Lily is asleep") == 2
    await tap(home, fang, "↩️")
    assert count(mei, "Lily is asleep") == 0
    assert mei.last.words == f"{HEAD}Grandma has taken this answer back."
    await on_card(home, fang, "💊")
    await home.later(minutes=11)
    before = len(mei.texts)
    mei.press("ill_unnote:9", mei.last)
    fang.press(data_of(newest(fang, "💊 Thank"), "↩️"), newest(fang, "💊 Thank"))
    await home.settle()
    assert since(mei, before) == []
    assert count(mei, "has given Lily") == 2


async def test_a_note_of_the_night_waits_for_the_morning_and_one_taken_back_before_is_never_read(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    await home.until(23, 30, zone="Asia/Dubai")
    begin = len(mei.messages)
    await on_card(home, fang, "🌡", "39")
    assert "Thank you. It reaches Mei later: " in fang.last.words
    await on_card(home, fang, "💊")
    await tap(home, fang, "↩️")
    assert len(mei.messages) == begin
    await home.until(7, 0, zone="Asia/Dubai", day=1)
    told = [each.words for each in mei.messages[begin:]]
    assert sum("About 39°C" in each for each in told) == 1
    assert not any("has given" in each or "taken this" in each for each in told)


async def test_beside_the_question_what_it_is_the_thermometer_means_a_fever_until_that_was_said(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    assert not any(each[0] in "💊💤🩺" for each in labels(newest(fang, CARD)))
    await tap(home, fang, "🤢")
    assert not any(each[0] in "🌡💊💤🩺" for each in labels(newest(fang, CARD)))
    fang.say("🤒 Ill")
    await home.settle()
    assert [each for each in labels(newest(fang, CARD)) if each[0] == "🌡"] == ["🌡 Fever"]
    await tap(home, fang, "🌡")
    fang.say("🤒 Ill")
    await home.settle()
    assert [each for each in labels(newest(fang, CARD)) if each[0] in "🌡🤢"] == ["🌡 Temperature"]


async def test_nobody_far_away_notes_anything_nor_home_without_health_notes_nor_once_it_is_over(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    before = len(fang.texts)
    for data in ("ill_note:1:given", "ill_degrees:1:385", "ill_note:99:given", "ill_degrees:1:500"):
        mei.press(data, mei.last)
        await home.settle()
    assert not mei.sees("has given")
    assert since(fang, before) == []
    await tap(home, fang, "🌤")
    fang.press("ill_note:1:given", fang.last)
    await home.settle()
    assert not mei.sees("has given")


async def test_without_health_notes_the_card_has_no_notes(home: Homeline) -> None:
    mei, fang = await english_family(home, health="❌")
    await tap(home, fang, "🤒", "📞")
    assert not any(each[0] in "🌡💊🩺💤" for each in labels(newest(fang, CARD)))
    fang.press("ill_note:1:given", fang.last)
    await home.settle()
    assert not mei.sees("has given")


async def test_a_note_is_a_word_of_home_so_the_teacher_ends_nothing_and_reads_nothing_of_it(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    fang.press("ill_note:1:given", fang.last)
    await home.settle()
    zhao.press("word_better:1", zhao.last)
    await home.settle()
    assert home.phone(MEI).sees("Grandma has given Lily something.")
    assert not home.phone(MEI).sees("better")
    assert not zhao.sees("given")


async def test_a_fresh_alert_has_nothing_to_note_and_the_key_once_more_and_each_answer_of_later_have(
    home: Homeline,
) -> None:
    notes = ["🌡 Temperature", "💊 Gave something", "🩺 Saw a doctor", "💤 Asleep now"]
    mei, fang = await english_family(home)
    await fever(home, fang)
    assert not set(notes) & set(labels(newest(fang, CARD)))
    await tap(home, fang, "🤒")
    assert set(notes) <= set(labels(newest(fang, CARD)))

    await tap(home, mei, "🙏")
    await home.later(hours=4, minutes=1)
    await tap(home, fang, "☁️")
    assert labels(fang.last)[:4] == notes
    await tap(home, fang, "💊")
    assert mei.sees("Grandma has given Lily something")
    await home.later(hours=20)
    await tap(home, fang, "🌤")
    assert not set(notes) & set(labels(fang.last))
