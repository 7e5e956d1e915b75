"""Where words go: a reply about one of two children asks which; too many are kept back with a word."""

from sqlalchemy import update

from bot.db.tables import enrolment
from bot.db.transaction import Tx
from bot.domain.limits import TALKS_A_DAY
from bot.queries.school import notices, schools
from bot.queries.school import school_talks as rows
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.talks_steps import SHOES, write
from tests.handlers.school.unsent_steps import QUESTION, two_in_the_class
from tests.homeline import Homeline
from tests.households import read, say, since, tap


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
