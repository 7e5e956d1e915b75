"""Lines break between words and between Chinese characters, and nothing of a text is lost."""

from bot.pictures.wrapping import wrapped


def within(most: int, text: str) -> list[str]:
    return wrapped(text, lambda line: len(line) <= most)


def test_lines_break_between_words_and_each_paragraph_begins_anew() -> None:
    assert within(9, "Scan this code\nTap Start") == ["Scan this", "code", "Tap Start"]


def test_chinese_breaks_anywhere_but_no_line_begins_with_a_comma() -> None:
    assert within(4, "打开相机，扫一扫") == ["打开相", "机，扫一", "扫"]


def test_a_word_that_is_too_long_is_cut_and_no_sign_is_lost() -> None:
    assert within(4, "a Donaudampf") == ["a", "Dona", "udam", "pf"]
    assert within(0, "王明") == ["王", "明"]  # where not even one sign has room, there is one a line


def test_nothing_has_no_line() -> None:
    assert within(9, "") == []
