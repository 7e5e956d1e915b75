"""To a teacher: what waited for its time, and now waits for a tap or goes to nobody."""

from bot.domain import emoji
from bot.domain.school import notice_waiting as about_
from bot.queries.school import notices
from bot.texts.message import Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.schools import beginning, class_name

_SHOWN = 10


def notices_passed_on(reader: Reader, about: about_.NoticesPassedOn) -> Message | None:
    """Each is a button, and opens as a draft."""
    found = [each for number in about.unsent if (each := notices.get(reader.tx, number)) and each.is_unsent]
    if not found:
        return None
    # L10N: to a teacher who has the class {room} now: notices of the one before, each on a button below, ⏰ in front.
    text = reader.say(
        "What was still to be sent to class {room} waits for you, ⏰ below.", room=class_name(reader, about.class_id)
    )
    rows = [button(f"{emoji.TIMES} {beginning(reader, each.text)}", "notice_show", each.id) for each in found[:_SHOWN]]
    return Message(f"{emoji.NOTICE} {text}", column(*rows))


def notices_stopped(reader: Reader, about: about_.NoticesStopped) -> Message:
    """What it was, so that it can be said in another way."""
    found = [each for number in about.unsent if (each := notices.get(reader.tx, number))]
    # L10N: to a teacher: the class {room} is over; notices that were still to go out to it follow, each on a line.
    text = reader.say(
        "Class {room} is over. What was still to be sent goes to nobody:", room=class_name(reader, about.class_id)
    )
    lines = [f"{emoji.TIMES} {quoted(beginning(reader, each.text))}" for each in found[:_SHOWN]]
    return Message("\n".join([f"{emoji.NOTICE} {text}", *lines]))
