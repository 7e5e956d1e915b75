"""What the stories of schools share: a button by its label, and the answer of one that is over."""

from bot.simulator.messages import Message
from bot.simulator.phone import Phone

OVER = "This has changed since. Home shows what is new."


def labels(message: Message) -> list[str]:
    """What stands on a message's buttons."""
    return [button.text for row in message.buttons for button in row]


def data_of(phone: Phone, label: str, message: Message | None = None) -> str:
    """What the newest button with a label sends."""
    shown = [message] if message else list(reversed(phone.messages))
    for each in shown:
        for row in each.buttons:
            for button in row:
                if button.text.startswith(label) and button.data:
                    return button.data
    raise LookupError(label)
