"""Where an adult of a family stands towards a notice, and its first line for them."""

from dataclasses import dataclass

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.school.notices import Household, Notice, NoticeState, home_of
from bot.queries.circle import circles
from bot.queries.school import enrolments, notices, schools
from bot.texts.reader import Reader
from bot.texts.school.schools import school_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where this reader stands towards a notice: the circles it reached them by, and their households."""

    notice: Notice
    circles: tuple[Circle, ...]
    households: tuple[Household, ...]
    confirmed: bool  # by this reader

    @property
    def is_withdrawn(self) -> bool:
        """Whether its words are gone."""
        return self.notice.state == NoticeState.WITHDRAWN

    @property
    def claimed_by(self) -> int | None:
        """Who does it."""
        return next((each.claimed_by for each in self.households if each.claimed_by), None)

    @property
    def confirmed_by(self) -> int | None:
        """Who has confirmed this text, when every household of this reader has."""
        by = [each.confirmed_by if each.stands(self.notice) else None for each in self.households]
        return by[0] if all(by) else None

    @property
    def asks_anew(self) -> bool:
        """Whether something was signed or answered here, and the text has changed since."""
        return any(each.confirmed_by and not each.stands(self.notice) for each in self.households)

    @property
    def is_done(self) -> bool:
        """Whether no household of this reader has anything left to do."""
        homes = {circle.child.id: home_of(circle) for circle in self.circles}
        return all(each.is_done(self.notice, homes[each.child_id]) for each in self.households)

    def may_take(self, person: int) -> bool:
        """Whether an adult can bring or do what is asked for."""
        return self.notice.errand and any(person in home_of(circle) for circle in self.circles)

    def at_home(self, person: int | None) -> bool:
        """Whether an adult lives with one of the children."""
        return any(each.person_id == person for circle in self.circles for each in circle.household)


def place_of(reader: Reader, notice_id: int, *, left: bool = False) -> Place | None:
    """None for who has left the circle since, and for a family that has taken its child out of the class.

    What was taken back goes from their phones as well. With `left` the place that such a family had.
    """
    notice = notices.get(reader.tx, notice_id)
    told = notices.readers(reader.tx, notice_id, reader.person.id)
    pupils = notices.pupils(reader.tx, notice.id, [child for child, _person, _at in told]) if notice else set()
    gone = notice is not None and notice.state == NoticeState.WITHDRAWN
    mine = {child: confirmed for child, _person, confirmed in told if gone or left or child in pupils}
    here = [
        reader.circle(child)
        for child in mine
        if circles.membership(reader.tx, child, reader.person.id, Action.CONFIRM_NOTICE)
    ]
    if notice is None or not here:
        return None
    ids = {circle.child.id for circle in here}
    households = tuple(notices.households(reader.tx, notice_id, sorted(ids)))
    return Place(notice, tuple(here), households, all(mine[each] for each in ids))


def _were(reader: Reader, rooms: list[int], children: set[int]) -> list[int]:
    """The classes that these children have left."""
    return [each for each in rooms if any(enrolments.find(reader.tx, each, child) for child in children)]


def heading(reader: Reader, place: Place) -> str:
    """The class of their own child, also where the notice went to several."""
    notice, children = place.notice, {each.child_id for each in place.households}
    # To a whole school there are many, and none of them stands in it.
    rooms = notices.classes(reader.tx, notice.id) if notice.school_id is None else []
    theirs = [each for each in rooms if children & {*enrolments.children(reader.tx, each)}]
    room = schools.class_room_of(reader.tx, (theirs or _were(reader, rooms, children) or [notice.class_id])[0])
    if room is None:
        raise LookupError("no such class")
    # Who has erased themselves leaves no name, and nobody else is given their words.
    name = schools.called(reader.tx, room.school_id, notice.author_id) if notice.author_id else ""
    teacher = reader.teacher(name, placed=True) if name else school_of(reader, room.id)
    if notice.school_id is not None:
        # L10N: the first line of a notice that went to a whole school: its name, and the name of who leads it.
        text = reader.say("{school}, {teacher}", school=school_of(reader, room.id), teacher=teacher)
        return f"{emoji.NOTICE} {text}"
    # L10N: the first line of a school notice, all that a lock screen shows: the class, and the teacher's name.
    return f"{emoji.NOTICE} " + reader.say("Class {room}, {teacher}", room=room.name, teacher=teacher)
