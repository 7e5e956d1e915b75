"""A calendar that comes as a file: it is fetched and read beside all units, and what was read becomes a preview."""

from typing import Any

from bot.db.transaction import Tx
from bot.delivery import fetches
from bot.delivery.fetches import Wanted
from bot.domain.circle.roles import Action
from bot.domain.local_time import local
from bot.domain.people import Person
from bot.domain.school import calendar_imports as about_
from bot.domain.school.calendar_imports import Content
from bot.domain.school.calendars import CalendarRead
from bot.domain.school.roster_files import Unread
from bot.domain.school.schools import school_year_end
from bot.queries.circle import people
from bot.queries.school import calendars as kept
from bot.queries.school import schools
from bot.services.notifications import reply
from bot.services.school import calendars


def want(tx: Tx, me: Person, data: dict[str, Any], file_id: str) -> None:
    """Fetch and read it."""
    data["file"] = file_id
    calendars.keep(tx, me, data)
    zone = kept.zone_of(tx, data["school"], me)
    window = {
        "first": calendars.today_at(tx, data["school"], me).isoformat(),
        "last": local(school_year_end(tx.now, zone), zone).date().isoformat(),
    }
    fetches.want(tx, me.id, about_.PURPOSE, file_id, {"school": data["school"], **window})


def arrived(tx: Tx, wanted: Wanted, found: Content) -> None:
    """It is read: its sender sees what was understood, or why nothing came of it."""
    me, school_id = people.get(tx, wanted.person_id), wanted.details["school"]
    if schools.workplace(tx, school_id, me.id, Action.KEEP_CALENDAR) is None:
        return
    data = calendars.gathered(tx, me.id)
    if data.get("school") != school_id or data.get("file") != wanted.file_id:
        _unread(tx, me, school_id, Unread.LEFT)
    elif isinstance(found, Unread):
        _unread(tx, me, school_id, found)
    else:
        today = calendars.today_at(tx, school_id, me)
        calendars.gather(tx, me, data, *about_.days_of(found, kept.zone_of(tx, school_id, me), today))
        reply(tx, me, CalendarRead(school_id), card=about_.card_of(school_id), in_card=True)


def missed(tx: Tx, wanted: Wanted, too_large: bool) -> None:  # noqa: FBT001 - the engine's hook
    """It could not be fetched."""
    me, school_id = people.get(tx, wanted.person_id), wanted.details["school"]
    if schools.workplace(tx, school_id, me.id, Action.KEEP_CALENDAR) is not None:
        _unread(tx, me, school_id, Unread.TOO_LARGE if too_large else Unread.LOST)


def _unread(tx: Tx, me: Person, school_id: int, why: Unread) -> None:
    reply(tx, me, about_.CalendarFileUnread(school_id, why), card=about_.card_of(school_id), in_card=True)
