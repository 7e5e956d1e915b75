"""Homeline speaks in private chats only: in groups and channels it is silent, whatever happens there."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.db.tables import inbox, person
from bot.simulator.cast import ZHAO
from bot.simulator.group import Group
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, read, since, tap
from tests.illness_cast import english_family, fever, newest

CLASS = {"id": -77, "type": "group", "title": "Class 3"}
CHANNEL = {"id": -1_000_000_000_088, "type": "channel", "title": "School news"}


def fang_is() -> dict[str, Any]:
    return {"id": GRANDMA.id, "is_bot": False, "first_name": GRANDMA.first_name}


def added(home: Homeline, status: str = "member") -> dict[str, Any]:
    def membership(state: str) -> dict[str, Any]:
        return {"user": home.world.bot, "status": state} | ({"until_date": 0} if state == "kicked" else {})

    was = "left" if status == "member" else "member"
    change = {"old_chat_member": membership(was), "new_chat_member": membership(status)}
    return {"my_chat_member": {"chat": CLASS, "from": fang_is(), "date": 1, **change}}


def group_with_the_bot(home: Homeline) -> Group:
    """The families' own group."""
    return home.world.group(-77, "Class 3", [GRANDMA, ZHAO])


async def done(home: Homeline) -> int:
    """What came and was handled; nothing may be parked."""
    states = await read(home, lambda tx: tx.all(select(inbox.c.state, inbox.c.reason)))
    assert {each.state for each in states} <= {"done"}, [each.reason for each in states]
    return len(states)


async def test_in_a_group_nothing_is_said_and_nothing_about_a_child(home: Homeline) -> None:
    mei, fang = await english_family(home)
    group = group_with_the_bot(home)
    await home.until(18, 55)
    before = (len(mei.texts), len(fang.texts), await done(home))
    home.world.push_raw(added(home))
    for words in ("/start", "/start@homeline_bot", "🤒 Ill", "🙂", "/help", "How is Lily?"):
        group.say(GRANDMA, words)
        await home.settle()
    await home.later(minutes=2)

    assert group.texts == []
    assert (len(mei.texts), len(fang.texts)) == before[:2]
    assert await done(home) == before[2] + 7
    await tap(home, fang, "🙂")
    assert mei.sees("Lily is well")


async def test_a_group_that_loses_the_bot_makes_nobody_unreachable(home: Homeline) -> None:
    mei, fang = await english_family(home)
    group_with_the_bot(home)
    before = len(mei.texts)
    for status in ("member", "left", "member", "kicked"):
        home.world.push_raw(added(home, status))
        await home.settle()
    await home.later(hours=1)

    assert since(mei, before) == []
    assert (
        await read(home, lambda tx: tx.scalar(select(func.count()).where(person.c.unreachable_since.is_not(None)))) == 0
    )
    await fever(home, fang)
    assert mei.sees("Lily is ill: fever")
    await done(home)


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
async def test_a_post_in_a_channel_is_passed_over(home: Homeline, kind: str) -> None:
    mei, _fang = await english_family(home)
    before, handled = len(mei.texts), await done(home)
    people = await read(home, lambda tx: tx.scalar(select(func.count()).select_from(person)))
    post = {"message_id": 4, "date": 1, "chat": CHANNEL, "sender_chat": CHANNEL, "text": "/start 🤒"}
    home.world.push_raw({kind: post | ({"edit_date": 2} if kind.startswith("edited") else {})})
    await home.settle()

    assert len(mei.texts) == before
    assert await done(home) >= handled
    assert await read(home, lambda tx: tx.scalar(select(func.count()).select_from(person))) == people


async def test_a_button_pressed_in_a_group_does_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    before = len(fang.texts)
    message = {"message_id": 9, "date": 1, "chat": CLASS, "from": home.world.bot, "text": "x"}
    press = {"id": "1", "from": {**fang_is(), "id": MEI.id}, "chat_instance": "1", "data": "ill_seen:1"}
    home.world.push_raw({"callback_query": {**press, "message": message}})
    await home.settle()

    assert len(fang.texts) == before
    assert "Seen" not in newest(mei, "Lily is ill").words
    await done(home)


async def test_what_is_forwarded_belongs_to_the_thread_as_if_it_were_written(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, fang, "➕ Add something")
    fang.forward("The doctor says: drink a lot", "Dr. Wu")
    await home.settle()

    assert mei.last.words == "🤒 Lily, from Grandma\nThe doctor says: drink a lot"


async def test_a_changed_caption_is_answered_and_not_sent_twice(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    picture = fang.photo("her back")
    await home.settle()
    before = len(mei.texts)
    fang.edit(picture, "her arm")
    await home.settle()

    assert fang.last.words == "I keep what you sent first. You can send it once more."
    assert len(mei.texts) == before
    assert not mei.sees("her arm")
