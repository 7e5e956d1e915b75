"""What the phones read while a child is ill, and where it stands."""

from bot.simulator.messages import Message
from bot.simulator.phone import Phone

CARD = "Call NOW if you see even one:"
ALERT = "🤒 Lily, from Grandma\nLily is ill: fever. 16:00 at home, 12:00 for you."
BELOW = "There is something new about Lily below."


def as_it_is_now(phone: Phone, message: Message) -> Message:
    """A message as it stands on the phone after all edits."""
    return next(each for each in phone.messages if each.id == message.id)


def data_of(message: Message, sign: str) -> str:
    """What a button of a message carries."""
    return next(b.data or "" for row in message.buttons for b in row if b.text.startswith(sign))
