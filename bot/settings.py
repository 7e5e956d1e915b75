"""Settings: one frozen object; each field has a type, a default, a check and a help."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from bot import environment, safeguarding
from bot.errors import NoToken, SettingsError

TELEGRAM = "https://api.telegram.org"
# Where Telegram is willing to call.
WEBHOOK_PORTS = {None, 80, 88, 443, 8443}
# How a server is spoken to, as libpq names it.
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
# The last: curl's spelling for what we always do, the proxy looks up the names.
PROXIES = {"http", "https", "socks5", "socks5h"}


def _env(name: str, help_: str, default: Any) -> Any:
    return field(default=default, metadata={"env": name, "help": help_, "secret": False})


def _secret(name: str, help_: str, default: str) -> Any:
    """As _env; may also stand in a file that NAME_FILE names, so that no environment shows it."""
    return field(default=default, metadata={"env": name, "help": help_, "secret": True})


@dataclass(frozen=True)
class Settings:
    """What an operator can set, read from the environment."""

    token: str = _secret("TELEGRAM_BOT_TOKEN", "the token that @BotFather gave you", "")
    api_url: str = _env("TELEGRAM_API_URL", "another Bot API server", TELEGRAM)
    proxy: str = _secret(
        "HOMELINE_PROXY", "http://host:port or socks5://host:port of a proxy through which Telegram is reached", ""
    )
    webhook_url: str = _env("HOMELINE_WEBHOOK_URL", "https address at which Telegram calls; without it we ask", "")
    webhook_secret: str = _secret(
        "HOMELINE_WEBHOOK_SECRET", "1 to 256 of A-Z a-z 0-9 _ -, known to Telegram and us", ""
    )
    listen: str = _env("HOMELINE_LISTEN", "host:port of our web server; with a webhook 127.0.0.1:8443", "")
    metrics_listen: str = _env(
        "HOMELINE_METRICS_LISTEN", "host:port for /metrics, which nothing else serves; never for the world", ""
    )
    database_url: str = _secret(
        "DATABASE_URL", "sqlite:///path or postgresql://user:password@host/name", "sqlite:///var/homeline.db"
    )
    keys: str = _secret("HOMELINE_KEYS", "keyring: id:base64key[,id:base64key…], the newest first", "")
    backup_key: str = _secret(
        "HOMELINE_BACKUP_KEY",
        "for whom backups are written: age1…, the public half of a pair (homeline keys backup)",
        "",
    )
    backups: str = _env("HOMELINE_BACKUPS", "the folder for backups and the list of tombstones", "var/backups")
    backup_at: str = _env(
        "HOMELINE_BACKUP_AT", "when a backup is made each night, by this machine's clock; off: never", "02:30"
    )
    ping_url: str = _secret(
        "HOMELINE_PING_URL", "address of a dead man's switch (as of healthchecks) that is called each minute", ""
    )
    rate: float = _env("HOMELINE_RATE", "messages a second for the whole bot; 0 switches pacing off", 28.0)
    environment: str = _env("HOMELINE_ENV", "development or production", "development")
    data: str = _env(
        "HOMELINE_DATA", "the folder of your own files, which no upgrade touches: safeguarding/, helplines.toml", ""
    )
    safeguarding: str = _env(
        "HOMELINE_SAFEGUARDING",
        "the safeguarding file, needed in production; without it safeguarding/safeguarding.toml in HOMELINE_DATA",
        "",
    )
    log_level: str = _env("HOMELINE_LOG", "DEBUG, INFO, WARNING or ERROR", "INFO")
    log_format: str = _env("HOMELINE_LOG_FORMAT", "json, text, or auto: text on a terminal and json elsewhere", "auto")

    @property
    def address(self) -> tuple[str, int] | None:
        """Where the web server listens: host and port; none where nothing is to call us."""
        return _address(self.listen or ("127.0.0.1:8443" if self.webhook_url else ""))

    @property
    def metrics_address(self) -> tuple[str, int] | None:
        """Where numbers are told, and nothing else is."""
        return _address(self.metrics_listen)

    @property
    def backup_time(self) -> time | None:
        """When a night's backup is made; none where somebody else sees to it."""
        return None if self.backup_at == "off" else time.fromisoformat(self.backup_at)

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file on this machine."""
        return self.database_url.startswith("sqlite:")

    @property
    def sqlite_path(self) -> Path:
        """The file of a SQLite database; where the setting names a link, the file that it leads to."""
        named = Path(self.database_url.removeprefix("sqlite:///"))
        return named.resolve() if named.is_symlink() else named


def _address(listen: str) -> tuple[str, int] | None:
    parts = urlsplit(f"//{listen}")
    return (parts.hostname or "0.0.0.0", parts.port or 0) if listen else None  # noqa: S104 - “:8443” asks for it


def as_environment_file() -> str:
    """Every setting with its help and default, commented out: what an operator begins with."""
    return _HEAD + "".join(
        f"\n# {each.metadata['help']}\n# {each.metadata['env']}={_plain(each.default)}\n" for each in fields(Settings)
    )


_HEAD = """# The settings of Homeline, printed by `homeline settings`. Take the # from a line that you change.
# This file holds secrets: only its owner may read it (chmod 600). No quotation marks, nothing behind a value.
# A token, a key, a webhook's secret, DATABASE_URL and HOMELINE_PROXY may stand in a file of their own: NAME_FILE=/path.
"""


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def read(environ: Mapping[str, str] = os.environ, *, needs_token: bool = True) -> Settings:
    """Settings from the environment; raises SettingsError with one line that says which is wrong and why."""
    environment.refuse_unknown(environ, {each.metadata["env"]: each.metadata["secret"] for each in fields(Settings)})
    values: dict[str, Any] = {}
    for each in fields(Settings):
        name = each.metadata["env"]
        raw = environment.secret(environ, name) if each.metadata["secret"] else environ.get(name, "").strip()
        if raw:
            values[each.name] = _number(each.metadata["env"], raw) if each.name == "rate" else raw
    settings = _with_own_file(Settings(**values))
    check(settings, needs_token=needs_token)
    return settings


def _with_own_file(settings: Settings) -> Settings:
    """With the safeguarding file of the operator's own folder, where one is needed and no other is named."""
    if settings.environment != "production" or settings.safeguarding or not settings.data:
        return settings
    return replace(settings, safeguarding=str(Path(settings.data) / "safeguarding" / "safeguarding.toml"))


