"""A notice is written in a few taps, with files, for the right class, corrected, and not too often."""

from datetime import timedelta

from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import say, tap


async def test_a_notice_goes_out_with_one_tap_after_the_words_and_means_two_things(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.tap("🏠")
    await home.settle()
    zhao.tap("📣")
    await home.settle()
    zhao.say(TRIP)
    await home.settle()
    assert not news(mei)
    assert zhao.texts[-1] == f"{TRIP}\n\nTo class 3B?"
    assert labels(zhao) == ["📣 Send", "✏️ More…"]
    zhao.tap("📣 Send")
    await home.settle()

    assert news(mei) == [f"📣 Class 3B, Zhao Lan\n{TRIP}\n\nYou can ask Lily about it on your next call."]
    assert news(fang) == [f"📣 Class 3B, Zhao Lan\n{TRIP}"]
    assert labels(fang) == ["🙏 Seen"]
    assert "Sent to 1 household of class 3B." in zhao.texts[-1]


async def test_whatever_a_teacher_sends_is_one_notice_and_nothing_leaves_without_a_tap(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    for words in ("Trip on Friday.", "Bring a coat."):
        await say(home, zhao, words)
    zhao.photo("The bus")
    await home.later(minutes=4)
    zhao.voice(4)
    await home.later(minutes=6)
    zhao.video_note(3)
    await home.settle()
    assert not news(mei)
    cards = [each for each in zhao.messages if each.buttons and each.buttons[0][0].text == "📣 Send"]
    assert [each.words for each in cards] == ["Trip on Friday.\nBring a coat.\nThe bus\nWith 3 files.\n\nTo class 3B?"]
    assert zhao.messages[-1] is cards[0]

    zhao.location()
    await home.settle()
    assert "A notice is a text, a picture, a file or a voice message." in zhao.texts[-1]
    await tap(home, zhao, "📣 Send")
    assert "Trip on Friday.\nBring a coat.\nThe bus" in "".join(news(fang))
    assert [each.kind for each in fang.messages if each.kind in {"photo", "voice", "video_note"}] == [
        "voice", "video_note", "photo"
    ]  # fmt: skip

    zhao.say("And one more thing.")
    await home.settle()
    assert zhao.texts[-1] == "And one more thing.\n\nTo class 3B?"
    assert "one more" not in "".join(news(fang))


async def test_what_telegram_has_split_is_one_text_and_what_is_too_much_begins_the_next(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    whole = "".join(f"{number:04} " for number in range(1100))
    zhao.say(whole[:4096])
    zhao.say(whole[4096:])
    await home.settle()
    assert sum(each.endswith("To class 3B?") for each in zhao.texts) == 1
    await tap(home, zhao, "📣 Send")
    arrived = "".join(each.split("\n")[1] for each in news(mei)).replace(" ", "")
    assert arrived == whole.replace(" ", "")

    await tap(home, zhao, "✏️")
    fixed = "".join(f"{number:04}-" for number in range(1100))
    zhao.say(fixed[:4096])
    zhao.say(fixed[4096:])
    await home.settle()
    assert zhao.texts[-1].startswith("📣 The notice to class 3B is corrected.")
    assert "1099-" in news(mei)[-1]

    await say(home, zhao, "Homework")
    await home.later(hours=13)
    zhao.say("Something else")
    await home.settle()
    assert zhao.texts[-1] == "Something else\n\nTo class 3B?"
    await tap(home, zhao, "🏠", "🎓", "✏️ Homework")
    assert "Homework" in zhao.texts[-1]
    assert "Something" not in zhao.texts[-1]
    assert not [each for each in news(mei) if "Homework" in each or "Something" in each]


async def test_a_yes_of_who_has_a_child_here_too_is_no_notice(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠", "⚙️", "➕ Child")
    await say(home, zhao, "Bo")
    await tap(home, zhao, "2018", "May", "🇨🇳")
    assert "To class" not in await say(home, zhao, "yes")
    assert await say(home, zhao, "We meet at six on Thursday.") == "We meet at six on Thursday.\n\nTo class 3B?"


async def test_a_correction_edits_in_place_and_is_told_to_those_who_had_confirmed(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)
    fang.tap("🙏")
    await home.settle()
    zhao.tap("✏️")
    await home.settle()
    zhao.sticker()
    await home.settle()
    assert "A notice is a text" in zhao.texts[-1]
    zhao.photo()
    await home.settle()
    assert "Please write the text as it should be." in zhao.texts[-1]
    zhao.say("Trip on Saturday")
    await home.settle()

    assert len(news(mei)) == 1
    assert "Trip on Saturday" in news(mei)[0]
    assert "Friday" not in "".join(news(mei) + news(fang))
    assert [("This notice has changed." in text) for text in news(fang)] == [False, True]
    assert "is corrected" in zhao.texts[-1]


async def test_ten_notices_a_day_are_enough(home: Homeline, zhao: Phone, mei: Phone) -> None:
    for number in range(10):
        await home.notice(f"Notice {number}")
    zhao.say("One more")
    await home.settle()
    zhao.tap("📣 Send")
    await home.settle()

    assert zhao.toast == "That is all for today. It is kept as a draft, and tomorrow there is room for it."
    assert len(news(mei)) == 10
    await home.later(hours=25)
    await tap(home, zhao, "🏠", "🎓", "✏️ One more", "📣 Send")
    assert len(news(mei)) == 11
    assert "One more" in news(mei)[-1]


async def test_a_photo_an_album_and_words_become_one_notice(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.tap("📣")
    await home.settle()
    zhao.album(3, "The trip")
    await home.settle()
    zhao.voice(4)
    await home.settle()
    assert sum("To class 3B?" in text for text in zhao.texts) == 1
    assert "With 4 files." in zhao.texts[-1]
    zhao.tap("📣 Send")
    await home.settle()

    sent = [message for message in fang.messages if message.words.startswith("📣 Class 3B")]
    assert [message.kind for message in fang.messages[-5:]] == ["photo", "photo", "photo", "voice", "text"]
    assert len({message.extra.get("media_group_id") for message in fang.messages[-5:-2]}) == 1
    assert [message.kind for message in sent] == ["photo", "voice", "text"]
    assert [message.silent for message in sent] == [True, True, False]
    assert "The trip" in sent[-1].words
    fang.tap("🙏")
    await home.settle()
    assert "You have seen it." in sent[-1].words or "You have seen it." in fang.texts[-1]
    assert len(news(mei)) == 3


async def test_what_cannot_be_a_notice_is_asked_again(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.tap("📣")
    await home.settle()
    zhao.sticker()
    await home.settle()

    assert "A notice is a text, a picture, a file or a voice message." in zhao.texts[-1]
    zhao.say("First words")
    await home.settle()
    await tap(home, zhao, "✏️ More", "✏️ Change")
    zhao.say("Better words")
    await home.settle()
    zhao.tap("📣 Send")
    await home.settle()
    assert "Better words" in news(mei)[0]
    assert "First words" not in news(mei)[0]


async def test_a_teacher_of_two_classes_sends_to_one_with_one_tap(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.tap("🏠")
    await home.settle()
    await home.class_room(name="4A")
    zhao.say("Trip")
    await home.settle()
    assert zhao.texts[-1] == "Trip\n\nTo which class?"
    zhao.photo("with a map")
    await home.settle()
    zhao.tap("📣 3B")
    await home.settle()
    assert "Trip\nwith a map" in news(mei)[0]

    await say(home, zhao, "📣")
    assert "For which class is the notice?" in zhao.texts[-1]
    zhao.say("Second")
    await home.settle()
    zhao.tap("📣 4A")
    await home.settle()
    assert "No family has joined class 4A yet." in zhao.texts[-1]
    assert len(news(mei)) == 1


async def test_a_teacher_without_a_class_who_types_the_horn_sees_home(home: Homeline) -> None:
    ivan = await home.school(IVAN, "Another school")
    ivan.say("📣 Hello")
    await home.settle()

    assert "What would you like to do?" in ivan.texts[-1]


async def test_the_menu_of_a_class_leads_to_its_last_notices(home: Homeline, zhao: Phone) -> None:
    await home.notice("A long notice about the trip on Friday")
    zhao.tap("🏠")
    await home.settle()
    zhao.tap("🎓")
    await home.settle()

    assert "Class 3B: 1 child is here." in zhao.texts[-1]
    zhao.tap("👁 A long notice")
    await home.settle()
    assert "0 of 1 household; 1 to go." in zhao.texts[-1]


async def test_a_class_whose_year_is_over_takes_no_notice(home: Homeline, zhao: Phone) -> None:
    zhao.tap("📣")
    await home.settle()
    home.clock.push(timedelta(days=260))
    zhao.say(TRIP)
    await home.settle()

    assert "What would you like to do?" in "".join(zhao.texts[-4:])
    zhao.press("notice_new:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_where_words_lead_that_were_passed_on_stands_below_them(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    form, map_ = "https://school.example/form?a=1&b=2", "https://school.example/map"
    zhao.say("📣 Fill in the form", link=form)
    await home.settle()
    zhao.photo("The way there", link=map_)
    await home.settle()
    await tap(home, zhao, "📣 Send")
    assert fang.texts[-1].endswith(f"The way there\n{map_}")
    await tap(home, zhao, "✏️")
    zhao.say("The new form", link=form)
    await home.settle()
    assert any(text.endswith(f"The new form\n{form}") for text in fang.texts)

    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    zhao.say("What she sang", link=map_)
    await home.settle()
    assert mei.texts[-1].endswith(f"What she sang\n{map_}")
    await tap(home, mei, "🏠", "🎤")
    mei.say("Our song", link=form)
    await home.settle()
    assert any(text.endswith(f"Our song\n{form}") for text in fang.texts)
    await tap(home, mei, "🏠", "🎤")
    mei.say(f"Seen already: {map_}", link=map_)
    await home.settle()
    assert any(text.endswith(f"Seen already: {map_}") for text in fang.texts)
