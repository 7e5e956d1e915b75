"""What the stories of a worried teacher share: who writes what, and where its words stand."""

from sqlalchemy import select

from bot.db.tables import metadata
from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.queries.school import worries as rows
from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import invite, read, say, tap

WORDS = "She told me that she is beaten."  # what of anybody else is asked about first


async def write(home: Homeline, zhao: Phone, text: str = WORDS) -> str:
    """Zhao is worried about Lily; what she reads last."""
    await tap(home, zhao, "🧒", "Lily", "🤲")
    return await say(home, zhao, text)


async def join_circle(home: Homeline, phone: Phone, yes: Phone) -> None:
    """Somebody of the school steps in for Lily's grandmother."""
    phone.open(await invite(home, "A stand-in"))
    await home.settle()
    await tap(home, phone, "Someone else")
    await tap(home, yes, "✅")


async def kept(home: Homeline, words: str = WORDS) -> list[str]:
    """The tables in which the words stand at this moment."""

    def look(tx: Tx) -> list[str]:
        return [each.name for each in metadata.sorted_tables if any(words in str(row) for row in tx.all(select(each)))]

    return await read(home, look)


def on(phone: Phone, words: str = WORDS) -> bool:
    """Whether the words stand in this chat, whoever has written them there."""
    return any(words in (each.text or "") for each in phone.messages)


async def on_its_way(home: Homeline, author: PersonSpec, to: PersonSpec, words: str) -> None:
    """A note about Lily that has not arrived yet."""

    def add(tx: Tx) -> None:
        writer, reader = people.by_telegram(tx, author.id), people.by_telegram(tx, to.id)
        assert writer is not None
        assert reader is not None
        rows.add(tx, 1, 1, writer.id, reader.id, words)

    await home.app.store.run(add)
