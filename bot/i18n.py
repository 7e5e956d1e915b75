"""Languages: which are complete, which one a person reads, and their catalogues."""

import gettext as gettext_module
from functools import cache
from pathlib import Path

SOURCE = "en"
LANGUAGES = {"en": "English", "zh_Hans": "简体中文"}

_FROM_TELEGRAM = {"zh": "zh_Hans", "zh-hans": "zh_Hans", "zh-cn": "zh_Hans", "zh-sg": "zh_Hans", "en": "en"}


def locales_dir() -> Path:
    """The folder of the locales, in an installed wheel or in a checkout."""
    here = Path(__file__).resolve().parent
    installed = here / "_locales"
    return installed if installed.is_dir() else here.parent / "locales"


def from_telegram(code: str | None) -> str:
    """Our language for Telegram's language code (`zh-hans`, `pt-br`, none at all); English when we do not have it."""
    tag = (code or "").lower()
    return _FROM_TELEGRAM.get(tag) or _FROM_TELEGRAM.get(tag.partition("-")[0]) or SOURCE


@cache
def catalogue(language: str) -> gettext_module.NullTranslations:
    """The translations of one language; the source language is its own catalogue."""
    if language == SOURCE or language not in LANGUAGES:
        return gettext_module.NullTranslations()
    return gettext_module.translation("homeline", locales_dir(), [language])


def available() -> dict[str, str]:
    """The languages offered, by code, each under its own name."""
    return dict(LANGUAGES)
