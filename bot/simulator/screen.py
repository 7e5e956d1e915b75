"""What one phone shows of the chat with the bot."""

from copy import copy
from typing import TYPE_CHECKING

from bot.simulator.messages import Button, Chat, Message

if TYPE_CHECKING:
    from bot.simulator.world import World


def _is_mute(message: Message) -> bool:
    """A picture that says nothing and asks nothing, such as the signs of danger below their card."""
    return message.kind == "photo" and not message.words and not message.buttons


class Screen:
    """The chat as its owner sees it; without a signal it stands still."""

    def __init__(self, world: "World", chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self._frozen: list[Message] | None = None
        self._frozen_keyboard: list[list[str]] | None = None
        self._frozen_toast: str | None = None

    @property
    def messages(self) -> list[Message]:
        """All messages on the phone, oldest first."""
        if self._frozen is not None:
            return list(self._frozen)
        return [each for each in self.chat.messages.values() if each.id > self.chat.cleared]

    @property
    def last(self) -> Message:
        """The newest message from the bot; a picture alone stands below what was said."""
        for message in reversed(self.messages):
            if message.from_bot and not _is_mute(message):
                return message
        raise LookupError("the bot has not written here")

    @property
    def texts(self) -> list[str]:
        """The texts and captions of the bot's messages, oldest first."""
        return [message.words for message in self.messages if message.from_bot and not _is_mute(message)]

    def sees(self, fragment: str) -> bool:
        """Whether any message of the bot contains `fragment`."""
        return any(fragment in words for words in self.texts)

    @property
    def keyboard(self) -> list[list[str]] | None:
        """The labels of the reply keyboard."""
        return self.chat.keyboard if self._frozen is None else self._frozen_keyboard

    @property
    def toast(self) -> str | None:
        """What the bot last answered to a press."""
        if self._frozen is not None:
            return self._frozen_toast
        shown = self.world.toasts.get(self.chat.id)
        return shown.text if shown else None

    @property
    def typing(self) -> bool:
        """Whether the bot seems to be writing."""
        until = self.chat.typing_until
        return self._frozen is None and until is not None and self.world.now < until

    def buttons(self) -> list[tuple[Message, Button]]:
        """All inline buttons on the phone, those of the newest message first."""
        rows = ((message, row) for message in reversed(self.messages) for row in message.buttons)
        return [(message, button) for message, row in rows for button in row]

    def freeze(self) -> None:
        """Show from now on what is shown now."""
        toast, keyboard = self.toast, self.keyboard
        self._frozen = [copy(message) for message in self.messages]
        self._frozen_keyboard, self._frozen_toast = keyboard, toast

    def thaw(self) -> None:
        """Show again what Telegram knows."""
        self._frozen = None

    def show_unsent(self, message: Message) -> None:
        """Show a message that waits for the signal."""
        if self._frozen is not None:
            self._frozen.append(message)
