"""SG-01 and SG-02: each purpose is agreed to by itself, a no is as easy as a yes, and taking back as easy as giving."""

import re
from collections.abc import Callable

import pytest

from bot.db.transaction import Tx
from bot.domain.screens import ConsentAsked
from bot.i18n import available
from bot.queries.circle import people
from bot.simulator.phone import Phone
from bot.texts import start
from bot.texts.reader import reader_for
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, read, say, tap


def of(telegram: int) -> Callable[[Tx], tuple[bool | None, bool | None]]:
    def look(tx: Tx) -> tuple[bool | None, bool | None]:
        found = people.by_telegram(tx, telegram)
        assert found is not None
        return found.health_notes, found.voice

    return look


async def card(home: Homeline, phone: Phone) -> None:
    await say(home, phone, "/privacy")
    await tap(home, phone, "What I allow")


@pytest.mark.parametrize("step", ["core", "health", "voice"])
async def test_sg_01_each_purpose_is_short_and_no_stands_beside_yes(home: Homeline, step: str) -> None:
    await home.newcomer(MEI)

    def shown(tx: Tx) -> list[tuple[int, list[str]]]:
        found = people.by_telegram(tx, MEI.id)
        assert found is not None
        said = []
        for code in available():
            people.change(tx, found.id, language=code)
            message = start.consent_asked(reader_for(tx, people.get(tx, found.id)), ConsentAsked(step))
            words = message.text.replace("<b>", "").replace("</b>", "")
            said.append((len(words), [each.label[0] for row in message.buttons for each in row]))
        return said

    for length, buttons in await read(home, shown):
        assert length <= 200
        assert buttons == ["✅", "❌"] + ["🌐"] * (step == "core")


async def test_sg_01_without_the_consent_to_health_both_ways_home_still_work(home: Homeline) -> None:
    mei, fang = await home.family(health="❌")
    fang.say("🤒")
    await home.settle()
    await home.later(minutes=5)
    assert any("call" in text for text in mei.texts)
    assert not any("ill" in re.findall(r"\w+", text) for text in mei.texts)

    fang.tap("🌤")
    await home.settle()
    await home.until(19, 30, day=1)
    usual = sum("usual" in text for text in mei.texts)
    fang.tap("✅")
    await home.settle()
    assert sum("usual" in text for text in mei.texts) == usual + 1


async def test_sg_02_taking_back_is_one_tap_on_the_same_card_as_giving(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await card(home, fang)
    assert "✅ How the child is" in fang.last.words
    await tap(home, fang, "❌ How the child is")
    assert await read(home, of(GRANDMA.id)) == (False, True)
    assert "❌ How the child is" in fang.last.words
    await tap(home, fang, "✅ How the child is")
    assert await read(home, of(GRANDMA.id)) == (True, True)
    await tap(home, fang, "❌ Voices")
    assert await read(home, of(GRANDMA.id)) == (True, False)
    assert await read(home, of(MEI.id)) == (True, True)


async def test_sg_02_the_school_is_taken_back_with_one_tap_too(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await card(home, mei)
    await tap(home, mei, "❌ Lily · 3B")
    await card(home, mei)
    assert "3B" not in mei.last.words


async def test_sg_02_who_joins_learns_who_has_added_the_child(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    assert [text for text in fang.texts if "Mei" in text and "Lily" in text]
