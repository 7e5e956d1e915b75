"""The teacher who told of an illness hears how it goes, and no name."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.test_school_illness import ALERT, CARD, ill
from tests.homeline import Homeline
from tests.households import stand_in, tap
from tests.illness_cast import newest


async def test_who_has_seen_it_stays_with_the_family_and_the_teacher_hears_that_somebody_has(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await ill(home, zhao, "🌡")
    await tap(home, fang, "🙏")
    assert "🙏 Seen: Grandma" in newest(mei, ALERT).words
    assert zhao.texts[-1] == "🙏 Lily's family has seen it."
    await tap(home, mei, "🤙")

    assert zhao.texts[-1] == "🤙 Lily's family is calling you."
    assert "🤙 The family is calling." in newest(zhao, CARD).words
    assert fang.texts[-1] == "🤙 Mei is calling now."
    assert "I have told the school that you are calling." in newest(mei, ALERT).words
    await tap(home, fang, "🌤")
    assert mei.texts[-1] == "🌤 Lily is better, says Grandma."
    assert zhao.texts[-1] == "🌤 Lily is better."
    assert not any(name in text for name in ("Mei", "Grandma", "Wang Fang") for text in zhao.texts)


async def test_nobody_presses_seen_again_after_a_quarter_then_the_stand_ins_and_the_teacher_know(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    li = await stand_in(home)
    await ill(home, zhao, "🌡")
    await home.later(minutes=16)
    for phone in (mei, fang):
        assert sum(text.startswith(ALERT) for text in phone.texts) == 2
    await home.later(minutes=45)

    assert li.texts[-1].startswith(ALERT)
    assert zhao.texts[-1] == ("Nobody in Lily's family has pressed seen yet. If you are worried, get help now.")
    assert not any("You know Lily best" in text for text in fang.texts)
    await tap(home, mei, "🤙")
    await home.later(hours=3)
    assert "I do not know if Lily's family reached you." in zhao.texts[-1]
