"""What is filled into a sentence: a name begins it as a sentence begins, and stands as it was typed within it."""

from gettext import NullTranslations
from typing import cast

import pytest

from bot.db.transaction import Tx
from bot.i18n import catalogue
from bot.texts.reader import Reader, StandIn
from tests.domain.family import person

READER = Reader(cast(Tx, None), person(), NullTranslations())  # nothing is looked up


@pytest.mark.parametrize(
    ("sentence", "names", "said"),
    [
        ("{child} is in class.", {"child": "anvar"}, "Anvar is in class."),
        ("🙏 {who} has seen it.", {"who": "grandma Fang"}, "🙏 Grandma Fang has seen it."),
        ("{who} knows where {child} is.", {"who": "Mei", "child": "anvar"}, "Mei knows where anvar is."),
        ("Do you know where {child} is?", {"child": "anvar"}, "Do you know where anvar is?"),
        ("{who}: opened an invite", {"who": "you"}, "you: opened an invite"),
        ("{child} comes.", {"child": "莉莉"}, "莉莉 comes."),
        ("{room} ({count})", {"room": "3b", "count": 2}, "3b (2)"),
        ("{words}", {"words": "as it was written"}, "as it was written"),
    ],
)
def test_a_name_that_begins_a_sentence_has_a_capital_letter(sentence: str, names: dict[str, object], said: str) -> None:
    assert READER.say(sentence, **names) == said
    assert READER.label(sentence, **names) == said


@pytest.mark.parametrize(
    ("names", "listed", "either", "enumerated"),
    [
        ([], "", "", ""),
        (["Lily"], "Lily", "Lily", "Lily"),
        (["Lily", "Tom"], "Lily and Tom", "Lily or Tom", "Lily, Tom"),
        (["Lily", "Tom", "Anna"], "Lily, Tom and Anna", "Lily, Tom or Anna", "Lily, Tom, Anna"),
        (["{after}", "Tom & Co"], "{after} and Tom & Co", "{after} or Tom & Co", "{after}, Tom & Co"),
    ],
)
def test_names_end_in_and_within_a_sentence_and_are_set_apart_after_a_colon(
    names: list[str], listed: str, either: str, enumerated: str
) -> None:
    assert READER.listed(iter(names)) == listed
    assert READER.either(iter(names)) == either
    assert READER.enumerated(iter(names)) == enumerated


def test_names_in_chinese() -> None:
    reader = Reader(cast(Tx, None), person(), catalogue("zh_Hans"))

    assert reader.listed(["莉莉", "汤姆"]) == "莉莉和汤姆"
    assert reader.listed(["莉莉", "汤姆", "安娜"]) == "莉莉、汤姆和安娜"
    assert reader.either(["李姨", "王叔"]) == "李姨或者王叔"
    assert reader.enumerated(["莉莉", "汤姆"]) == "莉莉、汤姆"


def test_what_stands_for_a_name_is_written_as_it_falls_in_the_sentence() -> None:
    several = READER.listed([StandIn("a parent"), "Grandma"])

    assert READER.say("{names} can read it.", names=several) == "A parent and Grandma can read it."
    assert READER.say("In the family, {names} can read it.", names=several).endswith(
        ", a parent and Grandma can read it."
    )
    assert READER.listed(["Grandma", StandIn("a parent")]) == "Grandma and a parent"
