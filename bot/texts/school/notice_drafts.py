"""What a teacher has written and not sent, each a button that opens it."""

from bot.domain import emoji
from bot.domain.school.notice_drafts import DraftsShown
from bot.queries.school import notices
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.schools import class_name, listed


def drafts_shown(reader: Reader, about: DraftsShown) -> Message:
    """What has its time first, then the newest."""
    found = notices.unsent(reader.tx, reader.person.id, about.class_id)
    room = class_name(reader, about.class_id)
    # L10N: a button of a teacher: back to the menu of a class; {room} is its name.
    menu = button(f"{emoji.TEACHER} " + reader.label("Class {room}", room=room), "class", about.class_id)
    if not found:
        # L10N: to a teacher of class {room} who looks for what they have written and not sent: there is nothing.
        text = reader.say("All is sent to class {room}. What you write and do not send yet is kept here.", room=room)
    else:
        # L10N: to a teacher: what was written for class {room}, as buttons: ✏️ a draft, ⏰ one that goes out by itself.
        text = reader.say("Not sent yet, class {room}. ✏️ waits for you, ⏰ goes out by itself.", room=room)
    return Message(f"{emoji.CHANGE} {text}", column(*(listed(reader, each) for each in found), menu))