def _number(name: str, raw: str) -> float:
    try:
        return float(raw)
    except ValueError:
        raise SettingsError(f"{name} must be a number such as 28, not “{raw}”.") from None


def check(settings: Settings, *, needs_token: bool) -> None:
    """Raises SettingsError for the first setting that is wrong."""
    if needs_token and not settings.token:
        raise NoToken(
            "TELEGRAM_BOT_TOKEN is not set. Ask @BotFather in Telegram for a token and set it, "
            "or run `make demo` to see Homeline without one."
        )
    if settings.token and not re.fullmatch(r"\d+:[A-Za-z0-9_-]{3,}", settings.token):
        raise SettingsError("TELEGRAM_BOT_TOKEN does not look like a token (digits, a colon, letters). Copy it whole.")
    if not re.match(r"https?://[^/]+", settings.api_url) or _split(settings.api_url) is None:
        raise SettingsError(f"TELEGRAM_API_URL must begin with http:// or https://, not “{settings.api_url}”.")
    _check_database(settings)
    if not 0 <= settings.rate <= 1000:
        raise SettingsError("HOMELINE_RATE must be between 0 and 1000 messages a second.")
    _check_folders(settings)
    _check_log(settings)
    if settings.environment not in {"development", "production"}:
        raise SettingsError("HOMELINE_ENV must be development or production.")
    if settings.environment == "production":
        if not settings.safeguarding:
            raise SettingsError(
                "HOMELINE_SAFEGUARDING must name the safeguarding file in production: who answers, and when. "
                "Begin with deploy/safeguarding/example.toml."
            )
        safeguarding.read_file(Path(settings.safeguarding))
    _check_network(settings)
    needs_keys = settings.environment == "production" or not settings.is_sqlite
    if needs_keys and not settings.keys:
        raise SettingsError(
            "HOMELINE_KEYS is not set. PostgreSQL and production need a keyring kept outside the database; "
            "`homeline keys new` prints one."
        )


