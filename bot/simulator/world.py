"""Everything Telegram knows: people, chats, messages, files, and the updates it holds for the bot."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.simulator.bot_profile import Profile
from bot.simulator.cast import PersonSpec
from bot.simulator.entities import find_entities
from bot.simulator.files import Files
from bot.simulator.group import Group
from bot.simulator.messages import Chat, Message
from bot.simulator.people import membership, private_chat_of
from bot.simulator.phone import Phone
from bot.simulator.updates import Updates


@dataclass(slots=True)
class CallbackPress:
    """A press on a button, and what the bot answered to it."""

    id: str
    data: str | None
    message: Message
    at: datetime | None = None  # when it reached Telegram
    answered: bool = False
    answer: str | None = None
    alert: bool = False
    chat: Chat = field(repr=False, kw_only=True)


@dataclass(slots=True)
class Toast:
    """The line that answerCallbackQuery shows for a moment."""

    id: int
    text: str
    alert: bool


class World:
    """One bot's Telegram."""

    def __init__(self, clock: Clock, bot: dict[str, Any]) -> None:
        self.clock = clock
        self.bot = bot
        self.files = Files()
        self.profile = Profile()
        self.updates = Updates(clock)
        self.chats: dict[int, Chat] = {}
        self.phones: dict[int, Phone] = {}
        self.presses: dict[str, CallbackPress] = {}
        self.toasts: dict[int, Toast] = {}
        self.in_groups: set[int] = set()  # people the bot has met in a group
        self.watchers: list[Callable[[Chat], None]] = []
        self._presses_made = 0
        self._albums_made = 0

    @property
    def now(self) -> datetime:
        """The present instant of this Telegram."""
        return self.clock.now()

    @property
    def pending(self) -> int:
        """How many updates Telegram still holds for the bot."""
        return len(self.updates)

    def push_raw(self, update: dict[str, Any] | str) -> int:
        """Hold any JSON as an update for the bot, however strange; returns its id."""
        return self.updates.put_raw(update)

    def redeliver(self, update_id: int) -> None:
        """Deliver an update a second time."""
        self.updates.redeliver(update_id)

    def phone(self, person: PersonSpec) -> Phone:
        """The phone of `person`; always the same for the same person."""
        if person.id not in self.phones:
            chat = Chat(person.id, "private", private_chat_of(person))
            self.chats[person.id] = chat
            self.phones[person.id] = Phone(self, person, chat)
        return self.phones[person.id]

    def group(self, group_id: int, title: str, members: list[PersonSpec]) -> Group:
        """A basic group with the bot in it."""
        info = {"id": group_id, "type": "group", "title": title}
        chat = Chat(group_id, "group", info, started=True, members=[person.id for person in members])
        self.chats[group_id] = chat
        self.in_groups.update(chat.members)
        return Group(self, chat, {person.id: person for person in members})

    def touch(self, chat: Chat) -> None:
        """Say that something in `chat` looks different now."""
        for watcher in self.watchers:
            watcher(chat)

    def receive(self, message: Message) -> None:
        """A person's message reaches Telegram, and the bot hears of it."""
        self._keep(message)
        self.updates.put("message", message.as_api())

    def post(self, message: Message) -> Message:
        """The bot's message reaches Telegram."""
        message.chat.typing_until = None
        self._keep(message)
        return message

    def _keep(self, message: Message) -> None:
        chat = message.chat
        message.id, message.at, chat.started = chat.next_id(), self.now, True
        with_entities(message.content)
        chat.messages[message.id] = message
        self.touch(chat)

    def edit_own(self, message: Message, words: dict[str, Any]) -> None:
        """A person changes what they have written, and the bot hears of it."""
        live = message.chat.messages[message.id]
        live.content = {key: value for key, value in live.content.items() if not key.endswith("entities")} | words
        live.edited_at = self.now
        with_entities(live.content)
        self.updates.put("edited_message", live.as_api())
        self.touch(live.chat)

    def member_changed(self, chat: Chat, user: dict[str, Any], after: str) -> None:
        """A person blocks the bot or lets it in again, and the bot hears of it."""
        before = "kicked" if chat.blocked else "member"
        chat.blocked = after == "kicked"
        change = {
            "chat": chat.info,
            "from": user,
            "date": int(self.now.timestamp()),
            "old_chat_member": membership(self.bot, before),
            "new_chat_member": membership(self.bot, after),
        }
        self.updates.put("my_chat_member", change)
        self.touch(chat)

    def delete(self, message: Message) -> None:
        """The message disappears from everybody's phones, and with it the keyboard it brought."""
        chat = message.chat
        message.deleted = True
        del chat.messages[message.id]
        if message.id == chat.keyboard_message:
            chat.keyboard = None
        self.touch(chat)

    def press(self, press: CallbackPress, user: dict[str, Any]) -> None:
        """A press reaches Telegram, and the bot hears of it."""
        press.at = self.now
        self.presses[press.id] = press
        live = press.chat.messages.get(press.message.id)
        gone = {"chat": press.chat.info, "message_id": press.message.id, "date": 0}
        query: dict[str, Any] = {
            "id": press.id,
            "from": user,
            "chat_instance": str(5_000_000_000 + press.chat.id),
            "message": live.as_api() if live else gone,
        }
        if press.data is not None:
            query["data"] = press.data
        self.updates.put("callback_query", query)

    def reacted(self, message: Message, user: dict[str, Any], sign: str | None) -> None:
        """A person puts a sign on a message, or takes it off; the bot hears of it if it has asked for such news."""
        chat, before = message.chat, message.liked
        message.liked = sign
        change = {
            "chat": chat.info,
            "message_id": message.id,
            "user": user,
            "date": int(self.now.timestamp()),
            "old_reaction": [{"type": "emoji", "emoji": before}] if before else [],
            "new_reaction": [{"type": "emoji", "emoji": sign}] if sign else [],
        }
        self.updates.put("message_reaction", change)
        self.touch(chat)

    def new_press(self, data: str | None, message: Message) -> CallbackPress:
        """A press that has not reached Telegram yet."""
        self._presses_made += 1
        return CallbackPress(str(4_000_000_000_000_000 + self._presses_made), data, message, chat=message.chat)

    def show_toast(self, chat: Chat, text: str, *, alert: bool) -> None:
        """Show the answer to a press."""
        number = self.toasts[chat.id].id + 1 if chat.id in self.toasts else 1
        self.toasts[chat.id] = Toast(number, text, alert)
        self.touch(chat)

    def new_album(self) -> str:
        """The identifier that the parts of an album share."""
        self._albums_made += 1
        return str(13_000_000_000_000_000 + self._albums_made)


def with_entities(content: dict[str, Any]) -> None:
    """Add the entities that Telegram finds by itself."""
    for words, entities in (("text", "entities"), ("caption", "caption_entities")):
        if words in content and (found := find_entities(content[words], content.get(entities, []))):
            content[entities] = found
