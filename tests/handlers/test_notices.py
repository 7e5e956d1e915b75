"""A notice: written in a few taps, confirmed by household, claimed by one adult; and what nobody else may see."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.simulator.cast import FANG, IVAN, LI, MEI, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from bot.storage import circles, enrolments, people
from bot.storage.transaction import Tx
from tests.handlers.test_schools import OVER, data_of
from tests.homeline import Homeline, link_in

FANG_EN = replace(FANG, language_code="en")
TRIP = "Trip on Friday, bring a coat and 5 yuan"


@pytest.fixture
async def zhao(home: Homeline) -> Phone:
    """Ms. Zhao's phone; Lily is in her class 3B."""
    await home.joined(FANG_EN, await home.child(), "👵")
    phone = await home.school()
    await home.pupil(await home.class_room())
    return phone


@pytest.fixture
def mei(home: Homeline, zhao: Phone) -> Phone:
    """Lily's mother, far away."""
    return home.phone(MEI)


@pytest.fixture
def fang(home: Homeline, zhao: Phone) -> Phone:
    """Lily's grandmother, at home."""
    return home.phone(FANG)


def news(phone: Phone) -> list[str]:
    """The notices on a phone."""
    return [text for text in phone.texts if text.startswith("📣 Class 3B, Zhao Lan")]


def labels(phone: Phone, row: int = 0) -> list[str]:
    """The buttons in a row of the newest message."""
    return [button.text for button in phone.last.buttons[row]]


async def pupils(home: Homeline, count: int) -> list[Phone]:
    """More children in class 3B, each with one guardian."""
    phones = [home.phone(PersonSpec(id=2000 + n, first_name=f"Guardian {n}", language_code="en")) for n in range(count)]
    for phone in phones:
        phone.start()
    await home.settle()

    def join(tx: Tx) -> None:
        for n in range(count):
            person = people.by_telegram(tx, 2000 + n)
            assert person is not None
            people.change(tx, person.id, consented_at=tx.now, health_notes=True, voice=True)
            child = circles.add_child(
                tx, call_name=f"Child {n}", birth_year=2018, birth_month=5, country="CN", time_zone="Asia/Shanghai",
                slot="evening", minute=1100,
            )  # fmt: skip
            circles.join(
                tx, child_id=child, person_id=person.id, role="guardian", kin="aunt", called=f"Aunt {n}",
                state="active", at_home=True,
            )  # fmt: skip
            asked = enrolments.ask(tx, 1, child, person.id)
            assert asked is not None
            enrolments.change(tx, asked.id, "pending", "active")

    await home.app.store.run(join)
    return phones


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