def _check_database(settings: Settings) -> None:
    parts = _split(settings.database_url)
    if not re.match(r"(sqlite:///.+|postgresql://.+)", settings.database_url) or parts is None:
        raise SettingsError("DATABASE_URL must be sqlite:///path/to/file.db or postgresql://user:password@host/name.")
    if settings.is_sqlite:
        if settings.sqlite_path.is_dir():
            inside = settings.sqlite_path / "homeline.db"
            raise SettingsError(f"DATABASE_URL names a folder; name a file in it, such as sqlite:///{inside}.")
        return
    if "@" in parts.netloc.rpartition("@")[0] + parts.path:
        raise SettingsError("DATABASE_URL: write @ in a password as %40 and / as %2F.")
    if not parts.path.strip("/"):
        raise SettingsError("DATABASE_URL does not name a database: postgresql://user:password@host/name.")
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    if not asked.keys() <= {"host", "sslmode"} or asked.get("sslmode", "require") not in SSL_MODES:
        raise SettingsError(f"DATABASE_URL: behind the ? stand only host and sslmode ({', '.join(SSL_MODES)}).")


def _check_folders(settings: Settings) -> None:
    if Path(settings.backups).exists() and not Path(settings.backups).is_dir():
        raise SettingsError(f"HOMELINE_BACKUPS names {settings.backups}, which is a file; name a folder.")
    if settings.data and not Path(settings.data).is_dir():
        raise SettingsError(f"HOMELINE_DATA names {settings.data}, which is no folder.")
    if settings.backup_at != "off" and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", settings.backup_at):
        raise SettingsError("HOMELINE_BACKUP_AT must look like 02:30, or be off.")


def _check_log(settings: Settings) -> None:
    if settings.log_level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise SettingsError("HOMELINE_LOG must be DEBUG, INFO, WARNING or ERROR.")
    if settings.log_format not in {"auto", "json", "text"}:
        raise SettingsError("HOMELINE_LOG_FORMAT must be json, text or auto.")


def _check_network(settings: Settings) -> None:
    if settings.webhook_secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", settings.webhook_secret):
        raise SettingsError("HOMELINE_WEBHOOK_SECRET takes 1 to 256 of A-Z a-z 0-9 _ and -.")
    for name, listen in (("HOMELINE_LISTEN", settings.listen), ("HOMELINE_METRICS_LISTEN", settings.metrics_listen)):
        if listen and not (re.search(r":\d+$", listen) and _split(f"//{listen}")):
            raise SettingsError(f"{name} must look like 127.0.0.1:8443.")
    numbers, web = settings.metrics_address, settings.address
    if numbers and web and numbers[1] == web[1] != 0:
        raise SettingsError("HOMELINE_METRICS_LISTEN must have another port than HOMELINE_LISTEN.")
    proxy = _split(settings.proxy)
    if settings.proxy and (proxy is None or proxy.scheme not in PROXIES or not proxy.hostname or not proxy.port):
        raise SettingsError("HOMELINE_PROXY must look like http://host:port or socks5://host:port.")
    ping = _split(settings.ping_url)
    if settings.ping_url and (ping is None or ping.scheme not in {"http", "https"} or not ping.hostname or ping.query):
        raise SettingsError("HOMELINE_PING_URL must look like https://host/path; /start and /fail are added to it.")
    if settings.webhook_url:
        _check_webhook(settings)


def _check_webhook(settings: Settings) -> None:
    if not settings.webhook_secret:
        raise SettingsError("HOMELINE_WEBHOOK_SECRET is not set; without it anybody could bring updates.")
    parts = _split(settings.webhook_url)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError("HOMELINE_WEBHOOK_URL must look like https://host/path.")
    telegrams_own = settings.api_url.rstrip("/") == TELEGRAM
    if telegrams_own and (parts.scheme != "https" or parts.port not in WEBHOOK_PORTS):
        raise SettingsError("HOMELINE_WEBHOOK_URL must be https on port 443, 80, 88 or 8443: Telegram calls no other.")


def _split(url: str) -> SplitResult | None:
    """The parts of an address; none when its host or its port cannot be one."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # checked only when it is asked for
    except ValueError:
        return None
    return parts
