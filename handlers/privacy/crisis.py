"""Something hard may be going on: ask first, show the card, and let the writer choose (SG-27)."""

from telegram import Update
from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import inbox
from bot.domain.illness.illness_alerts import EmergencyShown
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.privacy.crisis import CrisisAsked, CrisisCardShown, HeldTextAsked, HeldTextSettled
from bot.domain.screens import ButtonOutdated
from bot.queries.privacy import crisis as crisis_rows
from bot.routes import NUMBER, Route, message, press
from bot.services.illness.danger_signs import show_with_signs
from bot.services.notifications import reply
from bot.services.privacy import crisis
from bot.texts.privacy.crisis_phrases import GROUPS, MEDICAL, group_of, groups_of
from bot.updates import ButtonPress, IncomingMessage


class _SoundsHard(filters.UpdateFilter):
    """A phrase stands in it, and its writer has not been asked about it yet."""

    def filter(self, update: Update) -> bool:
        found = update.effective_message
        text = (found.text or found.caption) if found else None
        return bool(text) and inbox.AGAIN not in update.api_kwargs and group_of(text or "") is not None


def hold(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Ask the writer; what they wrote waits, in an illness too. A sign of danger in it brings the danger card first."""
    if MEDICAL in groups_of(said.text):
        show_with_signs(tx, me, EmergencyShown())
    about = next(each for each in GROUPS if each in groups_of(said.text))
    reply(tx, me, CrisisAsked(crisis.hold(tx, me, about), waits=True))


def wants_help(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ the card, to the writer alone; then what becomes of the text."""
    held = crisis_rows.lock(tx, pressed.number(), me.id)
    if held is None or held.choice is not None:
        return ButtonOutdated()
    crisis.wants_help(tx, held, me.language)
    crisis.hush(tx, me)
    reply(tx, me, CrisisCardShown(), edit=pressed.message_id)
    if held.payload is not None:
        reply(tx, me, HeldTextAsked(held.id))
    return None


def meant_otherwise(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ nothing is kept of the question, and the text goes on its way."""
    held = crisis_rows.lock(tx, pressed.number(), me.id)
    if held is None or held.choice is not None:
        return ButtonOutdated()
    crisis.release(tx, me, held)
    reply(tx, me, HeldTextSettled(sent=True), edit=pressed.message_id)
    return None


def send(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ after the card: it goes on its way all the same."""
    held = crisis_rows.lock(tx, pressed.number(), me.id)
    if held is None or held.choice is None:
        return ButtonOutdated()
    crisis.release(tx, me, held)
    reply(tx, me, HeldTextSettled(sent=True), edit=pressed.message_id)
    return None


def drop(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ after the card: nobody gets it."""
    held = crisis_rows.lock(tx, pressed.number(), me.id)
    if held is None or held.choice is None:
        return ButtonOutdated()
    crisis.drop(tx, me, held)
    reply(tx, me, HeldTextSettled(sent=False), edit=pressed.message_id)
    return None


def show_card(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """☂️ “I need help”: the same card, without a word written."""
    crisis.hush(tx, me)
    reply(tx, me, CrisisCardShown(), edit=pressed.message_id)


_WRITTEN = filters.UpdateType.MESSAGE & ~filters.COMMAND & ~filters.Regex("^[🤒☂]")

routes: list[Route] = [
    press("crisis_help", wants_help, NUMBER, near=True),
    press("crisis_no", meant_otherwise, NUMBER, near=True),
    press("crisis_send", send, NUMBER, near=True),
    press("crisis_drop", drop, NUMBER, near=True),
    press("help_need", show_card, near=True),
    message(_WRITTEN & _SoundsHard(), hold, near=True),
]
