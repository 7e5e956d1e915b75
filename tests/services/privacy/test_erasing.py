"""SG-08: of who is erased nothing stays: no message of two days, nothing that passed through."""

from sqlalchemy import select

from bot.db.tables import inbox, outbox
from bot.db.transaction import Tx
from bot.services.privacy.erasing import erase_child
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, list_of, two_teachers
from tests.homeline import Homeline
from tests.households import english_family, hours, read, say, second_parent, tap
from tests.illness_cast import fever
from tests.safeguarding.neighbours import gone_wrong


async def test_sg_08_our_messages_of_two_days_are_taken_away(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await say(home, jun, "/privacy")
    shown = len(jun.messages)

    await tap(home, jun, "🗑", "✅")

    ours = [each for each in jun.messages if each.text and "Kept: names" in each.text]
    assert ours == []
    assert len(jun.messages) < shown


async def test_sg_08_a_message_that_was_changed_lately_and_is_older_than_two_days_stays_without_a_complaint(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    jun = await second_parent(home)
    await fever(home, fang)
    await hours(home, 60)
    await tap(home, jun, "🙏")
    await say(home, jun, "/privacy")

    await tap(home, jun, "🗑", "✅")

    assert jun.sees("Lily is ill: fever")
    assert not any("Kept: names" in text for text in jun.texts)
    assert await read(home, gone_wrong) == []


async def test_sg_08_what_passed_through_is_forgotten_too(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await say(home, jun, "words for nobody")
    await say(home, jun, "/privacy")
    await tap(home, jun, "🗑", "✅")

    def kept(tx: Tx) -> list[str]:
        said = [row.payload for row in tx.all(select(inbox).where(inbox.c.chat == jun.person.id))]
        sent = [row.payload for row in tx.all(select(outbox).where(outbox.c.chat == jun.person.id))]
        return [str(each) for each in (*said, *sent) if each]

    assert not [each for each in await read(home, kept) if "words for nobody" in each or "Jun" in each]


async def test_sg_08_of_an_erased_child_nothing_stays_of_what_any_of_its_teachers_said(home: Homeline) -> None:
    await two_teachers(home)
    lead, ivan = home.phone(LEAD), await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    await tap(home, ivan, "🧒 One child", "Lily", "🌟")
    await say(home, ivan, "She sang for the whole class")

    await read(home, lambda tx: erase_child(tx, 1))

    def kept(tx: Tx) -> list[str]:
        said = [row.payload for row in tx.all(select(inbox).where(inbox.c.chat == ivan.person.id))]
        sent = [row.payload for row in tx.all(select(outbox).where(outbox.c.chat == ivan.person.id))]
        return [str(each) for each in (*said, *sent) if each]

    assert not [each for each in await read(home, kept) if "sang" in each or "word_id" in each]
