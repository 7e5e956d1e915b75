"""Who reads: their language, their clock, and the names as their circle knows them."""

import gettext as gettext_module
import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton, get_timezone_location

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.names import could_be, shown_name
from bot.domain.people import Person
from bot.i18n import catalogue
from bot.queries.circle import circles, people
from bot.queries.school import known_staff, schools
from bot.texts.circle import kin, namesakes

# What somebody is called, as they typed it: inside a sentence it stands as it is.
_NAMES = frozenset({"child", "guardian", "name", "parent", "teacher", "who"})


class StandIn(str):
    """What stands for a name, such as “a parent”: at the beginning of a sentence it is written as one begins."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One person who reads one message, inside the transaction that renders it."""

    tx: Tx
    person: Person
    words: gettext_module.NullTranslations
    _asked: dict[int, Circle | None] = field(default_factory=dict)  # each part of a message asks for its circle anew

    def say(self, text: str, **values: object) -> str:
        """A sentence in this language; what is filled in is escaped, so that nobody's name can become markup."""
        return _fill(self.words.gettext(text), values, escape=True)

    def say_n(self, one: str, many: str, count: int, **values: object) -> str:
        """A sentence that depends on a number, which it is given as {count}."""
        return _fill(self.words.ngettext(one, many, count), {"count": count, **values}, escape=True)

    def said(self, text: str, **values: object) -> str:
        """A sentence that is in this language already, filled in as `say` does."""
        return _fill(text, values, escape=True)

    def label(self, text: str, **values: object) -> str:
        """A button's words: as `say`, but plain text."""
        return _fill(self.words.gettext(text), values, escape=False)

    def label_n(self, one: str, many: str, count: int, **values: object) -> str:
        """As `say_n`, but plain text: for a button, or as a part of a sentence."""
        return _fill(self.words.ngettext(one, many, count), {"count": count, **values}, escape=False)

    def listed(self, names: Iterable[str]) -> str:
        """Names as a sentence holds them: “Anna, Ben and Carla”."""
        *before, last = list(names) or [""]
        # L10N: several names in a sentence, such as “Anna, Ben and Carla”; {before} is one name or several of them.
        text = self.label("{before} and {after}", before=str(self.enumerated(before)), after=last)
        return self._as_begun(before, text) if before else last

    def either(self, names: Iterable[str]) -> str:
        """Names of which one is enough: “Anna, Ben or Carla”."""
        *before, last = list(names) or [""]
        # L10N: several names of which one is enough, such as “Anna, Ben or Carla”; {before} is one name or several.
        text = self.label("{before} or {after}", before=str(self.enumerated(before)), after=last)
        return self._as_begun(before, text) if before else last

    def enumerated(self, names: Iterable[str]) -> str:
        """Names after a colon, in brackets or on a button, which are set apart and no more: “Anna, Ben, Carla”."""
        each = list(names)
        # L10N: what stands between the names of a list: “Anna, Ben, Carla”.
        return self._as_begun(each, self.label(", ").join(each))

    @staticmethod
    def _as_begun(names: list[str], text: str) -> str:
        return StandIn(text) if names and isinstance(names[0], StandIn) else text

    def together(self, *sentences: str) -> str:
        """Sentences one after the other, as this language sets them apart."""
        said, *others = [each for each in sentences if each] or [""]
        for each in others:
            # L10N: two sentences in one line; some languages put nothing between them.
            said = self.label("{before} {after}", before=said, after=each)
        return said

    @property
    def locale(self) -> Locale:
        """Babel's locale of this language."""
        return Locale.parse(self.person.language)

    def day(self, day: date) -> str:
        """Monday, 3 May, in this language."""
        return format_skeleton("MMMEd", datetime(day.year, day.month, day.day), locale=self.locale)  # noqa: DTZ001 - a date

    def month(self, year: int, month: int) -> str:
        """May 2026, in this language."""
        return format_skeleton("yMMMM", datetime(year, month, 1), locale=self.locale)  # noqa: DTZ001 - a month

    def weekday(self, day: date) -> str:
        """Monday, in this language."""
        return format_date(day, "EEEE", locale=self.locale)

    def country(self, code: str) -> str:
        """The country's name in this language."""
        return str(self.locale.territories.get(code, code))

    def city(self, zone: str) -> str:
        """The city that names a zone, in this language."""
        return get_timezone_location(zone, locale=self.locale, return_city=True)

    def circle(self, child_id: int) -> Circle:
        """The circle that this message is about; raises LookupError when it is gone."""
        found = self.circle_or_none(child_id)
        if found is None:
            raise LookupError("no such circle")
        return found

    def circle_or_none(self, child_id: int) -> Circle | None:
        """As `circle`, for what may be gone."""
        if child_id not in self._asked:
            self._asked[child_id] = self._as_known(child_id)
        return self._asked[child_id]

    def _as_known(self, child_id: int) -> Circle | None:
        found = circles.get(self.tx, child_id)
        if found is None or found.member(self.person.id) is None or not circles.has_several(self.tx, self.person.id):
            return found
        return self._told_apart(found, [circle for circle, _me in circles.of_person(self.tx, self.person.id)])

    def circle_for_others(self, child_id: int) -> Circle:
        """As whoever is not its reader may see it: for words that are forwarded."""
        found = circles.get(self.tx, child_id)
        if found is None:
            raise LookupError("no such circle")
        return found

    def call_name(self, child_id: int) -> str:
        """The child's name in words that are said to the child, who is never “Lily (Mei)”."""
        return self.circle_for_others(child_id).child.name

    def circles(self, action: Action = Action.TAKE_PART) -> list[tuple[Circle, Member]]:
        """Those in which this reader may do `action`, the oldest first; children of the same name are told apart."""
        mine = circles.of_person(self.tx, self.person.id)
        may = mine if action is Action.TAKE_PART else circles.of_person(self.tx, self.person.id, action)
        return [(self._told_apart(circle, [each for each, _me in mine]), me) for circle, me in may]

    def _told_apart(self, circle: Circle, mine: list[Circle]) -> Circle:
        """“Lily (Mei)”, where this reader knows another child who is called so."""
        name = namesakes.told_apart(self.words, circle, mine, self._host)
        return circle if name is None else replace(circle, child=replace(circle.child, name=name))

    def _host(self, circle: Circle) -> str:
        """By whom a circle is known: a parent, else any other adult."""
        others = [each for each in (*circle.parents, *circle.active) if each.person_id != self.person.id]
        known = [each for each in others if not circle.hides(each, self.person.id)]
        return self.named(circle, known[0].person_id) if known else self.somebody(self.person.name)

    def may(self, child_id: int, action: Action) -> bool:
        """Whether this reader may do `action` with a child at this moment."""
        return circles.membership(self.tx, child_id, self.person.id, action) is not None

    def hides(self, circle: Circle, person_id: int) -> bool:
        """Whether this reader hears nothing of an adult: the other parent, where parents are on separate lines."""
        member = next((each for each in circle.members if each.person_id == person_id), None)
        return member is not None and circle.hides(member, self.person.id)

    def knows(self, circle: Circle) -> list[Member]:
        """The adults of whom this reader hears."""
        return [each for each in circle.active if not circle.hides(each, self.person.id)]

    def named(self, circle: Circle, person_id: int) -> str:
        """How this reader knows an adult, and the only way to say so: with their role, but for an unmistakable parent.

        Where parents are on separate lines, neither sees the other's name.
        """
        member = next((each for each in circle.members if each.person_id == person_id), None)
        if member is None:
            called, leads = known_staff.known_as(self.tx, circle.child.id, person_id)
            return self.teacher(called, leads=leads) if called else self.somebody(people.get(self.tx, person_id).name)
        if circle.hides(member, self.person.id):
            # L10N: stands for the other parent's name where two separated parents must not see each other.
            return StandIn(self.label("a parent"))
        return kin.shown(self.words, member, self.knows(circle))

    def staff(self, room: schools.ClassRoom, person_id: int) -> str:
        """Somebody of the school of a class, as what they are to it: its teacher, or who leads the school."""
        leads = known_staff.only_leads(self.tx, room.school_id, room.id, person_id)
        return self.teacher(schools.called(self.tx, room.school_id, person_id), leads=leads)

    def teachers(self, room: schools.ClassRoom) -> list[str]:
        """Everybody who teaches a class now; whose it was, where nobody does."""
        return [self.staff(room, each) for each in schools.teachers(self.tx, room.id) or [room.teacher_id]]

    def teacher(self, called: str, *, placed: bool = False, leads: bool = False) -> str:
        """A teacher before a family, by the name fixed when they joined the school, and as what they are.

        Where the class or the school stands beside it (`placed`), the name is enough unless a child calls family so.
        """
        # L10N: what somebody is, beside their name: “Zhao Lan (teacher)”.
        teacher = self.label("teacher")
        # L10N: what somebody is, beside their name, who leads the school and does not teach this class: “Li Na (head
        # teacher)”.
        role, name = self.label("head teacher") if leads else teacher, shown_name(called)
        if not name:
            return role[:1].upper() + role[1:]
        return name if placed and not could_be(name, ()) else kin.with_role(self.words, name, role)

    def somebody(self, name: str) -> str:
        """Somebody who is not in the circle yet, or not any more."""
        # L10N: stands for somebody whose name is not known or not shown.
        return shown_name(name) or StandIn(self.label("somebody"))


def reader_for(tx: Tx, person: Person) -> Reader:
    """The reader that this person is."""
    return Reader(tx, person, catalogue(person.language))


def _fill(text: str, values: Mapping[str, Any], *, escape: bool) -> str:
    if not values:
        return text
    values = {name: _begins(text, name, value) for name, value in values.items()}
    return text.format(**{name: html.escape(str(value)) if escape else str(value) for name, value in values.items()})


def _begins(text: str, name: str, value: object) -> object:
    """A sentence that begins with a name, or with what stands for one, begins with a capital letter."""
    is_sentence = text.endswith((".", "?"))  # a heading or a line of a list leaves a name as it is
    if not isinstance(value, StandIn) and not (is_sentence and name in _NAMES and isinstance(value, str)):
        return value
    before, found, _after = text.partition(f"{{{name}}}")
    begins = found and not any(sign.isalnum() for sign in before)  # a sign such as 🤙 may stand before it
    return value[:1].upper() + value[1:] if begins else value
