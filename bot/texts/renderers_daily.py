"""Which text says what stands around the news of a day: what was seen, and what could be said tonight."""

from collections.abc import Callable
from typing import Any

from bot.domain.daily import first_words as on_first_words
from bot.domain.daily import held_reports as on_held_reports
from bot.domain.daily import news as on_news
from bot.domain.notifications import Event
from bot.texts.daily import first_words, held_reports, seen
from bot.texts.message import Message
from bot.texts.reader import Reader

DAILY: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_news.SeenNoted: seen.seen_noted,
    on_news.PictureAsked: seen.picture_asked,
    on_first_words.FirstWordsShown: first_words.first_words_shown,
    on_held_reports.TalkWished: held_reports.talk_wished,
    on_held_reports.TalkAsked: held_reports.talk_asked,
    on_held_reports.TalkOver: held_reports.talk_over,
}
