"""What the stories of a class's group share."""

from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.homeline import Homeline


async def two_groups(home: Homeline, zhao: Phone) -> None:
    """Ms. Zhao adds the bot to two groups: one is her first class's, of the other she stays asked."""
    for number, title in ((-77, "Parents"), (-78, "Others")):
        home.world.group(number, title, [ZHAO]).add_bot(ZHAO)
        await home.settle()
        await home.do(zhao.press("group_tie:1:1", zhao.last))
