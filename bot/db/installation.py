"""What this installation has learned about itself."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update

from bot.db.tables import installation
from bot.db.transaction import Tx

TOKEN, BACKUP_KEY = "token", "backup_key"  # secrets whose age is known
BACKUP_AT = "backup_at"  # when the last backup was whole, an instant in ISO form
BACKUP_FAILED = "backup_failed"  # why the last one was not, as long as that is so

ORGANISATION = "organisation"  # who runs this bot, as families are told it
REPORT_HOURS = "report_hours"  # when reports are read
REPORTS_WITHIN = "reports_within"  # hours in which a report is answered

HELPLINES_ON = "helplines_on"  # the day on which the helplines were dialled, by the safeguarding file
SIGNED_DANGER, SIGNED_CRISIS = "signed_danger", "signed_crisis"  # who has signed the two cards
LOOKED_AT = "looked_at"  # when the doctor last looked for what operators must act on

_A_DAY = 24  # hours

_GET = select(installation.c.value).where(installation.c.name == bindparam("called"))
_FORGET = delete(installation).where(installation.c.name == bindparam("called"))
_LEARN = update(installation).where(installation.c.name == bindparam("called"))


def get(tx: Tx, name: str) -> str | None:
    """A value that was learned, such as the bot's `username`."""
    found: str | None = tx.scalar(_GET, {"called": name})
    return found


def instant(tx: Tx, name: str) -> datetime | None:
    """A value that is an instant; none where nothing was learned, or something else."""
    try:
        at = datetime.fromisoformat(get(tx, name) or "")
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def learn(tx: Tx, name: str, value: str) -> None:
    """Remember a value."""
    if not tx.change(_LEARN, {"called": name, "value": value}):
        tx.add_once(installation, {"name": name, "value": value})


def duty(language: str) -> str:
    """The name under which stands, in a language, what the law asks of who works with children."""
    return f"duty_{language}"


def reports_within(tx: Tx) -> timedelta:
    """In which time a report is answered."""
    return timedelta(hours=int(get(tx, REPORTS_WITHIN) or _A_DAY))


def forget(tx: Tx, name: str) -> None:
    """What was learned under this name is gone."""
    tx.change(_FORGET, {"called": name})


def link(tx: Tx, token: str) -> str:
    """The invite link of a token."""
    return f"https://t.me/{get(tx, 'username')}?start={token}"


def key_since(key_id: int) -> str:
    """The name under which stands since when a key has been the newest."""
    return f"key_{key_id}_since"


def secret_since(kind: str, secret: str) -> str:
    """The name under which stands since when a token or a backup key is in use; the secret cannot be read from it."""
    return f"{kind}_{hashlib.sha256(f'{kind} {secret}'.encode()).hexdigest()[:16]}_since"


def note_key(tx: Tx) -> None:
    """From now on the age of the newest key is known; nobody can read it from the key itself."""
    note_since(tx, key_since(tx.keyring.newest))


def note_since(tx: Tx, name: str) -> None:
    """Remember this instant, the first time."""
    if get(tx, name) is None:
        learn(tx, name, tx.now.isoformat())
