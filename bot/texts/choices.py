"""A word that is typed where buttons are shown: what it means among them."""

from typing import Any

from bot.db.transaction import Tx
from bot.delivery import endings
from bot.delivery.outbox import Row
from bot.delivery.payloads import Payload
from bot.domain import emoji
from bot.domain.circle.child_moves import ChildPlaceAsked
from bot.domain.circle.joining import PlaceAsked
from bot.domain.circle.times import MyPlaceAsked
from bot.domain.countries import zones
from bot.domain.notifications import Lane
from bot.domain.people import Person
from bot.texts import places
from bot.texts.keyboard import is_key
from bot.texts.places import folded
from bot.texts.render import render

LONGEST = 40
# Commands, and the signs of home and help, which mean the same below every message.
_GOES_ON = ("/", emoji.HOME, emoji.HELP[0])

_PLACES = {each.__name__ for each in (PlaceAsked, MyPlaceAsked, ChildPlaceAsked)}


def meant(tx: Tx, me: Person, words: str) -> tuple[int, tuple[str, ...]] | None:
    """The newest message of this person and what its buttons carry that these words name; none where it is not one."""
    if len(words) > LONGEST or words.startswith(_GOES_ON) or is_key(words):
        return None
    rows = endings.newest(tx, me.id)
    for row in rows:
        found = {data for label, data in buttons_of(tx, me, row.payload) if _is_named(label, words)}
        if len(found) == 1:
            return row.message_id, (found.pop(),)
    place = _place(rows[0].payload["events"], words) if rows else None
    return (rows[0].message_id, place) if place else None


def buttons_of(tx: Tx, me: Person, said: Payload) -> list[tuple[str, str]]:
    """The buttons below a message as they are now: what stands on each, and what it carries."""
    anew = said.copy()
    anew.pop("edit", None)
    row = Row(
        id=0,
        chat=me.telegram_id,
        person_id=me.id,
        lane=Lane.REPLY,
        attempt=0,
        retry_if_unknown=False,
        card=None,
        edits_card=False,
        payload=anew,
        due_at=tx.now,
        wanted_at=None,
    )
    request = render(tx, row, me)
    markup = (request.params.get("reply_markup") or {}) if request else {}
    return [(each["text"], each["callback_data"]) for line in markup.get("inline_keyboard", ()) for each in line]


def _is_named(label: str, words: str) -> bool:
    """By the words on it; by its sign alone, where nothing else was typed."""
    wanted = folded(words)
    if wanted:
        return folded(label) == wanted
    sign = words.replace("\ufe0f", "").strip()
    return bool(sign) and label.replace("\ufe0f", "").split(" ")[0] == sign


def _place(events: list[dict[str, Any]], words: str) -> tuple[str, ...] | None:
    """A country or a city that is written where one is asked for, though it stands on no button."""
    asked = events[-1] if events else {}
    found = places.find(words) if asked.get("kind") in _PLACES else None
    if found is None:
        return None
    code, clock = found
    if asked["kind"] == MyPlaceAsked.__name__:
        return (f"my_country:{code}",) if clock is None else (f"my_city:{code}:{clock}",)
    if asked["kind"] == ChildPlaceAsked.__name__:
        child_id = asked["child_id"]
        return (f"child_country:{child_id}:{code}",) if clock is None else (f"child_city:{child_id}:{code}:{clock}",)
    whose = asked["whose"]
    several = clock is not None and len(zones(code)) > 1
    return (f"country:{whose}:{code}", *([f"city:{whose}:{clock}"] if several else ()))
