"""What nobody else may see of a notice, and who gets none."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState
from bot.queries.circle import circles
from bot.simulator.cast import IVAN, LI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline, link_in


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
        "notice_on:1:2026112407",
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
            assert circles.change_member(tx, member.id, MemberState.ACTIVE, state=MemberState.LEFT)

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
    for label in ("🏠", "⚙️", "🔗"):
        mei.tap(label)
        await home.settle()
    mei.tap("🧑")
    await home.settle()
    li = await home.joined(LI, link_in(mei), "🧑")
    await home.notice(TRIP)

    assert not li.sees("Trip")
    assert len(news(mei)) == 1


async def test_teachers_see_no_names_of_adults(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    """Who signs says so by name: the card of the family tells them."""
    await home.notice(TRIP, errand=True)
    fang.tap("🙋")
    await home.settle()
    zhao.tap("👁")
    await home.settle()

    assert not any(name in text for text in zhao.texts for name in ("Mei", "Wang Fang", "Grandma"))
    assert ZHAO.first_name in news(mei)[0]
