"""From an update to its handler: who sent it, where they stand, which route takes it."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from prometheus_client import Histogram
from telegram import CallbackQuery, Message, ReactionType, ReactionTypeEmoji, Update, User
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
from bot.services.notifications import reply
from bot.services.school import class_groups, talk_directions, worries
from bot.texts import choices, reactions
from bot.updates import may_write

# Telegram waits for the answer to a press for 150 seconds; ours is dropped somewhat earlier.
PRESS_ANSWER_LIFE = timedelta(seconds=100)


class Dispatcher:
    """What the consumer gives each update to."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = Switchboard(routes)

    def handle(self, tx: Tx, update: Update) -> None:
        """Do what an update asks for; nobody is answered in groups, and no other bot is."""
        if not _is_private(update):
            _of_group(tx, update)
            return
        user = update.effective_user
        if update.message_reaction is not None and (user is None or people.by_telegram(tx, user.id) is None):
            return  # a sign on a message is no hello
        if user is not None and not user.is_bot:
            self._dispatch(tx, update, *_met(tx, user, back=not _goes(update)))

    def _dispatch(self, tx: Tx, update: Update, me: Person, state: str | None) -> None:
        if update.my_chat_member is not None:
            _reachability(tx, update, me)
            return
        tx.told.discard(me.id)
        query = update.callback_query
        if query is None:
            (self._reacted if update.message_reaction else self._said)(tx, update, me, state)
            return
        if card := query.message:
            phones.pressed(tx, me, card.date if card.date.timestamp() else None)  # Telegram dates what is gone 0
        shown = self._route(tx, update, me, state)
        if shown is None and me.id not in tx.told:
            shown = PressNoted()  # no press is without an answer
        _answer(tx, me, query.id, shown)

    def _said(self, tx: Tx, update: Update, me: Person, state: str | None) -> None:
        """Words, or anything else that is sent; what names a button of the newest message presses it."""
        answered = update.message.reply_to_message if update.message else None
        answers = answered is not None and not worries.is_written(tx, me)
        if answered is not None and answers and talk_directions.answers(tx, me, answered.message_id):
            self._route(tx, update, me, None)  # it says itself whom it is for, whatever else was being asked
            return
        words = update.message.text if update.message and not update.message.forward_origin else None
        named = choices.meant(tx, me, words) if words else None
        if named is None:
            self._route(tx, update, me, state)
            return
        message_id, presses = named
        for data in presses:
            me, state = people.get(tx, me.id), (people.dialogue_of(tx, me.id) or (None,))[0]
            if shown := self._route(tx, _as_press(update, message_id, data), me, state):
                reply(tx, me, shown)

    def _reacted(self, tx: Tx, update: Update, me: Person, state: str | None) -> None:
        """A sign put on a message, or taken away again; whatever it cannot mean stays without an answer."""
        change = update.message_reaction
        assert change is not None
        before, after = _signs(change.old_reaction), _signs(change.new_reaction)
        data = reactions.meant(tx, me, change.message_id, before, after)
        if data is not None:
            self._route(tx, _as_press(update, change.message_id, data), me, state)

    def _route(self, tx: Tx, update: Update, me: Person, state: str | None) -> Event | None:
        shown: Event | None = None
        routes = self._routes.of(update, me, state)
        if route := next((each for each in routes if each.is_meant(tx, me, update)), None):
            began = stopwatch()
            if state is not None and route.leaves(update):
                people.end_dialogue(tx, me.id)
            shown = route.handle(tx, me, update)
            _seconds(route.feature).observe(stopwatch() - began)
        if isinstance(shown, ButtonOutdated):
            metrics.REFUSED.labels("press").inc()
        return shown


@cache
def _seconds(feature: str) -> Histogram:
    return metrics.HANDLER_SECONDS.labels(feature)


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


def _of_group(tx: Tx, update: Update) -> None:
    """Where the bot is let in or shut out, and that a group has another number; nothing that anybody says there."""
    chat, change, message = update.effective_chat, update.my_chat_member, update.message
    if chat is None or chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return
    if change is not None and not may_write(change.new_chat_member):
        class_groups.shut_out(tx, chat.id)
    elif change is not None:
        class_groups.let_in(tx, chat.id, clean_name(chat.title or "") or "—", change.from_user.id)
    elif message is not None and message.migrate_to_chat_id is not None:
        class_groups.moved(tx, chat.id, message.migrate_to_chat_id)
    elif message is not None and message.migrate_from_chat_id is not None:
        class_groups.moved(tx, message.migrate_from_chat_id, chat.id)


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


def _signs(reactions: Sequence[ReactionType]) -> list[str]:
    return [each.emoji for each in reactions if isinstance(each, ReactionTypeEmoji)]


def _as_press(update: Update, message_id: int, data: str) -> Update:
    """What the handlers would have been given, had the button been pressed that words or a sign stand for."""
    user, chat, said = update.effective_user, update.effective_chat, update.message or update.message_reaction
    assert user is not None
    assert chat is not None
    assert said is not None
    query = CallbackQuery("", user, "", message=Message(message_id, said.date, chat), data=data)
    return Update(update.update_id, callback_query=query)


def _answer(tx: Tx, me: Person, query: str, shown: Event | None) -> None:
    payload: Payload = {"events": [dump(shown)] if shown else [], "query": query}
    expires_at = tx.now + PRESS_ANSWER_LIFE
    outbox.put(tx, payload, person_id=me.id, lane=Lane.REPLY, expires_at=expires_at)
