"""What Telegram has cut in two, or was written part by part, goes to a school or a family as one, with one receipt."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.talks_steps import SHOES, receipts, separate_father, write
from tests.handlers.school.unsent_steps import two_in_the_class
from tests.homeline import Homeline
from tests.households import say, tap

LONG, REST = "a" * 4096, "and her poem"


def has_all(phone: Phone) -> bool:
    """Whether both parts stand there, once each."""
    return sum("aaaa" in each for each in phone.texts) > 0 and sum(REST in each for each in phone.texts) == 1


async def answered_at_length(home: Homeline, zhao: Phone, fang: Phone) -> None:
    """Grandma has written, and Ms. Zhao's answer is cut in two."""
    await home.until(15, day=1)
    await write(home, fang, SHOES)
    await tap(home, zhao, "✉️ Reply")
    zhao.say(LONG)
    zhao.say(REST)
    await home.settle()
    await home.later(minutes=1)


async def test_a_teachers_long_answer_has_one_receipt_and_one_way_back(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await answered_at_length(home, zhao, fang)
    await home.later(minutes=16)
    assert [each.words for each in receipts(zhao)] == ["✉️ Lily\nMei and Grandma have it."]
    assert has_all(fang)
    assert has_all(mei)


async def test_one_tap_takes_both_parts_back(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await answered_at_length(home, zhao, fang)
    await tap(home, zhao, "↩️")
    assert [each.words for each in receipts(zhao)] == ["✉️ Lily\n↩️ Taken back."]
    for phone in (mei, fang):
        assert not phone.sees("aaaa")
        assert not phone.sees(REST)
    assert zhao.sees(f"✉️ Lily, from Grandma\n{SHOES}")
    assert not zhao.sees("You have answered.")


async def test_it_is_one_too_where_the_phone_makes_both_parts_a_reply(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(15, day=1)
    await write(home, fang, SHOES)
    card = zhao.last
    zhao.say(LONG, to=card)
    zhao.say(REST, to=card)
    await home.settle()
    await home.later(minutes=1)
    assert [each.words for each in receipts(zhao)] == ["✉️ Lily\nMei and Grandma have it."]
    zhao.say("And her drawing.", to=card)  # another answer has a receipt of its own
    await home.settle()
    await home.later(minutes=1)
    assert len(receipts(zhao)) == 2


async def test_a_familys_long_words_have_one_receipt_and_what_it_writes_next_another(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(15, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    fang.say(LONG)
    fang.say(REST)
    await home.settle()
    await home.later(seconds=20)
    has_it = "✉️ Lily\nZhao Lan has it.\nIn the family, Mei can read it, too."
    assert [each.words for each in receipts(fang)] == [has_it]
    assert has_all(zhao)
    await say(home, fang, SHOES)
    await home.later(minutes=1)
    assert zhao.texts[-1] == f"✉️ Lily, from Grandma\n{SHOES}"
    assert [each.words for each in receipts(fang)] == [has_it, has_it]


async def test_where_the_rest_is_lost_the_one_receipt_says_so(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.until(15, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    fang.say(LONG)
    await home.settle()
    home.simulator.faults.refuse(times=9, chat=zhao.person.id)
    fang.say(REST)
    await home.settle()
    await home.later(minutes=1)
    (receipt,) = receipts(fang)
    assert "As far as I know not all of it has reached Zhao Lan." in receipt.words
    assert not receipt.silent


async def test_what_waited_part_by_part_for_a_name_has_one_receipt(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await two_in_the_class(home)
    mei.say("He has no coat.", to=mei.last)
    await home.settle()
    await say(home, mei, "And no boots.")
    await tap(home, mei, "✉️ Ben")
    await home.later(minutes=1)
    await home.later(minutes=16)
    assert sum("Zhao Lan has it." in each for each in mei.texts) == 1
    assert await say(home, mei, "Hello") != "✉️ Ben"


async def test_what_a_teacher_has_typed_part_by_part_for_a_family_has_one_receipt(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(15, day=1)
    await write(home, fang, SHOES)
    zhao.say(LONG)
    zhao.say(REST)
    await home.settle()
    await tap(home, zhao, "✉️ Lily's family")
    await home.later(minutes=1)
    await home.later(minutes=16)
    assert [each.words for each in receipts(zhao)] == ["✉️ Lily\nMei and Grandma have it."]
    assert has_all(fang)


async def test_taken_back_on_every_line_the_families_wait_again(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.until(15, day=1)
    await write(home, jun, "Who fetches her?")
    await write(home, fang, SHOES)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    zhao.album(2, "Her poem")
    await home.settle()
    await tap(home, zhao, "↩️")
    for phone in (mei, fang, jun):
        assert not phone.sees("Her poem")
        assert not any(each.kind == "photo" and not each.deleted for each in phone.messages if each.from_bot)
    await tap(home, zhao, "🏠", "🎓 3B", "✉️ Families")
    assert "2 families wait for an answer." in zhao.texts[-1]
