"""What a running process does for a second command."""

from bot.operations import accepting, backing_up, letting_in, opening, reporting, rotating, schooling, thawing
from bot.operations.command_runner import Answer

KEEPING: dict[str, Answer] = {
    **rotating.ANSWERS,
    **backing_up.ANSWERS,
    **reporting.ANSWERS,
    **thawing.ANSWERS,
    **opening.ANSWERS,
    **schooling.ANSWERS,
    **accepting.ANSWERS,
    **letting_in.ANSWERS,
}
