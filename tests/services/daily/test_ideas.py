"""The idea of the week answers what happened, as far as its reader may know of it."""

from bot.db.tables import illness
from bot.db.transaction import Tx
from bot.domain.daily.ideas import Idea, IdeaState, Situation
from bot.queries.circle import circles, people
from bot.services.daily import ideas
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from bot.texts.daily.ideas_catalogue import plan
from tests.handlers.daily.test_ideas import GRANDMA, cards, family, offered, sunday
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import say, tap


async def test_after_an_illness_the_idea_answers_it(home: Homeline) -> None:
    mei, _fang = await family(home)
    at = home.clock.now()
    row = {"child_id": 1, "state": "closed", "opened_at": at, "closed_at": at, "escalation": 0, "outcome": "better"}
    await home.app.store.run(lambda tx: tx.add(illness, **row))

    await home.until(10, zone="Asia/Dubai", day=6)

    (first,) = await offered(home)
    assert "After being ill" in cards(mei)[0]
    await home.later(days=7)
    assert (await offered(home))[0] == first
    assert (await offered(home))[1] == "w01-6-9"


async def test_an_end_that_is_no_all_clear_brings_nothing_cheerful_until_all_is_well_and_no_idea_of_being_well_again(
    home: Homeline,
) -> None:
    mei, fang = await family(home)
    await home.until(19, 30, day=2)
    at = home.clock.now()
    row = {"child_id": 1, "state": "closed", "opened_at": at, "closed_at": at, "escalation": 0, "outcome": "stopped"}
    await home.app.store.run(lambda tx: tx.add(illness, **row))
    await sunday_after(home)
    assert await offered(home) == []

    await home.until(19, 30)
    await home.settle()
    fang.tap("🙂")
    await home.settle()
    await home.until(10, 1, zone="Asia/Dubai")
    assert await offered(home) == ["w01-6-9"]
    assert "After being ill" not in cards(mei)[0]


async def test_after_a_harder_day_the_idea_answers_it(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(19, 30, day=4)
    fang.tap("😟")
    await home.settle()

    await sunday_after(home)

    assert "After a harder day" in cards(mei)[0]


async def sunday_after(home: Homeline) -> None:
    """The next Sunday at ten in Dubai."""
    while home.clock.now().weekday() != 6:
        await home.later(days=1)
    await home.until(10, zone="Asia/Dubai")


async def test_without_health_notes_the_idea_knows_of_no_harder_day(home: Homeline) -> None:
    link = await home.child()
    await home.joined(GRANDMA, link, "👵", health="❌")
    at = home.clock.now()
    row = {"child_id": 1, "state": "closed", "opened_at": at, "closed_at": at, "escalation": 0, "outcome": "better"}
    await home.app.store.run(lambda tx: tx.add(illness, **row))
    await home.app.store.run(lambda tx: people.change(tx, 1, health_notes=False))

    await sunday(home)

    assert await offered(home) == ["w01-6-9"]


async def test_an_idea_that_a_night_has_held_does_not_come_to_a_child_who_fell_ill_meanwhile(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(MEI, 9 * 60, 11 * 60)
    await sunday(home)
    fang.say("🤒")
    await home.settle()
    fang.tap("🌡")
    await home.later(hours=1)

    assert mei.sees("Lily is ill")
    assert not cards(mei)


async def test_what_answers_an_illness_waits_until_it_is_over_and_praise_for_something_that_was_told(
    home: Homeline,
) -> None:
    await family(home)
    me = await home.app.store.run(lambda tx: people.get(tx, 1))

    def situation(tx: Tx) -> tuple[list[str], set[str], bool]:
        circle = circles.get(tx, 1)
        assert circle is not None
        now = ideas.situation(tx, circle, me, plan())
        chosen = Idea(0, 1, 1, "w04-6-9", IdeaState.OFFERED, ())
        return list(now.happened), set(now.leave_out), ideas.fits(tx, circle, me, chosen, plan())

    assert await home.app.store.run(situation) == ([], {"no_school", "no_visit", "no_news"}, False)
    fang = home.phone(GRANDMA)
    await home.until(19, 30)
    fang.tap("🙂")
    await home.settle()
    assert await home.app.store.run(situation) == ([], {"no_school", "no_visit"}, True)
    fang.say("🤒")
    await home.settle()
    fang.tap("🌡")
    await home.later(days=1)
    happened, _leave_out, fits = await home.app.store.run(situation)
    assert "illness" not in happened
    assert not fits  # nothing but what is quiet
    await home.later(days=8)
    assert "no_news" in (await home.app.store.run(situation))[1]


async def test_the_idea_takes_up_what_was_seen_what_the_school_told_and_what_was_promised(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.school()
    await home.pupil(await home.class_room(), MEI)
    me = await home.app.store.run(lambda tx: people.get(tx, 1))
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🎨", "🥱")
    await home.notice("Trip on Friday")
    await tap(home, home.phone(ZHAO), "🧒 One child", "Lily", "🌟")
    await say(home, home.phone(ZHAO), "She drew a horse")
    await tap(home, mei, "🏠", "🗓")
    await say(home, mei, "a kite")
    await tap(home, mei, "Mon 30")

    def happened(tx: Tx) -> Situation:
        circle = circles.get(tx, 1)
        assert circle is not None
        return ideas.situation(tx, circle, me, plan())

    now = await home.app.store.run(happened)
    assert list(now.happened) == ["good_news", "promise", "made", "slept", "school_notice"]
    assert "no_school" not in now.leave_out
    await sunday_after(home)
    assert "Praise what you saw" in cards(mei)[0]
    await home.app.store.run(lambda tx: people.change(tx, 1, health_notes=False))
    assert not {"made", "slept"} & {*(await home.app.store.run(happened)).happened}


async def test_an_idea_that_is_answered_a_month_later_is_noted_and_another_one_is_this_weeks(home: Homeline) -> None:
    mei, _fang = await family(home)
    await sunday(home)
    old = mei.last
    for _ in range(4):
        await home.later(days=7)
    assert len(await offered(home)) == 5
    before = await offered(home)
    data = next(each.data for row in old.buttons for each in row if each.text.startswith("🔄"))
    assert data is not None
    mei.press(data, old)
    await home.settle()
    assert await offered(home) == before  # the card of a month ago is not another one now
    assert mei.texts[-1].startswith("💡 Lily\n")
    await tap_on(home, mei, old, "✅")
    assert any(each.startswith("💡 Noted. The next idea comes on") for each in mei.texts)


async def tap_on(home: Homeline, phone: Phone, message: Message, label: str) -> None:
    """One button of an older card."""
    phone.tap(label, message=message)
    await home.settle()


async def test_a_theme_that_was_declined_waits_and_while_ill_a_parent_who_asks_reads_something_quiet(
    home: Homeline,
) -> None:
    mei, fang = await family(home)
    await sunday(home)
    await tap(home, mei, "❌")
    await home.later(days=7)
    assert (await offered(home))[1] == "w02-6-9"
    await home.later(days=2)
    await tap(home, fang, "🤒", "🌡")
    await tap(home, mei, "🏠", "💡")
    assert cards(mei)[-1].startswith("💡 Lily\nNight words")
