"""Telegram's HTML: what it becomes, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import find_entities, to_html
from bot.simulator.refusals import Refused
from bot.simulator.rich_text import cut, parse_html, trim, utf16_length


@pytest.mark.parametrize(
    ("source", "plain", "kind"),
    [
        ("a <b>bold</b>", "a bold", "bold"),
        ("<strong>x</strong>", "x", "bold"),
        ("<em>x</em>", "x", "italic"),
        ("<ins>x</ins>", "x", "underline"),
        ("<strike>x</strike>", "x", "strikethrough"),
        ("<code>x</code>", "x", "code"),
        ("<pre>x</pre>", "x", "pre"),
        ("<tg-spoiler>x</tg-spoiler>", "x", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "x", "spoiler"),
        ("<span class=tg-spoiler>x</span>", "x", "spoiler"),
        ("<blockquote>x</blockquote>", "x", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "x", "expandable_blockquote"),
        ("<B >x</B >", "x", "bold"),
        ("<b>x</>", "x", "bold"),
    ],
)
def test_a_tag_becomes_an_entity(source: str, plain: str, kind: str) -> None:
    text, entities = parse_html(source)
    assert text == plain
    assert [entity["type"] for entity in entities] == [kind]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x"', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="x">y</tg-time>', "Invalid date specified"),
    ],
)
def test_html_that_does_not_parse_is_refused_with_its_place(source: str, words: str) -> None:
    with pytest.raises(Refused, match="can't parse entities") as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_places_are_counted_in_utf16_units() -> None:
    text, entities = parse_html("🤒 <b>Lily 🧑‍🍼</b>!")
    assert text == "🤒 Lily 🧑‍🍼!"
    assert entities == [{"type": "bold", "offset": 3, "length": 10}]
    assert cut(text, 3, 10) == "Lily 🧑‍🍼"


def test_tags_may_stand_in_each_other() -> None:
    _, entities = parse_html("<b>a<i>b</i></b>")
    assert [(one["type"], one["offset"], one["length"]) for one in entities] == [("bold", 0, 2), ("italic", 1, 1)]


def test_an_empty_tag_leaves_nothing() -> None:
    assert parse_html("a<b></b>") == ("a", [])


def test_a_link_knows_where_it_leads() -> None:
    assert parse_html('<a href="https://t.me/x?a=1&amp;b=2">y</a>')[1][0]["url"] == "https://t.me/x?a=1&b=2"
    assert parse_html("<a>t.me/x</a>")[1][0]["url"] == "t.me/x"
    assert parse_html('<a href="nowhere">y</a>') == ("y", [])


def test_code_in_pre_names_its_language() -> None:
    _, entities = parse_html('<pre><code class="language-python">x</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]
    assert parse_html('<code class="language-python">x</code>')[1][0]["type"] == "code"


def test_emoji_and_times_carry_their_numbers() -> None:
    assert parse_html('<tg-emoji emoji-id="5">👍</tg-emoji>')[1][0]["custom_emoji_id"] == "5"
    assert parse_html('<tg-time unix="5">now</tg-time>')[1][0]["unix_time"] == 5


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "'),
        ("&#65;&#x42;&#128578;", "AB🙂"),
        ("&nbsp; &unknown; & alone", "&nbsp; &unknown; & alone"),
        ("&#0; &#xD800; &#x110000;", "&#0; &#xD800; &#x110000;"),
    ],
)
def test_only_a_few_references_are_known(source: str, plain: str) -> None:
    assert parse_html(source)[0] == plain


def test_blanks_at_the_ends_are_cut_and_entities_move_along() -> None:
    text, entities = trim(*parse_html("  <b> a </b><i> </i>"))
    assert text == "a"
    assert entities == [{"type": "bold", "offset": 0, "length": 1}]


def test_links_commands_mentions_and_tags_are_found() -> None:
    text = "/start see https://t.me/b?start=x_y. @mei_li and #trip, 1/2"
    assert [(one["type"], cut(text, one["offset"], one["length"])) for one in find_entities(text, [])] == [
        ("bot_command", "/start"),
        ("url", "https://t.me/b?start=x_y"),
        ("mention", "@mei_li"),
        ("hashtag", "#trip"),
    ]


def test_nothing_is_found_inside_code() -> None:
    text, entities = parse_html("<code>/start</code> /help")
    assert [one["type"] for one in find_entities(text, entities)] == ["code", "bot_command"]


def test_a_phone_shows_safe_html() -> None:
    text, entities = parse_html("&lt;script&gt; <b>a<i>b</i></b> <tg-emoji emoji-id='1'>👍</tg-emoji>")
    assert to_html(text, entities) == "&lt;script&gt; <b>a<i>b</i></b> 👍"


def test_links_lead_only_where_links_may_lead() -> None:
    bad = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript://x"}]
    good = [{"type": "url", "offset": 0, "length": 6}]
    assert to_html("x", bad) == "x"
    assert to_html("t.me/x", good) == '<a href="https://t.me/x" target="_blank" rel="noopener">t.me/x</a>'


def test_entities_beside_each_other_do_not_mix() -> None:
    text, entities = parse_html("<b>a</b><i>b</i>")
    assert to_html(text, entities) == "<b>a</b><i>b</i>"


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(f"<b>{escaped}</b>")[0] == text
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet="<>/abi \"'=&;#x1"))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        plain, entities = parse_html(text)
    except Refused:
        return
    assert all(one["offset"] + one["length"] <= utf16_length(plain) for one in entities)
    to_html(plain, entities)


def test_a_block_breaks_its_lines_by_itself() -> None:
    text, entities = parse_html("a\n<blockquote>b\n\nc</blockquote>\nd\n")

    assert to_html(text, entities) == "a<blockquote>b\n\nc</blockquote>d\n"
