"""✉️ Who never reads what a family and a school write: the other parent, a former teacher, another class."""

from bot.queries.circle import people
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import GRANDMA
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import STRANGER, code, leads_phone, list_of  # noqa: F401 - fixtures
from tests.handlers.school.talks_steps import (
    SHOES,
    not_of_the_clock,
    separate,
    separate_father,
    teacher_of_the_family,
    words,
    write,
)
from tests.homeline import Homeline
from tests.households import FATHER, say, since, tap


async def test_on_separate_lines_each_parent_has_a_thread_that_the_other_never_sees(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.until(14, day=1)
    father, mother, grandma = len(jun.texts), len(mei.texts), len(fang.texts)

    assert await write(home, mei, "I come on Friday.") == (
        "✉️ Lily\nZhao Lan has it.\nNobody else in the family reads it."
    )
    assert zhao.texts[-1] == (
        "✉️ Lily, from Mei\nI come on Friday.\nMei can read your answer, and nobody else in the family."
    )
    asked = zhao.last
    await write(home, jun, "Who fetches her?")
    assert zhao.texts[-1].startswith("✉️ Lily, from Jun\nWho fetches her?")
    await write(home, fang, SHOES)

    zhao.say("Good to know.", to=asked)
    await home.settle()
    assert mei.texts[-1] == "✉️ Lily, from Zhao Lan (teacher)\nGood to know."
    assert zhao.texts[-1] == "✉️ Lily\nSent to Mei."
    await home.later(hours=2)
    mothers, fathers, at_home = since(mei, mother), since(jun, father), since(fang, grandma)
    assert not any("fetches" in each or SHOES in each or "Jun" in each for each in mothers)
    assert not any("Friday" in each or "Good" in each or SHOES in each or "Mei" in each for each in fathers)
    assert not any("Friday" in each or "Good" in each or "fetches" in each for each in at_home)

    await tap(home, jun, "🏠", "🎓 School", "📜")
    assert jun.texts[-1] == "📜 Lily\nJun: Who fetches her?"
    for data in ("talk_thread:1", "talk_answer:1", "talk_answer:4", "talk_undo:1", "talk_seen:1", "talk_open:1"):
        jun.press(data, jun.last)
        await home.settle()
        assert jun.toast == OVER, data
    await tap(home, mei, "🏠", "🎓 School", "📜")
    assert mei.texts[-1] == "📜 Lily\nMei: I come on Friday.\nZhao Lan (teacher): Good to know."


async def test_lines_that_part_later_take_the_older_thread_along_to_nobody(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home, now=False)
    await home.until(14, day=1)
    await write(home, mei, "I come on Friday.")
    asked = zhao.last
    await home.later(hours=1)
    assert jun.sees("I come on Friday.")
    await separate(home)
    father, grandma = len(jun.texts), len(fang.texts)

    zhao.say("Come at four.", to=asked)
    await home.settle()
    await home.later(hours=2)
    assert mei.sees("Come at four.")
    assert not_of_the_clock(since(jun, father)) == since(fang, grandma) == []
    await tap(home, jun, "🏠", "🎓 School")
    assert not any("📜" in label for label in labels(jun.last))
    await tap(home, zhao, "🧒", "Lily", "✉️ Write")
    await say(home, zhao, "School ends at noon on Friday.")
    assert all(each.sees("School ends at noon on Friday.") for each in (mei, jun, fang))
    assert not any("Mei" in each or "Grandma" in each for each in words(jun)[-1:])

    await tap(home, zhao, "↩️")
    assert not any(each.sees("at noon") for each in (mei, jun, fang))


async def test_a_copy_that_waits_for_the_other_parent_is_dropped_when_the_lines_part(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home, now=False)
    await home.quiet(FATHER, 0, 23 * 60 + 59)
    await home.until(14, day=1)
    await write(home, mei, "I come on Friday.")
    await separate(home)
    await home.later(days=1)
    assert not jun.sees("Friday")


async def test_a_second_teacher_sees_and_answers_and_the_first_reads_that_somebody_has(
    home: Homeline, lead: Phone
) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.quiet(STRANGER, 22 * 60, 7 * 60)
    await home.until(18, day=1)
    teacher = len(zhao.texts)
    await write(home, mei, SHOES)
    assert ivan.texts[-1] == f"✉️ Lily, from Mei\n{SHOES}"
    await tap(home, ivan, "✉️ Reply")
    await say(home, ivan, "She can borrow some.")
    assert mei.texts[-1] == "✉️ Lily, from Ivan Petrov (teacher)\nShe can borrow some."
    await home.until(9, day=1)
    assert since(zhao, teacher) == []  # answered: nothing waits in the morning


async def test_a_class_that_is_given_on_takes_its_threads_along_and_the_old_phone_reads_nothing(
    home: Homeline, lead: Phone
) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, mei, SHOES)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Ivan Petrov")
    assert mei.sees("Class 3B is with Ivan Petrov now.")
    await home.until(9, day=1)
    assert not zhao.sees(SHOES)
    assert not any("waits for an answer" in each for each in zhao.texts)
    for data in ("talk_open:1", "talk_thread:1", "talk_answer:1", "talk_seen:1", "talk_write:1:1"):
        zhao.press(data, zhao.last)
        await home.settle()
        assert zhao.toast == OVER, data

    await tap(home, ivan, "🏠", "🎓 3B", "✉️ Families", "✉️ Lily")
    assert ivan.texts[-1] == f"✉️ Lily, from Mei\n{SHOES}"
    await write(home, mei, "And an apron.")
    assert ivan.texts[-1].endswith("And an apron.")
    assert not zhao.sees("apron")


