"""An alert whose choice does not come leaves by itself after a minute."""

from tests.homeline import Homeline
from tests.illness_cast import count, english_family, newest


async def test_the_alert_leaves_by_itself_after_sixty_seconds(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.say("🤒 Ill")
    await home.settle()
    await home.later(seconds=59)
    assert not mei.sees("🤒")

    await home.later(seconds=1)

    assert mei.last.words == "🤒 Lily, from Grandma\nLily is ill. 16:00 at home, 12:00 for you."
    assert newest(fang, "Call NOW").words.endswith("Sent: Lily is ill.\nOn its way to Mei.")
    await home.later(minutes=5)
    assert count(mei, "🤒 Lily") == 1
