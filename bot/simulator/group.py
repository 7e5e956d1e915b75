"""A group chat with the bot in it."""

from typing import TYPE_CHECKING, Any

from bot.simulator.cast import PersonSpec
from bot.simulator.messages import Chat, Message
from bot.simulator.people import user_of

if TYPE_CHECKING:
    from bot.simulator.world import World

SUPERGROUP_BASE = -1_000_000_000_000


class Group:
    """The group as its members see it."""

    def __init__(self, world: "World", chat: Chat, members: dict[int, PersonSpec]) -> None:
        self.world = world
        self.chat = chat
        self.members = members

    @property
    def messages(self) -> list[Message]:
        """All messages of the group, oldest first."""
        return list(self.chat.messages.values())

    @property
    def texts(self) -> list[str]:
        """The texts and captions of the bot's messages, oldest first."""
        return [message.words for message in self.messages if message.from_bot]

    def say(self, person: PersonSpec, text: str) -> Message:
        """Let a member write."""
        return self._send(person, {"text": text})

    def migrate_to_supergroup(self) -> int:
        """Let the group grow into a supergroup, which has another id; the old one answers no longer."""
        old = self.chat
        new_id = SUPERGROUP_BASE + old.id
        info = {"id": new_id, "type": "supergroup", "title": old.info["title"]}
        owner = next(iter(self.members.values()))
        self._send(owner, {}, migrate_to_chat_id=new_id)
        old.migrated_to = new_id
        self.chat = Chat(new_id, "supergroup", info, started=True, members=old.members)
        self.world.chats[new_id] = self.chat
        self._send(owner, {}, migrate_from_chat_id=old.id)
        return new_id

    def _send(self, person: PersonSpec, content: dict[str, Any], **extra: Any) -> Message:
        if person.id not in self.members:
            raise LookupError(f"{person.first_name} is not in the group")
        message = Message(self.chat, user_of(person), from_bot=False, at=self.world.now, content=content, extra=extra)
        self.world.receive(message)
        return message
