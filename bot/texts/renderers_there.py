"""Which text says what is about being there from far away: goodnights, promises, visits, calls."""

from collections.abc import Callable
from typing import Any

from bot.domain.daily import book_pages as on_pages
from bot.domain.daily import calls as on_calls
from bot.domain.daily import goodnights as on_goodnights
from bot.domain.daily import promises as on_promises
from bot.domain.daily import shifts as on_shifts
from bot.domain.daily import visits as on_visits
from bot.domain.notifications import Event
from bot.texts.daily import book_pages, calls, goodnights, promise_days, promises, shifts, visits
from bot.texts.message import Message
from bot.texts.reader import Reader

THERE: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_goodnights.GoodnightsShown: goodnights.goodnights_shown,
    on_goodnights.GoodnightsLow: goodnights.goodnights_low,
    on_goodnights.BedtimeAsked: goodnights.bedtime_asked,
    on_goodnights.BedtimeSet: goodnights.bedtime_set,
    on_promises.PromiseUndated: promise_days.promise_undated,
    on_promises.VisitFileGiven: promises.visit_file_given,
    on_visits.VisitBring: visits.visit_bring,
    on_visits.VisitBegun: visits.visit_begun,
    on_visits.VisitGoodbye: visits.visit_goodbye,
    on_visits.FirstEvening: visits.first_evening,
    on_pages.PageAsked: book_pages.page_asked,
    on_pages.ReadingAsked: book_pages.reading_asked,
    on_pages.ReadingKept: book_pages.reading_kept,
    on_pages.PageWanted: book_pages.page_wanted,
    on_calls.CallMissed: calls.call_missed,
    on_calls.CallFileGiven: calls.call_file_given,
    on_shifts.ShiftsAsked: shifts.shifts_asked,
}
