"""From an update to its handler: who sent it, where they stand, which route takes it."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update, User
from telegram.constants import ChatType

from bot import metrics
from bot.clock import stopwatch
from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.delivery.payloads import Payload
from bot.domain.names import clean_name
from bot.domain.notifications import Event, Lane, dump
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.i18n import from_telegram
from bot.queries.circle import people
from bot.routes import Route, Switchboard
from bot.services import phones
from bot.services.circle import presence, reach

# Telegram waits for the answer to a press for 150 seconds; ours is dropped somewhat earlier.
PRESS_ANSWER_LIFE = timedelta(seconds=100)


class Dispatcher:
    """What the consumer gives each update to."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = Switchboard(routes)

    def handle(self, tx: Tx, update: Update) -> None:
        """Do what an update asks for; nobody is answered in groups, and no other bot is."""
        user = update.effective_user
        if user is not None and _is_private(update) and not user.is_bot:
            self._dispatch(tx, update, *_met(tx, user, back=not _goes(update)))

    def _dispatch(self, tx: Tx, update: Update, me: Person, state: str | None) -> None:
        if update.my_chat_member is not None:
            _reachability(tx, update, me)
            return
        shown: Event | None = None
        tx.told.discard(me.id)
        if update.callback_query is not None and (card := update.callback_query.message):
            phones.pressed(tx, me, card.date if card.date.timestamp() else None)  # Telegram dates what is gone 0
        if route := self._routes.of(update, me, state):
            began = stopwatch()
            if state is not None and route.leaves(update):
                people.end_dialogue(tx, me.id)
            shown = route.handle(tx, me, update)
            metrics.HANDLER_SECONDS.labels(route.feature).observe(stopwatch() - began)
        if isinstance(shown, ButtonOutdated):
            metrics.REFUSED.labels("press").inc()
        if update.callback_query is not None:
            if shown is None and me.id not in tx.told:
                shown = PressNoted()  # no press is without an answer
            _answer(tx, me, update.callback_query.id, shown)


def _met(tx: Tx, user: User, *, back: bool) -> tuple[Person, str | None]:
    me, state = people.met(tx, user.id)
    if me is None:
        name = clean_name(user.full_name or "") or clean_name(user.username or "") or "—"
        return people.add(tx, user.id, name, from_telegram(user.language_code)), None
    if back and not me.reachable:
        reach.back(tx, me.id)
        me = people.get(tx, me.id)
        phones.bring_keys(tx, me)  # whoever blocks a bot mostly deletes the chat with it
    if back:
        presence.seen(tx, me)
    return me, state


def _is_private(update: Update) -> bool:
    chat = update.effective_chat
    return chat is None or chat.type == ChatType.PRIVATE


def _reachability(tx: Tx, update: Update, me: Person) -> None:
    """Blocked; whoever lets the bot in again is back by then, as with whatever else they do."""
    if _goes(update):
        reach.lost(tx, me.id)


def _goes(update: Update) -> bool:
    change = update.my_chat_member
    return change is not None and change.new_chat_member.status in {"kicked", "left"}


def _answer(tx: Tx, me: Person, query: str, shown: Event | None) -> None:
    payload: Payload = {"events": [dump(shown)] if shown else [], "query": query}
    expires_at = tx.now + PRESS_ANSWER_LIFE
    outbox.put(tx, payload, person_id=me.id, lane=Lane.REPLY, expires_at=expires_at)
