"""Who an adult is to the child, in words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.circle.circles import Member, MemberState, Role
from bot.i18n import catalogue
from bot.texts.circle.kin import joiner, offered, own_name, shown

NOON = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "kin", "name"),
    [("en", "mother", "Mum"), ("en", "father", "Dad"), ("zh_Hans", "mother", "妈妈"), ("en", "parent", "Jun")],
)
def test_a_card_names_its_reader_as_the_child_does(language: str, kin: str, name: str) -> None:
    assert own_name(catalogue(language), kin, "Jun") == name


def adult(number: int, called: str, role: Role, kin: str = "") -> Member:
    return Member(number, 1, number, role, kin, called, MemberState.ACTIVE, at_home=False, joined_at=NOON)


MEI = adult(1, "Mei", Role.PARENT)
FANG = adult(2, "Fang", Role.GUARDIAN, "grandmother_m")
LI = adult(3, "Li", Role.STAND_IN, "other")
PO = adult(4, "Po", Role.GUARDIAN, "grandmother_p")


@pytest.mark.parametrize(
    ("who", "others", "en", "chinese"),
    [
        (MEI, (FANG, LI), "Mei", "Mei"),
        (FANG, (MEI, LI), "Grandma", "姥姥"),
        (LI, (MEI, FANG), "Li (stand-in)", "Li（帮忙照看的人）"),
        (replace(LI, called="Grandma"), (FANG,), "Grandma (stand-in)", "Grandma（帮忙照看的人）"),
        (replace(LI, called="姥姥"), (FANG,), "姥姥 (stand-in)", "姥姥（帮忙照看的人）"),
        (replace(LI, kin="grandmother_m"), (FANG,), "Grandma (stand-in)", "姥姥（帮忙照看的人）"),
        (FANG, (replace(LI, kin="grandmother_m"),), "Grandma", "姥姥"),
        (replace(LI, called="🚑 120"), (), "Stand-in", "帮忙照看的人"),
        (replace(LI, role=Role.GUARDIAN, kin="aunt"), (), "Li (aunt)", "Li（姑姑或姨妈）"),
        (replace(LI, role=Role.GUARDIAN), (), "Li (guardian)", "Li（照看孩子的人）"),
        (FANG, (PO,), "Grandma (mum's side)", "姥姥"),
        (PO, (FANG,), "Grandma (dad's side)", "奶奶"),
        (FANG, (replace(PO, kin="grandmother_m"),), "Grandma (Fang)", "姥姥（Fang）"),
        (FANG, (replace(PO, kin="waipo_m"),), "Grandma (Fang)", "姥姥"),
        (replace(PO, kin="waipo_m"), (), "Grandma", "外婆"),
        (replace(MEI, role=Role.GUARDIAN, kin="mother"), (FANG,), "Mei (mum)", "Mei（妈妈）"),
        (replace(MEI, called="Grandma"), (FANG,), "Grandma (parent)", "Grandma（家长）"),
        (replace(MEI, called="Homeline", kin="mother"), (), "Mum", "妈妈"),
        (replace(MEI, kin="father"), (replace(LI, called="Меі"),), "Mei (dad)", "Mei（爸爸）"),
    ],
)
def test_nobody_but_an_unmistakable_parent_goes_by_a_name_that_they_typed(
    who: Member, others: tuple[Member, ...], en: str, chinese: str
) -> None:
    assert shown(catalogue("en"), who, others) == en
    assert shown(catalogue("zh_Hans"), who, others) == chinese


def test_no_two_adults_of_a_circle_are_shown_alike() -> None:
    same = [replace(each, called="Grandma") for each in (MEI, LI, PO)]
    circle = [*same, FANG, adult(5, "Grandma", Role.GUARDIAN, "aunt"), adult(6, "Grandma", Role.PARENT, "father")]

    names = [shown(catalogue("en"), each, circle) for each in circle]
    assert len(set(names)) == len(names)


def test_each_word_is_offered_once_and_two_where_a_language_has_two() -> None:
    english, chinese = offered(catalogue("en"), Role.GUARDIAN), offered(catalogue("zh_Hans"), Role.GUARDIAN)

    assert len(set(english.values())) == len(english)
    assert "waipo_m" not in english
    assert (chinese["grandmother_m"], chinese["waipo_m"]) == ("👵 姥姥", "👵 外婆")
    assert (chinese["grandfather_m"], chinese["waigong_m"]) == ("👴 姥爷", "👴 外公")
    assert "外婆" in joiner(catalogue("zh_Hans"), "waipo_m")
    assert "外婆" not in joiner(catalogue("zh_Hans"), "grandmother_m")


def test_a_parent_who_looks_after_the_child_finds_their_word() -> None:
    assert {"mother", "father"} <= set(offered(catalogue("en"), Role.GUARDIAN))
    assert not {"mother", "father"} & set(offered(catalogue("en"), Role.STAND_IN))
