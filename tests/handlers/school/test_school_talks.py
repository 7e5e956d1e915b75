"""✉️ A family and its child's teachers write to each other: what arrives where, and when."""

import pytest

from bot.simulator.cast import FANG, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.talks_steps import SHOES, words, write
from tests.homeline import Homeline
from tests.households import say, since, tap

HAS_IT = "✉️ Lily\nZhao Lan has it."


async def test_a_family_writes_and_the_teacher_answers_in_the_thread(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    mother = len(mei.texts)
    assert await write(home, fang, SHOES) == f"{HAS_IT}\nIn the family, Mei can read it, too."
    assert zhao.texts[-1] == f"✉️ Lily, from Grandma\n{SHOES}"
    await home.until(14)
    assert since(mei, mother) == [f"✉️ Lily: Grandma to the school\n{SHOES}"]

    await tap(home, zhao, "✉️ Reply")
    assert await say(home, zhao, "She can borrow some.") == "✉️ Lily\nMei and Grandma have it."
    said = "✉️ Lily, from Zhao Lan (teacher)\nShe can borrow some."
    assert fang.texts[-1] == mei.texts[-1] == said
    assert zhao.sees(f"✉️ Lily, from Grandma\n{SHOES}\n✅ You have answered.")
    assert fang.sees("✉️ Lily\n✅ This has been answered.")
    assert not any("↩️" in label for each in fang.messages for label in labels(each))
    await tap(home, zhao, "🏠", "🎓 3B", "✉️ Families")
    assert zhao.texts[-1] == "✉️ No family waits for an answer."

    await tap(home, mei, "✉️ Reply")
    await say(home, mei, "Thank you!")
    assert zhao.texts[-1] == "✉️ Lily, from Mei\nThank you!"
    await tap(home, fang, "🏠", "🎓 School", "📜")
    assert fang.texts[-1] == (f"📜 Lily\nGrandma: {SHOES}\nZhao Lan (teacher): She can borrow some.\nMei: Thank you!")


async def test_the_next_words_of_a_minute_go_there_too_and_later_ones_do_not(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await write(home, fang, SHOES)
    await say(home, fang, "And no apron, either.")
    assert zhao.texts[-1] == "✉️ Lily, from Grandma\nAnd no apron, either."
    teacher = len(zhao.texts)
    await home.later(minutes=2)
    assert await say(home, fang, "The beans are on the stove now.") == "Send this to Mei?"
    fang.voice()
    await home.settle()
    assert since(zhao, teacher) == []

    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    await home.later(hours=1)
    await say(home, fang, "The beans are ready to eat.")
    assert since(zhao, teacher) == []


async def test_what_a_teacher_types_after_an_answer_is_a_notice_and_no_familys(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await home.until(10, day=1)
    await write(home, fang, SHOES)
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, "She can borrow some.")
    family = len(fang.texts)
    assert "📣 Send" in labels(zhao.last) if await say(home, zhao, TRIP) else False
    assert since(fang, family) == []


async def test_a_reply_to_a_notice_or_a_card_is_the_same_whatever_else_is_asked(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(15, day=1)
    await home.notice(TRIP)
    notice = mei.last
    assert "🎓 To the teacher" in labels(notice)
    await tap(home, mei, "🏠", "🎤")
    mei.say("She has no coat.", to=notice)
    await home.settle()
    assert mei.texts[-1].startswith(HAS_IT)
    assert zhao.texts[-1] == "✉️ Lily, from Mei\nShe has no coat."
    assert not fang.sees("🎤 Mei")

    zhao.say("I have one for her.", to=zhao.last)
    await home.settle()
    assert mei.texts[-1] == "✉️ Lily, from Zhao Lan (teacher)\nI have one for her."
    card = mei.last
    teacher = len(zhao.texts)
    mei.voice()
    await home.settle()
    assert since(zhao, teacher) == []  # the letter that was asked for goes on
    assert arrived(fang)
    mei.say("How kind of you.", to=card)
    await home.settle()
    assert since(zhao, teacher) == ["✉️ Lily, from Mei\nHow kind of you."]


async def test_voices_photos_albums_and_files_arrive_and_nothing_is_dropped_without_a_word(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    fang.sticker()
    await home.settle()
    assert fang.texts[-1] == "I cannot pass that on. Words, a voice, a photo or a file work."
    before = len(arrived(zhao, "photo"))
    fang.album(3, "Her homework")
    await home.settle()
    assert len(arrived(zhao, "photo")) == before + 3
    assert len([each for each in fang.texts if each.startswith("✉️ Lily\nOn its way")]) == 1
    assert "Her homework" in "".join(zhao.texts)

    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    fang.voice()
    await home.settle()
    assert len(arrived(zhao)) == 1
    await tap(home, zhao, "✉️ Reply")
    zhao.document("timetable.pdf")
    await home.settle()
    assert len(arrived(fang, "document")) == len(arrived(mei, "document")) == 1

    await tap(home, zhao, "✉️ Reply")
    zhao.say("a" * 4090)
    zhao.say("The end of a long text.")
    await home.settle()
    assert fang.sees("The end of a long text.")


async def test_outside_office_hours_nothing_rings_and_the_morning_brings_one_list(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.quiet(ZHAO, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    teacher = len(zhao.texts)
    await tap(home, fang, "🏠", "🎓 School")
    assert "Messages are read 08:00–17:00, school time." in fang.texts[-1]
    await tap(home, fang, "✉️ Write")
    later = "Zhao Lan reads it tomorrow after 08:00, school time.\nIf it cannot wait, please phone the school."
    assert later in fang.texts[-1]
    assert later in await say(home, fang, SHOES)
    await write(home, mei, "Did she eat today?")
    await home.until(7, day=1)
    assert since(zhao, teacher) == []

    await home.until(8, 1)
    assert since(zhao, teacher) == ["✉️ 1 family waits for an answer."]
    assert labels(zhao.last)[0] == "✉️ Lily · 3B"
    await tap(home, zhao, "✉️ Lily · 3B")
    assert words(zhao)[-2:] == [f"✉️ Lily, from Grandma\n{SHOES}", "✉️ Lily, from Mei\nDid she eat today?"]
    await tap(home, zhao, "🙏 Seen")
    assert mei.sees("🙏 Zhao Lan has seen it.")
    assert fang.sees("🙏 Zhao Lan has seen it.")
    assert zhao.texts[-1].endswith("🙏 Seen. No answer is needed.")
    await home.until(8, 1, day=1)
    assert len([each for each in zhao.texts if "waits for an answer" in each]) == 1


async def test_who_wakes_reads_the_question_before_the_answer(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    for day in (1, 2, 3):
        await home.until(8, day=1)  # four in the morning in Dubai
        mother = len(mei.texts)
        await write(home, fang, f"{SHOES} {day}")
        zhao.say(f"She can borrow some. {day}", to=zhao.last)
        await home.settle()
        assert since(mei, mother) == []
        await home.until(14)

        assert [each for each in since(mei, mother) if each.startswith("✉️")] == [
            f"✉️ Lily: Grandma to the school\n{SHOES} {day}",
            f"✉️ Lily, from Zhao Lan (teacher)\nShe can borrow some. {day}",
        ]


async def test_what_was_taken_back_is_gone_everywhere_and_not_in_the_list(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await write(home, fang, SHOES)
    assert mei.sees(SHOES)
    assert zhao.sees(SHOES)
    await tap(home, fang, "↩️")
    assert fang.texts[-1] == "✉️ Lily\n↩️ Taken back."
    assert not mei.sees(SHOES)
    assert not zhao.sees(SHOES)
    await tap(home, zhao, "🏠", "🎓 3B", "✉️ Families")
    assert zhao.texts[-1] == "✉️ No family waits for an answer."

    await write(home, fang, SHOES)
    back = data_of(fang, "↩️")
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, "She can borrow some.")
    fang.press(back, fang.last)
    await home.settle()
    assert fang.toast == OVER
    await tap(home, zhao, "↩️")
    assert not fang.sees("borrow")
    await tap(home, zhao, "🏠", "🎓 3B", "✉️ Families")
    assert zhao.texts[-1] == "✉️ 1 family waits for an answer."


async def test_a_teacher_writes_first_to_one_family_and_there_is_no_way_to_a_child(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily", "✉️ Write")
    await say(home, zhao, "Lily read aloud today.")
    assert mei.texts[-1] == fang.texts[-1] == "✉️ Lily, from Zhao Lan (teacher)\nLily read aloud today."
    assert not any("🎤" in label or "▶️" in label for label in labels(fang.last))
    family = len(fang.texts)
    zhao.press("letter:1", zhao.last)
    zhao.press("talk_to:1:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    assert since(fang, family) == []


@pytest.mark.parametrize("text", ["her lips are blue", "I want to die"])
async def test_words_of_danger_and_of_distress_go_the_ways_they_always_go(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone, text: str
) -> None:
    await home.until(10, day=1)
    teacher, mother = len(zhao.texts), len(mei.texts)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    await say(home, fang, text)
    assert since(zhao, teacher) == []
    if text.startswith("her"):
        assert "120" in "".join(fang.texts[-3:])
        assert mei.sees("🤒 Lily")
        return
    assert since(mei, mother) == []
    await tap(home, fang, "❌")
    assert since(zhao, teacher) == [f"✉️ Lily, from Grandma\n{text}"]


async def test_who_lets_no_voices_pass_is_told_so_and_words_go(home: Homeline) -> None:
    await home.family(voice="❌")
    zhao, fang = await home.school(), home.phone(FANG)
    await home.pupil(await home.class_room(), MEI)
    await home.until(10, day=1)
    await tap(home, fang, "🏠", "🎓", "✉️")
    teacher = len(zhao.texts)
    fang.voice()
    await home.settle()
    assert since(zhao, teacher) == []
    await write_again(home, fang)
    assert "没有运动鞋" in zhao.texts[-1]


async def write_again(home: Homeline, fang: Phone) -> None:
    """In Chinese, as Fang does."""
    await tap(home, fang, "🏠", "🎓", "✉️")
    await say(home, fang, "莉莉今天没有运动鞋。")
