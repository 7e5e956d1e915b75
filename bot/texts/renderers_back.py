"""Which text says what is looked back upon: the child's page, an illness, letters, the week."""

from collections.abc import Callable
from typing import Any

from bot.domain.daily import child_page as on_child_page
from bot.domain.daily import keepsakes as on_keepsakes
from bot.domain.daily import letter_box as on_letter_box
from bot.domain.daily import weeks as on_weeks
from bot.domain.notifications import Event
from bot.texts.daily import child_page, keepsakes, letter_box, weeks
from bot.texts.illness import thread_page
from bot.texts.message import Message
from bot.texts.reader import Reader

BACK: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_child_page.ChildShown: child_page.child_shown,
    on_child_page.ThreadShown: thread_page.thread_shown,
    on_letter_box.LetterBoxShown: letter_box.letter_box_shown,
    on_letter_box.LetterAgain: letter_box.letter_again,
    on_letter_box.LetterUnplayed: letter_box.letter_unplayed,
    on_letter_box.GoodHourAsked: letter_box.good_hour_asked,
    on_keepsakes.KeepsakesOffered: keepsakes.keepsakes_offered,
    on_keepsakes.KeepsakeShown: keepsakes.keepsake_shown,
    on_keepsakes.KeepsakeGiven: keepsakes.keepsake_given,
    on_weeks.WeekShown: weeks.week_shown,
}
