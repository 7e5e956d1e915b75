"""SG-09: the adults of a circle read what was written down around their child, and no name that is hidden from them."""

from bot.queries.circle import circles
from tests.homeline import ZHAO, Homeline
from tests.households import english_family, say, second_parent, tap


async def test_sg_09_the_adults_of_a_circle_read_it_in_plain_words(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await say(home, fang, "/privacy")
    await tap(home, fang, "📜")
    lines = fang.last.words.splitlines()
    assert lines[0] == "Lily's circle, the newest first:"
    assert [line.partition(" · ")[2] or line for line in lines[1:]] == [
        "Mei: let you in",
        "you: opened an invite",
        "Mei: added the child",
    ]
    home.phone(ZHAO).press("log:1:0", mei.last)
    await home.settle()
    assert not [text for text in home.phone(ZHAO).texts if "let" in text]


async def test_sg_09_on_separate_lines_nobody_is_named(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    father = await second_parent(home)

    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    await say(home, father, "/privacy")
    await tap(home, father, "📜")
    assert "somebody: let you in" in father.last.words
    assert "Mei" not in father.last.words
    assert "Fang" not in father.last.words
    assert mei.texts
