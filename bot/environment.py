"""The environment as an operator writes it: misspelt names are refused, and secrets may stand in files."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from bot.errors import SettingsError

OURS = "HOMELINE_"
_FILE = "_FILE"
# Of names that other programs may use, too, only those are refused that are so much like one of ours that is not set.
_SHARED = ("TELEGRAM_", "DATABASE_")
_ALIKE = 0.85
# What Kubernetes and linked containers set by themselves beside a service called homeline.
_SURROUNDINGS = re.compile(
    r"HOMELINE_(\w+_)?(SERVICE_HOST=|SERVICE_PORT\w*=\d|PORT=(tcp|udp):|PORT_\d+_(TCP|UDP)\w*=)", re.ASCII
)


def refuse_unknown(environ: Mapping[str, str], known: Mapping[str, bool]) -> None:
    """Raises SettingsError for the first name that is no setting; `known` says of each whether it is a secret."""
    names = [*known, *(each + _FILE for each, secret in known.items() if secret)]
    for name in sorted(environ.keys() - set(names)):
        if name.startswith(OURS) and not _SURROUNDINGS.match(f"{name}={environ[name]}"):
            bare = name.removeprefix(OURS)
            (nearest,) = [bare] if bare in names else get_close_matches(name, names, 1, cutoff=0.0)
            raise SettingsError(f"There is no setting {name}; the nearest is {nearest}.")
        if name.startswith(_SHARED):
            for nearest in get_close_matches(name, names, 1, cutoff=_ALIKE):
                plain = nearest.removesuffix(_FILE)
                if plain not in environ and plain + _FILE not in environ:
                    raise SettingsError(f"{name} is no setting of Homeline. Is {nearest} meant, which is not set?")


def secret(environ: Mapping[str, str], name: str) -> str:
    """A secret itself, or what stands in the file that NAME_FILE names. Raises SettingsError."""
    value, path = environ.get(name, "").strip(), environ.get(name + _FILE, "").strip()
    if not path:
        return value
    if value:
        raise SettingsError(f"{name} and {name}{_FILE} are both set; leave one out.")
    try:
        value = Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingsError(f"{name}{_FILE} names {path}, which cannot be read ({error.strerror}).") from None
    except ValueError:
        raise SettingsError(f"{name}{_FILE} names {path}, which is no text.") from None
    if not value:
        raise SettingsError(f"{name}{_FILE} names {path}, which is empty.")
    return value
