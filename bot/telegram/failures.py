"""What an error of one request means for the row that asked for it."""

from datetime import timedelta

from telegram.error import BadRequest as Bad
from telegram.error import ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import log
from bot.errors import Refused
from bot.telegram.client import NotSent

_GONE = ("chat not found", "user not found", "user is deactivated", "bot was blocked", "peer_id_invalid")
_FLOOD = "too many requests"  # PTB knows it only where Telegram says for how long
_SAME = "message is not modified"
# Somebody lets no voice and no round film in; Telegram says it in one way or the other, as 400 or as 403.
_VOICELESS = ("voice_messages_forbidden", "restricted receiving of voice", "restricted receiving of video")
# The id of a file counts for one bot only: after a change of the token all that were kept before are of another.
_FOREIGN = ("wrong file identifier", "wrong remote file id", "wrong file_id", "file reference", "invalid file id")
# A group in which the bot still is, and may write nothing.
_SHUT = ("not enough rights to send text", "have no rights to send a message", "chat_write_forbidden")
_STAYS = ("message to delete not found", "message can't be deleted")
_CANNOT_EDIT = (
    *("message to edit not found", "message can't be edited"),
    *("there is no text in the message to edit", "there is no caption in the message to edit"),
)


class OutcomeUnknown(Exception):
    """The request may have arrived: no answer came back."""


def refusal(error: TelegramError) -> Refused:
    """The refusal behind PTB's error; raises OutcomeUnknown where Telegram may have acted on the request."""
    if isinstance(error, RetryAfter):
        return Refused("flood", retry_after=seconds_of(error))
    if isinstance(error, ChatMigrated):
        return Refused("the group became a supergroup", moved_to=error.new_chat_id)
    words = error.message.lower()
    voiceless = any(each in words for each in _VOICELESS)
    if voiceless or isinstance(error, Forbidden) or any(each in words for each in _GONE):
        return Refused(log.without_quotes(error.message), permanent=True, unreachable=not voiceless)
    if isinstance(error, NotSent | InvalidToken | Conflict):
        return Refused(log.without_quotes(error.message))
    if _FLOOD in error.message.lower():
        return Refused("flood")
    if (isinstance(error, NetworkError) and not isinstance(error, Bad)) or type(error) is TelegramError:
        raise OutcomeUnknown(log.without_quotes(error.message)) from error
    return Refused(log.without_quotes(error.message), permanent=True)


def concerns_all(error: TelegramError) -> bool:
    """Whether any other request would have failed as well: nobody answered, or we are not known any more."""
    return isinstance(error, NetworkError | InvalidToken) and not isinstance(error, Bad)


def is_same(refused: Refused) -> bool:
    """Whether an edit was refused because the message says exactly that already."""
    return _SAME in refused.reason.lower()


def is_voiceless(refused: Refused) -> bool:
    """Whether the reader's own settings let no voice in; they may change them, and everything else reaches them."""
    return any(each in refused.reason.lower() for each in _VOICELESS)


def is_foreign_file(refused: Refused) -> bool:
    """Whether it held a file that this bot cannot send, because another bot was given it."""
    return any(each in refused.reason.lower() for each in _FOREIGN)


def is_shut(refused: Refused) -> bool:
    """Whether a group lets the bot write nothing any more; pictures alone may be forbidden, too, and words arrive."""
    return any(each in refused.reason.lower() for each in _SHUT)


def is_left(refused: Refused) -> bool:
    """Whether a message that was to be taken away is gone already, or stays because it is older than two days."""
    return any(each in refused.reason.lower() for each in _STAYS)


def is_uneditable(refused: Refused) -> bool:
    """Whether an edit was refused for good, so that a new message must say it."""
    return any(each in refused.reason.lower() for each in _CANNOT_EDIT)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
