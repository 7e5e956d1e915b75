"""Words between a family and a school are looked after until somebody has them, and their author's card says so."""

from bot.queries.school import school_talks as rows
from bot.queries.school import schools
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from bot.ticks.school import follow_talks
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, leads_phone, list_of  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import SHOES, separate_father, write
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, since, tap

NUMBER = "71 200 00 00"


async def number_of_the_school(home: Homeline) -> None:
    """Families read it where they should phone."""
    await read(home, lambda tx: schools.keep_number(tx, 1, NUMBER))


async def test_who_has_it_is_said_when_it_has_come_in_the_same_message_and_then_it_is_left_alone(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    home.simulator.faults.server_error(times=99, chat=ZHAO.id)
    await write(home, fang, SHOES)
    receipt, count = fang.last, len(fang.messages)
    assert receipt.words == "✉️ Lily\nOn its way to Zhao Lan.\nIn the family, Mei can read it, too."
    await home.later(seconds=10)
    assert "On its way to Zhao Lan." in receipt.words
    home.simulator.faults.clear()
    await home.later(minutes=1)
    await home.later(minutes=15)
    assert receipt.words == "✉️ Lily\nZhao Lan has it.\nIn the family, Mei can read it, too."
    assert zhao.sees(SHOES)
    assert len(fang.messages) == count
    assert await read(home, follow_talks.run_once) == 0
    assert (await read(home, lambda tx: rows.newest_of(tx, 2))).told == "1"  # type: ignore[union-attr] # she has written


async def test_outside_office_hours_it_waits_and_in_the_morning_the_list_is_enough(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    assert "Zhao Lan reads it tomorrow after 08:00, school time." in await write(home, fang, SHOES)
    receipt, count = fang.last, len(fang.messages)
    for _ in range(3):
        await home.later(hours=4)
        assert "has it" not in receipt.words
    await home.until(8, 1)
    await home.later(minutes=16)
    assert zhao.texts[-1] == "✉️ 1 family waits for an answer."
    assert receipt.words == "✉️ Lily\nZhao Lan has it.\nIn the family, Mei can read it, too."
    assert since(fang, count) == [each for each in since(fang, count) if "✉️" not in each]

    await tap(home, zhao, "✉️ Lily · 3B")  # that it was opened is nobody's business
    await home.later(minutes=16)
    assert receipt.words == "✉️ Lily\nZhao Lan has it.\nIn the family, Mei can read it, too."


async def test_a_phone_out_of_reach_is_said_with_what_helps_and_then_that_it_is_back(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await number_of_the_school(home)
    await home.until(10, day=1)
    zhao.chat.blocked = True  # Telegram has not told us
    await write(home, fang, SHOES)
    receipt = fang.last
    await home.later(minutes=1)
    assert receipt.words == (
        "✉️ Lily\nZhao Lan cannot be reached here now. It waits.\nIf it cannot wait, please phone the school.\n"
        f"Village school: {NUMBER}\nIn the family, Mei can read it, too."
    )
    zhao.chat.blocked = False
    zhao.say("hello")
    await home.settle()
    await home.later(minutes=16)
    assert zhao.sees(f"✉️ Lily, from Grandma\n{SHOES}")
    assert "Zhao Lan has it." in receipt.words


async def test_of_several_teachers_one_is_enough_and_is_named(home: Homeline, lead: Phone) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    fang = home.phone(GRANDMA)
    await write(home, fang, SHOES)
    await home.later(seconds=10)
    assert ivan.sees(SHOES)
    assert fang.last.words == "✉️ Lily\nIvan Petrov has it.\nIn the family, Mei can read it, too."
    assert await read(home, follow_talks.run_once) == 0


async def test_who_has_the_class_since_finds_what_never_came_to_the_teacher_before(home: Homeline, lead: Phone) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    fang = home.phone(GRANDMA)
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, fang, SHOES)
    receipt = fang.last
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Ivan Petrov")
    await home.later(minutes=16)
    assert ivan.texts[-1] == "✉️ 1 family waits for an answer."
    await home.later(minutes=16)
    assert "Ivan Petrov has it." in receipt.words
    assert "Zhao" not in receipt.words
    await home.until(9, day=1)
    assert not any("waits for an answer" in each for each in home.phone(ZHAO).texts)
    assert sum("waits for an answer" in each for each in ivan.texts) == 1


async def test_a_teacher_reads_whom_of_the_family_their_words_have_reached_and_nobodys_hours(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)  # five in the morning in Dubai
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    await say(home, zhao, "Lily read aloud today.")
    receipt, count = zhao.last, len(zhao.messages)
    await home.later(seconds=10)
    assert receipt.words == "✉️ Lily\nGrandma has it.\nOn its way to Mei."
    await home.until(11, 1)
    await home.later(minutes=15)
    assert mei.sees("Lily read aloud today.")
    assert receipt.words == "✉️ Lily\nMei and Grandma have it."
    assert len(zhao.messages) == count
    assert await read(home, follow_talks.run_once) == 0


async def test_a_family_that_lets_no_voices_in_keeps_them_and_both_sides_read_so(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    for phone in (mei, fang):
        phone.let_voices_in(everybodys=False)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.voice()
    await home.settle()
    receipt = zhao.last
    await home.later(seconds=10)
    assert receipt.words == "✉️ Lily\nThe phones of Mei and Grandma let no voices in now. It waits there."


async def test_on_separate_lines_a_teacher_reads_of_all_lines_and_no_parent_of_the_other(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.until(15, day=1)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    await say(home, zhao, "Lily read aloud today.")
    receipt = zhao.last
    await home.later(minutes=1)
    assert receipt.words == "✉️ Lily\nMei, Grandma and Jun have it."

    await write(home, jun, "Who fetches her?")
    await home.later(seconds=10)
    assert jun.last.words == "✉️ Lily\nZhao Lan has it.\nNobody else in the family reads it."
    assert not any("Jun" in each.words for each in mei.messages if each.words.startswith("✉️"))


async def test_while_nothing_is_shared_nothing_is_said_and_afterwards_it_arrives(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, fang, SHOES)
    receipt = fang.last
    before = receipt.words
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.until(9, day=1)
    assert receipt.words == before
    assert not any("waits for an answer" in each for each in zhao.texts)

    await tap(home, mei, "🏠", "⚙️", "👥", "▶️ Share again")
    await home.until(10)
    await home.later(minutes=16)
    assert zhao.texts[-1] == "✉️ 1 family waits for an answer."
    await home.later(minutes=16)
    assert "Zhao Lan has it." in receipt.words


async def test_what_was_answered_or_taken_back_is_looked_at_no_more(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.until(10, day=1)
    await write(home, fang, SHOES)
    await tap(home, zhao, "🙏 Seen")
    await write(home, fang, "And no apron.")
    await tap(home, fang, "↩️")
    gone = fang.last
    await home.later(seconds=10)
    assert fang.sees("🙏 Zhao Lan has seen it.")
    assert gone.words == "✉️ Lily\n↩️ Taken back."
    await home.later(minutes=20)
    assert await read(home, follow_talks.run_once) == 0
    assert MEI.first_name not in gone.words
