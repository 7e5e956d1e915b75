"""What is read days late says of which day it speaks."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from bot.i18n import LANGUAGES
from bot.storage import people
from bot.storage.transaction import Tx
from bot.texts.reader import reader_for
from bot.texts.says import SAYS
from tests.homeline import Homeline
from tests.households import read
from tests.safeguarding.apart import OF, apart, something_of_everything
from tests.safeguarding.neighbours import GRANDMA
from tests.safeguarding.test_apart import about_everything, said_by

TIME = re.compile(r"(?<![\d–:])\d{1,2}:\d\d(?![\d–:])")
DAY = {
    "en": re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b[A-Z][a-z]{2}, [A-Z][a-z]{2} \d|[Tt]o(day|morrow)"),
    "zh_Hans": re.compile(r"星期[一二三四五六日]|\d月\d+日|今天|明天"),
}
# Texts about the moment in which they are read, or about every day.
OF_NOW = {"HomeAsked", "TimesShown", "QuietAsked", "OfficeAsked", "CallTimesAsked", "SlotAsked"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_five_days_late_no_text_has_a_time_without_its_day(home: Homeline) -> None:
    await apart(home)
    await something_of_everything(home)

    def look(tx: Tx) -> tuple[set[str], set[str]]:
        late, told, slips = replace(tx, now=tx.now + timedelta(days=5)), set(), set()
        for who, language, kind in product((*OF, GRANDMA), sorted(LANGUAGES), SAYS):
            me = people.by_telegram(tx, who.id)
            assert me is not None
            for about in about_everything(tx, kind):
                message = said_by(reader_for(late, replace(me, language=language)), about)
                lines = [each for each in message.text.split("\n") if TIME.search(each)] if message else []
                told |= {kind.__name__ for _each in lines}
                slips |= {f"{kind.__name__}: {each}" for each in lines if not DAY[language].search(each)}
        return told, {each for each in slips if each.partition(":")[0] not in OF_NOW}

    told, slips = await read(home, look)
    assert slips == set()
    assert {"IllnessReported", "CheckInAnswered", "CallPlanned", "GapTold"} <= told
