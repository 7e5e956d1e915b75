"""The keys of backups: for whom one is written, and what opens one."""

from dataclasses import dataclass

from pyrage import IdentityError, RecipientError
from pyrage.x25519 import Identity, Recipient

from bot.db.crypto import read_keys
from bot.errors import SettingsError
from bot.settings import Settings

_SETTING = "HOMELINE_BACKUP_KEY"
_SECRET, _PUBLIC = "AGE-SECRET-KEY-", "age1"


@dataclass(frozen=True, slots=True)
class BackupKeys:
    """What stands in the setting."""

    recipients: tuple[Recipient, ...]  # whoever holds the other half of one of these opens what is written
    identities: tuple[Identity, ...]  # what opens a backup here; a server needs none
    old: tuple[bytes, ...]  # what opens the backups of version 0.1

    @property
    def name(self) -> str:
        """What tells these from others: public halves only."""
        return ",".join(sorted(map(str, self.recipients)))


def new_pair() -> str:
    """A pair as `age-keygen` writes it."""
    made = Identity.generate()
    return f"# public key: {made.to_public()}\n{made}"


def read(text: str) -> BackupKeys:
    """The keys of the setting; without a public half it is written for the first secret one. Raises SettingsError."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    parts = [part.strip() for line in lines for part in line.split(",") if part.strip()]
    try:
        public = [Recipient.from_str(each) for each in parts if each.startswith(_PUBLIC)]
        secret = [Identity.from_str(each) for each in parts if each.startswith(_SECRET)]
    except (IdentityError, RecipientError):
        raise SettingsError(
            f"{_SETTING}: a key (age1… or {_SECRET}…) is mistyped or cut short. Copy it whole."
        ) from None
    old = read_keys(",".join(each for each in parts if not each.startswith((_PUBLIC, _SECRET))), _SETTING)
    return BackupKeys(tuple(public or [each.to_public() for each in secret[:1]]), tuple(secret), tuple(old.values()))


def of(settings: Settings) -> BackupKeys:
    """The keys that there are. Raises SettingsError."""
    keys = read(settings.backup_key)
    if not keys.recipients and not keys.old:
        raise SettingsError(
            f"{_SETTING} is not set. `homeline keys backup` prints a pair; its public half stands here."
        )
    if not set(keys.old).isdisjoint(read_keys(settings.keys, "HOMELINE_KEYS").values()):
        raise SettingsError(f"{_SETTING} must be another key than those in HOMELINE_KEYS.")
    return keys


def to_write(settings: Settings) -> BackupKeys:
    """The same, with somebody for whom to write. Raises SettingsError."""
    keys = of(settings)
    if not keys.recipients:
        raise SettingsError(
            f"{_SETTING} is a key of version 0.1, which only opens old backups. Put the public half (age1…) of a new "
            "pair in front of it: `homeline keys backup` prints one."
        )
    return keys
