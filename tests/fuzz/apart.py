"""Random people do random things round two parents on separate lines: neither ever meets the other's name or words."""

from collections.abc import Iterable

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from bot.db.tables import child, member
from bot.db.transaction import Tx
from bot.simulator.messages import Message
from tests.fuzz.everybody import WORDS, Everybody, buttons_of, places
from tests.homeline import Homeline, link_in
from tests.households import tap
from tests.remembering import remembered
from tests.safeguarding.apart import FATHER
from tests.safeguarding.neighbours import GRANDMA, MOTHER
from tests.safeguarding.test_matrix import presses

NAMES = {MOTHER: "Juncanary", FATHER: "Meicanary"}


@remembered
async def on_separate_lines(home: Homeline) -> None:
    """Lily's father comes, and Grandma draws the line."""
    mother = home.phone(MOTHER)
    mother.press("invite_as:1:parent", mother.last)
    await home.settle()
    await home.joined(FATHER, link_in(mother), "Dad", MOTHER)
    await tap(home, home.phone(GRANDMA), "🏠", "⚙️", "👥", "↔️", "✅")


class Apart(Everybody):
    """The same, with Lily's father; what is heard counts from where Grandma has drawn the line."""

    async def _begin(self) -> Homeline:
        home = await super()._begin()
        await on_separate_lines(home)
        self.heard = {who: len(home.phone(who).texts) for who in NAMES}
        self.are_apart = True
        return home

    @rule(places=places)
    def father_taps(self, places: list[int]) -> None:
        """Buttons that are on his screen."""
        self.tap_on(FATHER, places)

    @rule(data=st.sampled_from(presses()))
    def father_forges(self, data: str) -> None:
        """A button that never was on his screen."""
        phone = self._phone(FATHER)
        phone.press(data, next(each for each in reversed(phone.messages) if each.from_bot))
        self.settle()

    @rule(words=st.sampled_from(WORDS))
    def father_types(self, words: str) -> None:
        """Whatever he may type."""
        self._phone(FATHER).say(words)
        self.settle()

    @invariant()
    def neither_meets_the_other(self) -> None:
        self.are_apart = self.are_apart and self.run(self.home.app.store.run(_are_apart))
        if self.are_apart:
            for who, name in NAMES.items():
                phone = self.home.phone(who)
                assert not [
                    text for text in phone.texts[self.heard[who] :] if name in text or "a parent left" in text.lower()
                ]
                assert not [each for each in _labels(phone.messages[-4:]) if name in each]


def _labels(messages: Iterable[Message]) -> list[str]:
    return [button.text for each in messages for button in buttons_of(each)]


def _are_apart(tx: Tx) -> bool:
    """Whether the line stands, and both are what they were; somebody at home may take it away."""
    first = tx.scalar(select(child.c.separate_lines).where(child.c.id == 1))
    roles = [row.role for row in tx.all(select(member.c.role).where(member.c.child_id == 1))]
    return bool(first) and roles.count("parent") == 2
