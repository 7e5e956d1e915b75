"""What of the words between a family and a school has reached nobody is told its author once, in their receipt."""

from bot.domain.school.talk_ways import has_nobody
from bot.queries.school import school_talks as rows
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.talks_steps import SHOES, receipts, write
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, tap
from tests.ticks.school.test_follow_talks import NUMBER, number_of_the_school


async def test_a_voice_that_telegram_refuses_has_reached_nobody_and_there_is_a_way_on(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await number_of_the_school(home)
    await home.until(10, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    home.simulator.faults.refuse(times=9, chat=ZHAO.id)
    fang.voice()
    await home.settle()
    await home.later(minutes=1)
    receipt = receipts(fang)[-1]
    assert receipt.words == (
        "✉️ Lily\nAs far as I know it has not reached Zhao Lan.\nPlease send it once more, or phone.\n"
        f"Village school: {NUMBER}\nIn the family, Mei can read it, too."
    )
    assert "✉️ Write to teacher" in labels(receipt)
    assert not receipt.silent
    assert receipts(fang) == [receipt]  # it stands in place of the one that said that it was on its way
    assert not fang.sees("could not be delivered")
    assert not arrived(zhao)
    assert await read(home, lambda tx: has_nobody(rows.newest_of(tx, 2)))  # type: ignore[arg-type] # as above
    await home.later(hours=1)
    assert receipts(fang) == [receipt]
    home.simulator.faults.clear()
    fang.tap("✉️ Write to teacher", message=receipt)
    await home.settle()
    fang.voice()
    await home.settle()
    assert len(arrived(zhao)) == 1


async def test_of_an_album_all_has_come_or_it_is_said_that_something_is_missing(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    fang.album(3, "Her homework")
    await home.settle()
    receipt = fang.last
    await home.later(minutes=1)
    assert "Zhao Lan has it." in receipt.words

    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    home.simulator.faults.refuse(times=2, chat=ZHAO.id)  # two of the pictures
    fang.album(3, "Her drawings")
    await home.settle()
    await home.later(minutes=1)
    assert "As far as I know not all of it has reached Zhao Lan." in receipts(fang)[-1].words
    assert [each.silent for each in receipts(fang)] == [True, False]  # that of the first album, and this one, once


async def test_where_nobody_is_left_to_read_it_its_author_hears_so_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await number_of_the_school(home)
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(14, day=1)
    await home.until(18)
    await write(home, fang, SHOES)
    await tap(home, mei, "🏠", "🎓 School", "👁", "👋", "✅")
    await home.later(minutes=31)
    gone = (
        "Nobody in class 3B reads about Lily here now. It has not arrived.\nIf it matters, please phone.\n"
        f"Village school: {NUMBER}"
    )
    assert [(each.words, each.silent) for each in receipts(fang)] == [(f"✉️ Lily\n{gone}", False)]
    await home.later(hours=3)
    assert len(receipts(fang)) == 1
    assert not zhao.sees(SHOES)


async def test_a_teacher_reads_for_whom_it_waits_and_whom_it_has_not_reached(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    mei.chat.blocked = True
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    await say(home, zhao, "Lily read aloud today.")
    receipt = zhao.last
    await home.later(minutes=1)
    assert receipt.words == "✉️ Lily\nGrandma has it.\nIt waits for Mei, who cannot be reached now."

    home.simulator.faults.refuse(times=9, chat=GRANDMA.id)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.voice()
    await home.settle()
    await home.later(minutes=1)
    _first, receipt = receipts(zhao)
    assert receipt.words == (
        "✉️ Lily\nIt waits for Mei, who cannot be reached now.\n"
        "As far as I know it has not reached Grandma.\nYou can call them."
    )
    assert not receipt.silent
    assert not zhao.sees("could not be delivered")


async def test_whom_it_has_not_reached_a_teacher_reads_while_it_is_still_on_its_way_to_others(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)  # five in the morning in Dubai
    home.simulator.faults.refuse(times=9, chat=GRANDMA.id)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.voice()
    await home.settle()
    await home.later(minutes=1)
    asleep = "Sent to Mei.\nWhoever sleeps now reads it afterwards."
    lost = "As far as I know it has not reached Grandma.\nYou can call them."
    assert [(each.words, each.silent) for each in receipts(zhao)] == [(f"✉️ Lily\n{asleep}\n{lost}", False)]
    await home.until(11, 1)
    await home.later(minutes=15)
    (receipt,) = receipts(zhao)
    assert receipt.words == f"✉️ Lily\nMei has it.\n{lost}"


async def test_that_something_is_lost_wakes_nobody_and_stands_in_the_receipt_at_once(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)  # five in the morning in Dubai
    home.simulator.faults.refuse(times=9, chat=ZHAO.id)
    await tap(home, mei, "🏠", "🎓 School", "✉️ Write")
    mei.voice()
    await home.settle()
    await home.later(minutes=1)
    (receipt,) = receipts(mei)
    assert "it has not reached Zhao Lan." in receipt.words
    assert receipt.silent
    await home.until(11, 1)
    await home.later(minutes=5)
    (receipt,) = receipts(mei)
    assert "it has not reached Zhao Lan." in receipt.words
    assert not receipt.silent
