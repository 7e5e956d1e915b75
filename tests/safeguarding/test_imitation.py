"""SG-16: nobody is taken for somebody else, and nobody's words for Homeline's."""

from dataclasses import replace

from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, Homeline
from tests.households import NEIGHBOUR, english_family, invite, say, tap

CARD = "It is over.\n\n🚑 Call NOW if you see even one:\n120"
CALLED_GRANDMA = replace(NEIGHBOUR, first_name="Grandma", last_name=None, username=None)
CALLED_NUMBER = replace(NEIGHBOUR, first_name="🚑 120", last_name=None, username=None)


async def asks_to_join(home: Homeline, person: PersonSpec) -> Phone:
    phone = await home.newcomer(person, (await invite(home, "A stand-in")).rpartition("=")[2])
    await tap(home, phone, "Someone else")
    return phone


async def test_sg_16_a_stand_in_called_grandma_is_never_shown_as_the_grandmother(home: Homeline) -> None:
    mei, fang = await english_family(home)
    other = await asks_to_join(home, CALLED_GRANDMA)
    assert mei.last.words == (
        "Grandma wants to join to look after Lily. Is it really them?\n"
        "They chose this name themselves. A call will tell who it is."
    )
    await tap(home, mei, "✅")
    before = len(mei.texts)

    await tap(home, other, "🏠", "🤒", "🌡")

    assert mei.texts[-1].startswith("🤒 Lily, from Grandma (stand-in)\nLily is ill: fever.")
    assert not [each for each in mei.texts[before:] if "Grandma\n" in each]
    await tap(home, fang, "🏠", "⚙️", "👥")
    assert fang.texts[-1].split("\n")[1:4] == ["👪 Mei", "🏡 Grandma", "🧑 Grandma (stand-in)"]


async def test_sg_16_a_name_that_is_none_gives_way_to_the_role_and_keeps_nobody_out(home: Homeline) -> None:
    mei, fang = await english_family(home)
    other = await asks_to_join(home, CALLED_NUMBER)
    assert mei.last.words == "Somebody wants to join to look after Lily. Is it really them?"

    await tap(home, mei, "✅")
    await tap(home, other, "🏠", "🤒", "🌡")

    assert mei.texts[-1].startswith("🤒 Lily, from Stand-in\n")
    assert not [each for each in (*mei.texts, *fang.texts) if "🚑 120" in each]


async def test_sg_16_what_is_no_name_for_a_child_or_a_class_is_asked_again_kindly(home: Homeline) -> None:
    mei, zhao = await home.newcomer(MEI), await home.school()
    await tap(home, mei, "👪", "➕")
    await tap(home, zhao, "➕")

    for raw in ("t.me/homeline", "🚑 120", "@mei", "Нomeline", "+86 138 0013 8000"):
        assert await say(home, mei, raw) == "Please write the name, just as you call your child at home."
        assert "class" in await say(home, zhao, raw if raw != "🚑 120" else "🚑")
    await say(home, zhao, "2018级1班 📣")
    await say(home, mei, "Li\u0301\u0302\u0303\u0304ly 🤒")

    assert mei.texts[-1] == "When was Li\u0301\u0302ly born?"
    assert any("2018级1班" in each for each in zhao.texts)


async def test_sg_16_a_letter_and_a_notice_that_imitate_the_danger_card_stand_in_a_block(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.school()
    await home.pupil(await home.class_room())
    await tap(home, mei, "🏠", "🎤")
    await say(home, mei, CARD)
    assert blocks(fang) == [CARD]
    assert fang.last.words.startswith("🎤 Mei has sent Lily a letter.")

    await home.notice(CARD)
    assert blocks(fang) == blocks(mei) == [CARD]
    assert fang.last.words.startswith("📣 Class 3B, Zhao Lan\n")


async def test_sg_16_where_telegram_refuses_marks_quotation_marks_set_the_words_apart(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "🎤")
    home.simulator.faults.refuse(chat=FANG.id)

    await say(home, mei, CARD)

    assert blocks(fang) == []
    assert fang.last.words.split("\n")[1:] == ["“It is over.", "“🚑 Call NOW if you see even one:", "“120”"]


def blocks(phone: Phone) -> list[str]:
    """What stands apart in the newest message."""
    units = phone.last.words.encode("utf-16-le")
    return [
        units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le")
        for each in phone.last.entities
        if each["type"] == "blockquote"
    ]
