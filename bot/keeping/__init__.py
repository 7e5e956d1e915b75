"""Looks after an installation: keys, backups, moving house."""

from bot.keeping import backing_up, rotating, thawing
from bot.keeping.hands import Answer

# What a running process does for a second command.
KEEPING: dict[str, Answer] = {**rotating.ANSWERS, **backing_up.ANSWERS, **thawing.ANSWERS}
