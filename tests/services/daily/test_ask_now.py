"""Three questions a day, and one that is open is not asked again."""

from tests.handlers.daily.test_ask_now import QUESTION, ask, family
from tests.homeline import Homeline


async def test_ten_taps_are_one_question(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    menu = mei.last

    for _ in range(10):
        mei.press("ask:1", menu)
    await home.settle()

    assert fang.texts.count(QUESTION) == 1


async def test_three_questions_a_day_are_enough(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(19, 30)
    fang.tap("🙂")
    await home.settle()
    await home.until(8, day=1)
    before = fang.chat.last_id

    for _ in range(4):
        await ask(home, mei)
        assert fang.texts[-1] == QUESTION
        await home.later(minutes=31)

    assert fang.chat.last_id - before == 3
    assert fang.texts.count(QUESTION) == 1
    assert mei.texts[-1].startswith("I have asked three times today.")
    await home.until(8, day=1)
    await ask(home, mei)
    assert mei.texts[-1] == "🙂 I have asked Grandma. The answer comes here."
