"""Makes the families by taps, all at once: one step of each, and then everything that follows."""

from collections.abc import Awaitable, Callable

from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from tests.homeline import link_in
from tests.month.deeds import Script
from tests.month.town import COUNTRIES, Adult, Family

PhoneOf = Callable[[PersonSpec], Phone]


async def open_all(families: list[Family], phone: PhoneOf, settle: Callable[[], Awaitable[None]]) -> None:
    """Every family from START to the guardian's welcome."""
    scripts = [_script(each, phone) for each in families]
    while scripts:
        scripts = [each for each in scripts if next(each, "over") is None]
        await settle()


def _script(family: Family, phone: PhoneOf) -> Script:
    for place, child in enumerate(family.children):
        parent = family.parents[min(place, len(family.parents) - 1)]
        yield from _child(family, phone(parent.spec), parent, child, new=place < len(family.parents))
        link = link_in(phone(parent.spec))
        yield from _joined(phone(family.guardians[0].spec), phone(parent.spec), link, new=place == 0)
    for guardian in family.guardians[1:]:
        parent_phone = phone(family.parents[0].spec)
        yield from _taps(parent_phone, "🏠", "⚙️", "🔗", "🏡")
        yield from _joined(phone(guardian.spec), parent_phone, link_in(parent_phone), new=True)


def _child(family: Family, phone: Phone, parent: Adult, child: str, *, new: bool) -> Script:
    if new:
        yield from _newcomer(phone)
        yield from _taps(phone, "👪")
    else:
        yield from _taps(phone, "🏠", "⚙️")
    yield from _taps(phone, "➕")
    phone.say(child)
    yield
    yield from _taps(phone, "2018", "May")
    yield from _country(phone, COUNTRIES[family.zone])
    if new:
        yield from _country(phone, COUNTRIES[parent.zone])


def _joined(phone: Phone, host: Phone, link: str, *, new: bool) -> Script:
    if new:
        yield from _newcomer(phone, link.rpartition("=")[2])
    else:
        phone.open(link)
        yield
    yield from _taps(phone, "👵")
    yield from _taps(host, "✅")


def _newcomer(phone: Phone, token: str = "") -> Script:
    phone.start(token)
    yield
    yield from _taps(phone, "✅", "✅", "✅")


def _country(phone: Phone, flag: str) -> Script:
    while not any(button.text.startswith(flag) for row in phone.last.buttons for button in row):
        yield from _taps(phone, "🔄")
    yield from _taps(phone, flag)


def _taps(phone: Phone, *labels: str) -> Script:
    for label in labels:
        phone.tap(label)
        yield
