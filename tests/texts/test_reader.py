"""What is filled into a sentence: a name begins it as a sentence begins, and stands as it was typed within it."""

from gettext import NullTranslations
from typing import cast

import pytest

from bot.db.transaction import Tx
from bot.texts.reader import Reader
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
