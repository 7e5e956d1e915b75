"""🏫 One tap at home: the teacher reads that the child stays there and no word of why, for the day that it named."""

from typing import Any

import pytest

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.queries.outages import author_of
from bot.services.privacy.exports import of_circle, of_classes
from bot.simulator.cast import FANG, ZHAO
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline, link_in
from tests.households import FATHER, read, sibling, since, stand_in, tap

SAID = "🏫 Lily\nLily stays at home {}.\nI tell Zhao Lan, but not why."
NEVER = ("ill", "fever", "why", "Grandma", "Fang")


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


async def test_one_tap_in_the_morning_tells_the_teacher_and_the_parents_and_no_reason(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    before, teacher = len(mei.texts), len(zhao.texts)
    await tap(home, fang, "🏠", "🏫 No school today")

    assert fang.texts[-1] == SAID.format("today")
    assert since(zhao, teacher) == ["🏫 Lily, class 3B\nLily stays at home today, says home."]
    await home.until(14)
    assert since(mei, before) == ["🏫 Lily, from Grandma\nLily stays at home today.\nI tell Zhao Lan, but not why."]
    assert not any(word in text for word in NEVER for text in since(zhao, teacher))
    await tap(home, fang, "🏠")
    assert not any("🏫" in label for label in labels(fang.last))
    await tap(home, fang, "↩️ School after all")
    assert mei.texts[-1].endswith("↩️ Taken back. The school expects Lily today.")


async def test_from_an_open_illness_and_in_the_evening_it_is_of_tomorrow_and_names_no_illness(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(20, day=1)
    await tap(home, fang, "🤒", "🌡")
    teacher = len(zhao.texts)
    assert "🏫 No school tomorrow" in labels(fang.messages[-1]) + labels(fang.messages[-2])
    await tap(home, fang, "🏫")

    assert fang.texts[-1] == SAID.format("tomorrow") + "\nZhao Lan reads it tomorrow after 08:00, school time."
    assert since(zhao, teacher) == []
    assert not any("🏫" in label for each in fang.messages for label in labels(each))
    await home.until(8)
    assert since(zhao, teacher) == ["🏫 Lily, class 3B\nLily stays at home today, says home."]
    await tap(home, fang, "☁️")
    assert not any("🏫" in label for label in labels(fang.last))


async def test_a_follow_up_that_says_the_same_offers_it_and_the_all_clear_does_not(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(20, day=1)
    await tap(home, fang, "🤒", "🌡")
    await home.until(8)
    await tap(home, fang, "☁️")
    assert "🏫 No school today" in labels(fang.last)
    await tap(home, fang, "🏫")
    await home.until(8, day=1)
    await tap(home, fang, "🌤")
    assert not any("🏫" in label or "School after all" in label for label in labels(fang.last))


async def test_a_button_of_the_evening_means_the_same_day_after_midnight_and_is_over_when_that_is(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(22, day=1)
    await tap(home, fang, "🏠")
    card, said = fang.last, data_of(fang, "🏫 No school tomorrow")
    await home.until(0, 30)
    fang.press(said, card)
    await home.settle()
    assert fang.texts[-1].startswith(SAID.format("today"))

    await tap(home, fang, "↩️")
    await home.until(0, 30, day=1)
    before, teacher = len(fang.texts), len(zhao.texts)
    fang.press(said, card)
    await home.settle()
    assert fang.toast == "That day is over. Home shows what is next."
    assert (len(fang.texts), len(zhao.texts)) == (before, teacher)


async def test_undone_before_the_teacher_reads_it_nothing_is_said_and_after_it_a_line(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(21, day=1)
    parent, teacher = len(mei.texts), len(zhao.texts)
    await tap(home, fang, "🏠", "🏫", "↩️")
    assert fang.texts[-1] == "🏫 Lily\n↩️ Taken back. The school expects Lily tomorrow."
    await home.until(9)
    assert since(zhao, teacher) == []

    await tap(home, fang, "🏠", "🏫")
    card, back = fang.last, data_of(fang, "↩️")
    await home.until(13)
    for _ in range(3):
        fang.press(back, card)
    await home.settle()
    assert since(zhao, teacher)[1:] == ["🏫 Lily, class 3B\n↩️ Home has taken it back: Lily is expected at school."]
    assert mei.texts[-1] == "🏫 Lily, from Grandma\n↩️ Taken back. The school expects Lily today."
    assert fang.toast == OVER
    assert len(since(mei, parent)) == 2


async def test_tapped_ten_times_it_is_told_once(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    await home.until(10, day=1)
    await tap(home, fang, "🏠")
    card, said = fang.last, data_of(fang, "🏫")
    teacher = len(zhao.texts)
    for _ in range(10):
        fang.press(said, card)
    await home.settle()
    await home.until(13)

    assert len(since(zhao, teacher)) == 1
    assert sum("stays at home" in text for text in mei.texts) == 1


async def test_it_is_offered_to_nobody_far_away_and_to_nobody_without_a_class(home: Homeline) -> None:
    mei, fang = await home.family()
    await home.until(10, day=1)
    await tap(home, fang, "🏠")
    assert not any("🏫" in label for label in labels(fang.last))
    await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🏠")
    assert not any("🏫" in label for label in labels(mei.last))
    await tap(home, fang, "🏠")
    said = data_of(fang, "🏫")
    zhao = home.phone(ZHAO)
    before = len(zhao.texts)
    mei.press(said, mei.last)
    await home.settle()

    assert mei.toast == OVER
    assert len(zhao.texts) == before


@pytest.mark.parametrize("how", ["left", "frozen"])
async def test_a_class_that_was_left_and_a_circle_that_shares_nothing_hear_nothing_more(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone, how: str
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(20, day=1)
    await tap(home, fang, "🏠")
    card, said = fang.last, data_of(fang, "🏫")
    teacher = len(zhao.texts)
    await tap(home, fang, "🏫")
    if how == "left":
        mei.press("class_leave_yes:1", next(each for each in mei.messages if "🎓 About 3B" in labels(each)))
    else:
        await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.settle()
    fang.press(said, card)
    await home.until(12)

    assert not any("stays at home" in text for text in since(zhao, teacher))
    assert sum("stays at home" in text for text in mei.texts) == 1  # before that


async def test_each_of_two_children_has_its_own_button_and_who_steps_in_has_it_too(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    li = await stand_in(home)
    await sibling(home, "Ben")
    fang.open(link_in(zhao))
    await home.settle()
    await tap(home, fang, "✅")
    await tap(home, zhao, "✅")
    await home.until(10, day=1)
    teacher = len(zhao.texts)
    await tap(home, fang, "🏠")
    assert [each for each in labels(fang.last) if "🏫" in each] == [
        "🏫 No school today · Lily",
        "🏫 No school today · Ben",
    ]
    await tap(home, fang, "🏫 No school today · Ben")
    assert since(zhao, teacher) == ["🏫 Ben, class 3B\nBen stays at home today, says home."]
    await tap(home, li, "🏠", "🏫 No school today")
    assert zhao.texts[-1] == "🏫 Lily, class 3B\nLily stays at home today, says home."


async def test_one_child_in_two_circles_is_told_of_once_by_one_tap_and_taken_back_by_one(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    fang.open(await home.child(FATHER))
    await home.settle()
    jun = home.phone(FATHER)
    await tap(home, fang, "👵")
    await tap(home, jun, "✅")
    jun.open(link_in(zhao))
    await home.settle()
    await tap(home, jun, "✅")
    await tap(home, zhao, "✅")
    await home.until(10, day=2)
    before = len(fang.texts)
    await tap(home, fang, "🏠", "🏫 No school today · Lily (Mei)")
    await home.until(13)

    assert len(since(fang, before)) == 2
    for phone, other in ((mei, "Jun"), (jun, "Mei")):
        assert phone.texts[-1].endswith("Lily stays at home today.\nI tell Zhao Lan, but not why.")
        assert not phone.sees(other)
    await tap(home, zhao, "📋 Roll call")
    assert zhao.texts[-1].endswith("Not here: Lily 1, Lily 2.")
    await tap(home, fang, "↩️")
    assert "Not here" not in next(text for text in reversed(zhao.texts) if text.startswith("📋"))


async def test_who_is_better_in_the_morning_goes_to_school_after_all_with_one_tap(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(20, day=1)
    await tap(home, fang, "🤒", "🌡", "🏫")
    await home.until(8)
    await tap(home, fang, "🌤")
    teacher = len(zhao.texts)
    await tap(home, fang, "↩️ School after all")

    assert since(zhao, teacher) == ["🏫 Lily, class 3B\n↩️ Home has taken it back: Lily is expected at school."]


async def test_who_is_asked_meanwhile_and_knows_has_said_it_and_old_buttons_say_no_more(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await tap(home, fang, "🏠")
    card, said = fang.last, data_of(fang, "🏫")
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await tap(home, fang, "✅ I know")
    before, teacher = len(fang.texts), len(zhao.texts)
    fang.press(said, card)
    await home.settle()

    assert fang.toast == "Noted. Thank you."
    assert (len(fang.texts), len(zhao.texts)) == (before, teacher)
    await tap(home, fang, "🏠")
    assert not any("🏫" in label or "School after all" in label for label in labels(fang.last))


async def test_what_home_has_said_is_homes_own_in_every_copy_of_the_data(home: Homeline, zhao: Phone) -> None:
    await home.until(10, day=1)
    await tap(home, home.phone(FANG), "🏠", "🏫")

    def kept(tx: Tx) -> tuple[Any, ...]:
        teacher, guardian = (people.by_telegram(tx, each.id) for each in (ZHAO, FANG))
        assert teacher is not None
        assert guardian is not None
        entry = of_circle(tx, guardian, 1, lambda _circle, number: str(number))
        assert entry is not None
        said = entry["school"]
        whose = tuple(author_of(tx, {"kind": each, "word_id": 1}) for each in ("AbsenceAnswered", "WordSent"))
        return (
            of_classes(tx, teacher)[0]["my_words"],
            said[0]["who"],
            str(guardian.id),
            whose,
            (guardian.id, teacher.id),
        )

    mine, who, grandma, whose, of_both = await read(home, kept)
    assert mine == []
    assert who == grandma
    assert whose == of_both
