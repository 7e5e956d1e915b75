"""A group chat with the bot in it."""

from typing import TYPE_CHECKING, Any

from bot.simulator.cast import PersonSpec
from bot.simulator.messages import Chat, Message
from bot.simulator.people import membership, user_of

if TYPE_CHECKING:
    from bot.simulator.world import World

RESTRICTIONS = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
    *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
    *("can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"),
    *("can_edit_tag", "can_react_to_messages"),
)
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

    def add_bot(self, person: PersonSpec) -> None:
        """Let a member add the bot."""
        self.chat.blocked = self.chat.muted = False
        self._bot_becomes(person, "left", membership(self.world.bot, "member"))

    def put_bot_out(self, person: PersonSpec) -> None:
        """Let a member put the bot out; what it sends from then on is refused."""
        self.chat.blocked = True
        self._bot_becomes(person, "member", membership(self.world.bot, "kicked"))

    def mute_bot(self, person: PersonSpec, *, told: bool = True) -> None:
        """Let an administrator forbid the bot to write; `told`: it hears of it, as it does but for an outage."""
        self.chat.muted = True
        may = dict.fromkeys(RESTRICTIONS, False) | {"is_member": True, "until_date": 0}
        if told:
            self._bot_becomes(person, "member", membership(self.world.bot, "restricted") | may)

    def _bot_becomes(self, person: PersonSpec, before: str, after: dict[str, Any]) -> None:
        change = {
            "chat": self.chat.info,
            "from": user_of(person),
            "date": int(self.world.now.timestamp()),
            "old_chat_member": membership(self.world.bot, before),
            "new_chat_member": after,
        }
        self.world.updates.put("my_chat_member", change)
        self.world.touch(self.chat)

    def migrate_to_supergroup(self, *, told: bool = True) -> int:
        """Let the group grow into a supergroup, which has another id; the old one answers no longer.

        `told`: the bot hears of it, as it does unless that was too long ago.
        """
        old = self.chat
        new_id = SUPERGROUP_BASE + old.id
        info = {"id": new_id, "type": "supergroup", "title": old.info["title"]}
        owner = next(iter(self.members.values()))
        if told:
            self._send(owner, {}, migrate_to_chat_id=new_id)
        old.migrated_to = new_id
        self.chat = Chat(new_id, "supergroup", info, started=True, members=old.members)
        self.world.chats[new_id] = self.chat
        if told:
            self._send(owner, {}, migrate_from_chat_id=old.id)
        return new_id

    def _send(self, person: PersonSpec, content: dict[str, Any], **extra: Any) -> Message:
        if person.id not in self.members:
            raise LookupError(f"{person.first_name} is not in the group")
        message = Message(self.chat, user_of(person), from_bot=False, at=self.world.now, content=content, extra=extra)
        self.world.receive(message)
        return message
