"""Who knows where a missed child is says why with one more tap, or does not; the teacher and the roll call read it."""

from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.staff_steps import leads_phone  # noqa: F401 - fixture
from tests.handlers.school.talks_steps import separate_father
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import GRANDMA, since, tap

REASONS = ["🛏 Not well", "🏥 Doctor", "🧳 Travelling", "👪 Family", "🚌 Comes later"]


async def missed(home: Homeline) -> tuple[Phone, Phone]:
    """Zhao's roll call misses Lily, and Grandma knows where she is."""
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(14, day=1)
    await tap(home, zhao, "📋", "Lily", "✅ Done")
    await tap(home, fang, "✅ I know where")
    return zhao, fang


async def test_a_reason_is_one_tap_away_and_nobody_has_to_give_it(home: Homeline, lead: Phone) -> None:
    zhao, fang = await missed(home)
    shown = [each for each in fang.messages if "Lily is not in class 3B today." in each.words][-1]
    assert shown.words.endswith("If you like, tap why.")
    assert labels(shown)[:5] == REASONS
    await tap(home, fang, "🏥 Doctor")
    assert shown.words.endswith("I tell Zhao Lan.\n🏥 At the doctor's.")
    assert "↩️ Undo" in labels(shown)
    assert not [each for each in zhao.texts if "family knows where Lily is." in each]  # it stands on the roll call
    (roll,) = [each for each in zhao.messages if each.words.startswith("📋 Class 3B")]
    assert "✅ The family knows: Lily\nLily: 🏥 At the doctor's." in roll.words
    (mothers,) = [each for each in home.phone(MEI).messages if "Lily is not in class 3B today." in each.words]
    assert mothers.words.endswith("Grandma knows where Lily is.\n🏥 At the doctor's.")
    assert not any("🏥" in each for each in labels(mothers))


async def test_it_is_taken_back_and_another_given(home: Homeline, lead: Phone) -> None:
    zhao, fang = await missed(home)
    await tap(home, fang, "🧳 Travelling")
    told = len(zhao.texts)
    await tap(home, fang, "↩️")
    (roll,) = [each for each in zhao.messages if each.words.startswith("📋 Class 3B")]
    assert "Travelling" not in roll.words
    assert since(zhao, told) == []
    await tap(home, fang, "🚌 Comes later")
    assert "Lily: 🚌 Comes later." in roll.words
    assert since(zhao, told) == []


async def test_only_who_has_said_that_they_know_says_why_and_only_while_it_is_so(home: Homeline, lead: Phone) -> None:
    zhao, fang = await missed(home)
    mei, why = home.phone(MEI), data_of(fang, "🧳 Travelling")
    for phone in (mei, zhao, lead):
        phone.press(why, phone.last)
        await home.settle()
        assert phone.toast == OVER
    await tap(home, zhao, "↩️ Lily")
    fang.press(why, fang.last)
    await home.settle()
    assert fang.toast == OVER
    assert not any("Travelling." in each for phone in (zhao, mei, lead) for each in phone.texts)


async def test_a_parent_on_a_line_of_their_own_does_not_read_the_others_reason(home: Homeline, lead: Phone) -> None:
    jun, mei, zhao = await separate_father(home), home.phone(MEI), home.phone(ZHAO)
    await home.until(14, day=1)
    await tap(home, zhao, "📋", "Lily", "✅ Done")
    await home.later(minutes=31)
    await tap(home, jun, "✅ I know where")
    await tap(home, jun, "👪 Family")
    assert "Something in the family." in zhao.texts[-1]
    assert any("Something in the family." in each for each in jun.texts)
    assert not any("Something in the family." in each for each in mei.texts)
