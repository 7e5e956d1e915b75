"""SG-27: what was written is held, goes on or is forgotten, as its writer chooses, and nobody else hears of it."""

from sqlalchemy import select

from bot.db.tables import held_text, inbox
from bot.db.transaction import Tx
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_crisis import ASKED, CARD, HARD, counted
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.talks_steps import write
from tests.homeline import Homeline
from tests.households import english_family, read, say, since, tap


def words_kept(tx: Tx) -> list[str]:
    """Where the words still stand."""
    rows = [*tx.all(select(inbox.c.payload)), *tx.all(select(held_text.c.payload))]
    return [row.payload for row in rows if HARD in (row.payload or "")]


async def letter(home: Homeline, phone: Phone, text: str) -> None:
    """A letter in words to the child, or home's to the parents."""
    await tap(home, phone, "🏠", "🎤")
    await say(home, phone, text)


async def test_sg_27_a_no_leaves_no_trace_and_the_letter_goes_on_exactly_as_it_would_have(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "🎤")
    before = len(fang.texts)
    assert await say(home, mei, HARD) == ASKED
    assert fang.texts[before:] == []
    await tap(home, mei, "🏠")  # they look elsewhere; the question stays open

    await tap(home, mei, "❌ No, not that")

    assert any(HARD in each for each in fang.texts[before:])
    assert mei.sees("All right. Your message goes on.")
    assert not mei.sees(CARD)
    assert await read(home, counted) == ([], 0)
    await tap(home, mei, "🏠")
    assert await say(home, mei, "abc") != ASKED


async def test_sg_27_a_yes_shows_the_card_to_the_writer_alone_and_what_is_deleted_is_gone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(mei.texts)
    await letter(home, fang, HARD)
    await tap(home, fang, "✅ Yes, help")

    card = next(each for each in fang.texts if each.startswith(CARD))
    assert "120" in card
    assert "12355" not in card  # nobody has dialled it
    assert card.endswith("No person reads this chat.")
    assert "secret" not in card
    assert fang.texts[-1] == "What you wrote is still with you. Shall it be sent?"
    assert await read(home, counted) == ([("self_harm", "help", "en")], 1)

    await tap(home, fang, "❌ Delete it")
    assert await read(home, counted) == ([("self_harm", "help", "en"), ("self_harm", "dropped", "en")], 0)
    assert await read(home, words_kept) == []
    assert mei.texts[before:] == []

    await home.later(days=91)
    assert await read(home, counted) == ([], 0)


async def test_sg_27_after_the_card_the_text_may_still_be_sent(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await letter(home, fang, HARD)
    await tap(home, fang, "✅ Yes, help", "✅ Send it")

    assert any(HARD in each for each in mei.texts)
    assert not mei.sees(CARD)
    assert [choice for _about, choice, _locale in (await read(home, counted))[0]] == ["help", "sent"]


async def test_sg_27_words_to_a_teacher_that_were_held_for_hours_still_go_to_the_teacher(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    teacher, grandma = len(zhao.texts), len(fang.texts)
    assert await write(home, mei, HARD) == ASKED
    held = mei.last
    await home.later(hours=2)
    assert not any(HARD in each for each in since(zhao, teacher))
    mei.tap("❌ No, not that", message=held)
    await home.settle()
    assert any(HARD in each for each in since(zhao, teacher))
    assert not any(each.startswith("💬") for each in since(fang, grandma))
    assert not mei.sees("Is it for Lily")


async def test_sg_27_what_was_written_long_after_the_teacher_was_spoken_to_is_not_for_the_teacher(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await home.until(10, day=1)
    teacher = len(zhao.texts)
    await tap(home, mei, "🏠", "🎓 School", "✉️ Write")
    await home.later(hours=1)
    await say(home, mei, HARD)
    await home.later(hours=2)
    await tap(home, mei, "❌ No, not that")
    assert not any(HARD in each for each in since(zhao, teacher))
