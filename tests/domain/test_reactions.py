"""Which button a sign on a message presses."""

import re

import pytest
from telegram.ext import CallbackQueryHandler

from bot.domain.reactions import back_from, button_for, is_kind
from handlers import ROUTES

# What a button may carry.
CHECKS = [each.check for each in ROUTES if isinstance(each.check, CallbackQueryHandler)]
PRESSES = [check.pattern for check in CHECKS if isinstance(check.pattern, re.Pattern)]
FACES = [("😄", "face:7:great"), ("🙂", "face:7:well"), ("😟", "face:7:hard"), ("😢", "face:7:sad")]


@pytest.mark.parametrize(
    ("buttons", "pressed"),
    [
        (FACES, "face:7:well"),
        ([("✅ As usual", "face:7:usual"), ("📞 Please call", "face:7:call")], "face:7:usual"),
        ([("🙂", "faces:1.2:well"), ("🧒 Lily", "answer_one:1")], "faces:1.2:well"),
        ([("❤️ Thank you", "word_answer:4")], "word_answer:4"),
        ([("🤙 I am calling", "ill_call:3"), ("🙏 Seen", "ill_seen:3:0")], "ill_seen:3:0"),
        ([("🙏 Seen", "notice_seen:2"), ("🙋 I do it", "notice_mine:2")], "notice_seen:2"),
        ([("🎤 Voice", "letter:1"), ("❤️ Thank you", "thank:9")], "thank:9"),
        ([("🤙 I am calling", "word_answer:4")], None),
        ([("🎤 Answer", "letter_answer:5"), ("🙏 Passed on", "letter_played:5")], None),
        ([("✅ Yes", "letter_send:5:1"), ("✅ Yes", "erase_me")], None),
        ([], None),
    ],
)
def test_a_kind_sign_says_yes_seen_or_thank_you_and_nothing_else_and_has_a_way_back(
    buttons: list[tuple[str, str]], pressed: str | None
) -> None:
    assert button_for(buttons) == pressed
    assert pressed is None or any(each.fullmatch(back_from(pressed) or "nothing") for each in PRESSES)


def test_only_what_cannot_be_meant_otherwise_counts() -> None:
    assert is_kind(["❤️"])
    assert is_kind(["👍"])
    assert not is_kind(["👎", "😢", "🤔", "🤮"])
    assert not is_kind([])


def test_what_is_taken_back_and_what_is_not() -> None:
    assert back_from("face:7:well") == "unface:7"
    assert back_from("ill_seen:3:0") == "ill_unseen:3"
    assert back_from("letter_played:5") is None
