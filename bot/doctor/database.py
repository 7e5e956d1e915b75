"""What the database says: whether it opens, its schema, the keys, the last backup, what is stuck."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.db import installation, key_marks, migrations, moving
from bot.db.crypto import Keyring, parse_keys
from bot.db.read_only import look
from bot.db.tables import child, person
from bot.db.transaction import Tx
from bot.doctor import clocks, families, machine, schools, whose_bot
from bot.doctor.finding import Finding, note, ok, wrong
from bot.domain.notifications import Lane
from bot.domain.operators.pages import Page
from bot.errors import CannotDecrypt, DatabaseAway, HomelineError, SettingsError
from bot.operations import backup_keys
from bot.operations.backing_up import key_since
from bot.queries import figures
from bot.settings import Settings
from bot.status import spell
from bot.telegram.outcomes import FOREIGN

KEY_LIFE = timedelta(days=365)
BACKUP_LIFE = timedelta(days=2)
# An alert that has waited so long says that nothing is sent.
_STUCK = timedelta(minutes=1)
_OFF = timedelta(seconds=30)
_NAMED = 5
_MOVED = "start it where it was copied to; where a copy broke off, copy again"


@dataclass(slots=True)
class Kept:
    """What was found, and where this installation's children live."""

    findings: list[Finding] = field(default_factory=list)
    countries: frozenset[str] = frozenset()


async def look_at(settings: Settings, clock: Clock) -> Kept:
    """Look beside whoever runs, and never write."""
    kept = Kept([machine.sqlite_version()] if settings.is_sqlite else [])
    try:
        await look(settings, clock, lambda tx: _examine(tx, settings, kept), _keyring(settings))
    except FileNotFoundError as error:
        words, hint = (
            f"There is no file {error.filename} yet.",
            "the first `homeline run` or `homeline migrate` makes it",
        )
        kept.findings.append(note("database", words, hint))
    except (SQLAlchemyError, OSError, DatabaseAway) as error:
        words = f"It does not open ({type(error.__cause__ or error).__name__})."
        kept.findings.append(wrong("database", words, "check DATABASE_URL, and whether its server is up"))
    except HomelineError as error:
        kept.findings.append(wrong("keys", str(error), "without the right keys nothing can be read: find them first"))
    return kept


def _keyring(settings: Settings) -> Keyring:
    """The keys that there are; unlike `run`, a look makes none."""
    if settings.keys:
        return parse_keys(settings.keys)
    if not settings.sqlite_path.exists():
        raise FileNotFoundError(2, "There is no database yet", str(settings.sqlite_path))
    beside = settings.sqlite_path.with_name(settings.sqlite_path.name + ".keys")
    if not beside.exists():
        raise CannotDecrypt(f"HOMELINE_KEYS is not set, and the file {beside.name} is not beside the database")
    return parse_keys(beside.read_text())


def examine(tx: Tx, settings: Settings, countries: frozenset[str]) -> Kept:
    """The same each minute, by the process that runs: what reads a whole table is left out, or known already."""
    kept = Kept(countries=countries or _countries(tx))
    kept.findings += [*clocks.doubt(tx), *_usual(tx, settings)]
    return kept


def _examine(tx: Tx, settings: Settings, kept: Kept) -> None:
    have = migrations.revision(tx.conn)
    kept.findings.append(_schema(have))
    if have != migrations.HEAD:
        return
    kept.countries = _countries(tx)
    if installation.get(tx, moving.LEFT):
        kept.findings.append(wrong("database", "This installation has moved away from here.", _MOVED))
    kept.findings += [*whose_bot.check(tx, settings.token), *clocks.check(tx), *_usual(tx, settings)]
    kept.findings += families.check(tx, settings.rate)


def _countries(tx: Tx) -> frozenset[str]:
    return frozenset(row.country for row in tx.all(select(child.c.country).distinct()))


def _usual(tx: Tx, settings: Settings) -> list[Finding]:
    return [
        *_clock(tx),
        *_keys(tx, settings),
        *_old_secrets(tx, settings),
        _backup(tx, settings),
        *_stuck(figures.gather(tx)),
        *schools.look_at(tx),
    ]


def _schema(have: str | None) -> Finding:
    if have == migrations.HEAD:
        return ok("database", f"It opens; its schema is this version's ({have}).")
    if have is not None and have > migrations.HEAD:
        words = f"Its schema ({have}) is newer than this version's ({migrations.HEAD})."
        return wrong("database", words, "run the newer version of Homeline, or restore a backup")
    words = f"Migrations are pending: it has {have or 'nothing'}, this version needs {migrations.HEAD}."
    return wrong("database", words, "make a backup, then `homeline migrate`")


def _clock(tx: Tx) -> Iterator[Finding]:
    if tx.conn.dialect.name != "postgresql":
        return
    theirs: datetime = tx.scalar(select(func.clock_timestamp()))
    if abs(theirs - tx.now) > _OFF:
        seconds = abs((theirs - tx.now).total_seconds())
        words = f"The database's clock and this machine's differ by {seconds:,.0f} s."
        yield wrong("clocks", words, "let both machines set their clocks (NTP)", Page.CLOCK)


