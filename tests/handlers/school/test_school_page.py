"""🎓 A family's page of the school: what is open first, and nothing of a class that is left."""

from bot.simulator.cast import JUN
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import stand_in, tap


async def test_it_shows_teacher_class_and_what_is_still_open(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await tap(home, mei, "🏠", "🎓 School")
    assert mei.texts[-1] == (
        "🎓 Lily\nClass 3B, Village school. Zhao Lan.\nMessages are read 07:00–22:00, school time.\n"
        "The school's notices will be here."
    )
    await home.notice(TRIP)
    await tap(home, mei, "🏠", "🎓 School")
    assert mei.texts[-1].endswith("1 notice is still open.")
    assert labels(mei.last)[0] == "📣 Trip on Friday…"
    await tap(home, mei, "📣 Trip")
    assert TRIP in mei.texts[-1]
    await tap(home, mei, "🙏 Seen", "🏠", "🎓 School")
    assert mei.texts[-1].endswith("Nothing is open. The last notices are below.")
    assert "📄 Trip on Friday…" in labels(mei.last)
    assert "🏫 No school today" not in labels(mei.last)  # that is for those at home
    await tap(home, mei, "👁 About class 3B")
    assert "👋 Leave class" in labels(mei.last)


async def test_who_steps_in_and_strangers_have_no_page(home: Homeline, zhao: Phone, mei: Phone) -> None:
    li = await stand_in(home)
    await tap(home, li, "🏠")
    assert not any("🎓" in label for label in labels(li.last))
    await home.notice(TRIP)
    jun = await home.newcomer(JUN)
    for phone in (li, jun, zhao):
        for data in ("school_page:1", "school_notice:1", "talk_to:1:1"):
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OVER or "换" in (phone.toast or "") or "变" in (phone.toast or ""), data
