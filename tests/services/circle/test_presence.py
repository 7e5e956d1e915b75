"""SG-23: after a long silence an account is closed until another adult knows it again."""

from tests.handlers.circle.test_presence import closed, silent
from tests.homeline import MEI, Homeline
from tests.households import GRANDMA, english_family, since, stand_in, tap


async def test_sg_23_after_sixty_days_nothing_older_is_shown_until_another_adult_knows_them(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await stand_in(home)
    await silent(home, GRANDMA, 60)
    before = len(fang.texts)

    await tap(home, fang, "🏠")

    waits = "Good that you are here. Another adult of Lily's circle says first that it is you. Then everything opens."
    waits += "\nIs nobody there? Tell the people who run this bot this number: 1-2."
    assert since(fang, before) == [waits]
    fang.press("letters_open:1", fang.last)
    fang.press("circle:0", fang.last)
    fang.press("known:2", fang.last)
    await home.settle()
    assert fang.toast == "Another adult of Lily's circle says first that it is you."
    assert await closed(home) == [False, True, False]
    assert mei.texts[-1].startswith("Grandma is back after a long time. Is it really Grandma?")

    await tap(home, mei, "✅")
    assert await closed(home) == [False, False, False]
    assert fang.texts[-1] == "Lily's circle is open for you again."
    await tap(home, fang, "🏠")
    assert "What would you like to do?" in fang.texts[-1]


async def test_sg_23_fifty_nine_days_are_no_long_silence_and_nobody_is_left_without_anybody_to_ask(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    await silent(home, GRANDMA, 59)
    await tap(home, fang, "🏠")
    assert await closed(home) == [False, False]
    await silent(home, GRANDMA, 60)
    await silent(home, MEI, 60)
    await tap(home, fang, "🏠")
    assert await closed(home) == [False, False]