async def test_nobody_of_the_family_is_the_school_for_it(home: Homeline, lead: Phone) -> None:
    """Ms. Zhao becomes Lily's stand-in parent: what the others write goes past her, to whoever leads the school."""
    mei, fang = home.phone(MEI), home.phone(GRANDMA)
    zhao = home.phone(ZHAO)
    await teacher_of_the_family(home)
    await separate(home)
    await home.until(14, day=1)
    teacher = len(zhao.texts)
    assert "Li Na has it." in await write(home, mei, "I come on Friday.")
    assert lead.texts[-1].startswith("✉️ Lily, from Mei\nI come on Friday.")
    await write(home, fang, SHOES)
    await home.later(hours=3)
    assert not any("Friday" in each or SHOES in each for each in since(zhao, teacher))
    for data in ("talk_open:1", "talk_thread:1", "talk_answer:1", "talk_seen:1", "talk_write:1:1"):
        zhao.press(data, zhao.last)
        await home.settle()
        assert zhao.toast == OVER, data


async def test_a_pupil_who_was_taken_out_has_no_thread_and_the_family_reads_that_nothing_was_sent(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await write(home, fang, SHOES)
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, "She can borrow some.")
    card, teacher = mei.last, len(zhao.texts)
    await tap(home, mei, "🏠", "🎓 School", "👁", "👋", "✅")
    mei.say("Thank you!", to=card)
    await home.settle()
    assert mei.texts[-1] == (
        "✉️ Lily\nNobody in class 3B reads about Lily here now. I have sent nothing.\nIf it matters, please phone."
    )
    assert not any("Thank you!" in each for each in since(zhao, teacher))
    await tap(home, mei, "🏠")
    assert not any("🎓" in label for label in labels(mei.last))
    zhao.press("talk_answer:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_while_nothing_is_shared_nobody_writes_and_what_waits_for_the_teacher_stays(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, fang, SHOES)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.until(9, day=1)
    assert not zhao.sees(SHOES)
    fang.press("talk_to:1:1", fang.last)
    await home.settle()
    assert "talk" not in str(await home.app.store.run(lambda tx: people.dialogue_of(tx, 2)))
    zhao.press("talk_write:1:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER


async def test_a_parent_of_two_classes_reads_each_class_by_itself(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    other = await home.school(STRANGER, "Music school")
    await home.pupil(await home.class_room(STRANGER, "Flute"), MEI, STRANGER)
    await home.until(14, day=1)
    teacher = len(zhao.texts)
    await tap(home, mei, "🏠", "🎓 School", "✉️ Flute")
    await say(home, mei, "She has no flute.")
    assert other.texts[-1] == "✉️ Lily, from Mei\nShe has no flute."
    assert since(zhao, teacher) == []
    await home.notice(TRIP)
    mei.say("Which coat?", to=mei.last)
    await home.settle()
    assert zhao.texts[-1] == "✉️ Lily, from Mei\nWhich coat?"
    assert not other.sees("Which coat?")
    for data in ("talk_thread:1", "talk_answer:1"):
        zhao.press(data, zhao.last)
        await home.settle()
        assert zhao.toast == OVER
