"""A class is named, goes on for another year, ends and comes back; who has it and its families read so."""

from collections.abc import Collection

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.audit import AuditEvent
from bot.domain.people import Person
from bot.domain.school import class_years as about_
from bot.domain.school.schools import clock_of, school_year_end
from bot.queries import audit
from bot.queries.school import class_years, rosters, schools, staffing
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import notify
from bot.services.school import class_groups, meetings, notice_waiting
from bot.services.school.staffing_classes import families


def held(tx: Tx, class_id: int, person_id: int) -> ClassRoom | None:
    """A class for who teaches it or leads its school, also for a while after its end."""
    room = schools.class_room_of(tx, class_id)
    school = schools.works_at(tx, person_id, room.school_id) if room else None
    mine = room is not None and school is not None and (school.lead or person_id in _teachers(tx, room))
    return room if mine and room is not None and about_.may_come_back(room.ends_at, tx.now) else None


def free_name(tx: Tx, school_id: int, wanted: str, teacher_id: int, but: int | None = None) -> str:
    """A name by which families and teachers tell a class from the others of its school."""
    staffing.lock(tx, school_id)
    others = [each.name for each in schools.classes_in(tx, school_id) if each.id != but]
    return about_.distinct(wanted, others, schools.called(tx, school_id, teacher_id))


def rename(tx: Tx, me: Person, room: ClassRoom, wanted: str) -> bool:
    """Its families read it; false when it is called so already."""
    name = free_name(tx, room.school_id, wanted, room.teacher_id, room.id)
    if name == room.name:
        return False
    class_years.rename(tx, room.id, name)
    audit.note(tx, AuditEvent.CLASS_RENAMED, me.id, entity="class", entity_id=room.id)
    others = [each for each in _teachers(tx, room) if each != me.id]
    notify(tx, about_.tell_renamed(room.id, room.name, [*families(tx, room.id), *others]))
    return True


def carry(tx: Tx, me: Person, room: ClassRoom, wanted: str) -> None:
    """Another year, from the end of this one; where it had ended, from now on."""
    school = schools.get(tx, room.school_id)
    zone = clock_of(school.zone if school else None, me.zone if me.country else None, me.language)
    ends_at = school_year_end(max(tx.now, room.ends_at), zone)
    name = free_name(tx, room.school_id, wanted, room.teacher_id, room.id)
    class_years.carry(tx, room, name, ends_at, about_.offered_at(ends_at))
    audit.note(tx, AuditEvent.CLASS_CARRIED, me.id, entity="class", entity_id=room.id)
    back = [each for each in _teachers(tx, room) if each != me.id and room.ends_at <= tx.now]
    notify(tx, about_.tell_carried(room.id, room.name, [*families(tx, room.id), *back]))
    _settle(tx, room, about_.ClassCarried(room.id, room.name), but=(me.id, *back))


def decline(tx: Tx, me: Person, room: ClassRoom) -> None:
    """It ends on its day; whoever else was asked reads so."""
    _settle(tx, room, about_.CarryDeclined(room.id), but=(me.id,))


def _settle(
    tx: Tx, room: ClassRoom, about: about_.ClassCarried | about_.CarryDeclined, *, but: Collection[int]
) -> None:
    """Whoever else of the school has a card of this class's year reads on it what became of it."""
    card, here = about_.card_of(room.id), [*_teachers(tx, room), *staffing.leads(tx, room.school_id)]
    asked = [each for each in here if cards.message_of(tx, each, card) or outbox.pending_card(tx, each, card)]
    notify(tx, about_.tell_settled(about, [each for each in dict.fromkeys(asked) if each not in but]))


def end(tx: Tx, room: ClassRoom, by: int | None) -> None:
    """Over; `by` has tapped it and reads the answer where they tapped."""
    told = families(tx, room.id)
    meetings.hand_over(tx, room.id, None)
    class_years.end(tx, room)
    class_groups.end(tx, room.id)
    notice_waiting.end(tx, room.id)
    audit.note(tx, AuditEvent.CLASS_ENDED, by, entity="class", entity_id=room.id)
    known = dict.fromkeys([*_teachers(tx, room), *staffing.leads(tx, room.school_id)])
    notify(tx, about_.tell_over(room.id, [each for each in known if each != by], told))


def forget(tx: Tx, room: ClassRoom) -> None:
    """It can be brought back no more, and its list of names goes."""
    class_years.look_next(tx, room.id, None)
    rosters.forget(tx, room.id)


def offer(tx: Tx, room: ClassRoom) -> None:
    """Who teaches it is asked, else who leads the school; then the class is looked at again when it ends."""
    class_years.look_next(tx, room.id, room.ends_at)
    notify(tx, about_.tell_offered(room.id, _teachers(tx, room) or staffing.leads(tx, room.school_id)))


def _teachers(tx: Tx, room: ClassRoom) -> list[int]:
    """Also of a class whose year is over."""
    every = [room.teacher_id, *schools.seconds(tx, room.id)]
    return [each for each in every if schools.works_at(tx, each, room.school_id)]
