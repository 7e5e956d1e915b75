"""What honest people do of an evening; each deed owes words to those whom it is for, from the moment it is done."""

from datetime import timedelta
from typing import Any

from bot.domain.illness.illnesses import ALERT_AFTER, REPEAT_AFTER
from bot.simulator.cast import ZHAO, PersonSpec
from tests.attack.cast import FAMILIES, GROUP, Family
from tests.attack.ledger import Owed
from tests.attack.town import Town

AT_ONCE = timedelta()
CARD = "Call NOW if you see even one"  # the danger card


class Deed:
    """Made ready while all is well; `do` is the one tap or text that counts."""

    presses = False  # a button: Telegram keeps a press for 150 seconds only, and a text for a day

    def __init__(self, town: Town, family: Family, mark: str) -> None:
        self.town = town
        self.family = family
        self.mark = mark

    @property
    def author(self) -> PersonSpec:
        """Who does it; nobody does two things at once."""
        return self.family.guardian

    async def ready(self) -> None:
        """What comes before."""

    def do(self) -> None:
        """Now."""
        raise NotImplementedError

    async def after(self) -> None:
        """What the next day brings."""

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


class Letter(Deed):
    """A parent writes to the child: home gets it, and the other parent never."""

    @property
    def author(self) -> PersonSpec:
        return self.family.parents[0]

    async def ready(self) -> None:
        phone = self.town.phone(self.author)
        await self.town.say(phone, "🏠")
        await self.town.tap(phone, "🎤")

    def do(self) -> None:
        self.town.phone(self.author).say(f"{self.mark} {self.town.garnish}")
        self.owe(self.mark, frozenset({self.family.guardian.id}))

    async def after(self) -> None:
        """Whoever sends forty letters that nobody plays is told to wait."""
        await self.town.tries(self.town.phone(self.family.guardian), "🙏 Played")


class OthersLetter(Letter):
    """The same from the other parent, where there is one."""

    @property
    def author(self) -> PersonSpec:
        return self.family.parents[-1]


class Notice(Deed):
    """The teacher tells the class."""

    presses = True

    @property
    def author(self) -> PersonSpec:
        return ZHAO

    async def ready(self) -> None:
        phone = self.town.phone(ZHAO)
        await self.town.say(phone, "📣")
        await self.town.say(phone, f"{self.mark} {self.town.garnish}")
        self._draft = next(message for message, button in phone.buttons() if button.text.startswith("📣 Send"))
        self.town.needed.append(self._draft)

    def do(self) -> None:
        self.town.press(self.town.phone(ZHAO), "📣 Send", self._draft)
        everybody = frozenset[int]().union(*(each.circle for each in FAMILIES))
        self.owe(self.mark, everybody | {GROUP})


class Words(Deed):
    """Home writes to the school: its teacher reads it, and who is on the same line."""

    async def ready(self) -> None:
        phone = self.town.phone(self.author)
        await self.town.say(phone, "🏠")
        await self.town.tap(phone, "🎓 School")
        await self.town.tap(phone, "✉️")

    def do(self) -> None:
        self.town.phone(self.author).say(f"{self.mark} {self.town.garnish}")
        self.owe(self.mark, frozenset({ZHAO.id}) | self.family.with_home)


class Answer(Deed):
    """The teacher writes to one family: each of its lines reads it, and nobody else of the class."""

    @property
    def author(self) -> PersonSpec:
        return ZHAO

    async def ready(self) -> None:
        phone = self.town.phone(ZHAO)
        await self.town.say(phone, "🧒")
        await self.town.tap(phone, self.family.child)
        await self.town.tap(phone, "✉️")

    def do(self) -> None:
        self.town.phone(ZHAO).say(f"{self.mark} {self.town.garnish}")
        self.owe(self.mark, self.family.circle)


class Missed(Deed):
    """A child is not in class: home is asked at once, the parents while nobody has answered."""

    presses = True

    @property
    def author(self) -> PersonSpec:
        return ZHAO

    async def ready(self) -> None:
        phone = self.town.phone(ZHAO)
        await self.town.say(phone, "🧒")
        await self.town.tap(phone, self.family.child)
        self._card = next(message for message, button in phone.buttons() if button.text.startswith("📋"))
        self.town.needed.append(self._card)

    def do(self) -> None:
        self.town.press(self.town.phone(ZHAO), "📋", self._card)
        self.owe(f"{self.family.child} is not in class 3B", frozenset({self.family.guardian.id}), also=self.family.far)

    async def after(self) -> None:
        await self.town.tries(self.town.phone(self.family.guardian), "✅ I know")


class News(Deed):
    """How was the day? One tap."""

    presses = True

    async def ready(self) -> None:
        phone = self.town.phone(self.author)
        self._question = next(message for message, button in phone.buttons() if button.text.startswith("🙂"))
        self.town.needed.append(self._question)

    def do(self) -> None:
        self.town.press(self.town.phone(self.author), "🙂", self._question)
        self.owe(f"🙂 {self.family.child}, from", self.family.far)  # said in other words each day


class Illness(Deed):
    """🤒: the danger card at home at once, the alert to those far away after a minute."""

    def do(self) -> None:
        self.town.phone(self.author).say("🤒")
        self.owe(CARD, frozenset({self.author.id}), AT_ONCE, secret=False)
        self.owe(f"{self.family.child} is ill", self.family.far, ALERT_AFTER, repeats=REPEAT_AFTER)

    async def after(self) -> None:
        for each in self.family.parents:
            await self.town.tries(self.town.phone(each), "🙏")
        phone = self.town.phone(self.author)
        await self.town.say(phone, "🤒")
        await self.town.tries(phone, "🌤")


class Note(Illness):
    """Words about an illness that is known already."""

    async def ready(self) -> None:
        phone = self.town.phone(self.author)
        await self.town.say(phone, "🤒")
        await self.town.tap(phone, "🌡")
        await self.town.tap(phone, "➕ Add something")

    def do(self) -> None:
        self.town.phone(self.author).say(f"{self.mark} {self.town.garnish}")
        self.owe(self.mark, self.family.far, AT_ONCE)


DEEDS = (Letter, OthersLetter, Notice, Words, Answer, Missed, News, Illness, Note)
