"""What a class lives with the first of two families: something of everything that a school and a family can do."""

from datetime import date

from bot.db.transaction import Tx
from bot.domain.daily.look_ins import Why
from bot.domain.local_time import DAY
from bot.domain.school.calendars import Day, DayKind
from bot.domain.school.rosters import Line
from bot.queries.daily import calls, look_ins
from bot.queries.school import calendars, rosters
from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.groups_steps import two_groups
from tests.homeline import Homeline
from tests.households import say, tap
from tests.remembering import remembered
from tests.safeguarding.neighbours import CHILD, GRANDMA, MOTHER, neighbours

NUMBER = "+8613800000001"
# What this family and its school have said to each other: nobody else's, at this school or another.
OF_CLASS = ("talkcanary", "answercanary", "wordcanary", "signcanary", "groupcanary", "daycanary", NUMBER)
FOR_THE_CLASS = {"signcanary", "groupcanary", "daycanary"}  # what each family of the class reads, too


@remembered
async def at_school(home: Homeline) -> None:
    """The day after: each of the school's doors has been used by the first family once."""
    await neighbours(home)
    await home.until(14, day=1)
    zhao, mother, grandma = home.phone(ZHAO), home.phone(MOTHER), home.phone(GRANDMA)
    await two_groups(home, zhao)
    await _words_both_ways(home, zhao, grandma)
    await _day(home, zhao, grandma)
    await _meeting(home, zhao, mother)
    await _signed(home, zhao, mother)
    await _promised(home, mother)
    await home.app.store.run(_by_hand)
    for phone in (zhao, mother, grandma):
        await tap(home, phone, "🏠")


async def _words_both_ways(home: Homeline, zhao: Phone, grandma: Phone) -> None:
    await tap(home, grandma, "🏠", "🎓 School", "✉️")
    await say(home, grandma, "talkcanary, she has no shoes")
    zhao.say("answercanary, I have some", to=zhao.last)
    await home.settle()
    await tap(home, grandma, "🏠", "🎓 School", "📞 Phone", "➕")
    grandma.contact(NUMBER, own=True)
    await home.settle()


async def _day(home: Homeline, zhao: Phone, grandma: Phone) -> None:
    await tap(home, grandma, "🏠", "🎓 School", "🚸")
    await tap(home, zhao, "📋", CHILD, "✅ Done")
    await tap(home, zhao, "🧒", CHILD, "🌟")
    await say(home, zhao, "wordcanary")


async def _meeting(home: Homeline, zhao: Phone, mother: Phone) -> None:
    zhao.press("meetings:1", zhao.last)
    await home.settle()
    await tap(home, zhao, zhao.last.buttons[0][0].text, "📣 Offer")
    await tap(home, mother, mother.last.buttons[0][0].text)


async def _signed(home: Homeline, zhao: Phone, mother: Phone) -> None:
    await home.notice("groupcanary, bring a coat")
    await home.notice("signcanary, we swim", level="✍")
    await tap(home, mother, "✍️")


async def _promised(home: Homeline, mother: Phone) -> None:
    await tap(home, mother, "🏠", "🗓")
    await say(home, mother, "lettercanary, a book")
    await tap(home, mother, mother.last.buttons[0][0].text)


def _by_hand(tx: Tx) -> None:
    """A list whose first line is the child, a day of the calendar, a call, and who is asked to look in."""
    rosters.add(tx, 1, [Line(CHILD), Line("Zoe")])
    rosters.tie(tx, rosters.of_class(tx, 1)[0], 1)
    friday = date(2026, 11, 27)
    calendars.add(tx, 1, [(Day(friday, friday, DayKind.EVENT, "daycanary"), None)])
    calls.plan(tx, 1, 1, tx.now + DAY)
    for why in Why:
        look_ins.add(tx, 1, [1, 2], why)
