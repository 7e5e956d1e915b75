"""What the bot has told Telegram about itself."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Profile:
    """What the bot has said about itself, by language."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)
