"""A correction decides anew whether a notice stands in the class's group, and its teachers read what came of it."""

from sqlalchemy import select

from bot.db.tables import class_post
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.group import Group
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.staff_steps import LEAD, leads_phone  # noqa: F401 - a fixture
from tests.handlers.school.test_class_groups import HEADING, families_group, sent, tied  # noqa: F401 - a fixture
from tests.homeline import Homeline
from tests.households import read, say, since, tap

NAMED = "Lily and Ben sing on Friday"
KEPT = "It seems to name a child, so it is not in the group."
THERE = "Your notice to class 3B is in the group now."


async def corrected(home: Homeline, zhao: Phone, text: str) -> list[str]:
    """What the teacher reads of it."""
    before = len(zhao.texts)
    await tap(home, zhao, "👁", "✏️")
    await say(home, zhao, text)
    return since(zhao, before)


def shown(group: Group) -> list[str]:
    return [each.splitlines()[1] for each in group.texts]


async def test_a_notice_that_names_no_child_any_more_is_posted_and_its_teacher_reads_so(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao, NAMED)
    assert group.texts == []

    told = await corrected(home, zhao, "Some of you sing on Friday")
    assert group.texts[0].startswith(f"{HEADING}\nSome of you sing on Friday")
    assert len([each for each in told if THERE in each]) == 1
    assert not any(KEPT in each for each in told)
    assert len(news(mei)) == 1

    told = await corrected(home, zhao, "Some of you sing on Saturday")  # from now on it is like any other
    assert shown(group) == ["Some of you sing on Saturday"]
    assert not any(THERE in each for each in told)


async def test_one_that_still_names_a_child_stays_out_and_its_teacher_reads_so_again(
    home: Homeline, zhao: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao, NAMED)
    told = await corrected(home, zhao, "Lily sings on Friday")
    assert group.texts == []
    assert len([each for each in told if KEPT in each]) == 1
    await corrected(home, zhao, "We sing on Friday")
    assert shown(group) == ["We sing on Friday"]


async def test_one_that_was_taken_out_comes_back(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao)
    told = await corrected(home, zhao, "Trip on Friday, Lily sits in front")
    assert group.texts == []
    assert any(KEPT in each for each in told)
    told = await corrected(home, zhao, "Trip on Saturday")
    assert shown(group) == ["Trip on Saturday"]
    assert any(THERE in each for each in told)


async def test_one_that_is_too_old_to_be_taken_out_says_nothing_there_and_then_reads_anew(
    home: Homeline, zhao: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao)
    await home.later(days=3)
    await corrected(home, zhao, "Trip on Friday, Lily sits in front")
    assert shown(group) == ["Families read this notice in their own chats with me."]
    await corrected(home, zhao, "Trip on Saturday")
    assert shown(group) == ["Trip on Saturday"]


async def test_one_that_was_sent_before_there_was_a_group_or_while_it_was_off_stays_out(
    home: Homeline, zhao: Phone, group: Group
) -> None:
    await sent(home, zhao)
    await tied(home, zhao, group)
    told = await corrected(home, zhao, "Trip on Saturday")
    assert group.texts == []
    assert not any(THERE in each for each in told)

    await sent(home, zhao, NAMED)
    await tap(home, zhao, "🏠", "🎓 3B", "🗞 Chat group", "⏹ Post no more")
    told = await corrected(home, zhao, "We sing on Friday")
    assert group.texts == []
    assert not any(THERE in each or KEPT in each for each in told)


async def test_a_notice_that_is_taken_back_then_is_taken_back_there_too(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao, NAMED)
    await corrected(home, zhao, "We sing on Friday")
    await tap(home, zhao, "↩️ Take it back", "✅ Yes")
    assert group.texts == [f"{HEADING}\n↩️ This notice was taken back. There is nothing to do."]
    assert not any("sing" in each for each in news(mei))


async def test_an_album_that_was_taken_out_comes_back_whole(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    zhao.say("📣")
    await home.settle()
    zhao.album(3, "Trip on Friday")
    await home.settle()
    await tap(home, zhao, "📣 Send")
    await corrected(home, zhao, "Lily went first")
    assert [each.kind for each in group.messages if each.from_bot] == []
    assert await read(home, lambda tx: tx.all(select(class_post.c.part))) == []
    await corrected(home, zhao, "Some went first")
    kinds = [each.kind for each in group.messages if each.from_bot]
    assert (kinds.count("photo"), kinds[-1]) == (3, "text")


async def test_a_notice_to_the_school_is_decided_in_each_class_that_it_has_reached(home: Homeline, lead: Phone) -> None:
    group = home.world.group(-77, "3B parents", [ZHAO, LEAD, MEI])
    group.add_bot(LEAD)
    await home.settle()
    await tap(home, lead, "🗞 3B")
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "1 Wang Lily")
    await tap(home, zhao, "✅")
    await tap(home, lead, "🏠", "📣 Whole school")
    await say(home, lead, NAMED)
    await tap(home, lead, "📣 Send")
    await home.later(minutes=2)
    assert group.texts == []
    await tap(home, lead, "👁", "✏️")
    await say(home, lead, "We sing on Friday")
    await home.later(minutes=2)
    assert shown(group) == ["We sing on Friday"]
