"""One home that is silent about several children is one message to who reads of them all."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.queries.daily import escalation
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import english_family, hours, read, second_parent, sibling, since, tap

SOFTLY = "No answer from Grandma yet."


async def three_answered(home: Homeline) -> tuple[Phone, Phone]:
    """Lily, Tom and Ann with Grandma; the first evening went well."""
    mei, fang = await english_family(home)
    for name in ("Tom", "Ann"):
        await sibling(home, name)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    return mei, fang


async def postpone(home: Homeline, *by: int) -> None:
    """The next step of each child comes so many hours later."""

    def later(tx: Tx) -> None:
        for child, count in enumerate(by, start=1):
            running = escalation.running(tx, child)
            assert running
            assert running.next_at
            escalation.wait(tx, running, running.next_at + timedelta(hours=count))

    await read(home, later)


def below(phone: Phone, words: str) -> list[list[str]]:
    """The labels below the newest message that says this, without the row of every card."""
    found = next(each for each in reversed(phone.messages) if words in each.words)
    rows = [[each.text for each in row] for row in found.buttons]
    return [row for row in rows if "🏠 Home" not in row]


async def test_a_parent_of_three_reads_a_silence_once_week_after_week(home: Homeline) -> None:
    mei, _fang = await three_answered(home)
    jun = await second_parent(home)  # of Lily alone
    before, at_jun = len(mei.texts), len(jun.texts)

    await hours(home, 24 * 11)

    what = "You can call, or invite somebody who lives near."
    softly, plainly, known, again = since(mei, before)
    assert softly == SOFTLY
    assert plainly == f"Nothing from home about Lily, Tom and Ann since Monday. {what}"
    assert known.startswith("🏡 Lily, Tom and Ann\nGrandma was last in touch: Mon, Nov 23, 19:30 at home")
    assert again == f"Since Mon, Nov 23 there has been no word of Lily, Tom and Ann from home. {what}"
    assert below(mei, SOFTLY) == [["🎤 Lily", "🎤 Tom", "🎤 Ann"], ["📞 Call"]]
    assert below(mei, "since Monday") == [["🎤 Lily", "🎤 Tom", "🎤 Ann"], ["📞 Call"], ["🔗 Somebody near"]]
    assert [("Lily" in each, "Tom" in each) for each in since(jun, at_jun)[2:]] == [(True, False)] * 3


async def test_what_is_due_a_little_later_comes_along_and_what_is_due_much_later_in_its_own_time(
    home: Homeline,
) -> None:
    mei, _fang = await three_answered(home)
    await hours(home, 24 * 3 + 1)
    await postpone(home, 0, 5, 20)
    before = len(mei.texts)

    await hours(home, 40)

    told = [each.partition(" since")[0] for each in since(mei, before)]
    assert told == ["Nothing from home about Lily and Tom", "Nothing from home about Ann"]


async def test_who_is_heard_while_a_message_waits_is_not_in_it_and_the_others_are(home: Homeline) -> None:
    mei, fang = await three_answered(home)
    await hours(home, 24 * 2 + 1)
    await postpone(home, 3, 3, 3)
    await hours(home, 11)  # home has its morning, and Mei her night
    before = len(mei.texts)
    await tap(home, fang, "🧒 Tom", "🙂")
    assert SOFTLY not in since(mei, before)

    await hours(home, 6)

    assert since(mei, before).count(SOFTLY) == 1
    assert below(mei, SOFTLY) == [["🎤 Lily", "🎤 Ann"], ["📞 Call"]]
