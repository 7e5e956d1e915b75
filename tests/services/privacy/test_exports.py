"""SG-07: what stands in the files of a parent apart, a teacher, a neighbour; nothing of what is another's."""

import json

from bot.queries.circle import circles
from bot.simulator.cast import ZHAO
from tests.handlers.privacy.test_exports import circle_in, taken
from tests.homeline import Homeline
from tests.households import FATHER, english_family, read, say, second_parent, tap
from tests.remembering import remembered
from tests.safeguarding.neighbours import CHILD, GRANDMA, OTHER_PARENT, SECRETS, SUSPENDED, neighbours


@remembered
async def separated(home: Homeline) -> None:
    """Two parents who must not know of each other; each has sent a letter and made a promise."""
    mei, _fang = await english_family(home)
    jun = await second_parent(home)
    for phone, words in ((mei, "from mother"), (jun, "from father")):
        await tap(home, phone, "🏠", "🎤")
        await say(home, phone, words)
        await tap(home, phone, "🏠", "📞")
        phone.tap(phone.last.buttons[0][0].text)
        await home.settle()


async def test_sg_07_separated_parents_find_nothing_of_each_other(home: Homeline) -> None:
    await separated(home)
    await read(home, lambda tx: circles.change_child(tx, 1, separate_lines=True))

    pages, files = await taken(home, home.phone(FATHER), home.phone(GRANDMA))

    mine = "".join((*pages, *files))
    assert "from father" in mine
    assert "from mother" not in mine
    assert "Mei" not in mine
    circle = circle_in(files)
    assert [each["role"] for each in circle["adults"]] == ["guardian", "parent"]


async def test_sg_07_a_teacher_takes_notices_and_who_has_confirmed_and_nothing_of_the_family(home: Homeline) -> None:
    await neighbours(home)
    pages, files = await taken(home, home.phone(ZHAO))

    data = json.loads(files[0])
    (notice,) = data["classes"][0]["my_notices"]
    assert notice["words"] == "Bring a coat"
    assert {each["name"] for each in notice["households"]} == {CHILD, "Zoe"}
    assert {each["confirmed"] for each in notice["households"]} == {False}
    assert not [secret for secret in SECRETS if secret in "".join((*pages, *files))]


async def test_sg_07_neighbours_and_who_is_held_find_nothing_of_the_first_family(home: Homeline) -> None:
    await neighbours(home)
    for person in (OTHER_PARENT, SUSPENDED):
        pages, files = await taken(home, home.phone(person))
        assert len(files) == 1
        assert not [each for each in (*SECRETS, CHILD) if each in "".join((*pages, *files))]