async def test_send_tapped_ten_times_sends_once(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.say(f"📣 {TRIP}")
    await home.settle()
    zhao.tap("🙏")
    await home.settle()
    data, card = data_of(zhao, "✅"), zhao.last
    for _ in range(10):
        zhao.press(data, card)
    await home.settle()

    assert len(news(mei)) == 1
    assert zhao.toast == OVER


async def test_one_adult_confirms_for_the_household(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    data, card = data_of(fang, "🙏"), fang.last
    for _ in range(10):
        fang.press(data, card)
    await home.settle()

    assert "🙏 You have seen it." in news(fang)[-1]
    assert "🙏 Grandma has seen it." in news(mei)[-1]
    assert len(news(mei)) == len(news(fang)) == 1
    zhao.tap("👁")
    await home.settle()
    assert "1 of 1 households; 0 to go." in zhao.texts[-1]
    assert not any(button.text.startswith("🔔") for _, button in zhao.buttons())


async def test_a_parents_seen_from_far_away_leaves_the_errand_open(home: Homeline, mei: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    mei.tap("🙏")
    await home.settle()

    assert "🙏 Mei has seen it." in news(fang)[-1]
    assert labels(fang) == ["🙏 Seen", "🙋 I do it"]
    fang.tap("🙏")
    await home.settle()
    assert labels(fang) == ["🙋 I do it"]


async def test_two_adults_at_once_and_one_of_them_does_it(home: Homeline, mei: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    fang.tap("🙋")
    mei.tap("🙋")
    await home.settle()

    assert {"🙋 You do it." in news(fang)[-1], "🙋 You do it." in news(mei)[-1]} == {True, False}
    first, second = (fang, mei) if "You do it" in news(fang)[-1] else (mei, fang)
    assert "does it." in news(second)[-1]
    assert second.toast == OVER
    assert labels(first) == ["↩️ Undo"]

    first.tap("↩️")
    await home.settle()
    assert any(label.startswith("🙋") for label in labels(second))


async def test_a_question_is_answered_and_the_newest_answer_counts(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("Can Lily come on Friday?", level="✅")
    assert labels(fang) == ["✅ Yes", "❌ No"]
    fang.tap("✅")
    await home.settle()
    assert "✅ Grandma has answered yes." in news(mei)[-1]

    mei.tap("❌")
    await home.settle()
    assert "❌ Mei has answered no." in news(fang)[-1]
    mei.tap("❌")
    await home.settle()
    assert mei.toast == OVER
    zhao.tap("👁")
    await home.settle()
    assert "❌ Lily" in zhao.texts[-1]
    assert "✅ Lily" not in zhao.texts[-1]


async def test_doing_it_is_no_answer_to_a_question(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.notice("Can Lily come on Friday?", level="✅")
    fang.tap("🙋")
    await home.settle()
    card = fang.last
    fang.press("notice_seen:1", card)
    await home.settle()
    assert fang.toast == OVER

    zhao.tap("👁")
    await home.settle()
    assert "0 of 1 households; 1 to go." in zhao.texts[-1]
    fang.tap("✅")
    await home.settle()
    zhao.tap("👁")
    await home.settle()
    assert "1 of 1 households" in zhao.texts[-1]


async def test_a_signature_says_what_it_means(home: Homeline, mei: Phone, fang: Phone) -> None:
    await home.notice("School rules", level="✍")
    assert "🙏 means: I have read this and agree." in news(fang)[-1]
    fang.tap("🙏")
    await home.settle()

    assert "🙏 You have agreed." in news(fang)[-1]
    assert "🙏 Grandma has read it and agreed." in news(mei)[-1]
    assert "means" not in news(mei)[-1]
    mei.press("notice_answer:1:yes", mei.last)
    await home.settle()
    assert mei.toast == OVER


async def test_eighteen_of_twenty_one_households(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    others = await pupils(home, 20)
    await home.notice(TRIP)
    for phone in others[:17]:
        phone.tap("🙏")
    fang.tap("🙋")
    await home.settle()
    zhao.tap("👁")
    await home.settle()

    assert "18 of 21 households; 3 to go.\nTo go: Child 17, Child 18, Child 19." in zhao.texts[-1]
    assert not any("Child" in text for phone in (mei, fang, *others) for text in news(phone))
    before = [len(news(phone)) for phone in others]

    card, data = zhao.last, data_of(zhao, "🔔")
    for _ in range(10):
        zhao.press(data, card)
    await home.settle()
    after = [len(news(phone)) for phone in others]
    assert [new - old for new, old in zip(after, before, strict=True)] == [0] * 17 + [1] * 3
    assert len(news(fang)) == 1
    assert "This one is still open." in news(others[19])[-1]


async def test_the_silent_are_reminded_at_most_twice(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    zhao.tap("👁")
    await home.settle()
    data = data_of(zhao, "🔔")
    for _ in range(4):
        zhao.press(data, zhao.last)
        await home.settle()
        home.clock.push(timedelta(hours=13))
    await home.settle()

    assert len(news(mei)) == len(news(fang)) == 3
    assert zhao.sees("Reminded: 2 of 2.")
    assert not any(button.text.startswith("🔔") for _, button in zhao.buttons())
    fang.tap("🙏")
    await home.settle()
    assert "You have seen it" in news(fang)[-1]


async def test_a_reminder_held_by_quiet_hours_is_dropped_when_the_household_confirms(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)

    def sleep(tx: Tx) -> None:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        people.change(tx, me.id, quiet_from=0, quiet_until=23 * 60 + 59)

    await home.app.store.run(sleep)
    zhao.tap("👁")
    await home.settle()
    zhao.tap("🔔")
    await home.settle()
    assert (len(news(mei)), len(news(fang))) == (1, 2)

    fang.tap("🙏")
    await home.settle()
    assert "You have seen it" in news(fang)[-1]
    await home.later(hours=20)
    assert len(news(mei)) == 1
    assert not any("still open" in text for text in news(mei))


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
        for tap in ("🙏", "⚡", "✅"):
            zhao.tap(tap)
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
                 "notice_change:1", "notice_drop:1", "notice_at:1:tomorrow7", "notice_who:1"):  # fmt: skip
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


async def test_a_very_long_notice_arrives_whole(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    text = "".join(f"{number} < {number + 1} & more. " for number in range(220))[:4000]
    await home.notice(text)
    zhao.tap("📣")
    await home.settle()
    zhao.photo("y" * 1000)
    await home.settle()
    for tap in ("🙏", "✅"):
        zhao.tap(tap)
        await home.settle()

    arrived = "".join(part.removeprefix("📣 Class 3B, Zhao Lan\n") for part in news(fang))
    assert text.replace(" ", "") in arrived.replace(" ", "")
    assert "y" * 1000 in news(fang)[-1]
    assert fang.last.kind == "text"
    zhao.tap("✏️")
    await home.settle()
    zhao.say("z" * 4000)
    await home.settle()
    assert sum(part.count("z") for part in news(mei)) >= 4000


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
    for tap in ("🙏", "✅"):
        zhao.tap(tap)
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
    for tap in ("🙏", "✅"):
        zhao.tap(tap)
        await home.settle()
    assert "with a map" in news(mei)[0]

    zhao.say("📣")
    await home.settle()
    zhao.say("📣 Second")
    await home.settle()
    zhao.tap("📣 4A")
    await home.settle()
    assert "No family has joined class 4A yet." in zhao.texts[-1]


async def test_strangers_and_other_teachers_see_and_change_nothing(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    ivan = await home.school(IVAN, "Another school")
    await home.notice(TRIP)
    before = list(mei.texts), list(fang.texts), list(zhao.texts)

    forged = ("notice_seen", "notice_mine", "notice_unmine", "notice_who", "notice_remind", "notice_send",
              "notice_change", "notice_drop", "notice_new", "notice_urgent", "notice_when", "notice_show")  # fmt: skip
    for verb in forged:
        ivan.press(f"{verb}:1", ivan.last)
        await home.settle()
        assert ivan.toast == OVER, verb
    more = (
        "notice_answer:1:yes",
        "notice_level:1:read",
        "notice_at:1:tomorrow7",
        "notice_seen:77",
        "notice_answer:77:no",
    )
    for data in more:
        ivan.press(data, ivan.last)
        await home.settle()
        assert ivan.toast == OVER, data
    assert (mei.texts, fang.texts, zhao.texts) == before
    assert not ivan.sees("3B")
    assert not ivan.sees("Lily")


async def test_families_cannot_ask_who_has_confirmed(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.notice(TRIP)
    for data in ("notice_who:1", "notice_remind:1"):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OVER
    assert not mei.sees("households")


async def test_who_has_left_the_circle_gets_no_correction(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    fang.tap("🙏")
    await home.settle()

    def leave(tx: Tx) -> None:
        for _circle, member in circles.of_person(tx, 1):
            assert circles.change_member(tx, member.id, "active", state="left")

    await home.app.store.run(leave)
    card = mei.last
    zhao.tap("✏️")
    await home.settle()
    zhao.say("Trip on Saturday")
    await home.settle()
    assert not mei.sees("Saturday")
    assert fang.sees("Saturday")
    mei.press("notice_mine:1", card)
    await home.settle()
    assert mei.toast == OVER


async def test_a_stand_in_gets_no_notices(home: Homeline, zhao: Phone, mei: Phone) -> None:
    mei.tap("🏠")
    await home.settle()
    mei.tap("🔗")
    await home.settle()
    mei.tap("🧑")
    await home.settle()
    li = await home.joined(LI, link_in(mei), "🧑")
    await home.notice(TRIP)

    assert not li.sees("Trip")
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
    assert "0 of 1 households; 1 to go." in zhao.texts[-1]


async def test_a_class_whose_year_is_over_takes_no_notice(home: Homeline, zhao: Phone) -> None:
    zhao.tap("📣")
    await home.settle()
    home.clock.push(timedelta(days=260))
    zhao.say(TRIP)
    await home.settle()

    assert "What would you like to do?" in zhao.texts[-1]
    zhao.press("notice_new:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_teachers_see_no_names_of_adults(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    fang.tap("🙋")
    await home.settle()
    zhao.tap("👁")
    await home.settle()

    assert not any(name in text for text in zhao.texts for name in ("Mei", "Wang Fang", "Grandma"))
    assert ZHAO.first_name in news(mei)[0]
