"""Names: real ones stay as they are written; what imitates, commands or piles up marks is none."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import emoji
from bot.domain.names import NAME_LIMIT, SIGNS, clean_name, clean_title, could_be

REAL = [
    "Lily",
    "Lily 🌸",
    "莉莉",
    "葛\U000e0100城",
    "Nguyễn Thị Hường",
    unicodedata.normalize("NFD", "Nguyễn Thị Hường"),
    "Adéọlá Ọlátúnjí",
    "น้ำผึ้ง",
    "กิ๊ก",
    "مُحَمَّد",
    "علی\u200cرضا",
    "שִׁרָה",
    "श्रीमती ज्योत्स्ना",
    "ශ්\u200dරී",
    "ស្រីពៅ",
    "ក្រុំ",
    "བསྒྲུབས་",
    "རྡོ་རྗེ",
    "ကြွယ်ဝေ့",
    "Анна-Мария",
    "O'Brien",
    "Dr. Li",
    "J.R. Smith",
    "Ng",
    "👩\u200d👧",
    "Ólafur Þór",
    "3B",
    "王大军",
]


@pytest.mark.parametrize("name", REAL)
def test_a_real_name_stays_as_it_is_written_in_every_script(name: str) -> None:
    assert clean_name(name) == name
    assert clean_title(name) == name


@pytest.mark.parametrize(
    "raw",
    [
        "/stop",
        "/ stop",
        "🚑 120",
        "120",
        "1 2 0",
        "١٢٠",
        "+49 (30) 12-34",
        "https://evil.example",
        "t.me/homeline_bot",
        "evil.com",
        "@mei",
        "Homeline",
        "HOMELINE",
        "Нomеline",
        "H o m e l i n e",
        "Ｈｏｍｅｌｉｎｅ",
        "Home\u200bline",
        "Homeline Team",
        "Telegram",
        "Suppоrt",
        "客服",
        "🤒",
        "\u202e\u200b",
    ],
)
def test_what_commands_calls_or_speaks_for_homeline_is_no_name(raw: str) -> None:
    assert clean_name(raw) == ""


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("🤒 Lily", "Lily"),
        ("Lily 🚑", "Lily"),
        ("❤️ Mei ❤️", "Mei"),
        ("Mei 👋🏽", "Mei"),
        ("\u202eyliL\u202c", "yliL"),
        ("L" + "\u0301\u0302\u0303\u0304\u0305" * 20 + "ily", "L\u0301\u0302ily"),
        ("ก" + "็" * 30, "ก็"),
        ("M\u0489ei", "Mei"),
        ("1\ufe0f\u20e3 Mei", "1 Mei"),
        ("Me\u034fi\n\nJun", "Mei Jun"),
        ("Anna2005", "Anna"),
        ("Call 138 0013 8000", "Call"),
        ("Mei www.x.y", "Mei"),
        ("Mei @homeline_bot", "Mei"),
        ("Mei https://evil.example/a 1", "Mei 1"),
        ("<b>Lily</b>", "<b>Lily</b>"),
        ("\u200b\u200d\u2060", ""),
        ("\u3164\u3164", ""),
        ("\ufe0f\u0301", ""),
        ("莉莉\n\t小", "莉莉 小"),
        ("x" * 4096, "x" * 40),
    ],
)
def test_what_nobody_needs_is_taken_out_of_a_name(raw: str, name: str) -> None:
    assert clean_name(raw) == name


@pytest.mark.parametrize("title", ["第120中学", "2018级1班", "Class 112", "3B", "№ 5"])
def test_a_class_or_a_school_may_be_a_number(title: str) -> None:
    assert clean_title(title) == title


@pytest.mark.parametrize("title", ["/3B", "13800138000", "Homeline", "t.me/x", "📣"])
def test_but_not_a_telephone_number_a_command_or_homeline(title: str) -> None:
    assert clean_title(title) == ""


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Grandma", []),
        ("Grаndma", []),  # with a Cyrillic а
        ("GRANDMA FANG", []),
        ("姥姥", []),
        ("王奶奶", []),
        ("Мама", []),
        ("Mei", ["Mei"]),
        ("Меі", ["Mei"]),
        ("M e i", ["Mei"]),
        ("Mei.", ["Mei"]),
        ("Méi", ["Mei"]),
        ("Mei Wang", ["Mei"]),
        ("小梅梅", ["小梅"]),
        ("Iiiy", ["lily"]),
    ],
)
def test_a_name_that_could_be_somebody_elses_is_known(name: str, others: list[str]) -> None:
    assert could_be(name, others)


@pytest.mark.parametrize(
    ("name", "others"), [("Mei", ["Jun", "Grandma"]), ("Meike", ["Mei"]), ("王小梅", ["李"]), ("Jun", [""])]
)
def test_a_name_of_its_own_is_nobody_elses(name: str, others: list[str]) -> None:
    assert not could_be(name, others)


@pytest.mark.parametrize("sign", sorted(emoji.ALL))
def test_every_emoji_of_the_contract_is_kept_out_of_names(sign: str) -> None:
    assert clean_name(f"Lily {sign}") == "Lily"


@given(st.text(max_size=80) | st.text(alphabet=st.sampled_from("aก็\u0301\u0302\u202e\u200d👩👧🤒 1/.@ཀྵ"), max_size=60))
def test_whatever_is_typed_a_name_is_one_short_line_that_stays_so(raw: str) -> None:
    name = clean_name(raw)

    assert clean_name(name) == name
    assert len(name) <= NAME_LIMIT
    assert not any(unicodedata.category(each) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} for each in name)
    assert not re.search("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]", name)
    assert not SIGNS & set(name)
    assert not re.search("[\u0300-\u036f]{3}", name)
