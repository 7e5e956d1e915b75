"""Where words go: a reply about one of two children asks which; what begins on every line goes on there."""

from sqlalchemy import update

from bot.db.tables import enrolment
from bot.db.transaction import Tx
from bot.domain.limits import TALKS_A_DAY
from bot.queries.school import notices, schools
from bot.queries.school import school_talks as rows
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.talks_steps import SHOES, separate_father, write
from tests.handlers.school.unsent_steps import QUESTION, two_in_the_class
from tests.homeline import Homeline
from tests.households import FATHER, read, say, since, tap


async def test_a_reply_about_two_children_asks_which_and_keeps_every_part(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await two_in_the_class(home)
    card, teacher = mei.last, len(zhao.texts)
    assert {"🎓 Lily", "🎓 Ben"} <= set(labels(card))
    mei.say("He has no coat.", to=card)
    await home.settle()
    await say(home, mei, "And no boots.")
    assert since(zhao, teacher) == []
    assert mei.sees("Which child is it about?")
    await tap(home, mei, "✉️ Ben")
    assert since(zhao, teacher) == ["✉️ Ben, from Mei\nHe has no coat.", "✉️ Ben, from Mei\nAnd no boots."]


async def test_of_a_notice_to_two_classes_it_is_asked_which_child_too_and_no_class_is_guessed(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await two_in_the_class(home)
    card, teacher = mei.last, len(zhao.texts)

    def other_class(tx: Tx) -> None:
        room = schools.class_room_of(tx, 1)
        assert room is not None
        other = schools.open_class(tx, room.school_id, room.teacher_id, "5A", room.ends_at)
        tx.change(update(enrolment).where(enrolment.c.child_id == 2).values(class_id=other))
        notices.set_classes(tx, 1, [1, other])

    await read(home, other_class)
    mei.say("He has no coat.", to=card)
    await home.settle()
    assert mei.texts[-1] == QUESTION
    assert since(zhao, teacher) == []
    await home.later(hours=3, minutes=5)
    assert mei.sees("✉️ Class 3B and 5A\nYour words to the teacher still wait here:")
    await tap(home, mei, "✉️ Ben")
    assert since(zhao, teacher) == ["✉️ Ben, from Mei\nHe has no coat."]
    assert await read(home, lambda tx: [each.class_id for each in rows.threads_of(tx, 2, 2)]) == [2]


async def test_very_many_words_are_kept_back_with_a_word(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.until(14, day=1)
    await write(home, mei, SHOES)
    body = {"kind": "text", "text": "more"}
    await read(home, lambda tx: [rows.add(tx, 1, 1, body, from_school=False) for _ in range(TALKS_A_DAY)] and None)
    teacher = len(zhao.texts)
    assert (await write(home, mei, "And no apron.")).startswith("That is a lot for one day.")
    assert since(zhao, teacher) == []


async def test_an_album_that_a_teacher_sends_first_is_followed_on_all_lines(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.until(15, day=1)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.album(3, "Her drawings")
    await home.settle()
    await home.later(minutes=1)
    assert zhao.texts.count("✉️ Lily\nMei, Grandma and Jun have it.") == 1
    assert [len(arrived(each, "photo")) for each in (mei, fang, jun)] == [3, 3, 3]

    known = len(mei.texts), len(fang.texts)
    home.simulator.faults.refuse(times=9, chat=FATHER.id)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.album(2, "Her poem")
    await home.settle()
    await home.later(minutes=1)
    said = [each for each in zhao.texts if each.startswith("✉️ Lily")][-1]
    assert said.startswith("✉️ Lily\nMei and Grandma have it.\nAs far as I know it has not reached Jun.")
    assert not any("Jun" in each for each in (*since(mei, known[0]), *since(fang, known[1])))


async def test_of_a_long_text_that_telegram_cuts_each_line_has_both_parts(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.until(15, day=1)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.say("a" * 4096)
    zhao.say("and her poem")
    await home.settle()
    await home.later(minutes=1)
    for phone in (mei, fang, jun):
        assert sum("and her poem" in each for each in phone.texts) == 1
