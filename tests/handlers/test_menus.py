"""Menus turn their pages: whoever has very many of everything finds every button, and nobody finds another's."""

import re
from dataclasses import fields
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.db.tables import child, class_room, invite, letter, member, promise, school, staff
from bot.db.transaction import Tx
from bot.domain.menus import BUTTONS, GROWING, ROWS
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.queries.circle import people
from bot.services.notifications import reply
from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from bot.texts import renderers
from tests.bench.home import child_row
from tests.homeline import Homeline
from tests.households import english_family, tap

MANY = range(100, 132)
OUTDATED = "This has changed since"


def me(tx: Tx) -> Person:
    found = people.by_telegram(tx, MEI.id)
    assert found is not None
    return found


def give_many(tx: Tx) -> None:
    """Very many children, schools, classes, links and promises, as no limit would let one person have."""
    mei, later, now = me(tx).id, tx.now + timedelta(days=200), tx.now
    for number in MANY:
        guardian = bool(number % 2)
        tx.add(child, **child_row(number, 1080, later, "Asia/Shanghai"))
        place = {"role": "guardian" if guardian else "parent", "kin": "parent", "called": "Me", "state": "active"}
        tx.add(member, child_id=number, person_id=mei, joined_at=now, at_home=guardian, **place)
        tx.add(school, id=number, name=f"School {number}", created_at=now)
        tx.add(staff, school_id=number, person_id=mei, lead=True, called="Me", joined_at=now)
        room = {"school_id": number, "teacher_id": mei, "name": f"Class {number}"}
        tx.add(class_room, id=number, ends_at=later, created_at=now, **room)
        link = {"kind": "member", "role": "guardian", "single_use": True, "created_by": mei, "child_id": 1}
        tx.add(invite, token_hash=bytes([number]) * 32, created_at=now, expires_at=later, **link)
        words = {"visit": False, "words": f"Trip {number}", "day": "2026-12-24", "state": "planned"}
        tx.add(promise, child_id=1, made_by=mei, created_at=now, **words)
    row = {"to_child": True, "kind": "text", "media": {"text": "x"}, "state": "draft", "sent_at": now}
    tx.add(letter, child_id=1, author_id=mei, **row)


def say(tx: Tx, kind: type[Event]) -> None:
    """A menu of this kind."""
    known: dict[str, Any] = {
        "child_id": 1,
        "class_id": MANY[0],
        "children": tuple(MANY),
        "then": "roll",
        "letter_id": tx.scalar(select(letter.c.id)),
        "promise_id": tx.scalar(select(promise.c.id).limit(1)),
    }
    reply(tx, me(tx), kind(**{each.name: known[each.name] for each in fields(kind) if each.name in known}))  # type: ignore[arg-type] # every About is a dataclass


def pressable(phone: Phone) -> list[str]:
    return [button.data or "" for row in phone.last.buttons for button in row]


async def test_whoever_has_very_many_of_everything_finds_every_button(home: Homeline) -> None:
    mei, _fang = await home.family()
    await home.app.store.run(give_many)
    turned = set()
    for kind in (each for each in renderers.RENDERERS if each.__name__ in GROWING):
        await home.app.store.run(partial(say, kind=kind))
        await home.settle()
        seen: list[str] = []
        while True:
            data = pressable(mei)
            assert len(mei.last.buttons) <= ROWS + 2
            assert len(data) <= BUTTONS + 3
            seen += [each for each in data if not re.match(r"more:|home\Z|help\Z", each)]
            following = [each for each in data if re.match(r"more:[1-9]", each)]
            if not following:
                break
            turned.add(kind.__name__)
            mei.press(following[0], mei.last)
            await home.settle()
        assert len(seen) == len(set(seen)), kind
    assert turned >= {
        *{"HomeShown", "SettingsShown", "NoticeClassAsked", "PupilClassAsked", "PupilAsked", "LogChildAsked"},
        *{"CircleChildAsked", "PleaseCallChildAsked", "LetterChildAsked", "StopAsked", "EraseAsked"},
    }
    assert not [each for each in home.simulator.requests if each.error and "markup" in each.error]


async def test_a_menu_turns_only_for_whom_it_stands_there_still(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥")
    circle = mei.last
    await home.do(mei.press("more:0", circle))
    assert mei.toast is None  # a small menu has one page, and shows it again
    news = len(fang.texts)
    await home.do(fang.press("more:1", fang.last), fang.press("more:0", circle))
    assert OUTDATED in str(fang.toast)
    assert len(fang.texts) == news
    await tap(home, mei, "🏠", "⚙️", "👋", "✅")
    before = list(mei.texts)
    await home.do(mei.press("more:0", circle))
    assert OUTDATED in str(mei.toast)
    assert mei.texts == before
