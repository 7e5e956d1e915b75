"""SG-11: on separate lines neither parent meets the other's name or words, in whatever Homeline can say."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from enum import EnumType
from itertools import product
from typing import Any

import pytest

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import Face
from bot.domain.notifications import Event
from bot.domain.operators.pages import Page
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.simulator.cast import PersonSpec
from bot.texts.message import Message
from bot.texts.reader import Reader, reader_for
from bot.texts.renderers import RENDERERS
from tests.homeline import Homeline, link_in
from tests.households import NEIGHBOUR, hours, read, since, tap
from tests.safeguarding.apart import FATHER, OF, apart, something_of_everything
from tests.safeguarding.neighbours import GRANDMA, MOTHER
from tests.still import still

once = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

OTHER = {MOTHER: FATHER, FATHER: MOTHER}
NUMBERS = range(1, 6)
# Numbers that are no rows' are few: an event has up to six, and all that they can be together is said.
FEW: dict[str, tuple[int, ...]] = {
    "child_id": (1,),
    "page": (0, 1),
    "place": (0, 1),
    "count": (1, 2),
    "event_id": (*NUMBERS, 6, 7),
    "days": (1, 2),
    "length": (0, 1),
    "window": (0, 1),
    "remote": (0, 1),
    "make": (1,),
    "part": (1,),
}
WORDS = {
    "local_date": ("2026-11-23",),
    "face": tuple(Face),
    "last": ("2026-11-29",),
    "country": ("", "CN"),
    "what": ("letter", "promise", "notice", "word", "alert", "text", ""),
    "news": ("made", "moved", "dropped", "near", "seen", "calling", "better", "nobody"),
    "form": ("html", "json"),
    "answer": ("better", "same", "worse", "doctor"),
    "slot": ("morning", "evening"),
    "role": ("parent", "guardian", "technical"),
    "page": tuple(Page),
    "number": ("1-2", "12"),
    "said": ("asked", "going", "well", "call", "cannot"),
    "invited": ("parent", "guardian"),
}


def about_everything(tx: Tx, kind: type[Event]) -> Iterator[Event]:
    """Every notification of a kind about the first rows there are; a kind is found by itself, and so are its fields."""
    values = [_values(tx, each.name, each.type) for each in fields(kind)]  # type: ignore[arg-type] # a dataclass
    for chosen in product(*values):
        yield kind(*chosen)


def _values(tx: Tx, name: str, of: Any) -> tuple[Any, ...]:
    if isinstance(of, EnumType):
        return tuple(of)
    kind = str(of)
    if "datetime" in kind:
        return (tx.now + timedelta(hours=1),)
    if "date" in kind:
        return (tx.now.date(),)
    if "tuple" in kind:
        return ((1,),)
    if "bool" in kind:
        return (False, True)
    if "str" in kind:
        return WORDS.get(name, ("", "other"))
    if "int" in kind:
        return FEW.get(name, tuple(NUMBERS))
    raise AssertionError(f"say here what {name}: {kind} may be")


def said_by(reader: Reader, about: Event) -> Message | None:
    """What is said of it; nothing of a row that is not there, or a word that does not belong to it."""
    try:
        return RENDERERS[type(about)](reader, about)
    except (LookupError, AttributeError, AssertionError, ValueError):
        return None


def seen(message: Message) -> str:
    """Whatever of it can be read."""
    labels = [each.label for row in message.buttons for each in row]
    keys = [each for row in message.keyboard or () for each in row]
    file = message.media.content.decode(errors="ignore") if message.media else ""
    return "\n".join([message.text, *labels, *keys, file])


@once
@pytest.mark.parametrize("who", list(OF), ids=lambda who: who.first_name)
async def test_sg_11_whatever_can_be_said_names_nothing_of_the_other_parent(home: Homeline, who: PersonSpec) -> None:
    await apart(home)
    await something_of_everything(home)

    def look(tx: Tx) -> tuple[set[str], list[str], str]:
        me = people.by_telegram(tx, who.id)
        assert me is not None
        told, slips, all_of_it = set(), [], set()
        readers = [reader_for(tx, replace(me, language=each)) for each in LANGUAGES]
        for kind in RENDERERS:
            for about, reader in product(list(about_everything(tx, kind)), readers):
                message = said_by(reader, about)
                if message is None:
                    continue
                told.add(kind.__name__)
                words = seen(message)
                all_of_it.add(words)
                slips += [f"{about}: {each}" for each in OF[OTHER[who]] if each in words]
        return told, slips, "\n".join(all_of_it)

    told, slips, all_of_it = await read(home, lambda tx: look(still(tx)))
    assert slips == []
    assert all(each in all_of_it for each in OF[who])
    assert len(told) > 120, sorted({each.__name__ for each in RENDERERS} - told)


@once
async def test_sg_11_a_day_with_everything_in_it_tells_neither_anything_of_the_other(home: Homeline) -> None:
    await apart(home)
    phones = {who: home.phone(who) for who in OF}
    before = {who: len(phone.texts) for who, phone in phones.items()}

    await something_of_everything(home)
    await hours(home, 24 * 9)

    for who, phone in phones.items():
        heard = "\n".join(since(phone, before[who]))
        assert not [each for each in OF[OTHER[who]] if each in heard]
        assert "comes home" not in heard
    assert all(any(each in text for text in home.phone(GRANDMA).texts) for mine in OF.values() for each in mine[:3])


async def test_sg_11_who_leaves_a_circle_leaves_it_without_a_word_to_the_other_parent(home: Homeline) -> None:
    await apart(home)
    mother, father, grandma = home.phone(MOTHER), home.phone(FATHER), home.phone(GRANDMA)
    before = len(father.texts)

    mother.press("leave_yes:1", mother.last)
    await home.settle()
    await hours(home, 24)

    assert grandma.sees("Meicanary left Lily's circle.")
    assert not [each for each in since(father, before) if "left" in each]
    await tap(home, father, "🏠", "⚙️", "👥")
    assert "↔️ Separate lines" not in str(father.last.buttons)
    father.press("lines_set:1:off", father.last)
    await home.settle()
    father.press("log:1:0", father.last)
    await home.settle()
    assert "Meicanary" not in father.last.words
    assert "left" not in father.last.words


async def test_sg_11_who_is_erased_is_gone_without_a_word_to_the_other_parent(home: Homeline) -> None:
    await apart(home)
    mother, father = home.phone(MOTHER), home.phone(FATHER)
    before = len(father.texts)

    mother.press("erase_me", mother.last)
    await home.settle()
    await hours(home, 24)

    assert home.phone(GRANDMA).sees("Meicanary left Lily's circle.")
    assert not [each for each in since(father, before) if "left" in each]


async def test_sg_11_a_held_place_opens_no_way_to_take_the_line_away(home: Homeline) -> None:
    await apart(home)
    father = home.phone(FATHER)
    await tap(home, home.phone(GRANDMA), "🏠", "⚙️", "👥", "🔒 Meicanary")

    father.press("lines_set:1:off", father.last)
    await home.settle()
    await tap(home, father, "🏠", "⚙️", "👥")

    assert "Meicanary" not in father.last.words


async def test_sg_11_a_phone_that_is_off_is_no_news_for_the_other_parent(home: Homeline) -> None:
    await apart(home)
    mother, father, grandma = home.phone(MOTHER), home.phone(FATHER), home.phone(GRANDMA)
    before = len(father.texts)

    mother.block()
    await home.settle()
    await tap(home, grandma, "🏠", "🤒", "🌡")
    await home.later(minutes=5)
    mother.start()
    await home.settle()

    assert grandma.sees("Meicanary: the phone cannot be reached now.")
    assert grandma.sees("Meicanary: the phone can be reached again.")
    assert not [each for each in since(father, before) if "phone" in each]


async def test_sg_11_a_pause_for_a_visit_does_not_say_that_the_other_parent_comes(home: Homeline) -> None:
    await apart(home)
    mother, father = home.phone(MOTHER), home.phone(FATHER)

    mother.press("pause_until:1:20261130", mother.last)
    await home.settle()

    assert father.texts[-1].startswith("⏸ Lily\nI ask about Lily again from ")
    assert home.phone(GRANDMA).sees("Meicanary has paused the questions about Lily until ")


async def test_sg_11_nobody_is_said_to_be_told_where_only_the_other_parent_is(home: Homeline) -> None:
    await apart(home)
    mother, grandma = home.phone(MOTHER), home.phone(GRANDMA)
    grandma.press("leave_yes:1", grandma.last)
    await home.settle()
    await tap(home, mother, "🏠", "📞")
    await tap(home, mother, "📞")
    assert "Home is told." not in mother.last.words


async def test_sg_11_whom_one_parent_invites_the_other_neither_lets_in_nor_turns_away(home: Homeline) -> None:
    await apart(home)
    mother, father = home.phone(MOTHER), home.phone(FATHER)
    await tap(home, mother, "🏠", "⚙️", "🔗", "Looks after")
    joiner = await home.newcomer(NEIGHBOUR, link_in(mother).rpartition("=")[2])
    await tap(home, joiner, "Someone else")
    before = len(father.texts)

    for forged in ("let_in:4:no", "let_in:4:yes"):
        father.press(forged, father.last)
        await home.settle()

    assert since(father, before) == []
    assert not joiner.sees("The family did not confirm.")
    await tap(home, mother, "✅")
    assert home.phone(GRANDMA).sees("Li Na (guardian) is in Lily's circle now.")
