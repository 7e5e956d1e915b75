"""Nobody can come in, or somebody else has the webhook: said when it is so, and not before."""

import pytest

from bot.domain.webhooks import Look, Way, asks_for_us, judge

OURS = "https://bot.example.org/hook"


def look(waiting: int = 0, failed_at: int | None = None, newest: int | None = 7, url: str = OURS) -> Look:
    return Look(url, waiting, failed_at, newest)


@pytest.mark.parametrize(
    ("was", "before", "now", "way"),
    [
        (Way.OPEN, None, look(), Way.OPEN),
        (Way.OPEN, None, look(3, failed_at=5), Way.OPEN),  # from before the start: it is being brought
        (Way.OPEN, look(3, failed_at=5), look(3, failed_at=5), Way.SHUT),  # it is not
        (Way.OPEN, look(), look(1, failed_at=6), Way.SHUT),
        (Way.OPEN, look(failed_at=5), look(1, failed_at=5), Way.OPEN),  # it has only just come
        (Way.OPEN, look(failed_at=5), look(failed_at=6), Way.OPEN),  # it failed, and came at the second try
        (Way.OPEN, look(2, failed_at=5), look(2, failed_at=6, newest=8), Way.OPEN),  # some of it comes
        (Way.SHUT, look(1, failed_at=6), look(1, failed_at=6), Way.SHUT),  # Telegram tries ever less often
        (Way.SHUT, look(1, failed_at=6), look(1, failed_at=6, newest=8), Way.OPEN),
        (Way.SHUT, look(1, failed_at=6), look(0, failed_at=6), Way.OPEN),
        (Way.OPEN, look(4), look(4), Way.SHUT),  # without a reason, too
        (Way.OPEN, None, look(url=""), Way.TAKEN),
        (Way.SHUT, look(4), look(4, url="https://elsewhere.example.org"), Way.TAKEN),
        (Way.TAKEN, look(4, url=""), look(4), Way.SHUT),
        (Way.TAKEN, look(url=""), look(), Way.OPEN),
        (Way.OPEN, look(newest=None), look(1, failed_at=6, newest=None), Way.SHUT),
    ],
)
def test_the_way_in(was: Way, before: Look | None, now: Look, way: Way) -> None:
    assert judge(was, before, now, OURS) is way


def test_a_proxy_that_answers_for_us_is_told_from_a_way_that_is_shut() -> None:
    assert asks_for_us("Wrong response from the webhook: 502 Bad Gateway")
    for words in (
        "Connection refused",
        "Wrong response from the webhook: 404 Not Found",
        "certificate has expired",
        "",
    ):
        assert not asks_for_us(words)
