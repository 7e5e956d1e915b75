"""The few errors of Homeline, named for what happened.

HomelineError
├── SettingsError     the start stops with one line that says which setting and why
│   └── NoToken       nobody has given it one yet
├── DatabaseInUse     a second `run` on the same SQLite file
├── DatabaseAway      it cannot be opened: no server, no file, no right to it
├── NewerDatabase     the schema is one that this program does not know yet
├── OlderDatabase     the schema is one from before the first release
├── BackupUnreadable  a backup is damaged, of another key, or no backup at all
├── Stopped           Ctrl-C in the middle of long work; it is undone, or goes on the next time
├── CannotDecrypt     a column was written under a key that is not in the keyring
└── Refused           Telegram's answer to one request; `permanent` decides whether to try again
"""


class HomelineError(Exception):
    """Anything that Homeline itself raises."""


class SettingsError(HomelineError):
    """A setting is wrong; the message names it and says what to do."""


class NoToken(SettingsError):
    """Homeline is to speak to Telegram, and has no token."""


class DatabaseAway(HomelineError):
    """The database cannot be opened; the message says why and which setting names it."""


class DatabaseInUse(HomelineError):
    """Another process already runs on this SQLite file."""


class NewerDatabase(HomelineError):
    """The schema is one that this program does not know yet; nothing was changed."""


class OlderDatabase(HomelineError):
    """The schema is one from before the first release; nothing was changed."""


class BackupUnreadable(HomelineError):
    """A backup is damaged, was written under another key, or is none; nothing of it was kept."""


class Stopped(HomelineError):
    """Somebody pressed Ctrl-C; what was begun is undone, or goes on when the command is given again."""

    def __init__(self) -> None:
        super().__init__("Stopped. The command may be given again.")


class CannotDecrypt(HomelineError):
    """A column was written under a key that is not in the keyring, or was changed outside Homeline."""


class Refused(HomelineError):
    """Telegram refused a request, with its own words and what the sender decides on."""

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        unreachable: bool = False,
        retry_after: float | None = None,
        moved_to: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.unreachable = unreachable
        self.retry_after = retry_after
        self.moved_to = moved_to
