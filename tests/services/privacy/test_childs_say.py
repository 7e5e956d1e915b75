"""SG-03: when the child decides, what was read changes and what waits says no face."""

from tests.handlers.privacy.test_childs_say import answers
from tests.handlers.privacy.test_childs_say_faces import KEPT, keeps, speaks_of_faces, teenager
from tests.homeline import MEI, Homeline
from tests.households import second_parent, since, tap


async def test_sg_03_what_was_read_is_changed_in_place_and_says_what_holds_now(home: Homeline) -> None:
    _mei, fang = await teenager(home)
    await tap(home, fang, "🏠", "🧒", "📖")
    count = len(fang.messages)
    await tap(home, fang, "❌")
    assert len(fang.messages) == count
    assert fang.texts[-1] == (
        "📖 Lily\nTo read to Lily:\nLily, the helper in the phone does as you wished.\n"
        "It tells Mei only “as usual” or “please call”.\n"
        "When you are ill, it tells them too. You may always ask what was told.\n"
        "Shall Mei hear again how you are? You decide.\nTap what Lily says."
    )
    assert answers(fang)[:2] == ["faces:1:told", "faces:1:kept"]


async def test_sg_03_news_that_still_waits_when_the_child_decides_says_no_face(home: Homeline) -> None:
    mei, fang = await teenager(home)
    jun = await second_parent(home)
    await home.until(19, 31)
    await home.quiet(MEI, 15 * 60, 17 * 60)
    before = len(mei.texts)
    await tap(home, fang, "😢", "🗣")
    assert "Grandma noticed a hard day for Lily." in jun.texts[-1]
    assert since(mei, before) == []

    await keeps(home, fang)
    assert since(mei, before) == []
    await home.until(17, 1, zone="Asia/Dubai")

    came = since(mei, before)
    assert len(came) == 2
    assert KEPT in came
    assert any(each.startswith("✅ Lily, from Grandma\nGrandma has answered.") for each in came)
    assert not speaks_of_faces(since(mei, before))
