"""What the stories of words between family and school share: who writes, and what stands on the phones."""

from bot.queries.circle import circles
from bot.queries.school import unsent_talks
from bot.simulator.cast import MEI, ZHAO, PersonSpec
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import dad
from tests.homeline import Homeline, link_in
from tests.households import GRANDMA, say, tap

SHOES = "Lily has no gym shoes today."
TO_LEAD = "🎓 To the lead"
ASKED = (
    "✉️ Lily, from Zhao Lan (teacher)\nZhao Lan has asked the head teacher to answer you: Li Na.\n"
    "The head teacher reads what you write here, too."
)


async def write(home: Homeline, phone: Phone, text: str) -> str:
    """An adult of a family with one class writes to its teacher; what they read of its way."""
    await tap(home, phone, "🏠", "🎓 School", "✉️ Write")
    return await say(home, phone, text)


async def lost(home: Homeline, phone: Phone, text: str) -> None:
    """An adult of a family has written, and Telegram does not take it for the teacher."""
    home.simulator.faults.refuse(times=9, chat=ZHAO.id)
    await write(home, phone, text)
    await home.later(seconds=10)
    home.simulator.faults.clear()


async def unnamed(home: Homeline, text: str) -> None:
    """Mei has written to the school, and not said yet about which child."""
    part = {"kind": "text", "text": text, "file_id": "", "album": ""}
    await home.app.store.run(lambda tx: unsent_talks.add(tx, 1, ((1, 1),), part))


async def handed(home: Homeline) -> None:
    """Grandma has written, and Ms. Zhao has handed it on."""
    await home.until(10, day=1)
    await write(home, home.phone(GRANDMA), SHOES)
    await tap(home, home.phone(ZHAO), TO_LEAD)


async def teacher_of_the_family(home: Homeline, teacher: PersonSpec = ZHAO) -> None:
    """Ms. Zhao comes to Lily's circle as another parent: she is not the school for it any more."""
    mei, phone = home.phone(MEI), home.phone(teacher)
    await tap(home, mei, "🏠", "⚙️", "🔗", "👪")
    phone.open(link_in(mei))
    await home.settle()
    await tap(home, phone, "🧑")
    await tap(home, mei, "✅")


async def separate_father(home: Homeline, *, now: bool = True) -> Phone:
    """Jun, Lily's father, on a line of his own; with `now` from the beginning."""
    jun = await dad(home)
    if now:
        await separate(home)
    return jun


async def separate(home: Homeline, *, lines: bool = True) -> None:
    """From this moment neither parent reads of the other, or again."""
    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=lines))


def not_of_the_clock(texts: list[str]) -> list[str]:
    """All but the question where somebody is, which comes once more after a day."""
    return [each for each in texts if not each.startswith("🕰")]


def words(phone: Phone) -> list[str]:
    """All that came between family and school."""
    return [each for each in phone.texts if each.startswith(("✉️", "📜"))]


def receipts(phone: Phone) -> list[Message]:
    """What somebody who has written to a school, or from one, reads of its way."""
    of_it = [each for each in phone.messages if not each.deleted and each.words.startswith("✉️ Lily\n")]
    return [each for each in of_it if "Write now" not in each.words]
