"""🎓 A family that nobody has answered asks whoever leads the school, too: who reads it then, and who does not."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.staff_steps import LEAD, leads_phone  # noqa: F401 - a fixture
from tests.handlers.school.talks_steps import SHOES, not_of_the_clock, separate_father, teacher_of_the_family, write
from tests.homeline import Homeline
from tests.households import GRANDMA, since, tap
from tests.ticks.school.test_tell_talk_silences import NUMBER, monday, unanswered

ASK = "🎓 Ask head teacher"
UNANSWERED = (
    "✉️ Lily\nYou wrote to the school (Monday).\nZhao Lan has it.\nNo answer has come yet.\n"
    f"If you need one soon, please phone the school.\nVillage school: {NUMBER}\n"
)
OFFERED = "The head teacher, Li Na, can read and answer it, too."
IS_ASKED = "🎓 The head teacher is asked now, too: Li Na.\nThe head teacher reads what you write here, too."


async def in_vain(home: Homeline, phone: Phone, text: str = SHOES) -> None:
    """An adult of a family has written, and two days of school have passed without an answer."""
    await monday(home)
    await home.until(15)
    await write(home, phone, text)
    for _ in range(3):
        await home.until(8, 5, day=1)
    await home.until(15)


async def test_one_tap_lets_the_lead_read_and_answer_and_all_whom_it_concerns_know(home: Homeline, lead: Phone) -> None:
    zhao, fang, mei = home.phone(ZHAO), home.phone(GRANDMA), home.phone(MEI)
    await in_vain(home, fang)
    (told,) = unanswered(fang)
    assert told == UNANSWERED + OFFERED
    card = fang.last
    assert labels(card)[0] == ASK
    assert not lead.sees(SHOES)

    await tap(home, fang, ASK)
    assert card.words == UNANSWERED + IS_ASKED
    assert lead.texts[-1] == (
        "✉️ Lily, from Grandma\n"
        "Lily's family has written to Zhao Lan, class 3B, and would be glad of your answer, too.\n"
        f"From now on you both read what the family writes.\n\nGrandma: {SHOES}"
    )
    assert zhao.texts[-1] == (
        "✉️ Lily\n🎓 The family has asked Li Na, too.\n"
        "You both read what the family writes now, and each of you can answer."
    )
    assert labels(zhao.last)[0] == "📜 What was said"
    assert mei.texts[-1] == f"✉️ Lily, from Grandma\n{IS_ASKED}"

    await tap(home, lead, "✉️ Reply")
    lead.say("We have some to lend.")
    await home.settle()
    assert fang.texts[-1] == "✉️ Lily, from Li Na (head teacher)\nWe have some to lend."
    assert card.words == "✉️ Lily\n✅ This has been answered."


async def test_a_slip_is_taken_back_and_the_lead_reads_nothing_more(home: Homeline, lead: Phone) -> None:
    zhao, fang, mei = home.phone(ZHAO), home.phone(GRANDMA), home.phone(MEI)
    await in_vain(home, fang)
    card, ask = fang.last, data_of(fang, ASK)
    await tap(home, fang, ASK)
    back = data_of(fang, "↩️")
    await tap(home, fang, "↩️")
    assert card.words == UNANSWERED + OFFERED
    assert lead.texts[-1] == "✉️ Lily, from Zhao Lan (teacher)\nIt is with Zhao Lan again."
    assert not lead.sees(SHOES)
    assert zhao.texts[-1] == "✉️ Lily\nThis family is with you again."
    assert mei.texts[-1].endswith("Zhao Lan answers you again. The head teacher no longer reads this.")
    family = len(fang.texts)
    for _ in range(4):
        await home.later(days=1)
    assert not any("You wrote to the school" in each for each in since(fang, family))  # that was told once

    await home.until(15)
    for data in (ask, ask, back):
        fang.press(data, card)
        await home.settle()
        assert fang.toast != OVER
        assert IS_ASKED.splitlines()[0] in card.words or data == back
    assert sum("has written to Zhao Lan" in each for each in lead.texts) == 0  # taken back once more


async def test_the_teacher_cannot_take_it_away_and_the_lead_gives_it_back(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await in_vain(home, fang)
    await tap(home, fang, ASK)
    zhao.press("talk_hand_undo:1", zhao.last)
    await home.settle()
    assert zhao.sees("The family has asked Li Na, too.")
    assert lead.sees(SHOES)
    await home.later(minutes=11)
    back = "talk_lead_undo:1"
    fang.press(back, fang.last)
    await home.settle()
    assert lead.sees(SHOES)  # it is too late, and nobody is refused
    await tap(home, lead, "↩️ Give back")
    assert lead.texts[-1] == "✉️ Lily, from Zhao Lan (teacher)\nIt is with Zhao Lan again."
    assert fang.texts[-1].endswith("Zhao Lan answers you again. The head teacher no longer reads this.")


async def test_where_the_lead_does_not_answer_either_the_family_hears_so_once_more(home: Homeline, lead: Phone) -> None:
    fang = home.phone(GRANDMA)
    await in_vain(home, fang)
    await tap(home, fang, ASK)
    family = len(fang.texts)
    for _ in range(8):
        await home.until(8, 5, day=1)
    told = [each for each in since(fang, family) if "You wrote to the school" in each]
    assert len(told) == 1
    assert "No answer has come yet." in told[0]
    assert ASK not in labels(fang.last)


async def test_while_nothing_is_shared_an_older_button_hands_nothing_on(home: Homeline, lead: Phone) -> None:
    fang = home.phone(GRANDMA)
    await in_vain(home, fang)
    card, ask = fang.last, data_of(fang, ASK)
    await tap(home, home.phone(MEI), "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(lead.texts)
    fang.press(ask, card)
    await home.settle()
    assert since(lead, before) == []


async def test_who_leads_the_school_and_belongs_to_the_family_is_not_offered(home: Homeline, lead: Phone) -> None:
    fang = home.phone(GRANDMA)
    await teacher_of_the_family(home, LEAD)
    await in_vain(home, fang)
    assert unanswered(fang) == [UNANSWERED.rstrip()]
    assert ASK not in labels(fang.last)
    before = len(lead.texts)
    fang.press("talk_lead:1", fang.last)
    await home.settle()
    assert not any("would be glad of your answer" in each for each in since(lead, before))


async def test_before_anybody_has_waited_in_vain_nothing_is_handed_on_and_not_by_a_stranger(
    home: Homeline, lead: Phone
) -> None:
    fang, zhao = home.phone(GRANDMA), home.phone(ZHAO)
    await monday(home)
    await write(home, fang, SHOES)
    before = len(lead.texts)
    fang.press("talk_lead:1", fang.last)
    await home.settle()
    assert since(lead, before) == []
    for phone in (zhao, lead):
        phone.press("talk_lead:1", phone.last)
        await home.settle()
        assert phone.toast == OVER


async def test_on_separate_lines_the_other_parent_and_home_learn_nothing_of_it(home: Homeline, lead: Phone) -> None:
    jun, mei, fang = await separate_father(home), home.phone(MEI), home.phone(GRANDMA)
    await in_vain(home, jun, "Who fetches her?")
    mother, grandma = len(mei.texts), len(fang.texts)
    await tap(home, jun, ASK)
    assert lead.texts[-1].endswith("Jun: Who fetches her?")
    await home.later(hours=2)
    assert not_of_the_clock(since(mei, mother)) == not_of_the_clock(since(fang, grandma)) == []
    for phone, knows in ((jun, True), (mei, False), (fang, False)):
        phone.press("log:1:0", phone.last)
        await home.settle()
        assert ("asked the head teacher, too" in phone.last.words) is knows
    for phone in (mei, fang):
        phone.press("talk_lead_undo:1", phone.last)
        await home.settle()
        assert phone.toast == OVER
