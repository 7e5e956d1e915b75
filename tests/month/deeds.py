"""What somebody does with the phone in their hand; between two steps everything happens that can happen."""

from collections.abc import Callable, Iterator
from zlib import crc32

from bot.simulator.messages import Button, Message
from bot.simulator.phone import Phone
from bot.simulator.world import CallbackPress

Script = Iterator[None]
Note = Callable[[CallbackPress, Phone], None]

SHOWN = 30  # nobody scrolls further up
_SEES = 2  # one card in so many
OF_HOME = frozenset({"face", "voice", "photo", "ill", "same", "better"})  # a sign of life from home


class Hand:
    """One person's hand on their phone; `note` hears of each press."""

    def __init__(self, phone: Phone, note: Note) -> None:
        self._phone = phone
        self._note = note

    def do(self, deed: str) -> Script:
        """By its name."""
        yield from getattr(self, deed)()

    def face(self) -> Script:
        """🙂 on every card that asks, and now and then what was seen, of one child where there are several."""
        for message in self._with("🙂"):
            yield from self._tap("🙂", message)
            if not crc32(f"{self._phone.person.id} {message.id}".encode()) % _SEES:
                for label in ("🧒", "⚽", "🍚"):
                    yield from self._tap(label, message)

    def voice(self) -> Script:
        """The microphone, and whom it is for."""
        self._phone.voice()
        yield
        yield from self._tap("✅", self._phone.last)

    def photo(self) -> Script:
        """A picture, and whom it is for."""
        self._phone.photo()
        yield
        yield from self._tap("✅", self._phone.last)

    def ill(self) -> Script:
        """🤒 on the keyboard, and what it is."""
        yield from self._key("🤒")
        yield from self._tap("🌡")

    def same(self) -> Script:
        """☁️ when asked."""
        yield from self._tap("☁️")

    def better(self) -> Script:
        """🌤 when asked, else by 🤒."""
        if not self._with("🌤"):
            yield from self._key("🤒")
        yield from self._tap("🌤")

    def thank(self) -> Script:
        """❤️ below the newest news."""
        yield from self._tap("❤️")

    def acknowledge(self) -> Script:
        """🙏 where something waits for it."""
        yield from self._tap("🙏")

    def _key(self, label: str) -> Script:
        keys = (key for row in self._phone.keyboard or [] for key in row if key.startswith(label))
        self._phone.say(next(keys))
        yield

    def _tap(self, label: str, message: Message | None = None) -> Script:
        for shown in [message] if message else self._with(label)[:1]:
            if button := _button(shown, label):
                self._note(self._phone.press(button.data, shown), self._phone)
                yield

    def _with(self, label: str) -> list[Message]:
        """The newest first."""
        return [each for each in reversed(self._phone.messages[-SHOWN:]) if _button(each, label)]


def _button(message: Message, label: str) -> Button | None:
    found = (button for row in message.buttons for button in row if button.data)
    return next((button for button in found if button.text.startswith(label)), None)