def _keys(tx: Tx, settings: Settings) -> Iterator[Finding]:
    try:
        key_marks.check(tx)
    except SettingsError as error:
        yield wrong("keys", str(error), "without them nobody can read anything: who holds a copy?", Page.KEYS)
        return
    try:
        tx.first(select(person.c.name).order_by(person.c.id).limit(1))
        tx.first(select(person.c.name).order_by(person.c.id.desc()).limit(1))
    except CannotDecrypt as error:
        words = f"They do not open what is stored: {error}."
        yield wrong("keys", words, "put the older key back behind the newest", Page.KEYS)
        return
    if not settings.keys:
        words = "The key lies in a file beside the database."
        yield note("keys", words, "for real families keep it elsewhere: HOMELINE_KEYS")
    since = installation.instant(tx, installation.key_since(tx.keyring.newest))
    if since is None:
        yield ok("keys", "They open what is stored; how old the newest is will be known once Homeline has run.")
    elif (age := tx.now - since) > KEY_LIFE:
        words = f"The newest is {spell(age.total_seconds())} old."
        yield note("keys", words, "change it each year (runbook: Keys)", Page.KEYS)
    else:
        yield ok("keys", f"They open what is stored; the newest is {spell(age.total_seconds())} old.")


def _old_secrets(tx: Tx, settings: Settings) -> Iterator[Finding]:
    """The token and the key of backups, which are changed each year too."""
    named = {"token": installation.secret_since(installation.TOKEN, settings.token)}
    try:
        keys = backup_keys.read(settings.backup_key)
    except SettingsError as error:
        yield wrong("secrets", str(error), "until then no backup is made", Page.BACKUP)
    else:
        if keys.recipients:
            named["backup key"] = key_since(keys)
        if keys.identities and settings.environment == "production":
            words = "HOMELINE_BACKUP_KEY holds what opens every backup, so whoever takes this machine can read them."
            yield note("secrets", words, "only its public half (age1…) is needed here; keep the secret one elsewhere")
    for words, name in named.items():
        since = installation.instant(tx, name)
        if since is not None and (age := tx.now - since) > KEY_LIFE:
            said = f"The {words} is {spell(age.total_seconds())} old."
            yield note("secrets", said, "change it (runbook: Keys)", Page.KEYS)


def _backup(tx: Tx, settings: Settings) -> Finding:
    at, failed = installation.instant(tx, installation.BACKUP_AT), installation.get(tx, installation.BACKUP_FAILED)
    age = tx.now - at if at else None
    words = f"The last is {spell(max(age.total_seconds(), 0))} old." if age is not None else "None was ever made."
    if failed:
        return wrong("backup", f"{words} This night's failed: {failed}", "mend it; it is tried each hour", Page.BACKUP)
    if age is None:
        hint = "`homeline run` makes the first (runbook: Backup)" if settings.backup_key else "set HOMELINE_BACKUP_KEY"
        if settings.environment == "production":
            return wrong("backup", words, hint, Page.BACKUP)
        return note("backup", words, hint)
    if age > BACKUP_LIFE:
        hint = "is HOMELINE_BACKUP_AT off, and Homeline stopped at night? (runbook: Backup)"
        return wrong("backup", words, hint, Page.BACKUP)
    return ok("backup", words)


def _stuck(now: figures.Figures) -> Iterator[Finding]:
    urgent = now.queues[Lane.URGENT]
    if urgent.oldest_due is not None and now.at - urgent.oldest_due > _STUCK:
        seconds = (now.at - urgent.oldest_due).total_seconds()
        words = f"{urgent.due} alerts wait, the oldest for {spell(seconds)}."
        hint = "is `homeline run` up, and Telegram in reach? (runbook: HomelineAlertsWait)"
        yield wrong("queues", words, hint, Page.SENDER)
    else:
        yield ok("queues", "No alert waits.")
    yield from _outage(now)
    yield from _given_up(now)
    yield from _reports(now)
    if now.updates_parked:
        words = f"{now.updates_parked} updates could not be handled and are parked."
        hint = "the log says where; an upgrade may mend it (runbook: HomelineUpdatesParked)"
        yield note("parked", words, hint, Page.PARKED, now.updates_parked)


def _outage(now: figures.Figures) -> Iterator[Finding]:
    if now.outage_since is not None:
        words = (
            f"Telegram has taken no message for {spell((now.at - now.outage_since).total_seconds())}; all of them wait."
        )
        yield wrong("line", words, "check the network and the proxy (runbook: HomelineLineBroken)", Page.SENDER)


def _given_up(now: figures.Figures) -> Iterator[Finding]:
    if not now.given_up:
        return
    rows = ", ".join(str(each.row) for each in now.given_up[:_NAMED])
    words = f"{len(now.given_up)} messages were given up within a day (outbox rows {rows})."
    foreign = sum(each.reason == FOREIGN for each in now.given_up)
    if foreign:
        words += f" {foreign} of them hold files of an earlier bot, for the token has changed; their authors are told."
    hint = "`homeline status` says why (runbook: HomelineGivenUp)"
    alerts = sum(each.lane == Lane.URGENT for each in now.given_up)
    yield wrong("given up", words, hint, Page.GIVEN_UP, alerts) if alerts else note("given up", words, hint)


def _reports(now: figures.Figures) -> Iterator[Finding]:
    if not now.reports or now.reports_oldest is None:
        return
    age = spell((now.at - now.reports_oldest).total_seconds())
    words = f"{now.reports} reports of families wait, the oldest for {age}."
    if now.reports_late:
        hint = "somebody waits for an answer: `homeline reports` (runbook: What families report)"
        yield wrong("reports", words, hint, Page.REPORT_LATE, now.reports)
    else:
        yield note("reports", words, "read them with `homeline reports`", Page.REPORT, now.reports)
