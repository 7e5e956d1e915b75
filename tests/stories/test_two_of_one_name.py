"""A class of 45 with two children of one name: what concerns one of them reaches no other family."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.pupils_steps import fill_class
from tests.handlers.school.schools_steps import labels
from tests.homeline import Homeline
from tests.households import FATHER, GRANDMA, english_family, say, tap

CHINESE = [
    f"{surname}{given}" for surname in ("张", "李", "王", "赵", "陈") for given in ("伟", "雨", "娜", "强", "一")
]
OTHERS = ["Анвар", "Ёқуб", "Зилола", "Charos", "Gʻani", "Oʻtkir", "Sherzod", "Botir", "Tom", "Anna", "Emma", "Zoe"]
PET_NAMES = ["Bunny", "豆豆", "Мишутка", "Kitty", "Star", "Sunny"]


async def two_lilies(home: Homeline) -> tuple[Phone, Phone, Phone]:
    """Lily of Mei and Lily of Jun, born in two years, in a class with 43 others."""
    mei, _fang = await english_family(home)
    await home.child(FATHER, "Lily")
    await home.school()
    poster = await home.class_room()
    await home.pupil(poster, MEI)
    await home.pupil(poster, FATHER)
    await fill_class(home, [*CHINESE, *OTHERS, *PET_NAMES])
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    await say(home, zhao, "Karimova Lily 2016\nKarimova Lily 2018")
    await tap(home, zhao, "✅", "🗒", "🔗 Lily 1", "Karimova Lily · 2018", "🔗 Lily", "Karimova Lily · 2016")
    return zhao, mei, home.phone(FATHER)


async def test_a_roll_call_good_news_and_a_notice_reach_the_right_lily_alone(home: Homeline) -> None:
    zhao, mei, jun = await two_lilies(home)
    fang = home.phone(GRANDMA)
    await home.until(9)
    heard = len(mei.texts), len(jun.texts)

    await tap(home, zhao, "🏠", "🎓 3B", "🧒", "Karimova Lily (2016)", "🌟")
    assert "Karimova Lily (2016)'s family hears the good news." in zhao.texts[-1]
    await home.until(23)
    assert any("🌟" in each for each in jun.texts[heard[1] :])
    assert not any("🌟" in each for each in mei.texts[heard[0] :])

    await home.until(9, day=1)
    heard = len(fang.texts), len(jun.texts)
    await tap(home, zhao, "📋", "Karimova Lily (2018)", "✅ Done")
    assert any("Do you know where" in each for each in fang.texts[heard[0] :])
    await home.until(12)
    assert len(jun.texts) == heard[1]

    await home.notice("Trip on Friday")
    await home.later(minutes=5)
    await tap(home, jun, "🙏")
    await tap(home, zhao, "👁")
    assert "Karimova Lily (2018)" in zhao.texts[-1]
    assert "Karimova Lily (2016)" not in zhao.texts[-1]


async def test_45_children_stand_as_their_language_sorts_them(home: Homeline) -> None:
    zhao, _mei, _jun = await two_lilies(home)
    await tap(home, zhao, "🏠", "🎓 3B", "🧒")
    names = [each for each in labels(zhao.last) if each[0] not in "🏠☂🔄"]
    assert len(names) == 45
    assert [each[0] for each in names if each[0] in "张李王赵陈"] == [
        *"陈" * 5,
        *"李" * 5,
        *"王" * 5,
        *"张" * 5,
        *"赵" * 5,
    ]
    latin = [each for each in names if each[0].isascii()]
    assert latin == sorted(latin)
    assert names.index("Анвар") < names.index("Ёқуб") < names.index("Зилола")
