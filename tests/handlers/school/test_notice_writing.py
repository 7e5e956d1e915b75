"""A notice is written in a few taps, with files, for the right class, corrected, and not too often."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import FANG, IVAN, MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import tap


async def test_a_notice_goes_out_after_three_taps_and_means_two_things(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.tap("🏠")
    await home.settle()
    zhao.tap("📣")
    await home.settle()
    zhao.say(TRIP)
    await home.settle()
    zhao.tap("🙏")
    await home.settle()
    assert not news(mei)
    assert "Class 3B, 1 household. Shall this go out?" in zhao.texts[-1]
    zhao.tap("✅")
    await home.settle()

    assert news(mei) == [f"📣 Class 3B, Zhao Lan\n{TRIP}\n\nYou can ask Lily about it on your next call."]
    assert news(fang) == [f"📣 Class 3B, Zhao Lan\n{TRIP}"]
    assert labels(fang) == ["🙏 Seen", "🙋 I do it"]
    assert "Sent to 1 household of class 3B." in zhao.texts[-1]


async def test_a_yes_stands_only_where_it_sends(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.say(f"📣 {TRIP}")
    await home.settle()
    choices = [button.text for row in zhao.last.buttons for button in row]
    assert not [each for each in choices if "✅" in each or "📣" in each]

    zhao.tap("🙏")
    await home.settle()
    assert [each for each in labels(zhao) if "✅" in each]
    assert not news(mei)


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


async def test_an_urgent_notice_goes_through_quiet_hours_and_there_are_few(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    def sleep(tx: Tx) -> None:
        for each in (MEI, FANG):
            me = people.by_telegram(tx, each.id)
            assert me is not None
            people.change(tx, me.id, quiet_from=0, quiet_until=23 * 60 + 59)

    await home.app.store.run(sleep)
    await home.notice("As usual")
    assert not news(mei)
    for number in range(4):
        zhao.say(f"📣 Storm {number}")
        await home.settle()
        for label in ("🙏", "⚡", "✅"):
            zhao.tap(label)
            await home.settle()

    assert [text.splitlines()[1] for text in news(mei)] == ["Storm 0", "Storm 1", "Storm 2"]
    assert zhao.toast is not None
    assert "Three urgent notices" in zhao.toast
    assert len(news(fang)) == 3


async def test_the_urgent_switch_can_be_switched_off(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.say("📣 Storm")
    await home.settle()
    zhao.tap("🙏")
    await home.settle()
    for label in ("⚡ Urgent: off", "⚡ Urgent: on", "⚡ Urgent: off"):
        assert any(button.text == label for _, button in zhao.buttons())
        zhao.tap("⚡")
        await home.settle()
    zhao.tap("❌")
    await home.settle()

    assert "goes to nobody" in zhao.texts[-1]
    assert not news(mei)
    for data in ("notice_send:1", "notice_urgent:1", "notice_level:1:tap", "notice_when:1", "notice_show:1",
                 "notice_change:1", "notice_drop:1", "notice_on:1:2026112407", "notice_who:1"):  # fmt: skip
        zhao.press(data, zhao.last)
        await home.settle()
        assert zhao.toast == OVER, data


async def test_ten_notices_a_day_are_enough(home: Homeline, zhao: Phone, mei: Phone) -> None:
    for number in range(10):
        await home.notice(f"Notice {number}")
    zhao.say("📣 One more")
    await home.settle()

    assert "That is all for one day." in zhao.texts[-1]
    assert len(news(mei)) == 10
    await home.later(hours=25)
    await home.notice("The next day")
    assert len(news(mei)) == 11


async def test_a_photo_an_album_and_words_become_one_notice(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.tap("📣")
    await home.settle()
    zhao.album(3, "The trip")
    await home.settle()
    zhao.voice(4)
    await home.settle()
    assert sum("How should the families confirm it?" in text for text in zhao.texts) == 2
    zhao.tap("🙏")
    await home.settle()
    assert "With 4 files." in zhao.texts[-1]
    zhao.tap("✅")
    await home.settle()

    sent = [message for message in fang.messages if message.words.startswith("📣 Class 3B")]
    assert [message.kind for message in sent] == ["photo", "photo", "voice", "photo"]
    assert "The trip" in sent[-1].words
    fang.tap("🙏")
    await home.settle()
    assert "You have seen it." in sent[-1].words or "You have seen it." in fang.texts[-1]
    assert len(news(mei)) == 4


async def test_what_cannot_be_a_notice_is_asked_again(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.tap("📣")
    await home.settle()
    zhao.sticker()
    await home.settle()

    assert "A notice is a text, a picture, a file or a voice message." in zhao.texts[-1]
    zhao.say("First words")
    await home.settle()
    zhao.say("Better words")
    await home.settle()
    for label in ("🙏", "✅"):
        zhao.tap(label)
        await home.settle()
    assert "Better words" in news(mei)[0]
    assert "First words" not in news(mei)[0]


async def test_a_teacher_of_two_classes_is_asked_which(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.tap("🏠")
    await home.settle()
    await home.class_room(name="4A")
    zhao.say("📣 Trip")
    await home.settle()
    assert "For which class is the notice?" in zhao.texts[-1]
    zhao.photo("with a map")
    await home.settle()
    zhao.tap("📣 3B")
    await home.settle()
    for label in ("🙏", "✅"):
        zhao.tap(label)
        await home.settle()
    assert "with a map" in news(mei)[0]

    zhao.say("📣")
    await home.settle()
    zhao.say("📣 Second")
    await home.settle()
    zhao.tap("📣 4A")
    await home.settle()
    assert "No family has joined class 4A yet." in zhao.texts[-1]


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

    assert "What would you like to do?" in "".join(zhao.texts[-2:])
    zhao.press("notice_new:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_where_words_lead_that_were_passed_on_stands_below_them(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    form, map_ = "https://school.example/form?a=1&b=2", "https://school.example/map"
    zhao.say("📣 Fill in the form", link=form)
    await home.settle()
    await tap(home, zhao, "🙏")
    zhao.photo("The way there", link=map_)
    await home.settle()
    await tap(home, zhao, "🙏", "✅")
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
