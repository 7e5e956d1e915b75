"""What a person is shown when they look around: plain questions and menus, each a notification to themselves."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told


@dataclass(frozen=True, slots=True)
class ConsentAsked(Event):
    """One of the three taps of consent: core, health, voice; in the words of who an invite is for."""

    while_stopped = Told.NOBODY
    step: str
    invite: int = 0  # the link that they have opened, if any


@dataclass(frozen=True, slots=True)
class ConsentRefused(Event):
    """They said no to the main point; nothing is kept, and the way back stays open."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class RoleAsked(Event):
    """Parent, guardian or teacher."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class HomeShown(Event):
    """What this person can do now, for each of their roles."""

    while_stopped = Told.NOBODY
    hello: str = ""  # "", parent, guardian, teacher: the first look at home in that role


@dataclass(frozen=True, slots=True)
class SettingsShown(Event):
    """Everything that a person can set, with how it stands."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class KeysBrought(Event):
    """The keys below the chat once more: a phone may have lost them, and says nothing of it."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class KeysGone(Event):
    """Takes the message away that brought them before, now that a newer one has."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class HelpShown(Event):
    """The card behind ☂️: emergency, I need help, how it works."""

    while_stopped = Told.NOBODY
    page: str = ""  # "", how
    item: str = ""  # what the help was asked under, where a person wrote it: “letter:7”


@dataclass(frozen=True, slots=True)
class PrivacyShown(Event):
    """What is kept, who reads it, and how to take it away."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class NotUnderstood(Event):
    """Something that has no meaning here; shows what does."""

    while_stopped = Told.NOBODY
    said: str = "text"


@dataclass(frozen=True, slots=True)
class FileStays(Event):
    """A file of a kind that is passed on to nobody; of a calendar it is said for whom it is."""

    while_stopped = Told.NOBODY
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class ChangeIgnored(Event):
    """They changed a message that was handled already."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class ButtonOutdated(Event):
    """A press on something that is over, or was never theirs; says nothing about what exists."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class PressNoted(Event):
    """A press that changes nothing on the screen: it was heard all the same."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class LanguageAsked(Event):
    """Which language to read."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class LanguageChanged(Event):
    """Said in the new language."""

    while_stopped = Told.NOBODY
    language: str


@dataclass(frozen=True, slots=True)
class TeacherTold(Event):
    """How a school joins, for a teacher without a link."""

    while_stopped = Told.NOBODY
