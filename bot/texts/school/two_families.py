"""A child with two families of which neither knows the other, as the school's lists name it: once, and each of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.school.rosters import listed_as
from bot.domain.school.school_words import Word, WordAnswer
from bot.queries.school import rosters
from bot.texts.reader import Reader


@dataclass(frozen=True, slots=True)
class Entry:
    """One child of a class: its numbers, one for each family, and its name."""

    children: tuple[int, ...]
    name: str

    @property
    def child(self) -> int:
        """By which a button means it."""
        return self.children[0]

    def is_among(self, children: Collection[int]) -> bool:
        """Whether any of its families is meant."""
        return any(each in children for each in self.children)

    def of(self, words: Iterable[Word]) -> list[Word]:
        """What stands of it."""
        return [each for each in words if each.child_id in self.children]


def each_once(reader: Reader, class_id: int, pupils: Sequence[tuple[int, str]]) -> list[Entry]:
    """The children of a class in the order of its list, each once however many families it has."""
    several = {child: same for same in rosters.several_families(reader.tx, class_id) for child in same}
    lines = _lines(reader, class_id) if several else {}
    found = {
        several.get(child, (child,)): lines.get(child, name) if child in several else name
        for child, name in reversed(pupils)
    }
    return [Entry(children, name) for children, name in reversed(found.items())]


def _lines(reader: Reader, class_id: int) -> dict[int, str]:
    """The families' children by the name of their line."""
    lines = rosters.of_class(reader.tx, class_id)
    listed = listed_as({each.id: each.line for each in lines})
    first = {each.child_id: listed[each.id] for each in lines if each.child_id is not None}
    return first | {child: listed[line] for child, line in rosters.joined(reader.tx, class_id).items()}


def of_families_that_know(reader: Reader, words: Iterable[Word]) -> list[Word]:
    """Of the words about one child those whose own family has said where it is."""
    known = [each for each in words if each.answer == WordAnswer.KNOWN]
    return [
        each
        for each in known
        if (circle := reader.circle_or_none(each.child_id)) and circle.member(each.answered_by or 0) is not None
    ]


def child_of(reader: Reader, word: Word, name: str) -> str:
    """The child as one: by its line where it has two families, else by this name."""
    if len(rosters.families(reader.tx, word.class_id, word.child_id)) == 1:
        return name
    return _lines(reader, word.class_id).get(word.child_id, name)
