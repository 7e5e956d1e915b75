"""What is given up at last is named to operators, and told to those whom it concerns."""

from bot.db.read_only import look
from bot.delivery import outbox
from bot.doctor import database
from bot.doctor.finding import State
from bot.queries import figures
from bot.simulator.phone import Phone
from bot.status import as_json, as_lines
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone
from tests.homeline import FANG, MEI, Homeline

__all__ = ["fangs_phone", "meis_phone", "zhaos_phone"]  # fixtures

AT_THE_TEACHERS = "could not be delivered to one phone of the family"


async def while_telegram_fails_at_mei(home: Homeline) -> None:
    home.simulator.faults.server_error(times=99, chat=MEI.id)
    await home.notice("Trip on Friday")
    for _ in range(outbox.ATTEMPTS + 2):
        home.phone(FANG).tap("🏠")
        await home.later(minutes=1)
    home.simulator.faults.clear()
    await home.later(minutes=2)


async def test_a_notice_that_is_given_up_is_told_to_its_teacher_once_and_named_to_operators(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await while_telegram_fails_at_mei(home)
    await home.later(minutes=5)

    assert sum(AT_THE_TEACHERS in each for each in zhao.texts) == 1
    assert not any(
        name in text for text in zhao.texts for name in ("Mei", "Fang", "Grandma") if AT_THE_TEACHERS in text
    )
    assert not any(AT_THE_TEACHERS in each for each in (*mei.texts, *fang.texts))
    now = await look(home.app.settings, home.clock, figures.gather)
    lost = now.given_up
    assert len(lost) == 1
    said = "\n".join(as_lines(now, running=True))
    assert "1 messages were given up within a day" in said
    assert f"outbox row {lost[0].row}, notice" in said
    assert str(lost[0].row) in as_json(now, running=True)
    found = [
        each for each in (await database.look_at(home.app.settings, home.clock)).findings if each.about == "given up"
    ]
    assert [each.state for each in found] == [State.NOTE]
    assert str(lost[0].row) in found[0].words

    await home.later(days=2)
    assert (await look(home.app.settings, home.clock, figures.gather)).given_up == ()


async def test_while_nobody_gets_through_status_and_doctor_say_since_when(home: Homeline) -> None:
    await home.family()
    home.simulator.faults.weather = lambda: "504"
    for _ in range(4):
        home.phone(FANG).tap("🏠")
        await home.later(seconds=20)
    await home.later(minutes=4)

    now = await look(home.app.settings, home.clock, figures.gather)
    said = "\n".join(as_lines(now, running=True))
    assert "Telegram has taken no message for" in said
    found = [each for each in (await database.look_at(home.app.settings, home.clock)).findings if each.about == "line"]
    assert [each.state for each in found] == [State.WRONG]

    home.simulator.faults.clear()
    await home.later(minutes=2)
    now = await look(home.app.settings, home.clock, figures.gather)
    assert now.outage_since is None
    assert now.given_up == ()
