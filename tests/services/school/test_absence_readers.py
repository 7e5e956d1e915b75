"""📋 The card says that a family knows, without a sound; it rings where the school was told that nobody does."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.pupils_steps import fill_class
from tests.homeline import Homeline
from tests.households import since, tap


async def test_where_the_roll_call_stands_nothing_rings_and_a_reason_is_read_there(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await fill_class(home, ["Ben"])
    await tap(home, zhao, "📋 Roll call", "Lily", "Ben", "✅ Done")
    before = len(zhao.texts)
    await tap(home, fang, "✅ I know", "🏥 Doctor")
    assert zhao.texts[-1].startswith("📋 Class 3B, Mon, Nov 23.\nAsked: Ben\n✅ The family knows: Lily\nLily: ")
    assert len(zhao.texts) == before
    await home.later(hours=3)
    assert not [each for each in since(zhao, before) if "Lily's family" in each]


async def test_once_the_teacher_was_alarmed_it_rings_that_the_child_is_found(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await tap(home, fang, "❌ I don't")
    assert "❌ Nobody at home knows where Lily is." in zhao.texts[-1]
    before = len(zhao.texts)
    await tap(home, fang, "✅ I know")
    assert since(zhao, before) == ["✅ Lily's family knows where Lily is."]
    assert not zhao.last.silent
    assert zhao.sees("✅ The family knows: Lily")


async def test_after_an_hour_without_an_answer_it_rings_when_one_comes(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await home.later(minutes=30)
    await home.later(minutes=30)
    before = len(zhao.texts)
    await tap(home, fang, "✅ I know")
    assert since(zhao, before) == ["✅ Lily's family knows where Lily is."]
    assert not zhao.last.silent
