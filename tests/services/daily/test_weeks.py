"""A week as each adult may see it, gathered from everything that was tapped and sent in it."""

from bot.db.transaction import Tx
from bot.domain.daily.weeks import Day, Mark
from bot.domain.local_time import local
from bot.queries.circle import circles, people
from bot.queries.daily import weeks
from bot.simulator.cast import PersonSpec
from tests.homeline import MEI, Homeline
from tests.households import FATHER, GRANDMA, english_family, read, second_parent, tap


async def week_of(home: Homeline, who: PersonSpec) -> tuple[Day, ...]:
    """The last seven days of Lily for one of them."""

    def look(tx: Tx) -> tuple[Day, ...]:
        circle, me = circles.get(tx, 1), people.by_telegram(tx, who.id)
        assert circle is not None
        assert me is not None
        return weeks.week(tx, circle, me.id, local(tx.now, circle.child.zone).date())

    return await read(home, look)


async def test_each_sees_what_was_said_and_sent_to_them_and_nothing_of_the_others_letters(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await second_parent(home)
    await tap(home, mei, "🏠", "🎤")
    mei.voice()
    await home.settle()
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🏠", "🤒", "🌡")
    await home.later(minutes=1)

    today = {who: (await week_of(home, who))[-1] for who in (MEI, FATHER, GRANDMA)}

    assert {each.face for each in today.values()} == {"well"}
    assert {each.ill for each in today.values()} == {True}
    assert [today[who].marks for who in (MEI, FATHER, GRANDMA)] == [(Mark.TO_CHILD,), (), (Mark.TO_CHILD,)]


async def test_where_a_parent_wants_no_notes_about_health_there_is_neither_face_nor_illness(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🏠", "🤒", "🌡")
    await home.later(minutes=1)

    await read(home, lambda tx: people.change(tx, 1, health_notes=False))

    for who in (MEI, GRANDMA):
        today = (await week_of(home, who))[-1]
        assert (today.face, today.ill) == ("kept", False)


async def test_a_hard_day_that_grandma_keeps_for_a_talk_is_in_nobodys_week_but_hers(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "😢", "🙋")

    hers, at_mei = (await week_of(home, GRANDMA))[-1], (await week_of(home, MEI))[-1]

    assert hers.face == "sad"
    assert (at_mei.face, at_mei.heard) == ("", True)
