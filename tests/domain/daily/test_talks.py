"""A conversation ends by itself."""

from datetime import UTC, datetime, timedelta

from bot.domain.daily.talks import PAUSE, goes_on

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_words_belong_to_a_conversation_for_half_an_hour_and_never_to_one_of_the_future() -> None:
    assert goes_on(NOW - PAUSE, NOW)
    assert not goes_on(NOW - PAUSE - timedelta(seconds=1), NOW)
    assert not goes_on(NOW + timedelta(seconds=1), NOW)
