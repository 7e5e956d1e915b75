"""What the engine is given of the features: `bot/telegram` itself knows none of them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from bot import metrics
from bot.db.transaction import Tx
from bot.delivery.fetches import Wanted
from bot.delivery.outbox import Row
from bot.delivery.requests import Request
from bot.domain.circle.times import due_for
from bot.domain.daily.check_ins import CheckInAsked
from bot.domain.events import KINDS, takes_long
from bot.domain.illness.illness_alerts import DangerSigns
from bot.domain.notifications import Lane, load
from bot.domain.people import Person
from bot.domain.school import calendar_imports as on_calendars
from bot.domain.school.class_groups import PostedInGroup
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notices import NoticePart, NoticeReminded, NoticeSent
from bot.domain.school.roster_files import MOST
from bot.queries.circle import people
from bot.services import mornings, undelivered
from bot.services.circle import reach
from bot.services.daily import one_card, voices
from bot.services.daily.check_ins import remember_news
from bot.services.school import calendar_imports, class_groups, notice_cards, roster_files, talk_ways, worries
from bot.sheets import desk, worker
from bot.sheets.calendars import entries_of
from bot.telegram.fetcher import FetchHooks
from bot.telegram.hooks import GroupHooks, SendHooks
from bot.texts.illness import danger_signs
from bot.texts.render import render

# Of a notice its teacher hears where Telegram does not take a file, and the signs' picture is sent up anew.
_OTHERWISE = {each.__name__ for each in (DangerSigns, NoticeAlbum, NoticePart, NoticeSent, NoticeReminded)}


def _takes_long(row: Row) -> bool:
    return any(takes_long(each["kind"]) for each in row.payload.get("events", ()))


def _speaks_without_file(row: Row) -> bool:
    """Whether its words leave alone where its file was given to an earlier bot, as those of an illness must."""
    return row.lane == Lane.URGENT and not any(each["kind"] in _OTHERWISE for each in row.payload["events"])


def _render(tx: Tx, row: Row, reader: Person | None) -> Request | None:
    asks = [each for each in row.payload["events"] if each["kind"] == CheckInAsked.__name__]
    if row.attempt == 1 and any(not each["reminder"] for each in asks):
        metrics.ASKED_LATE.observe((tx.now - row.due_at).total_seconds())
    return render(tx, row, reader)


def _may_arrive_at(tx: Tx, row: Row, reader: Person | None) -> datetime:
    if reader is None and row.person_id is not None:
        reader = people.get(tx, row.person_id)
    return due_for(reader, tx.now, row.lane, written=row.retry_if_unknown) if reader else tx.now


def _card_sent(tx: Tx, row: Row, message_id: int) -> None:
    one_card.shown(tx, row, message_id)
    notice_cards.shown(tx, row, message_id)
    talk_ways.shown(tx, row, message_id)
    worries.arrived(tx, row)
    if row.person_id is not None:
        remember_news(tx, row.person_id, row.payload, message_id)


def _uploaded(tx: Tx, row: Row, file_id: str) -> None:
    if any(each["kind"] == DangerSigns.__name__ for each in row.payload.get("events", ())):
        danger_signs.learn(tx, file_id)


def _given_up(tx: Tx, row: Row, *, refused: bool) -> None:
    if any(each["kind"] == DangerSigns.__name__ for each in row.payload.get("events", ())):
        danger_signs.forget(tx)  # uploaded anew the next time
    worries.given_up(tx, row)
    undelivered.tell_those_concerned(tx, row, refused=refused)


def _in_groups(row: Row) -> list[PostedInGroup]:
    found = [load(each, KINDS) for each in row.payload.get("events", ())]
    return [each for each in found if isinstance(each, PostedInGroup)]


def _posted(tx: Tx, row: Row, messages: list[int]) -> None:
    for each in _in_groups(row):
        class_groups.arrived(tx, each, messages)


def _gone(tx: Tx, row: Row) -> None:
    for each in _in_groups(row):
        class_groups.gone(tx, each)


SEND_HOOKS = SendHooks(
    readers=people.get_many,
    render=_render,
    gather=mornings.gather,
    takes_long=_takes_long,
    speaks_without_file=_speaks_without_file,
    may_arrive_at=_may_arrive_at,
    card_sent=_card_sent,
    uploaded=_uploaded,
    given_up=_given_up,
    voice_kept=voices.kept,
    unreachable=reach.lost,
    groups=GroupHooks(posted=_posted, gone=_gone, moved=class_groups.moved, closed=class_groups.shut_out),
)


def reading(wanted: Wanted, content: bytes) -> Callable[[], Any]:
    """What reads a file, for as long as it takes."""
    if wanted.purpose == on_calendars.PURPOSE:
        return partial(entries_of, content, on_calendars.window_in(wanted.details))
    asks = wanted.details.get("ask") == "charset"
    return partial(worker.read, content, worker.ASK if asks else wanted.details.get("charset", ""))


async def _read(wanted: Wanted, content: bytes) -> Any:
    return await desk.apart(reading(wanted, content))


def _arrived(tx: Tx, wanted: Wanted, found: Any) -> None:
    of = calendar_imports if wanted.purpose == on_calendars.PURPOSE else roster_files
    of.arrived(tx, wanted, found)


def _missed(tx: Tx, wanted: Wanted, too_large: bool) -> None:  # noqa: FBT001 - the engine's hook
    of = calendar_imports if wanted.purpose == on_calendars.PURPOSE else roster_files
    of.missed(tx, wanted, too_large)


FETCH_HOOKS = FetchHooks(most=MOST, read=_read, arrived=_arrived, missed=_missed)
