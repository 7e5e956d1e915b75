"""Which text says what stands around the news of a day: what was seen, and what could be said tonight."""

from collections.abc import Callable
from typing import Any

from bot.domain.daily import first_words as on_first_words
from bot.domain.daily import held_reports as on_held_reports
from bot.domain.daily import news as on_news
from bot.domain.daily import own_weeks as on_own_weeks
from bot.domain.daily import talks as on_talks
from bot.domain.daily import trends as on_trends
from bot.domain.notifications import Event
from bot.texts.daily import first_words, held_reports, own_weeks, seen, talks, trends
from bot.texts.message import Message
from bot.texts.reader import Reader

DAILY: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_news.SeenNoted: seen.seen_noted,
    on_news.PictureAsked: seen.picture_asked,
    on_talks.HomeSpokenTo: talks.home_spoken_to,
    on_trends.TrendNoticed: trends.trend_noticed,
    on_own_weeks.OwnWeekAsked: own_weeks.own_week_asked,
    on_own_weeks.OwnWeekNoted: own_weeks.own_week_noted,
    on_own_weeks.OwnWeekTold: own_weeks.own_week_told,
    on_own_weeks.HelpNamed: own_weeks.help_named,
    on_first_words.FirstWordsShown: first_words.first_words_shown,
    on_held_reports.TalkWished: held_reports.talk_wished,
    on_held_reports.TalkAsked: held_reports.talk_asked,
    on_held_reports.TalkOver: held_reports.talk_over,
}
