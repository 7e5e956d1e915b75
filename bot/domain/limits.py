"""How much one account makes: more than a family or a teacher ever needs, and not without end."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.notifications import Event, Told

CHILDREN = 12  # that one person has added, and looks after still or added in the last month
ADDED_WITHIN = timedelta(days=30)
ADULTS = 20  # in one circle, those who wait included
CLASSES = 20  # of one teacher, until the year is over
REQUESTS_A_DAY = 3  # for one child to come into a class
CALLS_A_DAY = 8  # plans of one parent with one child, each taking the place of the one before
PROMISES = 20  # of one parent to one child, still to come
LETTERS_A_DAY = 100  # of one person about one child, pictures of albums included
LETTERS_TO_PLAY = 40  # of one parent, that nobody has played to the child yet
TALKS_A_DAY = 60  # of one person between family and school, pictures of albums included
DRAFTS_A_DAY = 30  # notices of one teacher that were begun


@dataclass(frozen=True, slots=True)
class LimitReached(Event):
    """Enough of something: what can be done instead; `what` is one of the words in `bot.texts.limits`."""

    while_stopped = Told.NOBODY
    what: str
