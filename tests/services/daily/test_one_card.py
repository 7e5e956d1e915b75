"""One live card on each phone, wherever a press comes from."""

from tests.homeline import MEI, Homeline
from tests.households import FATHER, SEEN, english_family, hours, invite, stand_in, tap


async def test_a_word_answers_below_it_and_the_card_above_goes(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 30)
    card = fang.last
    fang.say("ok")
    await home.settle()

    assert fang.texts[-1] == "🙂 Thank you. Mei will see it." + SEEN
    assert card not in fang.messages
    assert home.phone(MEI).sees("Lily is well")


async def test_of_two_guardians_each_has_one_card_and_both_see_that_it_is_done(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    grandpa = await home.joined(FATHER, await invite(home, "Looks after"), "👴")
    await home.until(19, 30)
    await tap(home, fang, "🙂")

    assert fang.last.words == "🙂 Thank you. Mei will see it." + SEEN
    assert grandpa.last.words == "🙂 Grandma has answered today."
    asked = grandpa.last
    await home.until(19, 30, day=1)
    assert asked not in grandpa.messages
    assert grandpa.last.words == "How is Lily today?"
    assert [len(each.buttons) for each in (fang.last, grandpa.last)] == [2, 2]


async def test_who_steps_in_and_was_not_asked_has_no_card(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await home.until(19, 30, day=1)
    before = len(li.texts)
    li.say("ok")
    await home.settle()
    assert "Thank you" not in li.texts[-1]
    assert not home.phone(MEI).texts[-1].startswith("🙂 Lily, from Neighbour")

    await hours(home, 26)
    assert any("No answer from Grandma" in each for each in li.texts[before:])
    await tap(home, li, "🙂")
    assert li.last.words == "🙂 Thank you. Mei will see it." + SEEN
