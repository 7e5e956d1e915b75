"""What a person is shown when they look around: plain questions and menus, each a notification to themselves."""

from dataclasses import dataclass

from bot.domain.notifications import Event


@dataclass(frozen=True, slots=True)
class ConsentAsked(Event):
    """One of the three taps of consent: core, health, voice."""

    step: str


@dataclass(frozen=True, slots=True)
class ConsentRefused(Event):
    """They said no to the main point; nothing is kept, and the way back stays open."""


@dataclass(frozen=True, slots=True)
class RoleAsked(Event):
    """Parent, guardian or teacher."""


@dataclass(frozen=True, slots=True)
class HomeShown(Event):
    """What this person can do now, for each of their roles."""

    hello: str = ""  # "", parent, guardian, teacher: the first look at home in that role


@dataclass(frozen=True, slots=True)
class HelpShown(Event):
    """The card behind ☂️: emergency, I need help, how it works."""

    page: str = ""  # "", how
    item: str = ""  # what the help was asked under, where a person wrote it: “letter:7”


@dataclass(frozen=True, slots=True)
class PrivacyShown(Event):
    """What is kept, who reads it, and how to take it away."""


@dataclass(frozen=True, slots=True)
class NotUnderstood(Event):
    """Something that has no meaning here; shows what does."""

    said: str = "text"


@dataclass(frozen=True, slots=True)
class FileStays(Event):
    """A file of a kind that is passed on to nobody."""


@dataclass(frozen=True, slots=True)
class ChangeIgnored(Event):
    """They changed a message that was handled already."""


@dataclass(frozen=True, slots=True)
class ButtonOutdated(Event):
    """A press on something that is over, or was never theirs; says nothing about what exists."""


@dataclass(frozen=True, slots=True)
class LanguageAsked(Event):
    """Which language to read."""


@dataclass(frozen=True, slots=True)
class LanguageChanged(Event):
    """Said in the new language."""


@dataclass(frozen=True, slots=True)
class TeacherTold(Event):
    """How a school joins, for a teacher without a link."""
