"""A sign of the danger card in somebody's own words, in the middle of anything: the card comes at once (SG-26)."""

from telegram import Update
from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import inbox
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import EmergencyShown
from bot.domain.people import Person
from bot.queries.circle import circles
from bot.routes import Route, message
from bot.services.illness import unnamed
from bot.services.illness.danger_signs import show_with_signs
from bot.services.illness.danger_words import tell_danger
from bot.services.privacy import crisis
from bot.texts.privacy.crisis_phrases import MEDICAL, groups_of, stands_in
from bot.updates import IncomingMessage


class _SoundsDangerous(filters.UpdateFilter):
    """A sign of danger stands in it, and nothing that its writer is asked about first."""

    def filter(self, update: Update) -> bool:
        found = update.effective_message
        text = (found.text or found.caption) if found else None
        return bool(text) and inbox.AGAIN not in update.api_kwargs and groups_of(text or "") == {MEDICAL}


def danger(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Who is beside a child tells of an illness by it; for anybody else it goes on as what it is, below the card.

    A parent far away writes of what home has told, or of themselves: they see whom to call, and nobody is alarmed.
    """
    mine = [circle for circle, _member in circles.of_person(tx, me.id, Action.REPORT_ILLNESS)]
    meant = mine if len(mine) == 1 else _named(mine, said.text)
    if len(meant) == 1:
        tell_danger(tx, me, meant[0], said.media)
    elif mine:
        unnamed.tell(tx, me, mine, said.media)
    else:
        show_with_signs(tx, me, EmergencyShown())
        crisis.let_pass(tx, me, MEDICAL)


def _named(mine: list[Circle], text: str) -> list[Circle]:
    """The children whose names stand in the words, by themselves: “stomach” speaks of no Tom."""
    return [circle for circle in mine if stands_in(text, circle.child.name)]


_WRITTEN = filters.UpdateType.MESSAGE & ~filters.COMMAND & ~filters.Regex("^[🤒☂]")

routes: list[Route] = [message(_WRITTEN & _SoundsDangerous(), danger, near=True)]
