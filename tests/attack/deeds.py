"""What honest people do of an evening; each deed owes words to those whom it is for, from the moment it is done."""

from datetime import timedelta
from typing import Any, ClassVar

from bot.domain.illness.illnesses import ALERT_AFTER, REPEAT_AFTER
from bot.simulator.cast import PersonSpec
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from tests.attack.cast import Family
from tests.attack.ledger import Owed
from tests.attack.town import Town

AT_ONCE = timedelta()
CARD = "Call NOW if you see even one"  # the danger card


class Deed:
    """Made ready while all is well; `do` is the one tap or text that counts."""

    path: ClassVar[tuple[str, ...]] = ()  # what its author writes, and then taps, before it counts
    presses = False  # a button: Telegram keeps a press for 150 seconds only, and a text for a day

    def __init__(self, town: Town, family: Family, mark: str) -> None:
        self.town = town
        self.family = family
        self.mark = mark

    @property
    def author(self) -> PersonSpec:
        """Who does it; nobody does two things at once."""
        return self.family.guardian

    @property
    def needs(self) -> frozenset[int]:
        """Whose evening it takes."""
        return frozenset({self.author.id})

    @property
    def phone(self) -> Phone:
        """The author's."""
        return self.town.phone(self.author)

    async def ready(self) -> None:
        """What comes before."""
        await self.walk(self.phone, *self.path)

    def do(self) -> None:
        """Now."""
        self.phone.say(self.words)
        self.owed()

    def owed(self) -> None:
        """To whom."""
        raise NotImplementedError

    async def after(self) -> None:
        """What the next day brings."""

    @property
    def words(self) -> str:
        """What is written, if something is."""
        return f"{self.mark} {self.town.garnish}"

    async def walk(self, phone: Phone, *path: str) -> None:
        """Something is written or chosen from the keys, and what follows is tapped."""
        for place, label in enumerate(path):
            wanted = label.replace("{child}", self.family.child)
            await (self.town.tap(phone, wanted) if place else self.town.say(phone, wanted))

    def owe(
        self,
        mark: str,
        readers: frozenset[int],
        urgent: timedelta | None = None,
        also: frozenset[int] = frozenset(),
        **more: Any,
    ) -> None:
        """`urgent`: in how long it leaves; `also`: who may read it, and need not."""
        due = None if urgent is None else self.town.now + urgent
        what = type(self).__name__.lower()
        self.town.ledger.owe(Owed(what, mark, readers, frozenset({self.author.id}) | also, due, **more))


class Press(Deed):
    """A button that stands on a card of this evening."""

    presses = True
    button = ""

    async def ready(self) -> None:
        await super().ready()
        self.card = self.find(self.button)

    def find(self, button: str) -> Message:
        """The newest card with it; nobody deletes that."""
        card = next(message for message, each in self.phone.buttons() if each.text.startswith(button))
        self.town.needed.append(card)
        return card

    def do(self) -> None:
        self.town.press(self.phone, self.button, self.card)
        self.owed()


class Letter(Deed):
    """A parent writes to the child: home gets it, and the other parent never."""

    path: ClassVar[tuple[str, ...]] = ("🏠", "🎤")

    @property
    def author(self) -> PersonSpec:
        return self.family.parents[0]

    def owed(self) -> None:
        self.owe(self.mark, frozenset({self.family.guardian.id}))

    async def after(self) -> None:
        """Whoever sends forty letters that nobody plays is told to wait."""
        await self.town.tries(self.town.phone(self.family.guardian), "🙏 Played")


class OthersLetter(Letter):
    """The same from the other parent, where there is one."""

    @property
    def author(self) -> PersonSpec:
        return self.family.parents[-1]


class Keepsake(OthersLetter, Press):
    """A parent who has sent something wants a year of it in one file: who has asked has it, or reads why not."""

    path = ("🏠", "🧒", "🎁")
    button = "🎁"

    async def ready(self) -> None:
        await self.walk(self.phone, *Letter.path)
        await self.walk(self.phone, self.words)
        await super().ready()

    def owed(self) -> None:
        self.owe(f"{self.family.child} at 8", frozenset({self.author.id}), also=self.family.circle, often=True)


class News(Press):
    """How was the day? One tap."""

    button = "🙂"

    def owed(self) -> None:
        self.owe(f"🙂 {self.family.child}, from", self.family.far)  # said in other words each day


class Illness(Deed):
    """🤒: the danger card at home at once, the alert to those far away after a minute."""

    @property
    def words(self) -> str:
        return "🤒"

    def owed(self) -> None:
        self.owe(CARD, frozenset({self.author.id}), AT_ONCE, secret=False)
        self.owe(f"{self.family.child} is ill", self.family.far, ALERT_AFTER, repeats=REPEAT_AFTER)

    async def after(self) -> None:
        for each in self.family.parents:
            await self.town.tries(self.town.phone(each), "🙏")
        await self.walk(self.phone, "🤒")
        await self.town.tries(self.phone, "🌤")


class Note(Illness):
    """Words about an illness that is known already."""

    path = ("🤒", "🌡", "➕ Add something")
    words = Deed.words

    def owed(self) -> None:
        self.owe(self.mark, self.family.far, AT_ONCE)


DEEDS: tuple[type[Deed], ...] = (Letter, OthersLetter, Keepsake, News, Illness, Note)
