"""What a teacher reads whose words may be the list of a class and no notice."""

from bot.domain import emoji
from bot.domain.school.notices import Notice
from bot.domain.school.stray_lists import WhoseListAsked, may_be_list
from bot.queries.school import notices, schools
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader


def as_list(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    """🗒 below what was written, where it looks like a list and is for nobody yet."""
    if notice.school_id is not None or not may_be_list(notice.text, notice.media, reader.tx.now.year):
        return ()
    # L10N: a button of a teacher below what they have sent, which looks like a list of names: these are the pupils of
    # the class, for its list. Short.
    return column(button(f"{emoji.ROSTER} " + reader.label("These are pupils"), "roster_from", notice.id))


def whose_list_asked(reader: Reader, about: WhoseListAsked) -> Message | None:
    """One button for each class."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    # L10N: to a teacher of several classes who has sent a list of names; each class is a button.
    text = reader.say("Which class are they in?")
    rooms = schools.classes_of(reader.tx, reader.person.id)
    buttons = [button(f"{emoji.ROSTER} {each.name}", "roster_from_to", notice.id, each.id) for each in rooms]
    return Message(text, column(*buttons))
