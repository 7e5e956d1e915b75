"""What a class lives with the first of two families: something of everything that a school and a family can do."""

from dataclasses import replace
from datetime import date

from bot.db.transaction import Tx
from bot.domain.daily.look_ins import Why
from bot.domain.local_time import DAY
from bot.domain.school.calendars import Day, DayKind
from bot.queries.daily import calls, look_ins
from bot.queries.school import calendars
from bot.services.school import schools
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.groups_steps import two_groups
from tests.homeline import Homeline, link_in
from tests.households import say, tap
from tests.remembering import remembered
from tests.safeguarding.neighbours import CHILD, GRANDMA, MOTHER, neighbours

LENA = replace(ZHAO, id=233, first_name="Lena", last_name=None, username=None)  # leads the school with Ms. Zhao
NORA = replace(ZHAO, id=234, first_name="Nora", last_name=None, username=None)  # teaches the class with her
NUMBER = "+8613800000001"
LIST = f"Number;Name;Year\n1;{CHILD};2018\n2;Zoe;2018\n3;Listcanary;2017\n"
WORRY = "worrycanary"  # which one person of the school reads
# What this family and its school have said to each other: nobody else's, at this school or another.
OF_CLASS = (
    *("talkcanary", "answercanary", "wordcanary", "signcanary", "groupcanary", "daycanary"),
    *("Listcanary", NUMBER, WORRY),
)
FOR_THE_CLASS = {"signcanary", "groupcanary", "daycanary"}  # what each family of the class reads, too


@remembered
async def at_school(home: Homeline) -> None:
    """The day after: each of the school's doors has been used by the first family once."""
    await neighbours(home)
    await home.until(14, day=1)
    zhao, mother, grandma = home.phone(ZHAO), home.phone(MOTHER), home.phone(GRANDMA)
    await two_groups(home, zhao)
    await _list(home, zhao)
    await _staff(home, zhao)
    await _words_both_ways(home, zhao, grandma)
    await _day(home, zhao, grandma)
    await _meeting(home, zhao, mother)
    await _signed(home, zhao, mother)
    await _kept(home, mother)
    await home.app.store.run(_by_hand)
    for phone in (zhao, mother, grandma):
        await tap(home, phone, "🏠")


async def _list(home: Homeline, zhao: Phone) -> None:
    """A file, of which the first line is the child."""
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    zhao.document("3B.csv", LIST.encode())
    await home.settle()
    await tap(home, zhao, "✅", "🗒", f"🔗 {CHILD}", f"1 {CHILD}")


async def _staff(home: Homeline, zhao: Phone) -> None:
    """Somebody else leads the school, too, and reads what teachers worry about; a second teacher of the class."""
    await home.newcomer(LENA, await home.app.store.run(lambda tx: schools.lead_code(tx, 1, None)))
    zhao.press("teacher_invite:1", zhao.last)
    await home.settle()
    await home.newcomer(NORA, link_in(zhao).rpartition("=")[2])
    await tap(home, zhao, "✅", "🏠", "🎓 Teachers", "🎓 3B", "➕ Second teacher", "🎓 Nora")
    await tap(home, zhao, "🏠", "🎓 Teachers", "🤲", "🤲 Lena")


async def _words_both_ways(home: Homeline, zhao: Phone, grandma: Phone) -> None:
    """Answered, and then handed on."""
    await tap(home, grandma, "🏠", "🎓 School", "✉️")
    await say(home, grandma, "talkcanary, she has no shoes")
    zhao.say("answercanary, I have some", to=zhao.last)
    await home.settle()
    await tap(home, home.phone(NORA), "🎓 To the lead")
    await tap(home, grandma, "🏠", "🎓 School", "📞 Phone", "➕")
    grandma.contact(NUMBER, own=True)
    await home.settle()


async def _day(home: Homeline, zhao: Phone, grandma: Phone) -> None:
    await tap(home, grandma, "🏠", "🎓 School", "🚸")
    await tap(home, zhao, "📋", CHILD, "✅ Done")
    await tap(home, zhao, "🧒", CHILD, "🌟", "🙌")
    await say(home, zhao, "wordcanary")
    await tap(home, zhao, "🧒", CHILD, "🤲")
    await say(home, zhao, f"{WORRY}, she is so quiet")


async def _meeting(home: Homeline, zhao: Phone, mother: Phone) -> None:
    zhao.press("meetings:1", zhao.last)
    await home.settle()
    await tap(home, zhao, zhao.last.buttons[0][0].text, "📣 Offer")
    await tap(home, mother, mother.last.buttons[0][0].text)


async def _signed(home: Homeline, zhao: Phone, mother: Phone) -> None:
    await home.notice("groupcanary, bring a coat")
    await home.notice("signcanary, we swim", level="✍")
    await tap(home, mother, "✍️")


async def _kept(home: Homeline, mother: Phone) -> None:
    """A promise, and the year in one file."""
    await tap(home, mother, "🏠", "🗓")
    await say(home, mother, "lettercanary, a book")
    await tap(home, mother, mother.last.buttons[0][0].text)
    await tap(home, mother, "🏠", "🧒", "🎁", "🎁")


def _by_hand(tx: Tx) -> None:
    """A day of the calendar, a call, and who is asked to look in."""
    friday = date(2026, 11, 27)
    calendars.add(tx, 1, [(Day(friday, friday, DayKind.EVENT, "daycanary"), None)])
    calls.plan(tx, 1, 1, tx.now + DAY)
    for why in Why:
        look_ins.add(tx, 1, [1, 2], why)
