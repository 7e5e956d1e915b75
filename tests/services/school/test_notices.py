"""A notice goes out once and whole, to the households of that moment."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.homeline import Homeline


async def test_send_tapped_ten_times_sends_once(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.say(f"📣 {TRIP}")
    await home.settle()
    data, card = data_of(zhao, "📣 Send"), zhao.last
    for _ in range(10):
        zhao.press(data, card)
    await home.settle()

    assert len(news(mei)) == 1
    assert zhao.toast == OVER


async def test_a_very_long_notice_arrives_whole(home: Homeline, zhao: Phone, mei: Phone, fang: Phone) -> None:
    text = "".join(f"{number} < {number + 1} & more. " for number in range(220))[:4000]
    await home.notice(text)
    zhao.tap("📣")
    await home.settle()
    zhao.photo("y" * 1000)
    await home.settle()
    zhao.tap("📣 Send")
    await home.settle()

    arrived = "".join(part.removeprefix("📣 Class 3B, Zhao Lan\n") for part in news(fang))
    assert text.replace(" ", "") in arrived.replace(" ", "")
    assert "y" * 1000 in news(fang)[-1]
    assert fang.last.kind == "text"
    zhao.tap("✏️")
    await home.settle()
    zhao.say("z" * 4000)
    await home.settle()
    assert sum(part.count("z") for part in news(mei)) >= 4000
