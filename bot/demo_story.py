"""The days before the demo begins, lived on the phones themselves: tap by tap, as people would."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.app import App
from bot.clock import ShiftedClock
from bot.demo_class import DECLINED, HELPERS, LOST, NEIGHBOURS, SIGNED, THANKFUL, class_list, tie_all
from bot.domain.local_time import next_at
from bot.operations.schooling import add_school
from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator

HOME_ZONE = "Asia/Shanghai"
SCHOOL = "Village school"
DAYS = 6  # from Monday to Sunday, evening to evening
DAY = timedelta(days=1)

FILES = Path(__file__).parent / "demo_files"
MEIS_VOICE, LILYS_VOICE = FILES / "mei.ogg", FILES / "lily.ogg"
DRAWING, BALCONY = FILES / "drawing.jpg", FILES / "balcony.jpg"
HILL, LEAVES = FILES / "hill.jpg", FILES / "leaves.jpg"
# What is said in the voices, for who does not understand them, and that nobody has spoken.
NOTES = {
    MEIS_VOICE.name: {
        "en": "A synthetic voice. It says: “Lily, Mama is thinking of you. What did you do today?”",
        "zh_Hans": "这是合成的声音，说的是：“莉莉，妈妈想你了。今天做什么了？”",
    },
    LILYS_VOICE.name: {
        "en": "A synthetic voice. It says: “Mama, I drew our house, and the persimmon tree.”",
        "zh_Hans": "这是合成的声音，说的是：“妈妈，我画了我们家，还有柿子树。”",
    },
}


class Story:
    """Somebody does something, and Homeline does all that follows."""

    def __init__(self, app: App, clock: ShiftedClock, simulator: Simulator) -> None:
        self._app = app
        self._clock = clock
        self._world = simulator.world

    def phone(self, person: PersonSpec) -> Phone:
        """This person's phone."""
        return self._world.phone(person)

    async def start(self, person: PersonSpec, link: str = "") -> None:
        """START, or a link; then the three taps of consent."""
        self.phone(person).start(link.rpartition("=")[2])
        await self._app.settle()
        await self.tap(person, "✅", "✅", "✅")

    async def tap(self, person: PersonSpec, *labels: str) -> None:
        """One button after the other."""
        for label in labels:
            self.phone(person).tap(label)
            await self._app.settle()

    async def say(self, person: PersonSpec, text: str) -> None:
        """Type and send."""
        self.phone(person).say(text)
        await self._app.settle()

    async def voice(self, person: PersonSpec, seconds: int, voice: Path) -> None:
        """Hold the microphone."""
        self.phone(person).voice(seconds, voice)
        await self._app.settle()

    async def photo(self, person: PersonSpec, picture: Path) -> None:
        """Send a picture."""
        self.phone(person).photo(data=picture)
        await self._app.settle()

    async def album(self, person: PersonSpec, caption: str, *pictures: Path) -> None:
        """Send several pictures as one."""
        self.phone(person).album(len(pictures), caption, pictures)
        await self._app.settle()

    async def each(self, people: Iterable[PersonSpec], *steps: Callable[[PersonSpec, Phone], object]) -> None:
        """All of them do the same at once, step by step."""
        for step in steps:
            for person in people:
                step(person, self.phone(person))
            await self._app.settle()

    async def open(self, person: PersonSpec, link: str) -> None:
        """Tap a link in a message."""
        self.phone(person).open(link)
        await self._app.settle()

    async def until(self, hour: int, minute: int = 0) -> None:
        """Wait for a time of day at home, as long as it takes without waiting for it."""
        now = self._clock.now()
        self._clock.push(next_at(now, hour * 60 + minute, HOME_ZONE) - now)
        await self._app.settle()

    def link(self, person: PersonSpec) -> str:
        """The newest link on a phone."""
        words = [word for text in reversed(self.phone(person).texts) for word in text.split()]
        return next(word for word in words if word.startswith("https://t.me/"))


async def tell_story(app: App, clock: ShiftedClock, simulator: Simulator) -> None:
    """The family and the class have joined, and a few days have passed."""
    today = clock.ahead + DAYS * DAY
    story = Story(app, clock, simulator)
    await _family(story)
    await _school(story, await add_school(app.store, SCHOOL))
    await _neighbours(story)
    await _roster(story, app)
    await _first_evening(story)
    await _notice(story)
    await _illness(story)
    await _trip(story)
    await _weekend(story)
    clock.push(today - clock.ahead)
    await app.settle()


