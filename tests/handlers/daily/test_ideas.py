"""The idea of the week: fitted to this child and this week, once a week, and never pressed on anybody."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, update

from bot.db.tables import child, idea, idea_plan, member
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from bot.texts.daily.ideas_catalogue import text
from tests.homeline import FANG, MEI, Homeline
from tests.remembering import remembered

GRANDMA = replace(FANG, language_code="en")
OUTDATED = "This has changed since. Home shows what is new."


@remembered
async def family(home: Homeline) -> tuple[Phone, Phone]:
    """Mei and Grandma, both in English."""
    link = await home.child()
    fang = await home.joined(GRANDMA, link, "👵")
    return home.phone(MEI), fang


async def sunday(home: Homeline, *, weeks: int = 0) -> None:
    """Sunday at ten in Dubai; the tests begin on a Monday."""
    await home.until(10, zone="Asia/Dubai", day=6 + 7 * weeks)


async def offered(home: Homeline) -> list[str]:
    """The cards that were offered, as rows."""
    rows = await home.app.store.run(lambda tx: tx.all(select(idea.c.idea_id).order_by(idea.c.id)))
    return [row.idea_id for row in rows]


def cards(phone: Phone) -> list[str]:
    """The ideas on a phone."""
    return [words for words in phone.texts if words.startswith("💡")]


async def test_an_idea_comes_on_sunday_at_ten_once_a_week(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(9, 59, zone="Asia/Dubai", day=6)
    assert not cards(mei)

    await home.later(minutes=1)
    await home.later(hours=5)

    assert len(cards(mei)) == 1
    assert cards(mei)[0].startswith("💡 Lily\nOur time")
    assert not cards(fang)
    await home.later(days=7)
    assert len(cards(mei)) == 2
    assert await offered(home) == ["w01-6-9", "w02-6-9"]


async def test_the_idea_can_be_done_or_skipped(home: Homeline) -> None:
    mei, _fang = await family(home)
    await sunday(home)

    mei.tap("✅ Done")
    await home.settle()

    assert cards(mei) == ["💡 Noted. The next idea comes on Sun, Dec 6."]
    mei.press("idea_done:1", mei.last)
    mei.press("idea_other:1", mei.last)
    await home.settle()
    assert mei.toast == OUTDATED


async def test_another_one_comes_a_few_times(home: Homeline) -> None:
    mei, _fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("💡")
    await home.settle()
    card = mei.last

    for _ in range(5):
        mei.press("idea_other:1", card)
        await home.settle()

    assert mei.toast == "That was the last one for this week."
    assert len(cards(mei)) == 1
    assert await offered(home) == ["w05-6-9"]
    mei.tap("❌")
    await home.settle()
    assert cards(mei) == ["💡 All right. The next idea comes on Sun, Dec 6."]
    await home.until(10, zone="Asia/Dubai", day=6)
    assert len(cards(mei)) == 1
    await home.later(days=7)
    assert await offered(home) == ["w05-6-9", "w06-6-9"]


async def test_the_next_idea_has_a_weekday_only_where_it_is_the_coming_one(home: Homeline) -> None:
    mei, _fang = await family(home)
    await sunday(home)
    await home.later(days=1)

    mei.tap("✅ Done")
    await home.settle()

    assert cards(mei) == ["💡 Noted. The next idea comes on Sunday."]


async def test_a_voice_for_the_idea_tells_home_what_to_do(home: Homeline) -> None:
    mei, fang = await family(home)
    await sunday(home)

    mei.tap("🎤 Record")
    await home.settle()
    mei.voice()
    await home.settle()

    assert (text("w01-6-9", "en").guardian or "?") in fang.last.words
    state = await home.app.store.run(lambda tx: tx.scalar(select(idea.c.state)))
    assert state == "recorded"


async def test_a_pause_and_a_late_start_bring_no_idea(home: Homeline) -> None:
    mei, _fang = await family(home)
    until = home.clock.now() + timedelta(days=8)
    await home.app.store.run(lambda tx: tx.change(update(child).values(paused_until=until)))

    await sunday(home)
    assert not cards(mei)
    mei.tap("🏠")
    await home.settle()
    mei.tap("💡")
    await home.settle()
    assert mei.sees("Lily's circle is on pause. Ideas come again afterwards.")

    home.clock.push(timedelta(days=8))
    await home.settle()
    assert not cards(mei)


async def test_a_second_child_has_saturday(home: Homeline) -> None:
    mei, _fang = await family(home)
    for tap in ("🏠", "⚙️", "➕"):
        mei.tap(tap)
        await home.settle()
    mei.say("Bo")
    await home.settle()
    for tap in ("2020", "May", "🇨🇳"):
        mei.tap(tap)
        await home.settle()

    await home.until(10, zone="Asia/Dubai", day=5)
    assert [words.split("\n")[0] for words in cards(mei)] == ["💡 Bo"]
    await home.until(10, zone="Asia/Dubai", day=1)
    assert [words.split("\n")[0] for words in cards(mei)] == ["💡 Bo", "💡 Lily"]


async def test_who_has_left_gets_no_more_ideas(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.app.store.run(lambda tx: tx.change(update(member).where(member.c.role == "parent").values(state="left")))

    await sunday(home)

    assert not cards(mei)
    assert await home.app.store.run(lambda tx: tx.first(select(idea_plan))) is None
    assert not cards(fang)


async def test_quiet_hours_hold_an_idea(home: Homeline) -> None:
    mei, _fang = await family(home)
    await home.quiet(MEI, 9 * 60, 11 * 60)

    await sunday(home)
    assert not cards(mei)

    await home.later(hours=1)
    assert len(cards(mei)) == 1


async def test_only_a_parent_of_this_child_sees_an_idea(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    await sunday(home)
    before = cards(mei)

    for phone in (ivan, fang):
        for data in ("idea:1", "idea_done:1", "idea_skip:1", "idea_other:1", "idea:x", "idea_done:99"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OUTDATED
        assert not cards(phone)

    assert cards(mei) == before


async def test_an_idea_answered_a_month_later_is_noted_and_the_newer_one_stays_as_it_is(home: Homeline) -> None:
    mei, fang = await family(home)
    await sunday(home)
    old = mei.last
    for _ in range(5):
        await home.later(days=7)
    newer = [each for each in mei.messages if each.words.startswith("💡")][-1]
    before = newer.words
    assert newer is not old

    mei.tap("✅ Done", message=old)
    await home.settle()

    assert old.words.startswith("💡 Noted. The next idea comes on ")
    assert mei.toast is None
    assert newer.words == before
    spoken = len(fang.messages)
    mei.tap("🎤", message=newer)
    await home.settle()
    mei.voice()
    await home.settle()
    assert fang.last.kind == "voice"
    assert len(fang.messages) == spoken + 1


async def test_another_one_on_a_card_of_a_month_ago_brings_this_weeks(home: Homeline) -> None:
    mei, _fang = await family(home)
    await sunday(home)
    old, before = mei.last, mei.last.words
    for _ in range(5):
        await home.later(days=7)
    count = len(await offered(home))

    mei.tap("🔄", message=old)
    await home.settle()

    assert old.words == before
    assert mei.texts[-1].startswith("💡")
    assert len(await offered(home)) - count <= 1
