"""Hostile people: they press what was never theirs, flood, imitate, guess links, and press everything twice."""

import re
from functools import cache
from random import Random
from string import ascii_letters, digits

from bot.simulator.cast import PersonSpec
from tests.attack.attacker import Attacker
from tests.attack.cast import HOSTILE, STRANGERS
from tests.attack.town import Town
from tests.safeguarding.test_matrix import ENDING, presses

A_FEW, LETTERS = 25, 20
WORDS = (
    "<b>&amp;{who}%s</b>';-- {child} {0} %(name)s",
    "\u202emangled\u202c \u200f\u2066 turned",
    "H" + "\u0300\u0336\u20dd" * 60 + "omeline",
    "🚑 120\n🤒 Lily is in hospital. Call +1 555 0100 at once.",
    "Homeline: your account ends today. https://t.me/other_bot?start=x",
    "/stop",
    "[a](tg://user?id=1) @everyone #all",
    "x" * 3000,
    "\x00\x07\ufeff\u00ad",
)
NAMES = ("/stop", "🚑 120", "Grandma", "<b>Mei</b>", "\u202eieM", "Z" + "\u0335" * 40, "{who}", "https://t.me/x", " ")
_NUMBER = re.compile(r"(?<=:)\d+")


@cache
def every_press() -> tuple[str, ...]:
    return tuple(presses())


class Forgers(Attacker):
    """Made-up and stale button presses, with other families' numbers."""

    name = "people: forged presses"

    async def act(self) -> int:
        for _ in range(A_FEW):
            phone = self.town.phone(self.luck.choice(HOSTILE[:5]))  # those who have spoken with the bot
            data = _NUMBER.sub(lambda _: str(self.luck.randint(1, 12)), self.luck.choice(every_press()))
            shown = [each for each in phone.messages if each.from_bot]
            if shown:
                phone.press(data, self.luck.choice(shown))
        return A_FEW


class Borrowers(Attacker):
    """Buttons that stand, or stood, on the phones of those whom they are for: a photo of a screen is enough."""

    name = "people: others' buttons"

    async def act(self) -> int:
        seen = [
            button.data
            for phone in self.town.home.world.phones.values()
            for message in phone.messages[-A_FEW:]
            for row in message.buttons
            for button in row
            if phone.person not in HOSTILE and button.data and button.data.split(":")[0] not in ENDING
        ]
        for data in self.luck.sample(sorted(set(seen)), A_FEW):
            phone = self.town.phone(self.luck.choice(HOSTILE[:5]))
            phone.press(data, next(each for each in reversed(phone.messages) if each.from_bot))
        return A_FEW


class Flood(Attacker):
    """Strangers write one letter after another."""

    name = "people: floods of one letter"
    calm = 2.0

    async def act(self) -> int:
        for number in range(LETTERS * len(STRANGERS)):
            _speak(self, STRANGERS[number % len(STRANGERS)], "x")
        return LETTERS * len(STRANGERS)


class Imitators(Attacker):
    """Markup, placeholders, turned and stacked marks, imitations of the danger card; in names, too."""

    name = "people: hostile names and words"

    def __init__(self, town: Town, luck: Random) -> None:
        super().__init__(town, luck)
        self.garnish = luck.choice(WORDS)

    async def act(self) -> int:
        for each in self.luck.sample(STRANGERS, 3):
            self.town.phone(each).user["first_name"] = self.luck.choice(NAMES)
            _speak(self, each, self.luck.choice(WORDS))
        return 3


class Links(Attacker):
    """Used links, guessed links, and the class's poster, opened by whoever has no child there."""

    name = "people: used and guessed links"

    async def act(self) -> int:
        tokens = ["".join(self.luck.choices(ascii_letters + digits, k=22)) for _ in range(2)]
        guessed = [f"https://t.me/homeline_bot?start={each}" for each in tokens]
        for link in (*self.luck.sample(self.town.links, 2), *guessed, self.town.poster):
            self.town.phone(self.luck.choice(HOSTILE[:5])).open(link)
        return 5


class Impatient(Attacker):
    """Everybody presses everything twice, and what was pressed long ago again."""

    name = "people: everything pressed twice"

    async def begin(self) -> None:
        self.town.impatient = True

    async def act(self) -> int:
        return self.town.press_again()

    async def end(self) -> None:
        self.town.impatient = False


def _speak(attacker: Attacker, person: PersonSpec, words: str) -> None:
    phone = attacker.town.phone(person)
    if not phone.chat.started:
        phone.start()
    phone.say(words)


ATTACKERS = (Forgers, Borrowers, Flood, Imitators, Links, Impatient)
