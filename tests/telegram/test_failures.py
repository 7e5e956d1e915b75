"""What each of Telegram's errors means for the row that asked."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.errors import Refused
from bot.telegram.client import NotSent
from bot.telegram.failures import OutcomeUnknown, concerns_all, is_same, is_uneditable, refusal

GONE = ["Chat not found", "User not found", "PEER_ID_INVALID", "Forbidden: user is deactivated"]


def test_a_flood_says_how_long() -> None:
    assert refusal(RetryAfter(7)).retry_after == 7.0
    assert not refusal(RetryAfter(7)).permanent


def test_a_flood_that_does_not_say_how_long_is_one_too() -> None:
    assert not refusal(NetworkError("Too Many Requests: later")).permanent


def test_a_group_that_moved_says_where() -> None:
    assert refusal(ChatMigrated(-1001)).moved_to == -1001


@pytest.mark.parametrize("error", [Forbidden("bot was blocked by the user"), *(BadRequest(words) for words in GONE)])
def test_who_is_gone_is_unreachable(error: Forbidden | BadRequest) -> None:
    assert refusal(error).unreachable


@pytest.mark.parametrize("error", [NotSent("no connection"), InvalidToken(), Conflict("other getUpdates")])
def test_what_did_not_arrive_is_tried_again(error: NetworkError) -> None:
    found = refusal(error)
    assert not found.permanent
    assert not found.unreachable


@pytest.mark.parametrize(
    "error", [TimedOut(), NetworkError("connection lost"), TelegramError("Invalid server response")]
)
def test_no_answer_is_no_refusal(error: TelegramError) -> None:
    with pytest.raises(OutcomeUnknown):
        refusal(error)


def test_what_telegram_does_not_take_is_final() -> None:
    assert refusal(BadRequest("can't parse entities")).permanent


def test_edits_that_change_nothing_or_cannot_be_made_are_told_apart() -> None:
    assert is_same(Refused("Message is not modified: specified new message content"))
    assert is_uneditable(Refused("Message can't be edited"))
    assert not is_same(Refused("Message can't be edited"))
    assert not is_uneditable(Refused("Message is not modified"))


def test_one_refusal_says_nothing_about_other_requests() -> None:
    assert all(map(concerns_all, [NotSent("no connection"), InvalidToken(), TimedOut(), NetworkError("lost")]))
    assert not any(map(concerns_all, [BadRequest("no"), Forbidden("blocked"), RetryAfter(3), ChatMigrated(-1)]))
