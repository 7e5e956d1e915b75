"""What families and their school do of an evening, as `deeds`."""

from bot.simulator.cast import ZHAO, PersonSpec
from tests.attack.cast import FAMILIES, GROUP, LEAD
from tests.attack.deeds import Deed, Press

HANDED_TO = frozenset({LEAD.id})  # who reads what was said before, once it is handed on
CLASS = frozenset[int]().union(*(each.circle for each in FAMILIES))


class AtSchool(Deed):
    """Of Ms. Zhao."""

    @property
    def author(self) -> PersonSpec:
        return ZHAO


class Notice(AtSchool, Press):
    """The teacher tells the class."""

    button = "📣 Send"

    async def ready(self) -> None:
        await self.walk(self.phone, "📣")
        await self.walk(self.phone, self.words)
        self.card = self.find(self.button)

    def owed(self) -> None:
        self.owe(self.mark, CLASS | {GROUP})


class Signed(Press):
    """Home does not agree with what is to be signed: the child's circle reads so."""

    button = "❌"

    @property
    def needs(self) -> frozenset[int]:
        return frozenset({ZHAO.id, self.author.id})

    async def ready(self) -> None:
        school = self.town.phone(ZHAO)
        await self.walk(school, "📣")
        await self.walk(school, f"We swim on Friday, {self.mark}")
        for label in ("✏️ More", "✍", "📣 Send"):
            await self.town.tap(school, label)
        await super().ready()

    def owed(self) -> None:
        self.owe("not agree", self.family.circle, secret=False)


class Correction(AtSchool):
    """What was signed is corrected: every family reads it anew, and signs anew; the group never reads of it."""

    @property
    def needs(self) -> frozenset[int]:
        return frozenset({ZHAO.id, self.family.guardian.id})

    async def ready(self) -> None:
        signed = Signed(self.town, self.family, self.mark.replace("mark", "was"))
        await signed.ready()
        self.town.press(signed.phone, signed.button, signed.card)
        await self.town.passes(2)
        await self.town.tap(self.phone, "✏️")

    def owed(self) -> None:
        self.owe(self.mark, CLASS)


class Words(Deed):
    """Home writes to the school: its teacher reads it, and who is on the same line."""

    path = ("🏠", "🎓 School", "✉️")

    def owed(self) -> None:
        self.owe(self.mark, frozenset({ZHAO.id}) | self.family.with_home, also=HANDED_TO)


class Answer(AtSchool):
    """The teacher writes to one family: each of its lines reads it, and nobody else of the class."""

    path = ("🧒", "{child}", "✉️")

    def owed(self) -> None:
        self.owe(self.mark, self.family.circle, also=HANDED_TO)


class Handed(AtSchool, Press):
    """What home has written is handed on: from now on the lead reads it, too, until they give it back."""

    button = "🎓 To the lead"

    @property
    def needs(self) -> frozenset[int]:
        return frozenset({ZHAO.id, self.family.guardian.id})

    async def ready(self) -> None:
        home = self.town.phone(self.family.guardian)
        await self.walk(home, *Words.path)
        await self.walk(home, self.words)
        await super().ready()

    def owed(self) -> None:
        self.owe(self.mark, HANDED_TO, also=self.family.with_home | {self.family.guardian.id})

    async def after(self) -> None:
        await self.town.tries(self.town.phone(LEAD), "↩️ Give back")


class Praise(AtSchool):
    """🌟 with a word: the child's circle reads it."""

    path = ("🧒", "{child}", "🌟", "🙌")

    def owed(self) -> None:
        self.owe(self.mark, self.family.circle)


class Worry(AtSchool):
    """🤲 for one person of the school, and nobody else."""

    path = ("🧒", "{child}", "🤲")

    def owed(self) -> None:
        self.owe(self.mark, frozenset({LEAD.id}))


class Missed(AtSchool, Press):
    """A child is not in class: home is asked at once, the parents while nobody has answered."""

    path = ("🧒", "{child}")
    button = "📋"

    def owed(self) -> None:
        self.owe(f"{self.family.child} is not in class 3B", frozenset({self.family.guardian.id}), also=self.family.far)

    async def after(self) -> None:
        await self.town.tries(self.town.phone(self.family.guardian), "✅ I know")


class Offer(AtSchool, Press):
    """Times to talk, for each family with its own child's name."""

    path = ("🏠", "🎓 3B", "🪑")
    button = "📣 Offer"

    async def ready(self) -> None:
        await self.walk(self.phone, *self.path)
        await self.town.tap(self.phone, self.phone.last.buttons[0][0].text)  # the first day
        self.card = self.find(self.button)

    def owed(self) -> None:
        for each in FAMILIES:
            self.owe(f"about {each.child}, 15 minutes", each.circle)

    async def after(self) -> None:
        """So that the next evening can offer them again."""
        for label in ("⏹", "✅"):
            await self.town.tries(self.phone, label)


class Booked(Press):
    """A family takes a time: the teacher reads whose it is, and no other family."""

    @property
    def needs(self) -> frozenset[int]:
        return frozenset({ZHAO.id, self.author.id})

    @property
    def offer(self) -> Offer:
        """What Ms. Zhao does first, and calls off afterwards."""
        return Offer(self.town, self.family, self.mark)

    async def ready(self) -> None:
        offer = self.offer
        await offer.ready()
        self.town.press(offer.phone, offer.button, offer.card)
        await self.town.passes(2)
        self.choose()

    def choose(self) -> None:
        """The first time that is free."""
        self.card = next(each for each in reversed(self.phone.messages) if each.words.startswith("🪑"))
        self.town.needed.append(self.card)
        self.button = self.card.buttons[0][0].text

    def owed(self) -> None:
        time = self.button.split()[-1]
        self.owe(f"{time}  {self.family.child} (", frozenset({ZHAO.id}))

    async def after(self) -> None:
        await self.town.tries(self.phone, "↩️ Free")
        await self.offer.after()


class Moved(Booked):
    """The same in place of the time that they had."""

    async def ready(self) -> None:
        await super().ready()
        self.town.press(self.phone, self.button, self.card)
        await self.town.passes(2)
        self.choose()


class CalledOff(AtSchool, Press):
    """The teacher calls off what a family has taken: who had it reads so."""

    button = "✅"

    @property
    def needs(self) -> frozenset[int]:
        return frozenset({ZHAO.id, self.family.guardian.id})

    async def ready(self) -> None:
        booked = Booked(self.town, self.family, self.mark)
        await booked.ready()
        self.town.press(booked.phone, booked.button, booked.card)
        await self.town.passes(2)
        await self.town.tap(self.phone, "⏹")
        self.card = self.find(self.button)

    def owed(self) -> None:
        self.owe(f"{self.family.child}\nThe talk with", frozenset({self.family.guardian.id}))


class Roster(AtSchool):
    """The class's list comes as a file: it is read out to the teacher, kept with one tap, undone with one."""

    path = ("🏠", "🎓 3B", "🗒", "➕")

    def do(self) -> None:
        self.phone.document("3B.csv", f"{self.mark}\n".encode())
        self.owed()

    def owed(self) -> None:
        self.owe(self.mark, frozenset({ZHAO.id}))

    async def after(self) -> None:
        for label in ("✅", "↩️"):
            await self.town.tries(self.phone, label)


DEEDS: tuple[type[Deed], ...] = (
    *(
        Notice,
        Signed,
        Correction,
        Words,
        Answer,
        Handed,
        Praise,
        Worry,
        Missed,
        Offer,
        Booked,
        Moved,
        CalledOff,
        Roster,
    ),
)
