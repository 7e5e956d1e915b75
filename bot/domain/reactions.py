"""👍 and ❤️ put on a message: what they mean is the button below it that says the same."""

from collections.abc import Iterable
from datetime import timedelta

from bot.domain import emoji

UNDO_FOR = timedelta(minutes=10)

# Of those that Telegram offers, the ones that cannot be meant otherwise than kindly.
_KIND = frozenset("👍 ❤ 🙏 👌 🥰 😍 ❤\u200d🔥 💯 🤗 😘 👏 🔥 🎉 🤝 🫡 😇 💘 🕊 😊 🙂 😁".split())  # noqa: SIM905 - a row of signs reads better
# A good face, about one child or about all on the card, and what takes it back.
_FACES = {"face": "unface", "faces": "unfaces"}
# Which other buttons a kind sign presses, the first that stands there, and what takes that back. “Played” and “I am
# calling” are said by a tap alone.
_SAYS = (
    ("ill_seen", emoji.SEEN, "ill_unseen"),
    ("notice_seen", emoji.SEEN, "notice_unseen"),
    ("thank", emoji.THANKS, "unthank"),
    ("letter_thank", emoji.THANKS, "letter_unthank"),
    ("ill_thank", emoji.THANKS, "ill_unthank"),
    ("word_answer", emoji.THANKS, "word_unthank"),
)
_BACK = {**_FACES, **{verb: back for verb, _sign, back in _SAYS}}


def is_kind(reactions: Iterable[str]) -> bool:
    """Whether one of these says yes, thank you, or that it was seen."""
    return any(each.replace("\ufe0f", "") in _KIND for each in reactions)


def button_for(buttons: Iterable[tuple[str, str]]) -> str | None:
    """Which of these buttons, as label and data, says what a kind sign says."""
    shown = list(buttons)
    for _label, data in shown:
        if data.partition(":")[0] in _FACES and data.endswith((":well", ":usual")):
            return data
    for verb, sign, _back in _SAYS:
        for label, data in shown:
            if data.partition(":")[0] == verb and label.startswith(sign):
                return data
    return None


def back_from(data: str) -> str | None:
    """What takes a press back."""
    verb, number = data.split(":")[:2]
    return f"{_BACK[verb]}:{number}" if verb in _BACK else None
