"""One reminder, hours later or next morning, and none of what was answered."""

from datetime import timedelta

from bot.db.tables import person
from bot.db.transaction import Tx
from bot.simulator.cast import FANG, MEI
from tests.handlers.daily.test_check_ins import english_family
from tests.homeline import Homeline


async def test_the_one_reminder_comes_after_three_hours_or_next_morning(home: Homeline) -> None:
    await english_family(home)
    fang = home.phone(FANG)
    await home.until(19, 30)
    asked = fang.chat.last_id
    await home.until(7, 30, day=1)
    assert fang.chat.last_id == asked

    await home.until(8, 5)
    assert fang.texts[-1].startswith("How was Lily on")
    assert fang.chat.last_id == asked + 1
    await home.until(16)
    assert fang.chat.last_id == asked + 1


async def test_a_second_card_of_a_day_that_was_answered_is_owed_to_nobody(home: Homeline) -> None:
    await english_family(home)
    fang = home.phone(FANG)
    await home.until(19, 30)
    fang.tap("🙂")
    await home.settle()
    fang.say("🙂 How is Lily")
    await home.settle()
    assert fang.texts[-1] == "How is Lily today?"
    await home.until(19, 30, day=1)

    assert fang.texts[-1] == "How is Lily today?"
    fang.tap("🙂")
    await home.settle()
    assert "Lily is well" in home.phone(MEI).texts[-1]
    assert "first answer since" not in home.phone(MEI).texts[-1]


async def test_in_a_week_in_which_something_else_is_said_no_reminder_comes(home: Homeline) -> None:
    await english_family(home)
    fang = home.phone(FANG)

    def advise(tx: Tx) -> None:
        tx.change(person.update().values(coach_at=tx.now + timedelta(days=3)))

    await home.app.store.run(advise)
    await home.until(19, 30)
    asked = len(fang.texts)
    await home.until(8, 5, day=1)
    assert len(fang.texts) == asked
    await home.until(19, 30)
    assert fang.texts[-1] == "How is Lily today?"
