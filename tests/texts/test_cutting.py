"""A text that is too long goes out in pieces of valid HTML, and nothing of it is lost."""

import html
import re

import pytest

from bot.simulator.rich_text import parse_html, utf16_length
from bot.texts.cutting import cut
from bot.texts.message import Media, Message, requests


def plain(pieces: list[str]) -> str:
    return "".join(html.unescape(re.sub("<[^>]*>", "", each)) for each in pieces)


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert cut("<b>A &amp; B</b>", 5) == ["<b>A &amp; B</b>"]
    assert cut("", 5) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "&amp;&lt;" * 60,
        "👩‍👩‍👧‍👦" * 20,
        "é" * 120,
        f"<b>{'long words ' * 9}<i>and &quot;more&quot; {'of them ' * 5}</i></b>",
        f'<a href="https://example.org/a">{"看" * 120}</a>',
    ],
    ids=["references", "families", "accents", "words", "link"],
)
def test_every_piece_is_short_and_valid_and_together_they_say_it_all(text: str) -> None:
    pieces = cut(text, 40, 50)

    assert len(pieces) > 2
    for piece, limit in zip(pieces, [40] + [50] * len(pieces), strict=False):
        words, _entities = parse_html(piece)
        assert 0 < utf16_length(words) <= limit
    assert plain(pieces).replace(" ", "") == plain([text]).replace(" ", "")


def test_it_is_cut_at_a_line_or_between_words() -> None:
    assert cut("The first line is here.\nThe second one.", 30) == ["The first line is here.", "The second one."]
    assert cut("one two three four", 10) == ["one two", "three four"]
    assert cut("今天很好。明天见面。", 6) == ["今天很好。", "明天见面。"]


def test_signs_outside_the_basic_plane_count_twice() -> None:
    assert cut("👪👪👪", 6) == ["👪👪👪"]
    assert cut("👪👪👪", 5) == ["👪👪", "👪"]


def test_a_family_of_several_signs_stays_together() -> None:
    assert cut("ab👩‍👧👩‍👧", 8) == ["ab👩‍👧", "👩‍👧"]


def test_a_caption_is_shorter_than_a_text_and_what_is_left_follows_it() -> None:
    said = Message("&amp;" * 6000, media=Media("photo", "f"))
    request = requests(said, 1, None, ())

    assert html.unescape(request.params["caption"]) == "&" * 1024
    assert [len(html.unescape(each)) for each in request.rest] == [4096, 880]
    assert html.unescape(requests(said, 1, 7, ()).params["caption"]) == "&" * 1024


def test_what_was_open_is_closed_and_opened_again() -> None:
    assert cut("<b><i>one two three four</i></b>", 10) == ["<b><i>one two</i></b>", "<b><i>three four</i></b>"]
