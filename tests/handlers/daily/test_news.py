"""What was seen of a day: taps at home on the card that was answered, one line more in the news far away."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.db.tables import check_in, child, member, person
from bot.db.transaction import Tx
from bot.queries.daily import news
from bot.queries.privacy import retention
from bot.services.privacy.erasing import erase_child
from bot.simulator.cast import FANG, IVAN, MEI
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import FATHER, SEEN, carried, english_family, invite, read, sibling, since, stand_in, tap

NEWS = "🙂 Lily, from Grandma\nLily is well, says Grandma. 19:30 at home, 15:30 for you."
ASKED = "🙂 Thank you. Mei will see it." + SEEN


async def answered(home: Homeline, face: str = "🙂") -> tuple[Phone, Phone]:
    """Grandma has answered the day's question."""
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, face)
    return mei, fang


def labels(message: Message) -> list[str]:
    return [each.text for row in message.buttons[:-1] for each in row]


async def test_what_was_seen_stands_below_the_news_without_a_second_message(home: Homeline) -> None:
    mei, fang = await answered(home)
    assert fang.last.words == ASKED
    assert len(labels(fang.last)) == 11  # nine things, a picture, and ↩️
    count = len(mei.texts), len(fang.texts)

    await tap(home, fang, "⚽", "🍽")
    assert mei.last.words == f"{NEWS}\n🍽 Ate little · ⚽ Played outside"
    assert "⚽ Played outside ✅" in labels(fang.last)
    await tap(home, fang, "🍚", "⚽")  # she ate well after all, and was not outside

    assert mei.last.words == f"{NEWS}\n🍚 Ate well"
    assert fang.last.words == ASKED
    assert [each for each in labels(fang.last) if "✅" in each] == ["🍚 Ate well ✅"]
    assert (len(mei.texts), len(fang.texts)) == count
    await tap(home, mei, "❤️")
    assert mei.texts[-1] == f"{NEWS}\n🍚 Ate well ❤️"
    await tap(home, fang, "🤝")
    assert mei.texts[-1] == f"{NEWS}\n🍚 Ate well · 🤝 With friends ❤️"


async def test_news_that_a_night_holds_says_it_when_it_comes_and_what_is_taken_back_never(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(MEI, 14 * 60, 20 * 60)
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "🙂", "😭", "↩️", "😄", "🎨")
    assert since(mei, before) == []
    await home.until(20, 1, zone="Asia/Dubai")

    assert len(since(mei, before)) == 1
    assert mei.texts[-1].endswith("\n🎨 Made something")
    assert not mei.sees("Cried")


async def test_taking_the_face_back_takes_what_was_seen_with_it(home: Homeline) -> None:
    mei, fang = await answered(home)
    await tap(home, fang, "😭", "↩️")
    assert not mei.sees("Cried")
    assert mei.sees("Grandma has taken this answer back.")
    await tap(home, fang, "😄")

    assert "Cried" not in mei.texts[-1]
    assert await read(home, lambda tx: tx.scalar(check_in.select().with_only_columns(check_in.c.seen))) is None


async def test_a_tap_on_yesterdays_card_goes_to_yesterday_and_later_it_is_kindly_over(home: Homeline) -> None:
    mei, fang = await answered(home)
    yesterdays = fang.last
    outside = carried(yesterdays, "⚽")
    await home.until(8, 0, day=1)
    fang.tap("🍚", message=yesterdays)  # no newer card stands below it yet
    await home.settle()
    assert fang.toast == "It is noted for yesterday."
    assert yesterdays.words.endswith("Did you see any of this with Lily (yesterday)?")
    await home.until(19, 30)
    await tap(home, fang, "😄")
    today = mei.texts[-1]

    press = fang.press(outside, yesterdays)
    await home.settle()

    assert press.answer == "It is noted for yesterday."
    assert yesterdays.words == "🙂 Thank you."  # retired as it was, and today's card goes on
    assert mei.texts[-1] == today
    assert any(each.endswith("🍚 Ate well · ⚽ Played outside") for each in mei.texts)
    await home.until(0, 1, day=1)
    press = fang.press(outside, yesterdays)
    await home.settle()
    assert press.answer == "It was told already. 🙂 tells something new."
    assert sum(each.endswith("⚽ Played outside") for each in mei.texts) == 1


async def test_only_who_answered_says_what_they_saw_and_nobody_elses_tap_does(home: Homeline) -> None:
    mei, fang = await english_family(home)
    grandpa = await home.joined(FATHER, await invite(home, "Looks after"), "👴")
    li, ivan = await stand_in(home), await home.newcomer(IVAN)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    before = mei.texts[-1]
    assert grandpa.last.words == "🙂 Grandma has answered today."
    assert "seen" not in str(grandpa.last.buttons)

    answers = []
    for phone in (grandpa, li, mei, ivan):
        for data in ("seen:1:cried", "seen_of:1"):
            press = phone.press(data, phone.last)
            await home.settle()
            answers.append(press.answer)

    outdated = "This has changed since. Home shows what is new."
    assert answers == ["Grandma has answered already. Thank you."] * 4 + [outdated] * 4
    assert mei.texts[-1] == before


