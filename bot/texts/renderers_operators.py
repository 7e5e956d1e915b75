"""Which text says what concerns operators."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.operators import answering as on_answering
from bot.domain.operators import operators as on_operators
from bot.domain.operators import pages as on_pages
from bot.domain.operators import safekeeping as on_safekeeping
from bot.domain.operators import school_keeping as on_schools
from bot.texts.message import Message
from bot.texts.operators import answering, operator_card, operators, pages, safekeeping, school_keeping, status
from bot.texts.reader import Reader

OPERATORS: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_operators.OperatorShown: operator_card.operator_shown,
    on_operators.OperatorEnded: operators.operator_ended,
    on_operators.StatusShown: status.status_shown,
    on_pages.PageOpened: pages.page_opened,
    on_pages.PageMoved: pages.page_moved,
    on_pages.PageOver: pages.page_over,
    on_answering.ReportsShown: answering.reports_shown,
    on_answering.ReportRead: answering.report_read,
    on_answering.DutyShown: answering.duty_shown,
    on_safekeeping.NumberAsked: safekeeping.number_asked,
    on_safekeeping.WishOffered: safekeeping.wish_offered,
    on_safekeeping.WishRefused: safekeeping.wish_refused,
    on_safekeeping.WishDone: safekeeping.wish_done,
    on_safekeeping.SecondWaits: safekeeping.second_waits,
    on_safekeeping.SecondAsked: safekeeping.second_asked,
    on_safekeeping.SecondDecided: safekeeping.second_decided,
    on_schools.SchoolNameAsked: school_keeping.school_name_asked,
    on_schools.SchoolKept: school_keeping.school_kept,
    on_schools.LeadInvited: school_keeping.lead_invited,
    on_schools.SchoolCloseAsked: school_keeping.school_close_asked,
    on_schools.StaffOutAsked: school_keeping.staff_out_asked,
    on_schools.ClassClosed: school_keeping.class_closed,
}
