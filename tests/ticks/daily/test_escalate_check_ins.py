"""The escalation, as the phones see it."""

from bot.domain.local_time import local
from bot.queries.daily import escalation
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, hours, read, second_parent, since, stand_in, tap
from tests.remembering import remembered

SOFTLY = "No answer from Grandma yet."
PLAINLY = "Nothing from home about Lily since"


@remembered
async def answered_once(home: Homeline) -> None:
    """The first evening went well; the escalation can begin from here on."""
    await home.until(19, 30)
    await tap(home, home.phone(GRANDMA), "🙂")


async def test_silence_climbs_from_the_stand_in_to_the_parents_and_is_told_week_after_week(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    before, asked = len(mei.texts), len(li.texts)

    await hours(home, 24 + 23)
    assert since(li, asked) == []
    await hours(home, 3)
    assert since(li, asked) == ["No answer from Grandma yet. Can you tell how Lily is?"]
    assert since(mei, before) == []

    await hours(home, 14)  # it is night in Dubai after the first six of them
    assert since(mei, before) == [SOFTLY]
    await hours(home, 24)
    assert [PLAINLY in each for each in since(mei, before)] == [False, True]
    assert "since Monday. You can call, or ask Li Na (stand-in)." in mei.texts[-1]

    weeks = [await week_of(home, mei) for _ in range(3)]

    assert [len(each) for each in weeks] == [2, 2, 2]
    assert all(each[0].startswith("🏡 Lily\nGrandma was last in touch: Mon") for each in weeks)
    plain = [each[1].partition(" You can")[0] for each in weeks]
    assert plain == [
        "Since Mon, Nov 23 there has been no word of Lily from home.",
        "Nothing from home about Lily since Mon, Nov 23.",
        "Since Mon, Nov 23 there has been no word of Lily from home.",
    ]
    assert not fang.sees("Can you tell")


async def week_of(home: Homeline, phone: Phone) -> list[str]:
    """What comes in the next seven days."""
    before = len(phone.texts)
    for _ in range(14):
        await home.later(hours=12)
    return [each for each in since(phone, before) if not each.startswith("🔑")]


async def test_each_step_waits_for_the_day_of_who_reads_it_though_they_set_no_quiet_hours(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await answered_once(home)
    hour: list[int] = []
    before = len(mei.texts)
    for _ in range(24 * 16):
        await home.later(hours=1)
        if (told := len(since(mei, before))) > len(hour):
            hour += [local(home.clock.now(), "Asia/Dubai").hour] * (told - len(hour))

    assert len(hour) > 4
    assert all(7 <= each <= 22 for each in hour)


async def test_a_parent_asks_who_steps_in_and_all_hear_when_it_is_over(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await hours(home, 24 + 26 + 36)
    assert PLAINLY in mei.texts[-1]
    assert "invite somebody who lives near" in mei.texts[-1]
    await home.until(12, 0)
    li = await stand_in(home)
    await hours(home, 24 * 7)
    plain = next(each for each in reversed(mei.messages) if "ask Li Na" in each.words)
    data = next(each.data for row in plain.buttons for each in row if each.text == "🙂 Ask near home")
    asked = len(li.texts)

    mei.press(data, plain)
    await home.settle()
    await home.until(12, 0, day=1)

    assert since(li, asked) == ["No answer from Grandma yet. Can you tell how Lily is?"]
    await tap(home, fang, "🙂")
    assert any("Lily is well" in each for each in since(li, asked))
    before = len(mei.texts)
    mei.press(data, plain)
    await home.settle()
    assert "was last in touch" in mei.texts[before]
    assert not any("Can you tell" in each for each in li.texts[asked + 1 :])


async def test_while_all_at_home_are_away_by_their_own_word_no_silence_is_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await hours(home, 24 + 26 + 36)
    assert PLAINLY in mei.texts[-1]
    await tap(home, fang, "🏠", "⚙️", "🧳", "One week")
    before = len(mei.texts)

    await hours(home, 24 * 6)

    assert not any("Nothing from home" in each or "no word of" in each for each in since(mei, before))


async def test_an_answer_ends_the_escalation_and_reaches_exactly_those_who_were_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    before, asked = len(mei.texts), len(li.texts)
    await hours(home, 24 + 26)

    await tap(home, fang, "🙂")

    assert len(since(mei, before)) == 1
    assert "Lily is well" in mei.texts[-1]
    assert sum("Lily is well" in each for each in since(li, asked)) == 1
    assert await read(home, lambda tx: escalation.running(tx, 1)) is None
    count = len(mei.texts)
    await hours(home, 12)
    assert len(mei.texts) == count


async def test_who_was_not_told_hears_nothing_of_its_end(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    asked = len(li.texts)
    await hours(home, 30)

    await tap(home, fang, "🙂")

    assert since(li, asked) == []


async def test_the_stand_in_can_answer_in_place_of_the_guardian(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await answered_once(home)
    before = len(mei.texts)
    await hours(home, 24 + 26)

    await tap(home, li, "🙂")

    assert any("Li Na (stand-in) says: Lily is well" in each for each in since(mei, before))
    assert fang.sees("Li Na (stand-in) has answered")


async def test_a_pause_ends_the_escalation_silently(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await answered_once(home)
    await hours(home, 24 + 26)
    before = len(mei.texts)

    await tap(home, fang, "🏠", "⚙️", "⏸", "One week")
    await hours(home, 48)

    assert len(since(mei, before)) == 1
    assert "paused" in mei.texts[-1]
    assert await read(home, lambda tx: escalation.running(tx, 1)) is None


async def test_both_parents_are_told_and_one_who_cannot_be_reached_is_skipped(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    jun = await second_parent(home)
    await answered_once(home)
    jun.block()
    await home.settle()
    before, at_jun = len(mei.texts), len(jun.texts)

    await hours(home, 24 + 33)
    assert since(mei, before)[-1] == SOFTLY
    jun.start()
    await home.settle()

    assert not any(SOFTLY in each for each in since(jun, at_jun))


async def test_the_usual_day_is_named_where_there_is_one(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for _ in range(4):
        await home.until(20, 0)
        await tap(home, fang, "🙂")
        await home.until(20, 0, day=6)
        await home.until(20, 0, day=1)
    await tap(home, fang, "🙂")
    await hours(home, 24 * 12)

    assert any("It usually comes on a Monday." in each for each in mei.texts)
