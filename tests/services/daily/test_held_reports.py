"""While a hard day is kept, no other way leads to it: not asking, not a first sentence, not the parents' export."""

from tests.handlers.privacy.test_exports import circle_in, taken
from tests.homeline import Homeline
from tests.households import english_family, tap


async def test_what_is_kept_is_read_nowhere_by_the_parents_until_it_is_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "😢", "🙋", "😭")
    await tap(home, mei, "🏠", "🙂")
    assert mei.texts[-1].startswith("Grandma was last in touch:")
    mei.press("first_words:1", mei.last)
    await home.settle()
    gentle = mei.texts[-1]
    _pages, files = await taken(home, mei, fang)
    assert [each["how"] for each in circle_in(files)["answers"]] == [None]
    assert not mei.sees("hard day")
    assert not mei.sees("😢")

    await tap(home, fang, "🏠", "🙂")
    fang.press("report:1:now", fang.last)
    await home.settle()
    mei.press("first_words:1", mei.last)
    await home.settle()
    assert mei.sees("😢 Lily, from Grandma")
    assert mei.texts[-1] != gentle
