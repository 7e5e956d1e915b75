"""One card for a home with several children, and places that end meanwhile."""

from tests.homeline import Homeline
from tests.households import english_family, hours, invite, near_home, sibling, since, tap


async def test_one_answer_of_who_is_near_is_for_all_children_of_that_home(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Tom")
    li = await near_home(home)
    mei.press("invite_as:2:near", mei.last)
    await home.settle()
    li.open(next(word for word in mei.texts[-1].split() if word.startswith("https")))
    await home.settle()
    await tap(home, li, "A neighbour")
    await tap(home, mei, "✅")
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    known, told = len(li.texts), len(mei.texts)

    await hours(home, 24 + 26 + 36 + 30)

    assert since(li, known) == ["🏘 Lily and Tom\nNothing from Grandma since Monday. Could you look in on Lily and Tom?"]
    assert sum("to look in" in each for each in since(mei, told)) == 1
    told = len(mei.texts)
    await tap(home, li, "🙋")
    assert since(mei, told) == ["🏘 Lily and Tom\nLi Na (neighbour) is going to look in."]
    await tap(home, fang, "🙂")
    assert since(li, known)[1:] == ["🏘 Tom\nNobody needs to look in any more. Thank you."]


async def test_who_left_and_comes_back_is_asked_in_the_next_silence_as_anybody_else(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await near_home(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await hours(home, 24 + 26 + 36 + 30)
    assert "Could you look in" in li.texts[-1]
    await tap(home, li, "🏠", "⚙️", "Leave circle", "✅")
    known = len(li.texts)
    await tap(home, fang, "🙂")
    assert since(li, known) == []

    li.open(await invite(home, "Somebody near"))
    await home.settle()
    await tap(home, li, "A neighbour")
    await tap(home, mei, "✅")
    await hours(home, 24 + 26 + 36 + 50)

    assert "Could you look in" in li.texts[-1]


async def test_somebody_near_who_is_invited_because_of_a_silence_is_asked_at_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await hours(home, 24 + 26 + 36)
    await home.until(12, 0)
    told = len(mei.texts)

    li = await near_home(home)

    assert li.texts[-1] == "🏘 Lily\nNothing from Grandma since Monday. Could you look in on Lily?"
    assert sum("to look in. The answer comes here." in each for each in since(mei, told)) == 1
    known = len(li.texts)
    await hours(home, 48)
    assert since(li, known) == []


async def test_somebody_near_who_comes_before_their_turn_is_asked_in_it(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await hours(home, 24 + 26)  # softly, so far
    li = await near_home(home)
    known = len(li.texts)
    await hours(home, 24)
    assert since(li, known) == []

    await hours(home, 48)

    assert [each.partition(" since")[0] for each in since(li, known)] == ["🏘 Lily\nNothing from Grandma"]
