"""SG-15, SG-16, SG-17: who comes in, as whom they are known, and what a school may do."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.db.tables import member
from bot.db.transaction import Tx
from bot.domain.circle.joining import INVITES_A_DAY, WRONG_LINKS_A_DAY
from bot.i18n import LANGUAGES
from bot.services.school import schools
from bot.simulator.cast import IVAN, LI, ZHAO
from tests.homeline import MEI, Homeline
from tests.households import FATHER, GRANDMA, english_family, invite, read, second_parent, tap
from tests.numbers import counted
from tests.test_locales import texts

CODE = Path(__file__).parents[2]
STRANGER = replace(IVAN, language_code="en")
DEAD = "This link does not work any more. Ask the person who sent it for a new one."
REST = "That is enough links for now. Please try this one again tomorrow."
# What a swindler asks for; Homeline's own words never do.
ASKS = {
    "en": r"\b(money|pay|payment|bank|card number|account number|password|passcode|pin code|sms code|passport|"
    r"id card|identity|document)\b",
    "zh_Hans": r"转账|汇款|付款|付钱|银行|卡号|账号|密码|验证码|身份证|护照|证件",
}


def stored(tx: Tx) -> str:
    return repr(tx.conn.execute(text("SELECT * FROM invite")).all())


async def test_sg_15_a_link_has_128_bits_and_only_its_hash_is_kept(home: Homeline) -> None:
    links = [await home.child(), *[await invite(home, "Looks after") for _ in range(2)]]
    tokens = [each.rpartition("=")[2] for each in links]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", each) for each in tokens)
    assert len(set(tokens)) == 3
    kept = await read(home, stored)
    assert not [each for each in tokens if each in kept]


async def test_sg_15_a_link_works_once_and_nobody_is_in_before_a_yes(home: Homeline) -> None:
    link = await home.child()
    token = link.rpartition("=")[2]
    fang = await home.newcomer(GRANDMA, token)
    await tap(home, fang, "👵")
    assert await read(home, lambda tx: tx.scalar(select(member.c.state).where(member.c.person_id == 2))) == "pending"
    fang.press("log:1:0", fang.last)
    fang.say("🤒")
    await home.settle()
    assert not [each for each in home.phone(MEI).texts if "🤒" in each and "ill" in each.split()]

    ivan = await home.newcomer(STRANGER, token)
    assert ivan.sees("This link does not work any more.")
    assert not [each for each in ivan.texts if "Lily" in each or "Mei" in each]


async def test_sg_15_a_link_is_over_after_seven_days_and_when_it_is_taken_back(home: Homeline) -> None:
    link = await home.child()
    home.clock.push(timedelta(days=7, seconds=1))
    late = await home.newcomer(STRANGER, link.rpartition("=")[2])
    assert late.sees("This link does not work any more.")

    fresh = await invite(home, "Looks after")
    await tap(home, home.phone(MEI), "🏠", "⚙️", "🔗", "↩️")
    other = await home.newcomer(replace(LI, language_code="en"), fresh.rpartition("=")[2])
    assert other.sees("This link does not work any more.")


async def test_sg_15_links_are_limited_in_a_day(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    for _ in range(INVITES_A_DAY + 3):
        mei.press("invite_as:1:guardian", mei.last)
        await home.settle()
    kept = await read(home, lambda tx: tx.scalar(text("SELECT count(*) FROM invite")))
    assert kept == INVITES_A_DAY


def made_up(number: int) -> str:
    return f"{number:0>22}"


async def test_sg_15_ten_made_up_links_and_for_a_day_none_is_looked_up_not_even_a_right_one(home: Homeline) -> None:
    token = (await home.child()).rpartition("=")[2]
    ivan = await home.newcomer(STRANGER)
    before = counted("homeline_refused_total", what="guess")
    for number in range(WRONG_LINKS_A_DAY):
        ivan.start(made_up(number))
        await home.settle()
        assert ivan.texts[-1] == DEAD
    for each in (made_up(99), token):
        ivan.start(each)
        await home.settle()
        assert ivan.texts[-1] == REST
    assert counted("homeline_refused_total", what="guess") == before + 2
    assert not ivan.sees("Lily")

    neighbour = await home.newcomer(replace(LI, language_code="en"), made_up(1))
    assert neighbour.texts[-1] == DEAD  # nobody else is affected

    home.clock.push(timedelta(days=1))
    ivan.start(token)
    await home.settle()
    assert ivan.sees("Who are you to Lily?")
    ivan.start(made_up(100))
    await home.settle()
    assert ivan.texts[-1] == DEAD  # a new day, and its first


async def test_sg_15_who_taps_an_old_link_however_often_still_comes_in_by_a_new_one(home: Homeline) -> None:
    old = (await home.child()).rpartition("=")[2]
    home.clock.push(timedelta(days=7, seconds=1))
    fang = await home.newcomer(GRANDMA, old)
    for _ in range(WRONG_LINKS_A_DAY + 2):
        fang.start(old)
        await home.settle()
        assert fang.texts[-1] == DEAD

    fang.start((await invite(home, "Looks after")).rpartition("=")[2])
    await home.settle()
    assert fang.sees("Who are you to Lily?")


async def test_sg_16_a_new_name_in_telegram_changes_nothing_of_what_the_circle_reads(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    renamed = home.phone(replace(GRANDMA, first_name="Police"))
    renamed.tap("🏠")
    await tap(home, renamed, "🎤")
    renamed.say("Come home soon")
    await home.settle()
    arrived = [each for each in mei.texts if "Come home soon" in each]
    assert arrived
    assert "Grandma" in arrived[-1]
    assert not mei.sees("Police")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sg_16_no_sentence_of_ours_asks_for_money_codes_passwords_or_documents(language: str) -> None:
    assert language in ASKS, "a new language needs its words here"
    may = re.compile(r"never|nobody|not ask|不会|从不|从来不|绝不|两步|two-step|second password", re.IGNORECASE)
    found = [each for each in texts(language) if re.search(ASKS[language], each, re.IGNORECASE)]
    assert [each for each in found if not may.search(each)] == []


def test_sg_17_only_whoever_runs_the_bot_adds_a_school() -> None:
    files = [path for folder in ("bot", "handlers") for path in (CODE / folder).rglob("*.py")]
    adding = {path.name for path in files if "schools.add(" in path.read_text(encoding="utf-8")}
    assert adding <= {"schooling.py"}


async def test_sg_17_a_teacher_without_a_code_gets_nowhere_and_a_code_works_once(home: Homeline) -> None:
    ivan = await home.newcomer(STRANGER)
    await tap(home, ivan, "🎓")
    ivan.press("class_add:1", ivan.last)
    await home.settle()
    assert await read(home, lambda tx: tx.scalar(text("SELECT count(*) FROM staff"))) == 0

    token = await read(home, lambda tx: schools.add(tx, "Village school"))
    await home.newcomer(ZHAO, token)
    ivan.start(token)
    await home.settle()
    assert ivan.sees("This link does not work any more.")
    assert await read(home, lambda tx: tx.scalar(text("SELECT count(*) FROM staff"))) == 1


async def test_sg_17_a_class_ends_with_its_year_and_a_notice_reaches_both_adults(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await second_parent(home)
    await home.school()
    poster = await home.class_room()
    await home.pupil(poster)
    await home.notice("Bring a coat")
    await home.later(hours=1)
    assert [each for each in (mei, fang, home.phone(FATHER)) if not each.sees("Bring a coat")] == []

    zhao = home.phone(ZHAO)
    for data in ("letter:1", "ask:1", "call:1", "log:1:0"):
        zhao.press(data, zhao.last)
    await home.settle()
    assert not zhao.sees("Fang")
    home.clock.push(timedelta(days=300))
    mei.open(poster)
    await home.settle()
    assert mei.sees("Class 3B has ended. Ask the school for a new poster.")