@pytest.mark.parametrize("why", ["no health notes", "a teenager keeps the faces", "ill", "frozen"])
async def test_where_a_face_may_not_be_told_nothing_that_was_seen_is(home: Homeline, why: str) -> None:
    mei, fang = await answered(home)
    card = fang.last
    await tap(home, fang, "🍚")

    def change(tx: Tx) -> None:
        if why == "no health notes":
            tx.change(update(person).where(person.c.telegram_id == FANG.id).values(health_notes=False))
        if why == "a teenager keeps the faces":
            tx.change(update(child).values(keeps_faces=True, birth_year=2012))

    await home.app.store.run(change)
    if why == "ill":
        await tap(home, fang, "🤒", "🌡")
    if why == "frozen":
        await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    press = fang.press("seen:1:cried", card)
    await home.settle()

    frozen = "Nothing new about Lily is shared for now."
    assert press.answer == (frozen if why == "frozen" else "This has changed since. Home shows what is new.")
    assert not mei.sees("Cried")
    if why == "a teenager keeps the faces":
        await tap(home, mei, "❤️")
        assert not mei.sees("Ate well")  # nor what was told before, once the news is written anew
        assert mei.sees("Grandma has answered.")


async def test_of_siblings_a_name_opens_one_and_one_who_is_gone_leaves_the_card_alone(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "🙂")
    assert fang.last.words == "🙂 Thank you. Mei will see it.\nWhat else did you see today?"
    assert labels(fang.last) == ["🧒 Lily", "🧒 Tom", "↩️ Undo"]

    await tap(home, fang, "🧒 Tom", "⚽")
    assert fang.last.words.endswith("Did you see any of this with Tom today?")
    (told,) = since(mei, before)
    assert "🙂 Tom, from Grandma" in told
    assert told.endswith("⚽ Played outside")
    assert told.count("Played outside") == 1  # Lily was not
    await tap(home, fang, "🧒 Lily", "⚽")
    (told,) = since(mei, before)
    assert told.startswith("🙂 Lily and Tom, from Grandma")  # the same of both is one sentence again

    toms = carried(fang.last, "🧒 Tom")
    mine = member.c.child_id == 2, member.c.person_id == 1
    await home.app.store.run(lambda tx: tx.change(update(member).where(*mine).values(state="left")))
    await tap(home, fang, "🧒 Tom", "😭", "🧒 Lily", "🎨")
    (told,) = since(mei, before)
    assert "⚽ Played outside · 🎨 Made something" in told
    assert "Cried" not in told  # Mei is not in Tom's circle any more

    await home.app.store.run(lambda tx: erase_child(tx, 2))
    press = fang.press(toms, fang.last)
    await tap(home, fang, "🍚")
    assert press.answer == "This has changed since. Home shows what is new."
    card = fang.messages[-1] if "Lily" in fang.messages[-1].words else fang.messages[-2]
    assert labels(card)[0] == "🍚 Ate well ✅"
    assert "🧒 Tom" not in labels(card)
    assert any(each.startswith("🙂 Lily, from Grandma") and "🍚 Ate well" in each for each in mei.texts)


async def test_a_picture_of_the_day_goes_to_the_parents_with_one_tap(home: Homeline) -> None:
    mei, fang = await answered(home)
    await tap(home, fang, "📷")
    assert fang.last.words == "📷 Send a picture with 📎. It goes to Mei."
    fang.photo()
    await home.settle()

    assert mei.last.kind == "photo"


async def test_what_was_seen_is_in_the_export_and_forgotten_with_the_face(home: Homeline) -> None:
    mei, fang = await answered(home)
    await tap(home, fang, "🍚", "🥱")
    await tap(home, mei, "🏠", "⚙️", "📦")
    await tap(home, fang, "✅")
    files = [
        home.world.files.get(each.content["document"]["file_id"]) for each in mei.messages if each.kind == "document"
    ]
    assert any(each and "🍚 Ate well · 🥱 Slept badly".encode() in each.data for each in files)

    def forget(tx: Tx) -> int:
        tx.change(update(check_in).values(answered_at=tx.now - timedelta(days=4000)))
        return sum(retention.forget(tx, rule, 10) for rule in retention.RULES if rule.keeps and "seen" in rule.keeps)

    assert await home.app.store.run(forget) == 1
    assert await read(home, lambda tx: news.seen(tx, 1)) == ()


async def test_that_there_was_no_school_is_worth_a_tap_only_where_there_might_have_been(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    shown = {}
    for day in range(7):
        await home.until(19, 30)
        await tap(home, fang, "🙂")
        shown[day] = "🏫 No school" in labels(fang.last)
        await home.later(hours=6)
    assert [day for day, there in shown.items() if not there] == [6]  # the stories begin on a Monday
