"""A person's phone: everything one can do in a chat with a bot."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from bot.simulator.cast import PersonSpec
from bot.simulator.files import DOT, tone
from bot.simulator.media import media_content
from bot.simulator.messages import Button, Chat, Message
from bot.simulator.people import user_of
from bot.simulator.rich_text import Entity, utf16_length
from bot.simulator.screen import Screen

if TYPE_CHECKING:
    from bot.simulator.world import CallbackPress, World

START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
TEXT_STYLE = "\ufe0f"  # some keyboards add this mark to an emoji, some do not


class Phone(Screen):
    """One person's phone, open at the chat with the bot."""

    def __init__(self, world: "World", person: PersonSpec, chat: Chat) -> None:
        super().__init__(world, chat)
        self.person = person
        self.user = user_of(person)
        self._waiting_for_signal: list[Callable[[], None]] = []
        self.clipboard: str | None = None

    # what people send

    def start(self, payload: str = "") -> Message:
        """Press START, or open a link that carries `payload`; this also unblocks the bot."""
        if not START_PAYLOAD.fullmatch(payload):
            raise ValueError("a start payload has at most 64 of A-Z a-z 0-9 _ -")
        if self.chat.blocked:
            self.unblock()
        return self.say(f"/start {payload}".strip())

    def open(self, url: str) -> Message:
        """Open a link to the bot."""
        parts = urlsplit(url)
        if parts.netloc != "t.me" or parts.path.strip("/").lower() != self.world.bot["username"].lower():
            raise LookupError(f"{url} does not lead to the bot")
        return self.start(parse_qs(parts.query).get("start", [""])[0])

    def say(self, text: str, *, to: Message | None = None, link: str = "") -> Message:
        """Send a text, or answer a message with it; with a `link` hidden behind its words."""
        behind = {"entities": _behind(text, link)} if link else {}
        return self._send({"text": text, **behind}, **({"reply_to_message": to.as_api(nested=True)} if to else {}))

    def voice(self, seconds: int = 3, data: bytes | Path | None = None, *, mime: str = "") -> Message:
        """Hold the microphone."""
        return self._attach("voice", data or tone(seconds), mime=mime, duration=seconds)

    def video_note(self, seconds: int = 3, data: bytes = b"a round film") -> Message:
        """Send a round video."""
        return self._attach("video_note", data, duration=seconds)

    def video(self, seconds: int = 3, caption: str | None = None, data: bytes = b"a film") -> Message:
        """Send a video."""
        return self._attach("video", data, caption, duration=seconds)

    def audio(self, name: str, data: bytes = b"a song", *, mime: str = "audio/mpeg") -> Message:
        """Send a song."""
        return self._attach("audio", data, name=name, mime=mime)

    def photo(self, caption: str | None = None, data: bytes | Path = DOT, *, mime: str = "", link: str = "") -> Message:
        """Send a photo; with a `link` hidden behind the words below it."""
        return self._attach("photo", data, caption, mime=mime, link=link)

    def document(
        self, name: str, data: bytes | Path = b"a file", caption: str | None = None, *, mime: str = ""
    ) -> Message:
        """Send a file."""
        return self._attach("document", data, caption, name=name, mime=mime)

    def sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        return self._attach("sticker", DOT, emoji=emoji)

    def location(self, latitude: float = 31.86, longitude: float = 117.28) -> Message:
        """Send where somebody is."""
        return self._send({"location": {"latitude": latitude, "longitude": longitude}})

    def contact(self, number: str = "+8613800000000", first_name: str = "Li", *, own: bool = False) -> Message:
        """Send somebody's number; with `own` one's own, as the key for it does."""
        whose = {"user_id": self.person.id} if own else {}
        return self._send({"contact": {"phone_number": number, "first_name": first_name, **whose}})

    def forward(self, text: str, author: str = "Somebody", *, button: str = "") -> Message:
        """Pass on what somebody else has written, perhaps with a `button` below it that leads somewhere."""
        origin = {"type": "hidden_user", "date": int(self.world.now.timestamp()), "sender_user_name": author}
        below = {"reply_markup": {"inline_keyboard": [[{"text": "Open", "url": button}]]}} if button else {}
        return self._send({"text": text}, forward_origin=origin, **below)

    def album(
        self, count: int, caption: str | None = None, photos: Sequence[bytes | Path] = (), *, mime: str = ""
    ) -> list[Message]:
        """Send several photos as one."""
        album = self.world.new_album()
        pictures = photos or [DOT] * count
        return [
            self._attach("photo", data, None if place else caption, mime=mime, media_group_id=album)
            for place, data in enumerate(pictures)
        ]

    def edit(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        name = "text" if "text" in message.content else "caption"
        self._act(lambda: self.world.edit_own(message, {name: text}))

    # what people press

    def tap(self, label: str, *, message: Message | None = None) -> "CallbackPress":
        """Press the newest inline button with `label`, else the one of the reply keyboard, which sends its text."""
        wanted = label.replace(TEXT_STYLE, "")
        for shown in reversed([message] if message else self.messages):
            found = _matching([button for row in shown.buttons for button in row], wanted)
            if found:
                return self._use(found, shown)
        keys = [Button(text) for row in self.keyboard or [] for text in row] if message is None else []
        key = _matching(keys, wanted)
        if key is None:
            shown_buttons = [button.text for _, button in self.buttons()] + [button.text for button in keys]
            raise LookupError(f"no button {label!r}; there are {shown_buttons}")
        return self.world.new_press(None, self.say(key.text))

    def _use(self, button: Button, message: Message) -> "CallbackPress":
        if button.data is not None:
            return self.press(button.data, message)
        if button.url is not None:
            self.open(button.url)
        else:
            self.clipboard = button.copy_text
        return self.world.new_press(None, message)

    def react(self, message: Message, sign: str | None = "👍") -> Message:
        """Put a sign on a message; another one takes its place, and none takes it off."""
        self._act(lambda: self.world.reacted(message, self.user, sign))
        return message

    def unreact(self, message: Message) -> Message:
        """Take one's own sign off a message."""
        return self.react(message, None)

    def press(self, data: str | None, message: Message) -> "CallbackPress":
        """Press a button with any data, also one that was never there."""
        press = self.world.new_press(data, message)
        self._act(lambda: self.world.press(press, self.user))
        return press

    # what people decide

    def block(self) -> None:
        """Block the bot."""
        self._act(lambda: self.world.member_changed(self.chat, self.user, "kicked"))

    def unblock(self) -> None:
        """Let the bot write again."""
        self._act(lambda: self.world.member_changed(self.chat, self.user, "member"))

    def delete_chat(self) -> None:
        """Delete the chat on the phone, and with it the keys below it; the bot hears nothing of it."""
        self.chat.cleared, self.chat.keyboard, self.chat.pinned = self.chat.last_id, None, []
        self.world.touch(self.chat)

    def let_voices_in(self, *, everybodys: bool) -> None:
        """Change who may send voices and round films; the bot hears nothing of it."""
        self.chat.voiceless = not everybodys

    def deactivate(self) -> None:
        """Delete the account."""
        self.chat.deactivated = True
        self.world.touch(self.chat)

    @property
    def signal(self) -> bool:
        """Whether the phone reaches Telegram."""
        return self._frozen is None

    @signal.setter
    def signal(self, on: bool) -> None:
        if on == self.signal:
            return
        if on:
            self.thaw()
            waiting, self._waiting_for_signal = self._waiting_for_signal, []
            for act in waiting:
                act()
        else:
            self.freeze()
        self.world.touch(self.chat)

    def _attach(
        self,
        kind: str,
        data: bytes | Path,
        caption: str | None = None,
        *,
        name: str = "",
        mime: str = "",
        **details: Any,
    ) -> Message:
        album = {"media_group_id": details.pop("media_group_id")} if "media_group_id" in details else {}
        link = details.pop("link", "")
        file = self.world.files.add(kind, data, name=name, mime=mime)
        content = media_content(self.world.files, file, details)
        behind = {"caption_entities": _behind(caption, link)} if caption and link else {}
        return self._send(content | ({"caption": caption} if caption else {}) | behind, **album)

    def _send(self, content: dict[str, Any], **extra: Any) -> Message:
        if self.chat.blocked:
            raise RuntimeError(f"{self.person.first_name} has blocked the bot, and would have to unblock it first")
        message = Message(self.chat, self.user, from_bot=False, at=self.world.now, content=content, extra=extra)
        self.show_unsent(message)
        self._act(lambda: self.world.receive(message))
        return message

    def _act(self, act: Callable[[], None]) -> None:
        """Do it now, or as soon as there is a signal."""
        if self.chat.deactivated:
            raise RuntimeError(f"{self.person.first_name} has left Telegram")
        if self.signal:
            act()
        else:
            self._waiting_for_signal.append(act)
            self.world.touch(self.chat)


def _behind(words: str, link: str) -> list[Entity]:
    return [{"type": "text_link", "offset": 0, "length": utf16_length(words), "url": link}]


def _matching(buttons: list[Button], wanted: str) -> Button | None:
    labels = [(button.text.replace(TEXT_STYLE, ""), button) for button in buttons]
    starting = (button for label, button in labels if label.startswith(wanted))
    containing = (button for label, button in labels if wanted in label)
    return next(starting, None) or next(containing, None)
