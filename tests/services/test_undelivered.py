"""What is given up at last is named to operators, and told to those whom it concerns."""

import pytest
from sqlalchemy import update

from bot.db.read_only import look
from bot.db.tables import letter
from bot.delivery import outbox
from bot.doctor import database
from bot.doctor.finding import State
from bot.queries import figures
from bot.simulator.phone import Phone
from bot.status import as_json, as_lines
from tests.handlers.daily.letters_steps import arrived, family, with_voice
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone
from tests.homeline import FANG, MEI, Homeline
from tests.households import since, tap

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


@pytest.mark.wired  # status opens the file itself
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


@pytest.mark.wired  # status opens the file itself
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


@pytest.mark.wired  # status opens the file itself
async def test_a_letter_whose_file_was_given_to_an_earlier_bot_is_told_to_both_and_named_to_operators(
    home: Homeline,
) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    await home.later(minutes=2)
    media = {"kind": "voice", "file_id": "of-an-earlier-bot", "duration": 3, "text": "", "album": ""}
    await home.app.store.run(lambda tx: tx.change(update(letter).where(letter.c.id == 1).values(media=media)))
    home.world.delete(arrived(fang)[0])
    before = len(fang.texts), len(mei.texts)

    await tap(home, fang, "🎤", "Letters to play")
    await home.later(minutes=2)

    assert "🎤 Lily\nA letter of Mei's cannot come any more. I ask for a new one." in since(fang, before[0])
    lost = "🎤 Your letter to Grandma could not be delivered. Please send it once more."
    assert [each for each in since(mei, before[1]) if each == lost] == [lost]
    now = await look(home.app.settings, home.clock, figures.gather)
    assert "its file was given to an earlier bot" in "\n".join(as_lines(now, running=True))
    found = (await database.look_at(home.app.settings, home.clock)).findings
    assert any("1 of them hold files of an earlier bot" in each.words for each in found)

    await tap(home, fang, "🎤")
    assert not [each for row in fang.last.buttons for each in row if "Letters to play" in each.text]
    await home.later(hours=2)
    assert since(mei, before[1]).count(lost) == 1


async def test_a_picture_that_telegram_refuses_is_named_to_its_teacher_and_the_words_arrive(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.photo("The way to the river")
    zhao.voice(4)
    await home.settle()
    home.simulator.faults.refuse(times=2, chat=FANG.id)  # a part, then the card with its picture
    await tap(home, zhao, "📣 Send")
    await home.later(minutes=1)

    lost = [each for each in zhao.texts if "did not take a picture or file" in each]
    assert len(lost) == 1
    assert lost[0].startswith("📣 Class 3B\n")
    assert "send it once more" in lost[0]
    assert [each.kind for each in fang.messages if "The way to the river" in each.words] == ["text"]
    assert [button.text for button in fang.last.buttons[0]] == ["🙏 Seen"]
    assert sum("The way to the river" in each for each in mei.texts) == 1
    assert not any(AT_THE_TEACHERS in each for each in zhao.texts)


async def test_of_an_album_that_telegram_refuses_the_pictures_arrive_one_by_one(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.album(3, "The bus")
    await home.settle()
    home.simulator.faults.refuse(chat=FANG.id)
    await tap(home, zhao, "📣 Send")
    await home.later(minutes=1)

    albums = [
        {each.extra.get("media_group_id") for each in phone.messages if each.kind == "photo"} for phone in (fang, mei)
    ]
    assert albums[0] == {None}
    assert len(albums[1]) == 1
    assert [sum(each.kind == "photo" for each in phone.messages) for phone in (fang, mei)] == [3, 3]
    assert not [each for each in zhao.texts if "did not take" in each]
