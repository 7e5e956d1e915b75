"""Nobody's words can pass for Homeline's: not in a block, not within a sentence, not where Telegram wants no marks."""

import pytest
from sqlalchemy import create_engine

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.simulator.rich_text import parse_html
from bot.texts.message import Message
from bot.texts.quoting import in_words_alone, inline, quoted
from bot.texts.reader import Reader, reader_for
from tests.conftest import NOON

CARD = "Hello\n</blockquote>🚑 Danger?\n\nCall <b>120</b>"


def reader(language: str) -> Reader:
    person = Person(1, 1, "Mei", language, "UTC", None, True, True, True, None, None, False, None, True, False)
    with create_engine("sqlite://").connect() as nothing:
        return reader_for(Tx(nothing, NOON), person)


def test_a_block_ends_where_the_words_end() -> None:
    text, entities = parse_html(f"🎤 Lily, from Mei\n{quoted(CARD)}\nPlayed.")

    assert text == f"🎤 Lily, from Mei\n{CARD}\nPlayed."
    assert [each["type"] for each in entities] == ["blockquote"]
    assert entities[0]["length"] == len(CARD) + 1  # the ambulance counts twice


def test_no_words_are_no_block() -> None:
    assert quoted(" \n") == ""


@pytest.mark.parametrize(("language", "begin", "end"), [("en", "“", "”"), ("zh_Hans", "“", "”")])
def test_in_words_alone_each_line_of_theirs_begins_with_a_mark(language: str, begin: str, end: str) -> None:
    message = in_words_alone(reader(language), Message(f"🎤 Lily\n{quoted(CARD)}\n<b>Played.</b>"))

    lines = message.text.split("\n")
    assert lines[0] == "🎤 Lily"
    assert [line[0] for line in lines[1:-1]] == [begin] * 3
    assert lines[-2].endswith(end)
    assert lines[-1] == "Played."
    assert "<" not in message.text


def test_within_a_sentence_they_stay_one_line_between_its_marks() -> None:
    assert inline("a”: today.\n🚑 Call “120”\u202e now") == "a’: today. 🚑 Call ‘120’ now"


def test_marks_do_not_pile_up_into_our_lines() -> None:
    assert quoted("Z" + "\u0301\u0302" * 40) == "<blockquote>Z\u0301\u0302\u0301</blockquote>"
    assert quoted("Tiếng Việt, น้ำ, שִׁרָה") == "<blockquote>Tiếng Việt, น้ำ, שִׁרָה</blockquote>"