async def _family(story: Story) -> None:
    await story.until(11)
    await story.start(MEI)
    await story.tap(MEI, "👪", "➕")
    await story.say(MEI, "Lily")
    await story.tap(MEI, "2018", "May", "🇨🇳", "🇦🇪")
    await story.start(FANG, story.link(MEI))
    await story.tap(FANG, "👵")
    await story.tap(MEI, "✅")


async def _school(story: Story, link: str) -> None:
    await story.until(12, 30)
    await story.start(ZHAO, link)
    await story.tap(ZHAO, "🏠", "➕")
    await story.say(ZHAO, "3B")
    await story.open(FANG, story.link(ZHAO))
    await story.tap(FANG, "✅")
    await story.tap(ZHAO, "✅")


async def _neighbours(story: Story) -> None:
    link = story.link(ZHAO)
    await story.each(
        NEIGHBOURS,
        lambda _, phone: phone.start(),
        *[_taps("✅")] * 3,
        _taps("🏡"),
        _taps("➕"),
        lambda person, phone: phone.say(NEIGHBOURS[person]),
        *map(_taps, ("2018", "5", "🇨🇳", "👵")),
        lambda _, phone: phone.open(link),
        _taps("✅"),
    )
    await story.tap(ZHAO, "✅")  # all who wait come in
    await story.each([LOST], lambda _, phone: phone.block())


async def _roster(story: Story, app: App) -> None:
    await story.tap(ZHAO, "🏠", "🎓", "🗒", "➕")
    await story.say(ZHAO, class_list())
    await story.tap(ZHAO, "✅")
    await app.store.run(partial(tie_all, teacher=ZHAO.id))


def _taps(label: str) -> Callable[[PersonSpec, Phone], object]:
    return lambda _, phone: phone.tap(label)


async def _first_evening(story: Story) -> None:
    await story.until(19, 31)
    await story.tap(FANG, "🙂")
    await story.tap(MEI, "❤️", "🎤")
    await story.voice(MEI, 5, MEIS_VOICE)
    await story.until(19, 50)
    await story.tap(FANG, "🎤")
    await story.voice(FANG, 6, LILYS_VOICE)


async def _notice(story: Story) -> None:
    await story.until(16)
    await story.tap(ZHAO, "🏠", "📣")
    await story.say(ZHAO, "Trip on Friday. Bring a coat and 5 yuan.")
    await story.tap(ZHAO, "✏️ More", "🙋", "📣 Send")
    await story.tap(FANG, "🙋")
    await story.each(HELPERS, _taps("🙋"))
    await story.until(19, 31)
    await story.tap(FANG, "😄", "⚽")
    await story.until(23)
    await story.photo(MEI, BALCONY)
    await story.tap(MEI, "✅")


async def _illness(story: Story) -> None:
    await story.until(14, 5)
    await story.tap(FANG, "🤒", "🌡")
    await story.tap(MEI, "🤙", "✅")
    await story.until(18, 10)
    await story.tap(FANG, "🌤")
    await story.until(19, 31)
    await story.tap(FANG, "🙂")


async def _trip(story: Story) -> None:
    await story.until(13, 10)
    await story.album(ZHAO, "The first pictures of our trip: we looked for autumn leaves.", HILL, LEAVES)
    await story.tap(ZHAO, "📣 Send")
    await story.tap(FANG, "🙏")
    await story.each(THANKFUL, _taps("🙏"))
    await story.until(15, 30)
    await story.say(ZHAO, "From next week: swimming on Tuesdays with the county's coach. May your child join?")
    await story.tap(ZHAO, "✏️ More", "✍️", "📣 Send")
    await story.each(SIGNED, _taps("✍️"))
    await story.tap(DECLINED, "❌")
    await story.until(19, 31)
    await story.tap(FANG, "😄", "🤝")


async def _weekend(story: Story) -> None:
    await story.until(19, 31)
    await story.tap(FANG, "🙂", "🎨")
    await story.until(16, 40)
    await story.photo(FANG, DRAWING)
    await story.tap(FANG, "✅")
