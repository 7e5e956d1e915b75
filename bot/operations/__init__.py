"""Looks after an installation: keys, backups, moving house, reports, schools."""

from bot.operations import accepting, backing_up, opening, reporting, rotating, schooling, thawing
from bot.operations.command_runner import Answer

# What a running process does for a second command.
KEEPING: dict[str, Answer] = {
    **rotating.ANSWERS,
    **backing_up.ANSWERS,
    **reporting.ANSWERS,
    **thawing.ANSWERS,
    **opening.ANSWERS,
    **schooling.ANSWERS,
    **accepting.ANSWERS,
}
