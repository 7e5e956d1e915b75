"""A parent who joins by an invite says where they are; until then nothing but an alert and a call makes a sound."""

from bot.queries.circle import people
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import labels
from tests.homeline import Homeline
from tests.households import FATHER, GRANDMA, english_family, read, second_parent, tap

ASKED = "Where are you now?"
AGAIN = "🕰 Where are you now? Then I know when it is day for you, and let you sleep at night."


async def country(home: Homeline) -> str | None:
    found = await read(home, lambda tx: people.by_telegram(tx, FATHER.id))
    assert found is not None
    return found.country


def times(phone: Phone, text: str) -> int:
    return sum(each == text for each in phone.texts)


async def test_where_somebody_is_comes_after_the_question_of_the_welcome(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    assert "Do you live with Lily?" in jun.texts[-1]
    assert ASKED not in jun.texts

    await tap(home, jun, "👪 Far away")
    assert jun.texts[-1] == ASKED
    await tap(home, jun, "🔄", "🔄", "🇬🇧")
    assert await country(home) == "GB"
    await home.later(days=2)
    assert not times(jun, AGAIN)


async def test_who_lives_with_the_child_is_not_asked(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "🏡 At home")
    await home.later(days=2)

    assert await country(home) == "CN"
    assert not [each for each in jun.texts if ASKED in each]


async def test_who_does_not_live_there_after_all_is_asked_then(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    welcome = jun.last
    await tap(home, jun, "🏡 At home")
    await home.do(jun.press("lives:1:away", welcome))

    assert jun.texts[-1] == ASKED
    assert await country(home) is None


async def test_who_has_not_answered_is_asked_once_more_a_day_later(home: Homeline) -> None:
    await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "👪 Far away")
    await home.later(hours=23)
    assert not times(jun, AGAIN)
    await home.later(hours=2)
    assert times(jun, AGAIN) == 1
    asked = next(each for each in jun.messages if each.text == AGAIN)
    await home.later(days=7)
    assert times(jun, AGAIN) == 1

    await home.do(jun.press("my_country:GB", asked))
    assert await country(home) == "GB"


async def test_times_for_a_call_ask_for_the_clock_that_nobody_knows(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    jun = await second_parent(home)
    for phone, unknown in ((mei, False), (jun, True)):
        await home.do(phone.press("call_times:1:0", phone.last))
        assert ("I do not know your clock yet: 🕰 sets it." in phone.last.text) == unknown
        assert ("🕰 My clock" in labels(phone.last)) == unknown


async def test_only_an_alert_makes_a_sound_while_nobody_knows_the_clock(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await home.later(minutes=2)
    assert [phone.last.silent for phone in (mei, jun)] == [False, True]
    assert "Lily" in jun.last.text

    await tap(home, home.phone(GRANDMA), "🤒")
    await home.later(minutes=2)
    assert "ill" in jun.last.text
    assert not jun.last.silent


async def test_home_that_asks_for_a_call_is_heard_whatever_the_clock(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, fang, "🏠", "Please call")
    await home.later(minutes=2)
    assert "call" in jun.last.text
    assert not jun.last.silent


async def test_who_has_said_where_they_are_hears_the_news(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    jun = await second_parent(home)
    await tap(home, jun, "👪 Far away", "🇨🇳")
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await home.later(minutes=2)
    assert not jun.last.silent
