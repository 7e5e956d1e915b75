"""How a letter is laid out, and what is said of its way."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.daily.letters import PAGE_ROOM, delivery, pages


@given(st.sampled_from(["text", "voice", "photo", "video_note"]), st.text(max_size=9000))
def test_no_sign_of_a_letter_is_lost(kind: str, text: str) -> None:
    laid_out = pages(kind, text)

    assert "".join(page.text for page in laid_out) == text
    assert all(len(escape(page.text)) <= PAGE_ROOM or page.media for page in laid_out)
    assert [page.media for page in laid_out].count(True) == (kind != "text")
    assert laid_out[0].intro
    assert not any(page.intro for page in laid_out[1:])


def test_one_reader_who_has_it_is_enough() -> None:
    assert delivery(["waits", "arrived"]) == "arrived"
    assert delivery(["waits", "coming", ""]) == "coming"
    assert delivery(["waits", ""]) == "waits"
    assert delivery(["", ""]) == "lost"
    assert delivery([]) == "lost"
