"""Many families wait for one teacher: one card, one tap for all, and a tap that was too early is taken back."""

from dataclasses import replace

from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState, Role
from bot.queries.circle import circles, people
from bot.queries.school import enrolments
from bot.services.school import admitting
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import english_family, since, tap


async def ask_for(home: Homeline, names: list[str]) -> None:
    """These families scan the poster of 3B and agree; Mei stands for an adult in each."""

    def ask(tx: Tx) -> None:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        for name in names:
            child = circles.add_child(
                tx, call_name=name, birth_year=2018, birth_month=5, country="CN", time_zone="Asia/Shanghai",
                slot="evening", minute=1080,
            )  # fmt: skip
            circles.join(
                tx, child_id=child, person_id=me.id, role=Role.PARENT, kin="mother", called="Mum",
                state=MemberState.ACTIVE, at_home=False,
            )  # fmt: skip
            enrolments.ask(tx, 1, child, me.id)
            admitting.ask(tx, 1)

    await home.app.store.run(ask)
    await home.settle()


async def waiting_class(home: Homeline, names: list[str]) -> Phone:
    """Zhao's phone, with 3B and those who wait."""
    zhao = await home.school()
    await home.class_room()
    await home.newcomer(replace(MEI, language_code="en"))
    await ask_for(home, names)
    return zhao


async def test_all_who_wait_are_in_the_class_with_one_tap_and_out_again_with_one(home: Homeline) -> None:
    zhao = await waiting_class(home, ["Lily", "Tom", "Anvar", "Anvar"])
    mei = home.phone(MEI)
    assert "Lily, Tom, Anvar, Anvar 2. Are they all in your class?" in zhao.texts[-1]
    assert sum("Are they all in your class" in each for each in zhao.texts) == 1  # one card, however many ask
    seen = len(mei.texts)

    await tap(home, zhao, "✅ All 4")
    assert "In class 3B now: Anvar 1, Anvar 2, Lily, Tom." in zhao.texts[-1]
    assert sum("is in class 3B now" in each for each in since(mei, seen)) == 4

    seen = len(mei.texts)
    await tap(home, zhao, "↩️")
    assert "Are they all in your class?" in zhao.texts[-1]
    assert sum("The teacher looks once more." in each for each in since(mei, seen)) == 4
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == []


async def test_who_has_asked_since_is_shown_before_a_yes_to_all_counts(home: Homeline) -> None:
    zhao = await waiting_class(home, ["Lily", "Tom"])
    button = next(b.data for row in zhao.last.buttons for b in row if b.text == "✅ All 2")
    await ask_for(home, ["Stranger"])
    zhao.press(button, zhao.last)
    await home.settle()

    assert "Lily, Tom, Stranger" in zhao.texts[-1]
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == []


async def test_one_by_one_the_rest_stays_on_the_card(home: Homeline) -> None:
    zhao = await waiting_class(home, ["Lily", "Tom", "Anvar"])
    await tap(home, zhao, "❌ Tom")

    assert "Tom was not added to class 3B." in zhao.texts[-1]
    assert labels(zhao.last)[0] == "✅ All 2"
    await tap(home, zhao, "✅ Lily")
    assert "Is Anvar in your class?" in zhao.texts[-1]


async def test_a_yes_that_was_too_early_is_taken_back_within_a_day_and_not_later(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    card = zhao.last
    await tap(home, zhao, "↩️")
    assert "Is Lily in your class?" in zhao.texts[-1]
    assert "Lily is not in class 3B yet. The teacher looks once more." in mei.texts[-1]

    await tap(home, zhao, "✅")
    await home.later(hours=25)
    zhao.press("enrolled_back:1", card)
    await home.settle()
    assert zhao.toast == OVER
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == [1]


async def test_a_child_who_has_moved_is_taken_out_the_family_reads_it_and_a_mistake_is_undone(home: Homeline) -> None:
    await english_family(home)
    await home.school()
    link = await home.class_room()
    await home.pupil(link)
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒", "Lily", "🚪 Left the class")
    assert "Take Lily out of class 3B?" in zhao.texts[-1]
    assert not mei.sees("any more")
    await tap(home, zhao, "✅")
    assert "The school says Lily is not in class 3B any more." in mei.texts[-1]
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == []
    mei.press("class_back:1", mei.last)  # what the school has ended, no family undoes
    await home.settle()
    assert mei.toast == OVER

    await tap(home, zhao, "↩️")
    assert "Lily is in class 3B now." in mei.texts[-1]
    await tap(home, zhao, "🏠", "🎓 3B", "🧒", "Lily", "🚪", "✅")
    mei.open(link)
    await home.settle()
    await tap(home, mei, "✅")
    await tap(home, zhao, "❌")
    zhao.press("pupil_in:1", zhao.last)  # a no is no mistake of that kind
    await home.settle()
    assert zhao.toast == OVER
    assert await home.app.store.run(lambda tx: enrolments.children(tx, 1)) == []
