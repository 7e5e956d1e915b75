"""While you slept: the parts of one message, and one row of buttons."""

from bot.callback_data import unpack
from bot.domain import emoji
from bot.texts.message import Button, Message
from bot.texts.reader import Reader

_ALONE = {"letter_thank"}  # writes its message anew, as if nothing stood beside it


def while_you_slept(reader: Reader, parts: list[Message]) -> Message:
    """The parts in their order; of each kind of button the newest."""
    if len(parts) == 1:
        return parts[0]
    # L10N: the first line of one message with all that one person has sent in the night of the reader.
    first = f"{emoji.MORNING} " + reader.say("While you slept")
    row: dict[str, Button] = {}
    for each in parts:
        for found in each.buttons[0] if each.buttons else ():
            if (verb := unpack(found.data)[0]) not in _ALONE:
                row[verb] = found
    text = "\n\n".join([first, *(each.text for each in parts)])
    return Message(text, (tuple(row.values()),) if row else (), protect=any(each.protect for each in parts))
