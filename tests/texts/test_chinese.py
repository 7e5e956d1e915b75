"""Chinese: short, spoken, respectful, in characters that everybody reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import bot.texts
from bot.i18n import locales_dir

LONGEST_MESSAGE = 60
LONGEST_CARD = 180
LONGEST_SENTENCE = 28
LONGEST_LABEL = 6
LATIN = {"Homeline", "Telegram", "/stop", ".ics"}

# What stands in a text when it is read.
FILLED = {
    "child": "莉莉",
    "children": "莉莉",
    "day": "星期五",
    "days": "星期四、星期五",
    "here": "14:40",
    "home": "18:40",
    "there": "18:40",
    "now": "14:40",
    "quiet": "22:00–07:00",
    "time": "18:00",
    "times": "家里 18:40，您那边 14:40",
    "when": "星期五，家里 18:40",
    "what": "发烧",
    "words": "好的",
    "number": "120",
    "year": "2018",
    "room": "三（2）班",
    "school": "第一小学",
}
NAME = "小梅"
COUNT = 12

# The words that introduce a text in the code, and which argument of theirs it is.
CALLS = {"say": 0, "say_n": 0, "label": 0, "label_n": 0, "gettext": 0, "_": 0, "_c": 1}


def messages() -> Iterator[Message]:
    """The Chinese catalogue without its header."""
    with (locales_dir() / "zh_Hans" / "LC_MESSAGES" / "homeline.po").open("rb") as file:
        yield from (each for each in read_po(file, locale="zh_Hans") if each.id)


def english(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)


def chinese(message: Message) -> str:
    return str(message.string[0] if isinstance(message.string, tuple | list) else message.string)


def read(text: str) -> str:
    """As it is read: names and times filled in, no tags."""
    names = re.findall(r"\{(\w+)\}", text)
    numbers = {"count", "most", "done", "all", "left"}
    values = {name: FILLED.get(name, str(COUNT) if name in numbers else NAME) for name in names}
    return untagged(text.format(**values))


def untagged(text: str) -> str:
    return re.sub("</?[bi]>", "", text)


def bare(text: str) -> str:
    """Without what is filled in, tags, the words that stay Latin, and the dots of a numbered list."""
    text = re.sub(r"\{\w+\}", "", untagged(text))
    for word in LATIN:
        text = text.replace(word, "")
    return re.sub(r"^\d\. ", "", text, flags=re.MULTILINE)


def code() -> Iterator[ast.Module]:
    """The modules of the texts."""
    for path in sorted(Path(bot.texts.__file__).parent.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each text that is written in the code, with the word that introduces it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            place = CALLS.get(name)
            text = node.args[place] if place is not None and len(node.args) > place else None
            if isinstance(text, ast.Constant):
                yield name, str(text.value)


def labels() -> set[str]:
    """The English words of the buttons."""
    found = set()
    for tree in code():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "button":
                found |= {text for name, text in calls(node) if name == "label"}
    return found


ALL = list(messages())
SAID = [chinese(each) for each in ALL]
READ = [read(text) for text in SAID]


def test_every_text_of_the_code_is_in_the_catalogue() -> None:
    """Also those that the extraction does not see, such as a call inside an f-string."""
    known = {english(each) for each in ALL}

    assert {text for tree in code() for _name, text in calls(tree)} - known == set()


def test_messages_are_short() -> None:
    long = [text for text in READ if len(text) > (LONGEST_CARD if "\n" in text else LONGEST_MESSAGE)]

    assert long == []


def test_sentences_are_short() -> None:
    sentences = [sentence for text in READ for sentence in re.split("[。？：\n]", text)]

    assert [sentence for sentence in sentences if len(sentence) > LONGEST_SENTENCE] == []


def test_labels_of_buttons_are_short() -> None:
    shown = {english(each): chinese(each) for each in ALL}

    assert {text: shown[text] for text in labels() if len(bare(shown[text])) > LONGEST_LABEL} == {}


def test_no_word_is_latin() -> None:
    assert [text for text in SAID if re.search("[A-Za-z]", bare(text))] == []


def test_punctuation_is_chinese() -> None:
    assert [text for text in SAID if re.search(r"[,.?!;:\"'()！；]", bare(text))] == []


def test_no_space_stands_between_characters() -> None:
    assert [text for text in SAID if re.search("[一-鿿，。？：] [一-鿿，。？：]", text)] == []


def test_no_class_is_called_one_twice() -> None:
    """三（2）班 says already that it is one."""
    assert [text for text in SAID if "{room}班" in text] == []


def test_a_sentence_ends_as_one_and_a_label_does_not() -> None:
    wrong = [
        chinese(each)
        for each in ALL
        if bool(re.search(r"[.?:]$", untagged(english(each)).rstrip()))
        != bool(re.search("[。？：]$", untagged(chinese(each))))
    ]

    assert wrong == []


def test_the_reader_is_addressed_with_respect() -> None:
    assert [text for text in SAID if re.search("[你咱]", text)] == []


def test_a_button_that_is_quoted_is_called_so() -> None:
    known = labels()
    buttons = {chinese(each) for each in ALL if english(each) in known}
    quoted = {found for text in SAID for found in re.findall("“([^”{}]+)”", text)}

    assert quoted - buttons == set()


def test_characters_are_common() -> None:
    """At least 98 in 100 stand in the first level of GB 2312, the characters of daily use."""
    characters = [each for text in SAID for each in bare(text) if "一" <= each <= "鿿"]
    common = [each for each in characters if each.encode("gb18030")[0] < 0xD8]

    assert len(common) >= 0.98 * len(characters)


def test_the_catalogue_names_nobody() -> None:
    for path in (locales_dir() / "homeline.pot", locales_dir() / "zh_Hans" / "LC_MESSAGES" / "homeline.po"):
        text = path.read_text(encoding="utf-8")
        assert "@" not in text
        assert "FIRST AUTHOR" not in text
    assert "nplurals=1; plural=0;" in text
