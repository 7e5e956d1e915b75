"""One live card on each phone, wherever a press comes from."""

from tests.homeline import MEI, Homeline
from tests.households import FATHER, SEEN, english_family, hours, invite, sibling, since, stand_in, tap


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


async def test_a_sibling_whose_circle_is_left_while_the_card_is_open_takes_no_answer_along(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await sibling(home, "Bo")
    await home.until(19, 31)
    card = fang.last
    assert "Bo" in str([each.text for row in card.buttons for each in row]) + card.words
    row_of_all = [each.data for row in card.buttons for each in row if each.text.startswith("🙂")]
    await tap(home, fang, "🏠", "⚙️", "👋 Leave circle · Bo", "✅")
    before = len(mei.texts)

    fang.press(row_of_all[0] or "", card)
    await home.settle()

    news = since(mei, before)
    assert len([each for each in news if "Lily is well" in each]) == 1
    assert not any("Bo" in each for each in news)
    assert not str(fang.toast).startswith("This has changed since")
