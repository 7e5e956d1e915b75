"""Whatever can be said: days late it names its day, and what people wrote stands apart from what Homeline says."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from bot.db.transaction import Tx
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.texts.message import Message
from bot.texts.reader import reader_for
from bot.texts.renderers import RENDERERS
from tests.homeline import Homeline
from tests.households import read
from tests.safeguarding.apart import OF, apart, something_of_everything
from tests.safeguarding.neighbours import GRANDMA
from tests.safeguarding.test_apart import about_everything, said_by
from tests.still import still

TIME = re.compile(r"(?<![\d–:])\d{1,2}:\d\d(?![\d–:])")
DAY = {
    "en": re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b[A-Z][a-z]{2}, [A-Z][a-z]{2} \d|[Tt]o(day|morrow)"),
    "zh_Hans": re.compile(r"星期[一二三四五六日]|\d月\d+日|今天|明天"),
}
# Texts about the moment in which they are read, or about every day.
OF_NOW = {"HomeAsked", "SettingsShown", "QuietAsked", "WorkNightsAsked", "OfficeAsked", "CallTimesAsked", "SlotAsked"}
OF_NOW |= {"GoodnightsShown", "BedtimeSet", "ReadingKept"}
WORDS = re.compile(r"mothers-letter|mothers-promise|fathers-letter|fathers-promise|since noon|Bring a coat")
QUOTED = re.compile(r"<blockquote>.*?</blockquote>|“[^“”]*”", re.DOTALL)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_five_days_late_a_day_stands_by_each_time_and_peoples_words_stand_apart(home: Homeline) -> None:
    await apart(home)
    await something_of_everything(home)

    def look(tx: Tx) -> list[tuple[str, str, Message]]:
        late, found = replace(still(tx), now=tx.now + timedelta(days=5)), []
        # A parent in each language, the grandmother in both: what is read is written in the same place for all of them.
        readers = [*zip(OF, sorted(LANGUAGES), strict=True), *product((GRANDMA,), sorted(LANGUAGES))]
        abouts = [(kind.__name__, about) for kind in RENDERERS for about in about_everything(tx, kind)]
        for who, language in readers:
            me = people.by_telegram(tx, who.id)
            assert me is not None
            reader = reader_for(late, replace(me, language=language))
            for kind, about in abouts:
                message = said_by(reader, about)
                found += [(kind, language, message)] if message else []
        return found

    said = await read(home, look)
    timed = [
        (kind, language, line)
        for kind, language, message in said
        for line in message.text.split("\n")
        if TIME.search(line) and kind not in OF_NOW
    ]
    assert {f"{kind}: {line}" for kind, language, line in timed if not DAY[language].search(line)} == set()
    assert {"IllnessReported", "CheckInAnswered", "CallPlanned", "GapTold"} <= {kind for kind, *_rest in timed}
    worded = [(kind, message.text) for kind, _language, message in said if WORDS.search(message.text)]
    assert {f"{kind}: {text}" for kind, text in worded if WORDS.search(QUOTED.sub("", text))} == set()
    assert {"LetterArrived", "PromiseTold", "PromiseMade", "NotePassedOn", "NoticeSent"} <= {kind for kind, _ in worded}
