"""🗞 The group of a class: tied by a teacher's tap, told what the whole class may read, never listened to."""

import json

import pytest
from sqlalchemy import select

from bot.db.tables import class_group, class_post, inbox, outbox
from bot.simulator.cast import FANG, IVAN, MEI, ZHAO
from bot.simulator.group import Group
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import read, say, since, tap

HEADING = "📣 Class 3B, Zhao Lan"


@pytest.fixture(name="group")
def families_group(home: Homeline) -> Group:
    """Where the families of 3B talk."""
    return home.world.group(-77, "3B parents", [ZHAO, MEI, FANG, IVAN])


async def added(home: Homeline, group: Group, by: object = ZHAO) -> None:
    group.add_bot(by)  # type: ignore[arg-type] # one of the cast
    await home.settle()


async def tied(home: Homeline, zhao: Phone, group: Group) -> None:
    await added(home, group)
    await tap(home, zhao, "🗞 3B")


async def sent(home: Homeline, zhao: Phone, text: str = TRIP) -> None:
    await say(home, zhao, text)
    await tap(home, zhao, "📣 Send")


async def test_a_teacher_ties_a_group_and_notices_stand_there_too(home: Homeline, zhao: Phone, group: Group) -> None:
    await added(home, group)
    assert "Shall I post the notices of class 3B in the group “3B parents”, too?" in zhao.last.words
    assert group.texts == []
    await tap(home, zhao, "🗞 3B")
    assert "Notices of class 3B are posted in the group “3B parents”, too." in zhao.last.words
    await sent(home, zhao)

    assert len(group.texts) == 1
    assert group.texts[0].startswith(f"{HEADING}\n{TRIP}")
    assert "To confirm, open your own chat with me:\nhttps://t.me/homeline" in group.texts[0]
    assert group.messages[-1].buttons == []
    assert "Lily" not in group.texts[0]
    assert len(news(home.phone(MEI))) == 1
    await home.later(hours=3)
    assert len(group.texts) == 1


