"""The keyring: AES-GCM for personal columns, keyed hashes for look-ups."""

import base64
import binascii
import hashlib
import hmac
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.exc import DontWrapMixin

from bot.db.veil import NameVeil, Veil
from bot.errors import CannotDecrypt, SettingsError

_NONCE = 12
_KEY = 32


class VeilUnknown(CannotDecrypt, DontWrapMixin):
    """As CannotDecrypt, raised while a statement is filled in, where SQLAlchemy would wrap it otherwise."""


class Keyring:
    """Several keys that may read; the first one writes."""

    def __init__(self, keys: dict[int, bytes]) -> None:
        if not keys:
            raise SettingsError("HOMELINE_KEYS holds no key. `homeline keys new` prints one.")
        self.newest = next(iter(keys))
        self._ciphers = {key_id: AESGCM(_derive(key, b"encrypt")) for key_id, key in keys.items()}
        self.look_up_keys = {key_id: _derive(key, b"look-up") for key_id, key in keys.items()}
        self.veil_key: bytes | None = None
        self._veils: dict[str, Veil] = {}
        self._name_veils: dict[str, NameVeil] = {}

    def encrypt(self, plain: bytes, about: bytes) -> bytes:
        """Key id (1 byte), nonce (12), ciphertext; `about` binds it to its column."""
        nonce = os.urandom(_NONCE)
        return bytes([self.newest]) + nonce + self._ciphers[self.newest].encrypt(nonce, plain, about)

    def decrypt(self, sealed: bytes, about: bytes) -> bytes:
        """The plain bytes; raises CannotDecrypt."""
        cipher = self._ciphers.get(sealed[0]) if sealed else None
        if cipher is None:
            raise CannotDecrypt("a column was written under a key that is not in HOMELINE_KEYS")
        try:
            return cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], about)
        except (InvalidTag, ValueError):  # the latter: cut off
            raise CannotDecrypt("a column does not open under its key; was the database changed by hand?") from None

    @property
    def ids(self) -> list[int]:
        """The numbers of the keys that may read, the newest first."""
        return list(self._ciphers)

    @property
    def fingerprint(self) -> str:
        """Two keyrings with the same newest key have the same."""
        return self.look_up("fingerprint").hex()

    @staticmethod
    def key_of(sealed: bytes) -> int:
        """The number of the key under which a value is sealed."""
        return sealed[0]

    def learn_look_up_key(self, key_id: int, hasher: bytes) -> None:
        """Look up also what was hashed under a key that can no longer read."""
        self.look_up_keys.setdefault(key_id, hasher)

    def learn_veil_key(self, key: bytes) -> None:
        """From now on numbers are veiled under this key."""
        if key != self.veil_key:
            self.veil_key = key
            self._veils.clear()
            self._name_veils.clear()

    def veil(self, about: str) -> Veil:
        """What veils the numbers of one column."""
        found = self._veils.get(about)
        if found is None:
            found = self._veils[about] = Veil(self._veil_key_of(about))
        return found

    def name_veil(self, about: str) -> NameVeil:
        """What veils the names of one column."""
        found = self._name_veils.get(about)
        if found is None:
            found = self._name_veils[about] = NameVeil(self._veil_key_of(about))
        return found

    def _veil_key_of(self, about: str) -> bytes:
        if self.veil_key is None:
            raise VeilUnknown("the key of what is veiled is not known")
        return _derive(self.veil_key, about.encode())

    def look_up(self, value: str) -> bytes:
        """The keyed hash under which a new row is stored."""
        return self._hash(self.newest, value)

    def look_ups(self, value: str) -> list[bytes]:
        """The keyed hashes under which an old row may stand, one for each key."""
        return [self._hash(key_id, value) for key_id in self.look_up_keys]

    def pseudonym(self, value: str) -> str:
        """What stands for a person in a log: the same for the same one, and nothing without the key."""
        return self.look_up(f"log {value}").hex()[2:12]

    def _hash(self, key_id: int, value: str) -> bytes:
        return bytes([key_id]) + hmac.digest(self.look_up_keys[key_id], value.encode(), "sha256")


def _derive(key: bytes, purpose: bytes) -> bytes:
    return hmac.digest(key, b"homeline " + purpose, hashlib.sha256)


def new_key(key_id: int = 1) -> str:
    """One fresh key as it stands in HOMELINE_KEYS."""
    return f"{key_id}:{base64.b64encode(os.urandom(_KEY)).decode()}"


def parse_keys(text: str) -> Keyring:
    """A keyring from `id:base64,id:base64`; raises SettingsError."""
    return Keyring(read_keys(text, "HOMELINE_KEYS"))


def read_keys(text: str, setting: str) -> dict[int, bytes]:
    """The keys of a setting, in their order; raises SettingsError."""
    keys: dict[int, bytes] = {}
    for part in text.replace("\n", ",").split(","):
        if not part.strip():
            continue
        head, _, body = part.strip().partition(":")
        try:
            key_id, key = int(head), base64.b64decode(body, validate=True)
        except (ValueError, binascii.Error):
            raise SettingsError(f"{setting} must look like 1:base64key. `homeline keys new` prints one.") from None
        if len(key) != _KEY or not 0 <= key_id <= 255 or key_id in keys:
            raise SettingsError(f"{setting}: each key has 32 bytes and an id of its own between 0 and 255.")
        keys[key_id] = key
    return keys


def keyring_beside(database: Path) -> Keyring:
    """The key file beside a development database, written on first use and readable by its owner only.

    Raises SettingsError where the database is there and its key is not.
    """
    path = database.with_name(database.name + ".keys")
    if not path.exists():
        if database.exists() and database.stat().st_size:
            raise SettingsError(
                f"HOMELINE_KEYS is not set, and {path.name} is not beside the database, which nothing else opens. "
                "Put either back (runbook: Keys)."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(new_key() + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)  # half a key would be taken for a wrong one
            raise
    return parse_keys(path.read_text())
