"""Numbers that are hidden from families because nobody has dialled them lately (SG-28)."""

from collections.abc import Collection, Iterator
from datetime import date

from bot.doctor.finding import Finding, note, ok, wrong
from bot.domain.operators.pages import Page
from bot.errors import SettingsError
from bot.texts.helplines import hidden, must_be_right


def check(countries: Collection[str], today: date) -> Iterator[Finding]:
    """One line for each country where a child of this installation lives; for every country while there is none."""
    try:
        must_be_right()
    except SettingsError as error:
        yield wrong("helplines", str(error), "until it is right, only our own numbers count", Page.HELPLINES)
    by_country: dict[str, list[str]] = {}
    for each in hidden(today):
        if not countries or each.country in countries:
            by_country.setdefault(each.country, []).append(f"{each.name} ({each.number_display})")
    for country, names in sorted(by_country.items()):
        hint = f"let somebody there dial, then `homeline helplines --dialled NUMBER --country {country} --by NAME`"
        page = Page.HELPLINES if countries else None
        yield note("helplines", f"{country}: families do not see {', '.join(names)}.", hint, page, len(names))
    if not by_country:
        yield ok("helplines", "Every number was dialled within 180 days.")
