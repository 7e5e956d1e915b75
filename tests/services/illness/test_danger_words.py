"""Signs of danger in words: while a family shares nothing they wait for the choice, and long ones arrive whole."""

from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import count, english_family


async def test_while_nothing_is_shared_they_wait_for_the_choice_of_who_is_beside_the_child(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(mei.texts)
    fang.say("she is not responding at all")
    await home.settle()
    await home.later(minutes=5)
    assert len(mei.texts) == before

    await tap(home, fang, "❓")
    assert "she is not responding at all" in mei.last.words


async def test_a_picture_with_a_sign_of_danger_and_a_long_text_arrive_whole(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.photo("blood in her stool")
    await home.settle()
    assert mei.last.kind == "photo"
    assert count(mei, "blood in her stool") == 2

    fang.say("lips are blue " + "x" * 1000)
    await home.settle()
    assert sum(text.count("xx") for text in mei.texts) == 500
