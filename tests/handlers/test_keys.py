"""A key below the chat means what it says, whatever somebody was in the middle of typing."""

from collections.abc import Callable

import pytest
from sqlalchemy import Table, func, select

from bot.db.tables import child, class_room, notice
from bot.db.transaction import Tx
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from bot.texts.keyboard import is_key
from tests.homeline import Homeline

KEYS = ("📞", "🎤", "🙂", "🤒")


def count(table: Table) -> Callable[[Tx], int]:
    return lambda tx: int(tx.scalar(select(func.count()).select_from(table)))


async def tapped(home: Homeline, who: PersonSpec, *labels: str) -> None:
    for label in labels:
        home.phone(who).tap(label)
        await home.settle()


async def dialogue(home: Homeline, telegram_id: int) -> str:
    """Which one somebody is in; empty for none."""

    def look(tx: Tx) -> str:
        found = people.by_telegram(tx, telegram_id)
        assert found is not None
        return (people.dialogue_of(tx, found.id) or ("", {}))[0]

    return await home.app.store.run(look)


@pytest.mark.parametrize("key", KEYS)
async def test_after_a_plus_a_key_is_no_childs_name(home: Homeline, key: str) -> None:
    await home.family()
    await tapped(home, FANG, "🏠", "⚙️", "➕")
    assert await dialogue(home, FANG.id) == "add_child"
    before = len(home.phone(FANG).texts)
    await tapped(home, FANG, key)

    assert len(home.phone(FANG).texts) > before
    assert await home.app.store.run(count(child)) == 1
    assert not home.phone(FANG).sees("When was")
    assert await dialogue(home, FANG.id) != "add_child"


async def test_call_me_pressed_in_the_middle_of_a_name_asks_the_parents_to_call(home: Homeline) -> None:
    mei, fang = await home.family()
    await tapped(home, FANG, "🏠", "⚙️", "➕", "📞")
    assert any(text.startswith("📞") for text in mei.texts)
    fang.say("Anna")
    await home.settle()

    assert await home.app.store.run(count(child)) == 1
    assert not fang.sees("Anna's circle")


@pytest.mark.parametrize("key", ["🧒", "📋"])
async def test_a_teachers_key_is_neither_a_class_nor_a_notice(home: Homeline, key: str) -> None:
    await home.family()
    await home.school()
    await home.pupil(await home.class_room())
    for begin in (("🏠", "⚙️", "➕"), ("🏠", "📣")):
        await tapped(home, ZHAO, *begin, key)
    drafts = await home.app.store.run(count(notice))
    rooms = await home.app.store.run(count(class_room))

    assert (rooms, drafts) == (1, 0)


async def test_a_notice_may_begin_with_the_sign_of_a_key(home: Homeline) -> None:
    await home.family()
    await home.school()
    await home.pupil(await home.class_room())
    await tapped(home, ZHAO, "🏠", "📣")
    home.phone(ZHAO).say("📞 Please call me before Friday.")
    await home.settle()
    await tapped(home, ZHAO, "📣 Send")

    assert home.phone(MEI).sees("📞 Please call me before Friday.")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_key_of_every_phone_is_known_in_each_language(home: Homeline, language: str) -> None:
    await home.family()
    await home.school()
    await home.class_room()

    def speak(tx: Tx) -> None:
        for person_ in (FANG, ZHAO):
            found = people.by_telegram(tx, person_.id)
            assert found is not None
            people.change(tx, found.id, language=language)

    await home.app.store.run(speak)
    await home.later(minutes=1)
    for who in (FANG, ZHAO):
        home.phone(who).say("/start")
        await home.settle()
        keys = [key for row in home.phone(who).keyboard or [] for key in row]
        assert keys
        assert [key for key in keys if not is_key(key)] == []
    assert not is_key("🎤 A song for Grandma")
    assert not is_key("Lily")
