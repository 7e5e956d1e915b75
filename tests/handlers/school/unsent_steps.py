"""What the stories of words that wait for a child's name share: two children in a class, an answer to a notice."""

from bot.simulator.cast import MEI, ZHAO
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP
from tests.homeline import Homeline, link_in
from tests.households import say, tap
from tests.remembering import remembered

COAT = "He has no coat."
QUESTION = "Which child is it about? Then it goes to the teacher."
AGAIN = (
    f"✉️ Class 3B\nYour words to the teacher still wait here:\n{COAT}\n"
    "One tap on the child's name, and they go to the teacher."
)


@remembered
async def two_in_the_class(home: Homeline) -> None:
    """Ben is in Lily's class, and a notice has come about both."""
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Ben")
    await tap(home, mei, "2019", "May", "🇨🇳")
    await tap(home, zhao, "🏠", "🎓 3B", "🔗")
    mei.open(link_in(zhao))
    await home.settle()
    await tap(home, mei, "✅")
    await tap(home, zhao, "✅")
    await home.until(14, day=1)
    await home.notice(TRIP)


async def asked(home: Homeline, mei: Phone, words: str = COAT) -> Message:
    """Mei answers the notice and reads the question; the message in which it stands."""
    await two_in_the_class(home)
    mei.say(words, to=mei.last)
    await home.settle()
    assert mei.texts[-1] == QUESTION
    return mei.last


async def press(home: Homeline, phone: Phone, label: str, card: Message) -> None:
    """A button of a card further up."""
    phone.tap(label, message=card)
    await home.settle()
