"""SG-03, SG-10: who notes whether a teenager lets the faces be told, and whom nothing of it reaches."""

from datetime import timedelta

from bot.simulator.cast import IVAN, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_childs_say import GRANDPA, born
from tests.handlers.privacy.test_childs_say_faces import AT_HOME, FACES, KEPT, keeps, kept, speaks_of_faces, teenager
from tests.homeline import Homeline
from tests.households import english_family, invite, since, stand_in, tap
from tests.safeguarding.neighbours import GRANDMA as FIRST_GUARDIAN
from tests.safeguarding.neighbours import LEFT, PENDING, REMOVED, SUSPENDED, neighbours
from tests.safeguarding.neighbours import MOTHER as FIRST_MOTHER


async def two_guardians(home: Homeline) -> tuple[Phone, Phone, Phone]:
    mei, fang = await teenager(home)
    return mei, fang, await home.joined(GRANDPA, await invite(home, "Looks after"), "👴")


async def test_sg_03_either_of_two_guardians_notes_it_and_both_see_it(home: Homeline) -> None:
    mei, fang, tom = await two_guardians(home)
    await home.until(19, 31)
    asked = next(each for each in reversed(fang.messages) if each.words == "How is Lily today?")
    assert [each.text for each in asked.buttons[0]] == list(FACES)

    await tap(home, tom, "🏠", "🧒", "📖", "❌")

    for phone in (fang, tom):
        card = next(each for each in reversed(phone.messages) if each.words == "How is Lily today?")
        assert [each.text for each in card.buttons[0]] == ["✅ As usual", "📞 Please call me"]
    assert fang.texts[-1] == AT_HOME
    assert mei.texts[-1] == KEPT
    await tap(home, fang, "🏠", "🧒", "📖")
    assert "as you wished" in fang.texts[-1]
    await tap(home, fang, "✅")
    assert not await kept(home)
    assert tom.texts[-1] == "📖 Lily\nLily lets the family know again how the days are. The four faces are back."


async def test_sg_03_a_second_guardian_sees_no_face_of_the_first(home: Homeline) -> None:
    _mei, fang, tom = await two_guardians(home)
    await tap(home, fang, "🏠", "🧒", "📖", "❌")
    await home.until(19, 31)
    before = len(tom.texts)
    await tap(home, fang, "✅ As usual")
    assert not any(sign in each for each in since(tom, before) for sign in FACES)


async def test_sg_03_a_stand_in_answers_without_faces_and_notes_nothing(home: Homeline) -> None:
    mei, fang = await teenager(home)
    li = await stand_in(home)
    li.press("faces:1:kept", li.last)
    await home.settle()
    assert await kept(home) is None
    await keeps(home, fang)
    li.press("faces:1:told", li.last)
    await home.settle()
    assert await kept(home) is True

    await tap(home, fang, "🏠", "⚙️", "🧳", "Three days")
    await home.until(19, 31, day=1)
    assert "✅ As usual" in [each.text for _, each in li.buttons()]
    before = len(mei.texts)
    li.press("face:1:sad", li.last)
    await home.settle()
    assert not speaks_of_faces(since(mei, before))


async def forge(home: Homeline, who: PersonSpec) -> list[str]:
    """What comes of forged buttons."""
    phone = home.phone(who)
    before = len(phone.texts)
    for data in ("faces:1:kept", "faces:1:told", "read:1"):
        phone.press(data, phone.last)
        await home.settle()
    return [each for each in phone.texts[before - 1 :] if "📖" in each]


async def test_sg_10_nobody_who_does_not_look_after_the_child_notes_anything(home: Homeline) -> None:
    await neighbours(home)
    await born(home, 2013)
    await home.newcomer(IVAN)
    told = {who.id: len(home.phone(who).texts) for who in (FIRST_MOTHER, FIRST_GUARDIAN)}

    for who in (ZHAO, IVAN, PENDING, SUSPENDED, REMOVED, LEFT):
        assert await forge(home, who) == [], who.first_name
        assert await kept(home) is None, who.first_name
    for who in (FIRST_MOTHER, FIRST_GUARDIAN):
        assert not [each for each in home.phone(who).texts[told[who.id] :] if "📖" in each]

    grandma = home.phone(FIRST_GUARDIAN)
    grandma.press("faces:1:kept", grandma.last)
    await home.settle()
    assert await kept(home) is True
    for who in (ZHAO, IVAN, PENDING, SUSPENDED, REMOVED, LEFT):
        assert not [each for each in home.phone(who).texts if "growing up" in each], who.first_name


async def test_sg_03_a_held_place_whose_text_waits_is_not_given_it(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await stand_in(home)
    before = len(fang.texts)
    await tap(home, mei, "🏠", "⚙️", "👥", "🔒 Grandma")
    await home.later(days=372)
    await home.later(days=1)
    assert not [each for each in since(fang, before) if "📖" in each]


async def test_sg_03_thirteen_is_a_birthday_and_not_a_moment_before(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await born(home, 2013, 12)
    await home.until(23, 30, day=7)
    fang.press("faces:1:kept", fang.last)
    await home.settle()
    assert await kept(home) is None

    home.clock.push(timedelta(hours=1))
    fang.press("faces:1:kept", fang.last)
    await home.settle()
    assert await kept(home) is True