async def test_what_is_said_in_the_group_is_neither_kept_nor_answered_nor_passed_on(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    before = len(zhao.texts), len(mei.texts)
    for person, words in ((MEI, "Is the trip on Friday?"), (ZHAO, "📣 Bring a coat"), (IVAN, "/start")):
        group.say(person, words)
        await home.settle()

    assert group.texts == []
    assert (len(zhao.texts), len(mei.texts)) == before
    kept = await read(home, lambda tx: [row.payload for row in tx.all(select(inbox.c.payload))])
    assert not any(each and ("trip" in each or "Bring" in each) for each in kept)


async def test_a_group_that_no_teacher_has_added_it_to_hears_nothing(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    before = len(zhao.texts), len(mei.texts)
    for person in (MEI, IVAN):
        await added(home, group, person)
    await sent(home, zhao)

    assert group.texts == []
    assert len(mei.texts) == before[1] + 1
    assert await read(home, lambda tx: tx.all(select(class_group.c.id))) == []


async def test_no_is_no_and_nothing_is_known_of_the_group(home: Homeline, zhao: Phone, group: Group) -> None:
    await added(home, group)
    old = zhao.last
    await tap(home, zhao, "❌ Not there")
    assert zhao.last.words == "🗞 All right. I say nothing in that group."
    assert await read(home, lambda tx: tx.all(select(class_group.c.id))) == []
    zhao.press("group_tie:1:1", old)
    await home.settle()
    assert zhao.toast == OVER


async def test_nobody_but_who_was_asked_can_tie_it(home: Homeline, zhao: Phone, mei: Phone, group: Group) -> None:
    await added(home, group)
    for data in ("group_tie:1:1", "group_no:1", "class_group:1", "group_post:1:yes"):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OVER, data
    await sent(home, zhao)
    assert group.texts == []


async def test_it_is_switched_off_and_on_on_the_classs_page(home: Homeline, zhao: Phone, group: Group) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "🗞 Chat group")
    assert "Add @" in zhao.last.words
    await tied(home, zhao, group)
    await tap(home, zhao, "⏹ Post no more")
    assert "No notices of class 3B are posted in the group “3B parents” now." in zhao.last.words
    await sent(home, zhao)
    assert group.texts == []

    await tap(home, zhao, "🏠", "🎓 3B", "🗞 Chat group", "🗞 Post there")
    await sent(home, zhao, "No lessons on Monday")
    assert [each.splitlines()[1] for each in group.texts] == ["No lessons on Monday"]


async def test_a_correction_changes_it_there_and_what_is_taken_back_goes_there(
    home: Homeline, zhao: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao)
    await tap(home, zhao, "👁", "✏️")
    await say(home, zhao, "Trip on Saturday")
    assert [each.splitlines()[1] for each in group.texts] == ["Trip on Saturday"]

    await tap(home, zhao, "↩️ Take it back", "✅ Yes")
    assert group.texts == [f"{HEADING}\n↩️ This notice was taken back. There is nothing to do."]


async def test_a_picture_that_is_taken_back_is_gone_there(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    zhao.photo("The way to the hill")
    await home.settle()
    await tap(home, zhao, "📣 Send")
    assert group.messages[-1].kind == "photo"
    assert group.texts[0].startswith(f"{HEADING}\nThe way to the hill")

    await tap(home, zhao, "↩️ Take it back", "✅ Yes")
    assert group.texts == []


async def test_a_notice_that_names_a_child_stays_out_and_its_teacher_reads_why(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao, "Lily and Ben sing on Friday")

    assert group.texts == []
    assert "It seems to name a child, so it is not in the group." in zhao.texts[-1]
    assert len(news(mei)) == 1


async def test_a_correction_that_names_a_child_takes_it_out_of_the_group(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao)
    await tap(home, zhao, "👁", "✏️")
    await say(home, zhao, "Trip on Friday, Lily sits in front")

    assert group.texts == []
    assert mei.sees("Lily sits in front")


async def test_what_is_to_be_signed_stays_with_each_family(
    home: Homeline, zhao: Phone, mei: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    await say(home, zhao, TRIP)
    await tap(home, zhao, "✏️ More…", "✍️")
    await tap(home, zhao, "📣 Send")

    assert len(news(mei)) == 1
    assert group.texts == []


async def test_a_group_that_has_grown_keeps_its_notices(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao)
    group.migrate_to_supergroup()
    await home.settle()
    await sent(home, zhao, "No lessons on Monday")

    assert [each.splitlines()[1] for each in group.texts] == ["No lessons on Monday"]
    await tap(home, zhao, "🏠", "🎓 3B", "🗞 Chat group")
    assert "are posted in the group “3B parents”" in zhao.last.words


async def test_it_is_followed_also_where_only_a_refusal_tells_of_its_new_number(
    home: Homeline, zhao: Phone, group: Group
) -> None:
    await tied(home, zhao, group)
    group.migrate_to_supergroup(told=False)
    await home.settle()
    await sent(home, zhao)
    await home.later(minutes=1)

    assert [each.splitlines()[1] for each in group.texts] == [TRIP]
    await sent(home, zhao, "No lessons on Monday")
    assert len(group.texts) == 2


@pytest.mark.parametrize("how", ["put out", "muted", "muted in silence"])
async def test_a_group_that_shuts_it_out_ends_it_and_the_teacher_reads_that_once(
    home: Homeline, zhao: Phone, mei: Phone, group: Group, how: str
) -> None:
    await tied(home, zhao, group)
    before = len(zhao.texts)
    if how == "put out":
        group.put_bot_out(MEI)
    else:
        group.mute_bot(MEI, told=how == "muted")
    await home.settle()
    for text in (TRIP, "No lessons on Monday"):
        await sent(home, zhao, text)
    await home.later(hours=1)

    told = [each for each in since(zhao, before) if "lets me post nothing any more" in each]
    assert len(told) == 1
    assert group.texts == []
    assert len(news(mei)) == 2
    assert await read(home, lambda tx: tx.all(select(class_group.c.id))) == []
    waits = outbox.c.chat == -77, outbox.c.state.in_(["pending", "sending", "discarded"])
    assert await read(home, lambda tx: tx.all(select(outbox.c.id).where(*waits))) == []


async def test_a_class_that_ends_ends_it(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    await sent(home, zhao)
    before = len(group.texts)
    await tap(home, zhao, "🏠", "🎓 3B", "⏹ Close class", "✅ Yes")

    assert await read(home, lambda tx: tx.all(select(class_group.c.id))) == []
    assert await read(home, lambda tx: tx.all(select(class_post.c.part))) == []
    assert len(group.texts) == before


async def test_in_the_evening_the_group_makes_no_sound(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    await home.until(23, 30)
    await say(home, zhao, TRIP)
    await tap(home, zhao, "📣 Send")
    if not group.texts:  # the offer is the morning first
        await home.later(hours=9)
    assert [each.silent for each in group.messages if each.from_bot] == [home.world.now.hour >= 13]


async def test_a_press_below_a_message_of_the_group_is_not_kept(home: Homeline, zhao: Phone, group: Group) -> None:
    await tied(home, zhao, group)
    message = {"message_id": 9, "date": 1, "chat": group.chat.info, "text": "secret"}
    user = {"id": MEI.id, "is_bot": False, "first_name": "Mei"}
    home.world.push_raw(
        {"callback_query": {"id": "1", "from": user, "chat_instance": "1", "data": "x", "message": message}}
    )
    await home.settle()
    kept = await read(home, lambda tx: [row.payload for row in tx.all(select(inbox.c.payload))])
    assert not any(each and "secret" in json.loads(each).get("callback_query", {}).get("data", "") for each in kept)
    assert not any(each and "secret" in each for each in kept)
