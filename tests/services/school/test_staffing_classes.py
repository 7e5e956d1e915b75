"""A class goes from one teacher to another: its notices, its answers, its poster, and no silence."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of
from tests.handlers.school.staff_steps import leads_phone, list_of  # noqa: F401 - fixtures
from tests.homeline import Homeline, link_in
from tests.households import GRANDMA, say, since, tap


async def test_what_families_answer_goes_to_whoever_has_the_class_now(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(GRANDMA)
    await tap(home, zhao, "🏠", "🎓", "🧒", "Lily", "📞")
    call = mei.last
    await tap(home, zhao, "🧒", "Lily", "🤒 Ill at school", "🌡")
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    before = list(zhao.texts)

    await tap(home, fang, "🙏")
    mei.press(data_of(mei, "🤙", call), call)
    await home.settle()

    assert zhao.texts == before  # nothing new, and nothing changed in place
    assert "🙏 Lily's family has seen it." in lead.texts
    assert "🤙 Lily's family is calling you." in lead.texts


async def test_a_notice_that_had_its_time_waits_for_the_lead_and_goes_out_in_nobody_elses_name(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await tap(home, zhao, "🏠", "📣")
    await say(home, zhao, "Bring a coat")
    await tap(home, zhao, "✏️ More", "⏰", "⏰ Tomorrow 07")
    await list_of(home, lead)
    await tap(home, lead, "🚪", "✅")
    seen = len(mei.texts)

    await home.later(days=2)
    assert not [text for text in since(mei, seen) if "coat" in text]
    await tap(home, lead, "⏰ Bring a coat", "📣 Send")
    assert "📣 Class 3B, Li Na\nBring a coat" in mei.texts[-1]


async def test_a_class_is_given_away_with_one_tap_and_its_poster_renewed_by_the_lead(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    old = link_in(zhao)
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "🎓 Li Na")

    assert mei.texts[-1] == zhao.texts[-1] == "🎓 Class 3B is with Li Na now."
    zhao.press("class:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    await tap(home, lead, "🎓 Zhao Lan")
    assert zhao.texts[-1] == "🎓 Class 3B is with you now."
    seen = len(zhao.texts)
    await tap(home, lead, "🔄")
    assert "let nobody in now" in lead.texts[-3]
    mei.open(old)
    await home.settle()
    assert "There is a newer poster" in mei.texts[-1]
    assert since(zhao, seen) == []
