"""SG-03: what is told is read to the child: when the text comes, to whom, and what it says."""

from dataclasses import replace

from bot.db.tables import child
from bot.domain import emoji
from bot.simulator.cast import LI
from bot.simulator.phone import Phone
from tests.homeline import FANG, MEI, Homeline
from tests.households import GRANDMA, english_family, invite, read, since, stand_in, tap
from tests.safeguarding.apart import FATHER, apart
from tests.safeguarding.neighbours import GRANDMA as BETWEEN
from tests.safeguarding.neighbours import MOTHER

GRANDPA = replace(LI, id=231, language_code="en", first_name="Grandpa Tom")
HEARD = (
    "📖 Lily\nTo read to Lily:\nLily, a helper in the phone asks Grandma how you are. It tells Mei, also when you are "
    "ill.\nGrandma may add what was seen: that you played, that you cried.\n"
    "Your teacher hears nothing of it. You may always ask what was told."
)


def readings(texts: list[str]) -> list[str]:
    return [each for each in texts if each.startswith(emoji.READ)]


async def born(home: Homeline, year: int, month: int = 1) -> None:
    await read(home, lambda tx: tx.change(child.update().values(birth_year=year, birth_month=month)))


def answers(phone: Phone) -> list[str]:
    """What can be answered on a phone to the question that is read to a teenager."""
    return [str(each.data) for _, each in phone.buttons() if str(each.data).startswith("faces")]


async def test_sg_03_who_joins_has_the_keys_first_and_then_the_text_and_in_the_evening_the_question_below_it(
    home: Homeline,
) -> None:
    _mei, fang = await english_family(home)
    welcome, text = fang.messages[-2:]
    assert welcome.words.startswith("Welcome")
    assert text.words == HEARD
    assert answers(fang) == []
    assert fang.keyboard is not None

    await home.until(19, 31)

    assert fang.texts[-1] == "How is Lily today?"
    assert readings(fang.texts) == [HEARD]


async def test_sg_03_a_guardian_who_starts_the_circle_is_given_it_once(home: Homeline) -> None:
    fang = await home.newcomer(GRANDMA)
    await tap(home, fang, "🏡", "➕")
    fang.say("Lily")
    await home.settle()
    await tap(home, fang, "2018", "May", "🇨🇳", "👵")
    (text,) = readings(fang.texts)
    assert "asks Grandma how you are. It tells your parents, also when you are ill." in text


async def test_sg_03_without_health_notes_no_feelings_are_named(home: Homeline) -> None:
    _mei, fang = await home.family(health="❌")
    (text,) = readings(fang.texts)
    assert "开不开心它不说" in text
    assert "生病" not in text
    await born(home, 2012)
    await tap(home, fang, "🏠", "🧒", "📖")
    assert answers(fang) == []


async def test_sg_03_where_one_of_two_at_home_passes_feelings_on_nobody_reads_that_they_are_not_told(
    home: Homeline,
) -> None:
    link = await home.child()
    fang = await home.joined(GRANDMA, link, "👵", health="❌")
    assert "It does not tell how you feel." in readings(fang.texts)[0]
    await home.joined(GRANDPA, await invite(home, "Looks after"), "👴")

    await tap(home, fang, "🏠", "⚙️", "👥", "📖")

    assert "how you are. It tells Mei" in fang.texts[-1]
    assert "It does not tell" not in fang.texts[-1]


async def test_sg_03_quiet_hours_at_home_hold_the_text_and_then_let_it_go(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(FANG, 18 * 60, 20 * 60 + 45)
    await home.until(19, 40, day=364)
    await home.later(days=1)
    assert readings(fang.texts) == [HEARD]
    assert readings(mei.texts) == [HEARD, HEARD]

    await home.until(20, 46)
    assert readings(fang.texts) == [HEARD, HEARD]


async def test_sg_03_quiet_hours_far_away_hold_the_text_and_then_let_it_go(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(MEI, 15 * 60, 17 * 60)
    await home.until(19, 40, day=364)
    await home.later(days=1)
    assert readings(mei.texts) == [HEARD]
    assert readings(fang.texts) == [HEARD, HEARD]

    await home.until(17, 1, zone="Asia/Dubai")
    assert readings(mei.texts) == [HEARD, HEARD]


async def test_sg_03_who_is_let_in_at_night_reads_it_in_the_morning(home: Homeline) -> None:
    link = await home.child()
    await home.until(23)
    fang = await home.joined(GRANDMA, link, "👵")
    assert readings(fang.texts) == []
    await home.until(8, 1)
    assert readings(fang.texts) == [HEARD]


async def test_sg_03_of_two_children_the_one_about_whom_nothing_is_shared_has_no_button(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "➕")
    mei.say("Tom")
    await home.settle()
    await tap(home, mei, "2018", "May", "🇨🇳", "🏠", "⚙️", "👥")
    assert [each.data for row in mei.last.buttons[:4] for each in row] == [
        "circle:1",
        "read:1",
        "freeze:1",
        "circle:2",
        "read:2",
        "freeze:2",
    ]

    await read(home, lambda tx: tx.change(child.update().where(child.c.id == 1).values(sharing_stopped_at=tx.now)))
    await tap(home, mei, "🏠", "⚙️", "👥")
    assert [each.data for row in mei.last.buttons[:3] for each in row] == [
        "circle:1",
        "thaw_ask:1",
        "circle:2",
        "read:2",
    ]


async def test_sg_03_it_is_found_again_with_three_taps_and_below_thirteen_it_asks_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "⚙️", "👥", "📖")
    assert fang.texts[-1] == HEARD
    assert answers(fang) == []

    fang.press("faces:1:kept", fang.last)
    mei.press("faces:1:kept", mei.last)
    await home.settle()

    assert await read(home, lambda tx: tx.scalar(child.select().with_only_columns(child.c.keeps_faces))) is None


async def test_sg_03_a_stand_in_may_read_it_and_is_asked_nothing(home: Homeline) -> None:
    await english_family(home)
    li = await stand_in(home)
    assert readings(li.texts) == []
    await born(home, 2012)
    await tap(home, li, "🏠", "⚙️", "👥", "📖")
    assert li.texts[-1] == HEARD
    assert answers(li) == []


async def test_sg_11_on_separate_lines_neither_parent_reads_the_others_name(home: Homeline) -> None:
    await apart(home)
    await born(home, 2012)
    mother, father, grandma = home.phone(MOTHER), home.phone(FATHER), home.phone(BETWEEN)
    before = len(mother.texts), len(father.texts)
    for phone in (mother, father, grandma):
        await tap(home, phone, "🏠", "⚙️", "👥", "📖")

    assert "It tells Meicanary, also" in mother.texts[-1]
    assert "It tells Dad, also" in father.texts[-1]
    assert "It tells Meicanary and Dad, also" in grandma.texts[-1]
    await tap(home, grandma, "❌")
    assert mother.texts[-1].startswith("📖 Lily\nLily is growing up")
    assert father.texts[-1] == mother.texts[-1]
    assert not [each for each in since(mother, before[0]) if "Dad" in each or "Juncanary" in each]
    assert not [each for each in since(father, before[1]) if "Meicanary" in each]
