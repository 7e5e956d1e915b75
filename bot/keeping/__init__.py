"""Looks after an installation: keys, backups, moving house, reports, schools."""

from bot.keeping import accepting, backing_up, opening, reporting, rotating, schooling, thawing
from bot.keeping.hands import Answer

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
