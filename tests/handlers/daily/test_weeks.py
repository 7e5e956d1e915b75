"""🎞 The last seven days in one picture, two taps from 🏠, for who may see the child's page."""

from tests.homeline import Homeline
from tests.households import english_family, near_home, tap


async def test_both_sides_see_the_week_whenever_they_like_and_nobody_else(home: Homeline) -> None:
    mei, fang = await english_family(home)
    near = await near_home(home)

    for phone in (mei, fang):
        await tap(home, phone, "🏠", "🧒", "🎞")
        assert phone.last.kind == "photo"
        assert phone.last.words.startswith("🎞 Lily\nSeven days of Lily")
    near.press("week:1", near.last)
    await home.settle()
    assert "photo" not in [each.kind for each in near.messages]

    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    mei.press("week:1", mei.last)
    await home.settle()
    assert mei.toast == "Nothing new about Lily is shared for now."
    assert mei.last.kind != "photo"
