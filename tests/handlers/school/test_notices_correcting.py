"""Corrections stand where the notice was read: however many there are, they ring once, and wake nobody twice."""

from bot.domain.school.notices import CORRECTIONS
from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import Homeline


async def test_many_corrections_of_an_urgent_notice_ring_once_and_stand_in_one_message(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    zhao.say("📣 Storm")
    await home.settle()
    for tap in ("🙏", "⚡", "✅"):
        zhao.tap(tap)
        await home.settle()
    for phone in (mei, fang):
        phone.tap("🙏")
        await home.settle()
    await home.quiet(MEI, 0, 23 * 60 + 59)
    sent = {phone: len(phone.texts) for phone in (mei, fang)}

    async def correct(number: int) -> None:
        zhao.press("notice_change:1", zhao.last)
        await home.settle()
        zhao.say(f"Storm, at {number} o'clock")
        await home.later(seconds=20)

    for number in range(CORRECTIONS + 2):
        await correct(number)

    for phone in (mei, fang):
        assert len(phone.texts) == sent[phone] + 1
    assert f"at {CORRECTIONS - 1} o'clock" in fang.texts[-1]
    assert "at 0 o'clock" in mei.texts[-1]  # she sleeps; the first alone goes through
    assert "has changed very often" in zhao.texts[-1]
    assert any(f"at {CORRECTIONS - 1} o'clock" in text for text in mei.texts)  # on the notice itself, silently


async def test_a_correction_hours_later_is_told_anew_and_wakes_nobody(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)
    fang.tap("🙏")
    await home.settle()
    changed = []
    for hours, text in ((0, "Trip on Saturday"), (1, "Trip on Sunday"), (7, "Trip on Monday")):
        await home.later(hours=hours)
        zhao.press("notice_change:1", zhao.last)
        await home.settle()
        zhao.say(text)
        await home.settle()
        changed.append(sum("This notice has changed." in each for each in fang.texts))
    assert changed[:2] == [1, 1]
    assert not [each for each in mei.texts if "This notice has changed." in each]
    await home.until(8, day=1)
    assert sum("This notice has changed." in each for each in fang.texts) == 2
