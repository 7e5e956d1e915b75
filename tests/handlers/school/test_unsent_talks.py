"""✉️ Words about one of two children wait for a tap: past other conversations and days, and are never lost."""

import pytest

from bot.db.transaction import Tx
from bot.domain.limits import TALKS_A_DAY
from bot.domain.privacy.retention import kept
from bot.queries.circle import circles
from bot.queries.school import school_talks
from bot.queries.school import unsent_talks as rows
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.handlers.school.unsent_steps import COAT, QUESTION, asked, press
from tests.homeline import Homeline
from tests.households import read, say, since, tap


async def test_words_written_an_hour_before_go_out_with_the_tap(home: Homeline, zhao: Phone, mei: Phone) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    await home.later(minutes=40)
    await say(home, mei, "🙂")  # something else, to somebody else
    assert since(zhao, teacher) == []
    await press(home, mei, "✉️ Ben", card)
    assert since(zhao, teacher) == [f"✉️ Ben, from Mei\n{COAT}"]
    assert any(each.startswith("✉️ Ben\n") for each in mei.texts)
    await home.later(hours=6)
    assert not any("still wait" in each for each in mei.texts)


@pytest.mark.parametrize("way", ["/start", "🎤", "promise", "another notice"])
async def test_no_other_conversation_takes_them_away(home: Homeline, zhao: Phone, mei: Phone, way: str) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    if way == "promise":
        mei.press("promise_new:1", card)
    elif way == "another notice":
        mei.press("talk_to:1:1", card)
    else:
        mei.say(way)
    await home.settle()
    await press(home, mei, "✉️ Lily", card)
    assert since(zhao, teacher) == [f"✉️ Lily, from Mei\n{COAT}"]


async def test_what_is_added_stands_in_the_same_question_which_comes_below(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    assert await say(home, mei, "And no boots.") == QUESTION
    assert mei.last is not card
    assert mei.texts.count(QUESTION) == 1
    mei.sticker()
    await home.settle()
    assert mei.texts[-1] == "I cannot pass that on. Words, a voice, a photo or a file work."
    await tap(home, mei, "✉️ Ben")
    assert since(zhao, teacher) == [f"✉️ Ben, from Mei\n{COAT}", "✉️ Ben, from Mei\nAnd no boots."]
    mei.press("talk_about:1:2:1", card)  # a second tap, that was on its way
    await home.settle()
    assert len(since(zhao, teacher)) == 2


async def test_whoever_does_not_want_them_sent_says_so(home: Homeline, zhao: Phone, mei: Phone) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    await tap(home, mei, "❌")
    assert mei.texts[-1] == "✉️ All right, the teacher does not get these words."
    await home.later(hours=6)
    assert not any("still wait" in each for each in mei.texts)
    assert COAT not in str(await read(home, lambda tx: rows.get(tx, 1)))
    mei.press("talk_about:1:1:1", card)
    await home.settle()
    assert since(zhao, teacher) == []


async def test_after_a_month_a_tap_says_plainly_that_they_were_not_sent(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    await home.later(hours=int(kept("unsent_talks").total_seconds() // 3600) + 1)
    assert await read(home, lambda tx: rows.get(tx, 1)) is None
    await press(home, mei, "✉️ Ben", card)
    said = next(each for each in mei.messages if each.text.startswith("✉️ These words were not sent"))
    await press(home, mei, "✉️", said)
    await say(home, mei, "Has he a coat now?")
    assert [each for each in since(zhao, teacher) if "✉️" in each] == ["✉️ Ben, from Mei\nHas he a coat now?"]


async def test_a_full_day_and_a_closed_class_leave_them_where_they_are(home: Homeline, zhao: Phone, mei: Phone) -> None:
    card, teacher = await asked(home, mei), len(zhao.texts)
    body = {"kind": "text", "file_id": "", "album": ""}

    def many(tx: Tx) -> None:
        thread = school_talks.on_line(tx, 1, 1, "family")
        for number in range(TALKS_A_DAY):
            school_talks.add(tx, thread.id, 1, {**body, "text": f"more {number}"}, from_school=False)

    await read(home, many)
    await press(home, mei, "✉️ Ben", card)
    assert mei.texts[-1].startswith("That is a lot for one day.")
    await read(home, lambda tx: circles.change_child(tx, 2, sharing_stopped_at=tx.now))
    await home.later(hours=25)
    await press(home, mei, "✉️ Ben", card)
    assert mei.toast is not None
    assert mei.toast.startswith("Nothing new about Ben")
    await read(home, lambda tx: circles.change_child(tx, 2, sharing_stopped_at=None))
    await press(home, mei, "✉️ Ben", card)
    assert since(zhao, teacher)[-1:] == [f"✉️ Ben, from Mei\n{COAT}"]


async def test_nobody_else_can_send_let_go_or_read_them(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await asked(home, mei)
    teacher = len(zhao.texts)
    for phone in (fang, zhao):
        for data in ("talk_about:1:1:1", "talk_about:1:2:1", "talk_let_go:1"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER, data
    assert since(zhao, teacher) == []
    assert COAT not in str(fang.texts)
    assert COAT in str(await read(home, lambda tx: rows.get(tx, 1)))
