"""Two parents on separate lines around one child, and something of everything that either of them can do."""

from dataclasses import replace
from datetime import timedelta

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.daily.look_ins import Why
from bot.domain.school.rosters import Line
from bot.queries.daily import look_ins, own_weeks
from bot.queries.school import rosters
from bot.simulator.cast import JUN, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import invite, tap
from tests.remembering import remembered
from tests.safeguarding.neighbours import GRANDMA, MOTHER

FATHER = replace(JUN, language_code="en", first_name="Juncanary")
# What stands for each of them: their name, and the words that they wrote.
OF = {
    MOTHER: ("Meicanary", "mothers-letter", "mothers-promise", "mothers-talk"),
    FATHER: ("Juncanary", "fathers-letter", "fathers-promise", "fathers-talk"),
}


@remembered
async def apart(home: Homeline) -> None:
    """Grandma has drawn the line before either of them did anything."""
    link = await home.child(MOTHER, "Lily")
    grandma = await home.joined(GRANDMA, link, "👵", MOTHER)
    await home.joined(FATHER, await invite(home, "A parent"), "Dad", MOTHER)
    await tap(home, grandma, "🏠", "⚙️", "👥", "↔️", "✅")


async def something_of_everything(home: Homeline) -> None:
    """Letters, promises, a visit, calls, questions, an answer, an illness and a notice, with both parents in each."""
    await _school(home)
    grandma = home.phone(GRANDMA)
    for who in OF:
        await _far_away(home, who)
    await home.until(19, 30)
    await tap(home, grandma, "😄")
    for who in OF:
        await tap(home, home.phone(who), "❤️")
    await _calls_back(home, grandma)
    await _ill(home, grandma)
    await home.later(hours=30)


async def _school(home: Homeline) -> None:
    await home.school()
    await home.pupil(await home.class_room(), MOTHER)
    await home.notice("Bring a coat")
    await tap(home, home.phone(MOTHER), "🙏")


async def _far_away(home: Homeline, who: PersonSpec) -> None:
    phone, (_name, letter, promise, talk) = home.phone(who), OF[who]
    await tap(home, phone, "🏠", "🎤")
    await _say(home, phone, letter)
    await tap(home, phone, "🏠", "🗓")
    await _say(home, phone, promise)
    await tap(home, phone, "Fri 27", "🏠", "🗓", "🚆", "Sat 28", "⏸")
    await tap(home, phone, "🏠", "📞")
    await tap(home, phone, "📞")
    await tap(home, phone, "🏠", "🙂")
    await tap(home, phone, "🏠", "⚙️", "🔗", "Looks after")
    await tap(home, phone, "🏠", "🎓 School", "✉️")
    await _say(home, phone, talk)
    zhao = home.phone(ZHAO)
    zhao.say(f"An answer to {talk}", to=zhao.last)
    await home.settle()


async def _calls_back(home: Homeline, grandma: Phone) -> None:
    await tap(home, grandma, "🏠", "Please call")
    await tap(home, home.phone(FATHER), "🤙")


async def _ill(home: Homeline, grandma: Phone) -> None:
    await tap(home, grandma, "🏠", "🤒", "🌡", "➕ Add something")
    await _say(home, grandma, "since noon")
    await tap(home, home.phone(MOTHER), "🙏")
    await tap(home, home.phone(FATHER), "🤙")
    home.phone(MOTHER).press("ill_call:1", home.phone(MOTHER).last)
    await home.settle()


async def _say(home: Homeline, phone: Phone, words: str) -> None:
    phone.say(words)
    await home.settle()


def asked_to_look_in(tx: Tx) -> None:
    """The first two people are asked, for a silence and while a child is ill; the days before were hard, and the
    school's list has a line."""
    rosters.add(tx, 1, [Line("Lily")])
    for why in Why:
        look_ins.add(tx, 1, [1, 2], why)
    for each in (1, 2):
        own_weeks.ask(tx, each)
    said = {"state": "answered", "answered_by": 2, "face": "hard", "seen": "slept", "slot": "before"}
    for ago in range(1, 14):
        at = tx.now - timedelta(days=ago)
        tx.add(check_in, child_id=1, local_date=f"{at:%Y-%m-%d}", due_at=at, heard_at=at, answered_at=at, **said)
