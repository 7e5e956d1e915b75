"""A notice is confirmed by household and claimed by one adult; the silent are reminded."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState, Role
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.circle import circles, people
from bot.queries.school import enrolments
from bot.simulator.cast import FANG, MEI, PersonSpec
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline
from tests.remembering import remembered


@remembered
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
                tx, child_id=child, person_id=person.id, role=Role.GUARDIAN, kin="aunt", called=f"Aunt {n}",
                state=MemberState.ACTIVE, at_home=True,
            )  # fmt: skip
            asked = enrolments.ask(tx, 1, child, person.id)
            assert asked is not None
            enrolments.change(tx, asked.id, EnrolmentState.PENDING, EnrolmentState.ACTIVE)

    await home.app.store.run(join)
    return phones


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
    assert "1 household: all are in." in zhao.texts[-1]
    assert not any(button.text.startswith("🔔") for _, button in zhao.buttons())


async def test_an_errand_is_done_when_somebody_at_home_has_it_and_a_far_parent_has_only_seen_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP, errand=True)
    assert labels(mei) == ["🙏 Seen"]  # no coat comes from Dubai
    mei.tap("🙏")
    await home.settle()
    mei.press("notice_mine:1", mei.last)
    await home.settle()

    assert mei.toast == OVER
    assert "🙏 Mei has seen it." in news(fang)[-1]
    assert labels(fang) == ["🙏 Seen", "🙋 I do it"]
    zhao.tap("👁")
    await home.settle()
    assert "0 of 1 household; 1 to go.\nStill open: Lily." in zhao.texts[-1]
    fang.tap("🙏")
    await home.settle()
    assert labels(fang) == ["🙋 I do it"]

    data, card = data_of(fang, "🙋"), fang.last
    fang.press(data, card)
    fang.press(data, card)
    await home.settle()
    assert "🙋 You do it." in news(fang)[-1]
    assert "🙋 Grandma does it." in news(mei)[-1]
    assert labels(fang) == ["↩️ Undo"]
    zhao.tap("👁")
    await home.settle()
    assert "1 household: all are in." in zhao.texts[-1]
    fang.tap("↩️")
    await home.settle()
    assert any(label.startswith("🙋") for label in labels(fang))


async def test_a_greeting_asks_nobody_to_do_anything(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.notice("Happy new year!")
    assert labels(fang) == labels(mei) == ["🙏 Seen"]
    fang.press("notice_mine:1", fang.last)
    await home.settle()
    assert fang.toast == OVER

    await home.notice("We sang at the town hall", level="📄")
    assert labels(fang) == labels(mei) == ["🎓 To the teacher"]
    assert [button.text for button in zhao.last.buttons[0]] == ["✏️ Correct"]
    for data in ("notice_seen:2", "notice_remind:2"):
        (zhao if "remind" in data else fang).press(data, (zhao if "remind" in data else fang).last)
        await home.settle()
    assert zhao.toast == fang.toast == OVER
    zhao.press("notice_who:2", zhao.last)
    await home.settle()
    assert "It is just to read." in zhao.texts[-1]
    assert "to go" not in zhao.texts[-1].lower()
    assert len(news(fang)) == len(news(mei)) == 2


async def test_whose_phones_cannot_be_reached_is_not_called_silent(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)

    def lose(tx: Tx) -> None:
        for each in (MEI, FANG):
            me = people.by_telegram(tx, each.id)
            assert me is not None
            people.change(tx, me.id, unreachable_since=tx.now)

    await home.app.store.run(lose)
    zhao.tap("👁")
    await home.settle()
    assert "Cannot be reached here: Lily." in zhao.texts[-1]
    assert "To go: " not in zhao.texts[-1]


async def test_a_question_is_answered_and_the_newest_answer_counts(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("Can Lily come on Friday?", level="🗳")
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
    assert "✅ Yes: 0\n❌ No: 1 (Lily)" in zhao.texts[-1]


async def test_doing_it_is_no_answer_to_a_question(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.notice("Can Lily come on Friday?", level="🗳", errand=True)
    fang.tap("🙋")
    await home.settle()
    card = fang.last
    fang.press("notice_seen:1", card)
    await home.settle()
    assert fang.toast == OVER

    zhao.tap("👁")
    await home.settle()
    assert "0 of 1 household; 1 to go." in zhao.texts[-1]
    fang.tap("✅")
    await home.settle()
    zhao.tap("👁")
    await home.settle()
    assert "1 household: all are in." in zhao.texts[-1]


async def test_a_signature_says_what_it_means(home: Homeline, mei: Phone, fang: Phone) -> None:
    await home.notice("School rules", level="✍")
    assert "✍️ means: I have read this and agree. The teacher sees who signs, and when." in news(fang)[-1]
    fang.press("notice_seen:1", fang.last)
    await home.settle()
    assert fang.toast == OVER
    assert "agreed" not in news(fang)[-1]
    fang.tap("✍️")
    await home.settle()

    assert "✍️ You have agreed." in news(fang)[-1]
    assert "✍️ Grandma has read it and agreed." in news(mei)[-1]
    assert "means" not in news(mei)[-1]
    assert labels(fang) == ["❌ I disagree"]


async def test_eighteen_of_twenty_one_households(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    others = await pupils(home, 20)
    await home.notice(TRIP)
    for phone in others[:17]:
        phone.tap("🙏")
    fang.tap("🙏")
    await home.settle()
    zhao.tap("👁")
    await home.settle()

    assert "18 of 21 households; 3 to go.\nStill open: Child 17, Child 18, Child 19." in zhao.texts[-1]
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
