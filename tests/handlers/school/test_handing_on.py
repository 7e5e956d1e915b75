"""🎓 A teacher hands a family's words on to the lead: who reads and answers them then, and how they come back."""

from bot.queries.school import school_talks as rows
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, leads_phone, list_of  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import ASKED, SHOES, TO_LEAD, handed, teacher_of_the_family, write
from tests.homeline import Homeline
from tests.households import GRANDMA, read, say, since, tap

AGAIN = "✉️ Lily, from Zhao Lan (teacher)\nZhao Lan answers you again. The head teacher no longer reads this."
WITH_ZHAO = "✉️ Lily, from Zhao Lan (teacher)\nIt is with Zhao Lan again."


async def test_the_lead_reads_and_answers_with_the_teacher_and_the_family_knows_who_reads(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang, mei = home.phone(ZHAO), home.phone(GRANDMA), home.phone(MEI)
    await handed(home)
    assert zhao.texts[-1] == (
        "✉️ Lily\n🎓 Handed on to Li Na.\nYou both read what the family writes now. The family knows."
    )
    assert zhao.sees(f"✉️ Lily, from Grandma\n{SHOES}\n🎓 Handed on to Li Na.")
    assert fang.texts[-1] == ASKED
    assert lead.texts[-1] == (
        "✉️ Lily, from Zhao Lan (teacher)\nZhao Lan, class 3B, asks you to answer this family.\n"
        f"From now on you both read what the family writes.\n\nGrandma: {SHOES}"
    )
    assert labels(lead.last)[:3] == ["✉️ Reply", "✉️ Read it all", "↩️ Give back"]

    await tap(home, lead, "✉️ Reply")
    assert lead.texts[-1].startswith("✉️ Lily\nWrite now")
    assert "It goes to" not in lead.texts[-1]
    assert await say(home, lead, "We have some to lend.") == "✉️ Lily\nGrandma has it.\nOn its way to Mei."
    assert fang.texts[-1] == "✉️ Lily, from Li Na (head teacher)\nWe have some to lend."
    assert zhao.sees(f"✉️ Lily, from Grandma\n{SHOES}\n✅ Li Na has answered.")

    assert "Zhao Lan and Li Na have it." in await write(home, fang, "Thank you!")
    assert lead.texts[-1] == "✉️ Lily, from Grandma\nThank you!"
    assert zhao.texts[-1] == f"{lead.texts[-1]}\n🎓 Handed on to Li Na."
    await home.until(14)
    assert mei.sees(ASKED)


async def test_the_lead_finds_it_again_and_gives_it_back_and_reads_nothing_more(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await handed(home)
    await tap(home, lead, "🏠", "✉️ Families' words")
    assert lead.texts[-1] == "✉️ 1 family waits for an answer."
    await tap(home, lead, "✉️ Lily · 3B")
    assert lead.texts[-1] == f"✉️ Lily, from Grandma\n{SHOES}"
    await tap(home, lead, "🙏 Seen")
    assert fang.sees("🙏 Li Na has seen it.")
    await tap(home, lead, "🏠", "✉️ Families' words")
    assert lead.texts[-1] == "✉️ No family waits for an answer.\n1 is with you, answered."

    await tap(home, lead, "✉️ Lily · 3B", "↩️ Give back")
    assert lead.texts[-1] == WITH_ZHAO
    assert not lead.sees("asks you to answer this family")
    assert zhao.texts[-1] == "✉️ Lily\nThis family is with you again."
    assert fang.texts[-1] == AGAIN
    before = len(lead.texts)
    await write(home, fang, "And no apron.")
    assert zhao.texts[-1] == "✉️ Lily, from Grandma\nAnd no apron."
    assert since(lead, before) == []
    await tap(home, lead, "🏠")
    assert not any("✉️" in label for label in labels(lead.last))
    for data in ("talk_open:1", "talk_thread:1", "talk_answer:1", "talk_seen:1", "talk_hand_back:1"):
        lead.press(data, lead.last)
        await home.settle()
        assert lead.toast == OVER, data
    await tap(home, zhao, TO_LEAD)
    assert lead.sees("And no apron.")


async def test_what_comes_to_the_lead_waits_for_their_hours_and_the_teacher_reads_when(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.quiet(LEAD, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    before = len(lead.texts)
    await write(home, fang, SHOES)
    await tap(home, zhao, TO_LEAD)
    assert "Li Na reads it tomorrow after 08:00, school time." in zhao.texts[-1]
    await home.until(7, day=1)
    assert since(lead, before) == []
    await home.until(8, 1)
    assert [each.partition("\n")[0] for each in since(lead, before)] == ["✉️ Lily, from Zhao Lan (teacher)"]

    lead.block()
    await home.until(10)
    await write(home, fang, "And no apron.")
    zhao.press("talk_hand_on:1", zhao.last)  # an older card: nothing happens twice, and it says how it stands
    await home.settle()
    assert "Li Na cannot be reached here now. It waits." in zhao.texts[-1]


async def test_taken_back_at_once_it_is_as_if_it_had_not_been(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await handed(home)
    await tap(home, zhao, "↩️")
    assert zhao.texts[-1] == "✉️ Lily\nThis family is with you again."
    assert lead.texts[-1] == WITH_ZHAO
    assert not lead.sees(SHOES)
    assert fang.texts[-1] == AGAIN

    await home.quiet(LEAD, 9 * 60, 17 * 60)
    await home.quiet(GRANDMA, 9 * 60, 17 * 60)
    leads, family = len(lead.texts), len(fang.texts)
    await tap(home, zhao, TO_LEAD, "↩️")
    await home.until(18)
    assert since(lead, leads) == since(fang, family) == []  # neither had read of it


async def test_the_way_back_ends_with_the_leads_answer_and_its_button_does_no_harm(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await handed(home)
    receipt = zhao.last
    await tap(home, lead, "✉️ Reply")
    await say(home, lead, "We have some to lend.")
    zhao.press("talk_hand_undo:1", receipt)
    await home.settle()
    assert zhao.toast != OVER
    assert receipt.words.startswith("✉️ Lily\n🎓 Handed on to Li Na.")
    assert not any("↩️" in label for label in labels(receipt))
    (thread,) = await read(home, lambda tx: rows.with_lead(tx, [1]))
    assert thread.handed_at is not None


async def test_where_nobody_leads_it_stays_and_the_teacher_reads_so(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await tap(home, lead, "🏠", "⚙️", "👋", "✅")
    await home.until(10, day=1)
    await write(home, fang, SHOES)
    family = len(fang.texts)
    await tap(home, zhao, TO_LEAD)
    assert zhao.texts[-1] == (
        "✉️ Lily\nNobody leads Village school here now. It stays with you.\n"
        "Whoever runs this bot can make a link for the lead."
    )
    assert since(fang, family) == []
    (thread,) = await read(home, lambda tx: rows.waiting(tx, [1]))
    assert thread.handed_at is None


async def test_a_second_teacher_knows_and_a_reply_to_the_leads_card_goes_to_the_family(
    home: Homeline, lead: Phone
) -> None:
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    await handed(home)
    assert ivan.texts[-1].startswith("✉️ Lily\n🎓 Handed on to Li Na.")
    lead.say("We have some to lend.", to=lead.last)
    await home.settle()
    assert home.phone(GRANDMA).texts[-1] == "✉️ Lily, from Li Na (head teacher)\nWe have some to lend."


async def test_handed_on_after_an_answer_the_family_waits_again_and_a_voice_is_heard(
    home: Homeline, lead: Phone
) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(10, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    fang.voice()
    await home.settle()
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, "I ask the school.")
    await tap(home, zhao, "🏠", "🎓 3B", "🧒 One child", "Lily")
    zhao.press("talk_thread:1", zhao.last)
    await home.settle()
    await tap(home, zhao, TO_LEAD)
    assert lead.texts[-1].endswith("Grandma: 🎤\nZhao Lan (teacher): I ask the school.")
    await tap(home, lead, "✉️ Read it all")
    assert lead.last.kind == "voice"


async def test_who_leads_and_sleeps_finds_what_only_they_can_read_in_the_morning(home: Homeline, lead: Phone) -> None:
    """The only teacher is of the child's own family, so nobody has handed anything on."""
    fang = home.phone(GRANDMA)
    await teacher_of_the_family(home)
    await home.quiet(LEAD, 17 * 60, 8 * 60)
    await home.until(18, day=1)
    await write(home, fang, SHOES)
    await home.until(9, day=1)
    assert lead.texts[-1] == "✉️ 1 family waits for an answer."
    await tap(home, lead, "✉️ Lily · 3B")
    assert lead.texts[-1] == f"✉️ Lily, from Grandma\n{SHOES}"
    assert not any(each in "".join(labels(lead.last)) for each in (TO_LEAD, "Give back"))
