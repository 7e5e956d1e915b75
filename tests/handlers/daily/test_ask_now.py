"""Ask now: two taps, three times a day, and an honest answer about when home will read it."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from bot.db.tables import child, member
from bot.queries.circle import people
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, Homeline
from tests.remembering import remembered

GRANDMA = replace(FANG, language_code="en")
QUESTION = "How is Lily today?"


@remembered
async def family(home: Homeline) -> tuple[Phone, Phone]:
    """Mei and Grandma, both in English."""
    link = await home.child()
    fang = await home.joined(GRANDMA, link, "👵")
    return home.phone(MEI), fang


async def ask(home: Homeline, phone: Phone) -> None:
    """The two taps."""
    phone.tap("🏠")
    await home.settle()
    phone.tap("🙂 How is Lily")
    await home.settle()


async def test_two_taps_ask_at_home_at_once(home: Homeline) -> None:
    mei, fang = await family(home)

    await ask(home, mei)

    assert mei.texts[-1] == "🙂 I have asked Grandma. The answer comes here."
    assert fang.texts[-1] == QUESTION
    fang.tap("🙂")
    await home.settle()
    assert "Lily is well, says Grandma." in mei.texts[-1]


async def test_todays_answer_is_shown_and_asking_again_stays_possible(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(19, 30)
    fang.tap("🙂")
    await home.settle()

    await ask(home, mei)
    assert "Lily is well, says Grandma. 19:30 at home, 15:30 for you." in mei.texts[-1]
    assert fang.texts.count(QUESTION) == 0 or fang.texts[-1] != QUESTION
    mei.tap("🙂 Ask again")
    await home.settle()

    assert mei.texts[-1] == "🙂 I have asked Grandma. The answer comes here."
    assert fang.texts[-1] == QUESTION


async def test_one_answer_to_two_questions_of_a_day_is_one_piece_of_news(home: Homeline) -> None:
    mei, fang = await family(home)
    await ask(home, mei)
    await home.until(19, 30)
    assert fang.texts[-1] in {QUESTION, "One tap when you have a moment. How is Lily today?"}

    fang.tap("😄")
    await home.settle()

    assert mei.texts[-1].count("very good day") == 1
    assert "first answer since" not in mei.texts[-1]


async def test_quiet_hours_at_home_hold_the_question_and_the_parent_knows(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 15 * 60, 17 * 60)

    await ask(home, mei)
    assert mei.texts[-1] == "🙂 It is quiet at Grandma's now. I ask later: 17:00 there, 13:00 for you."
    assert not fang.sees(QUESTION)

    await home.until(17)
    assert fang.texts[-1] == QUESTION


async def test_the_night_at_home_holds_the_question_and_the_parent_knows(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(22)
    seen = fang.texts
    await ask(home, mei)

    assert mei.texts[-1] == "🙂 It is quiet at Grandma's now. I ask later: tomorrow, 08:00 there, 04:00 for you."
    assert fang.texts == seen
    await home.until(8)
    assert fang.texts[-1] == "How was Lily on Monday?"


async def test_a_phone_out_of_reach_is_told(home: Homeline) -> None:
    mei, fang = await family(home)
    fang.block()
    await home.settle()

    await ask(home, mei)

    assert mei.texts[-1] == "🙂 Grandma's phone cannot be reached now. I ask when the phone is back."


async def test_nobody_at_home_and_a_pause_are_said(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    await ask(home, mei)
    assert mei.texts[-1].startswith("Nobody at home can be asked now.")

    until = home.clock.now() + timedelta(days=1)
    await home.app.store.run(lambda tx: tx.change(update(child).values(paused_until=until)))
    await ask(home, mei)
    assert mei.texts[-1] == "⏸ Lily's circle is on pause. Afterwards I ask again."


async def test_what_was_noticed_is_not_shown_after_health_notes_are_declined(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(19, 30)
    fang.tap("😟")
    await home.settle()
    await home.app.store.run(lambda tx: people.change(tx, 1, health_notes=False))
    await ask(home, mei)

    assert mei.texts[-1] == "Grandma was last in touch: 19:30 at home, 15:30 for you."
    mei.tap("Ask again")
    await home.settle()
    assert mei.texts[-1] == "🙂 I have asked Grandma. The answer comes here."
    fang.tap("✅")
    await home.settle()
    await ask(home, mei)
    assert "All as usual with Lily" in mei.texts[-1]


async def test_strangers_guardians_and_those_who_left_ask_nobody(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    await home.app.store.run(lambda tx: tx.change(update(member).where(member.c.role == "parent").values(state="left")))

    for phone in (ivan, fang, mei):
        for data in ("ask:1", "ask_again:1", "ask:x", "ask:99"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == "This has changed since. Home shows what is new."

    assert not fang.sees(QUESTION)
