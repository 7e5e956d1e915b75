"""A file that could hold a program is passed on to nobody, wherever it is sent; the conversation goes on."""

from telegram import Message
from telegram.ext.filters import MessageFilter

from bot.db.transaction import Tx
from bot.domain.files import is_passed_on
from bot.domain.people import Person
from bot.domain.screens import FileStays
from bot.routes import CALENDAR, message
from bot.services.notifications import reply
from bot.updates import IncomingMessage


class _Stays(MessageFilter):
    def filter(self, message: Message) -> bool:
        """Music and films have a name only sometimes; a file without one says by its kind what it is."""
        played = message.audio or message.video or message.animation
        if played is not None:
            return not is_passed_on(played.file_name or "", played.mime_type or "video/mp4")
        found = message.document
        return found is not None and not is_passed_on(found.file_name or "", found.mime_type or "")


def calendar_stays(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """It holds no program, and is still passed on to nobody."""
    reply(tx, me, FileStays(calendar=True))


def stays(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """What works instead."""
    reply(tx, me, FileStays())


routes = [message(_Stays() & CALENDAR, calendar_stays), message(_Stays(), stays)]
