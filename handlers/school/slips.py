"""🖨 The school's slips: a teacher has them made; who opens a code says who they are to the child, and is in."""

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.roles import Action
from bot.domain.countries import HOMES, zones
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import slips as about_
from bot.domain.school.rosters import Pupil, RosterShown
from bot.domain.school.slips import SLIP
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles, invites, people
from bot.queries.circle.invites import Invite
from bot.queries.school import rosters, schools
from bot.queries.school import slips as rows
from bot.queries.school.schools import ClassRoom
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import places, slips
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🖨 all of them with this tap, where nobody has a paper yet."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    if not rosters.of_class(tx, room.id):
        reply(tx, me, RosterShown(room.id), edit=pressed.message_id)
    elif not _place_is_known(tx, me, room):
        reply(tx, me, about_.SchoolPlaceAsked(room.id), edit=pressed.message_id)
    elif _covered(tx, room):
        reply(tx, me, about_.SlipsAsked(room.id), edit=pressed.message_id)
    else:
        _make(tx, me, room, rosters.of_class(tx, room.id))
    return None


def _place_is_known(tx: Tx, me: Person, room: ClassRoom) -> bool:
    """A school is where its first child lives; before there is one, where its teacher has said to be."""
    school = schools.get(tx, room.school_id)
    if school is not None and not school.country and me.country and me.zone:
        places.learn(tx, room.school_id, me.country, me.zone)
    return bool((school and school.country) or me.country)


def place(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The country of the school, and a city where it has several clocks; then the papers."""
    room, country = schools.my_class(tx, pressed.number(), me.id), pressed.args[1]
    clocks = zones(country)
    if room is None or country not in HOMES or not clocks:
        return ButtonOutdated()
    chosen = pressed.number(2) if len(pressed.args) > 2 else 0
    if len(clocks) > 1 and len(pressed.args) == 2:
        reply(tx, me, about_.SchoolPlaceAsked(room.id, country), edit=pressed.message_id)
        return None
    if chosen >= len(clocks):
        return ButtonOutdated()
    places.learn(tx, room.school_id, country, clocks[chosen])
    return ask(tx, people.get(tx, me.id), pressed)


def _covered(tx: Tx, room: ClassRoom) -> set[int]:
    """Who has a paper that works, or whose family has come by one."""
    return rows.given(tx, room.id) | {each.id for each in rosters.of_class(tx, room.id) if each.child_id}


def make(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The others, or all of them anew."""
    room = schools.my_class(tx, pressed.number(), me.id)
    if room is None:
        return ButtonOutdated()
    pupils = rosters.of_class(tx, room.id)
    if pressed.args[1] == "rest":
        covered = _covered(tx, room)
        pupils = [each for each in pupils if each.id not in covered]
    if not pupils:
        return ButtonOutdated()
    _make(tx, me, room, pupils)
    return None


def ask_one(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Whose?"""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    reply(tx, me, about_.SlipOneAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def make_one(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One paper once more; the one before it lets nobody in."""
    found = _mine(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    _make(tx, me, found[1], [found[0]])
    return None


def _make(tx: Tx, me: Person, room: ClassRoom, pupils: list[Pupil]) -> None:
    if audit.made_slips(tx, room.id) >= about_.TIMES_A_DAY:
        reply(tx, me, about_.SlipsEnough())
        return
    audit.note(tx, AuditEvent.SLIPS_MADE, me.id, entity="class", entity_id=room.id)
    reply(tx, me, about_.SlipsMade(room.id, tuple(each.id for each in pupils), rows.make(tx, pupils)))


def ask_wrong(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚪 was it another family?"""
    found = _mine(tx, me, pressed.number())
    if found is None or found[0].child_id is None:
        return ButtonOutdated()
    reply(tx, me, about_.SlipWrongAsked(found[1].id, found[0].id), edit=pressed.message_id)
    return None


def wrong(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """It was: out, and the paper can be made anew."""
    found = _mine(tx, me, pressed.number())
    if found is None or found[0].child_id is None:
        return ButtonOutdated()
    slips.was_wrong(tx, me, *found)
    reply(tx, me, about_.SlipWrong(found[1].id, found[0].id), edit=pressed.message_id)
    return None


def right(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """It is this family: nothing changes."""
    found = _mine(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    reply(tx, me, RosterShown(found[1].id), edit=pressed.message_id)
    return None


def _mine(tx: Tx, me: Person, pupil_id: int) -> tuple[Pupil, ClassRoom] | None:
    """A pupil of a class that this person teaches now."""
    found = rosters.get(tx, pupil_id)
    room = schools.my_class(tx, found.class_id, me.id) if found and not found.removed else None
    return (found, room) if found and room else None


def call(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ the child has another name at home."""
    opened = _opened(tx, me)
    if opened is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, SLIP, {"invite": opened.id, "called": pressed.number()})
    shown = about_.SlipShown(opened.pupil_id or 0, opened.role or "guardian", pressed.number())
    reply(tx, me, shown, edit=pressed.message_id)
    return None


def come(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Who are you to the child: the press is the yes to the school, too."""
    opened, dialogue = _opened(tx, me), people.dialogue_of(tx, me.id)
    if opened is None or dialogue is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    slips.come(tx, me, opened, pressed.args[0], dialogue[1]["called"], pressed.message_id)
    return None


def my_child(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """It is a child whom they have here already; or it is none of them."""
    opened = _opened(tx, me)
    found, room = slips.pupil_of(tx, opened) if opened else (None, None)
    if opened is None or found is None or room is None or found.child_id:
        return ButtonOutdated()
    if not pressed.number():
        reply(tx, me, about_.SlipShown(found.id, opened.role or "guardian"), edit=pressed.message_id)
        return None
    mine = circles.membership(tx, pressed.number(), me.id, Action.ENROL)
    if mine is None or opened.problem or not invites.use(tx, opened, me.id):
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    slips.enrol(tx, me, found, room, mine[0].child.id, mine[1].role)
    reply(tx, me, about_.SlipOther(mine[0].child.id, opened.role or "guardian"), edit=pressed.message_id)
    return None


def refuse(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ nothing was done, and the code goes on working."""
    if _opened(tx, me) is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, about_.SlipRefused(), edit=pressed.message_id)
    return None


def _opened(tx: Tx, me: Person) -> Invite | None:
    """The code that this person has opened."""
    dialogue = people.dialogue_of(tx, me.id)
    return invites.by_id(tx, dialogue[1]["invite"]) if dialogue and dialogue[0] == SLIP else None


def born(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The year, then the month; nothing has waited for it."""
    child_id, year = pressed.number(), pressed.number(1)
    mine = circles.membership(tx, child_id, me.id, Action.INVITE)
    this_year = local(tx.now, me.zone).year
    if mine is None or mine[0].child.birth_month is not None or not this_year - 19 < year <= this_year:
        return ButtonOutdated()
    month = pressed.number(2) if len(pressed.args) > 2 else 0
    rows.born(tx, child_id, year, month or None)
    reply(tx, me, about_.BornAsked(child_id, year, month), edit=pressed.message_id)
    return None


_COUNTRY, _YEAR = "[A-Z]{2}", "(?:19|20)[0-9]{2}"

routes: list[Route] = [
    press("slips", ask, NUMBER),
    press("slips_in", place, NUMBER, _COUNTRY),
    press("slips_at", place, NUMBER, _COUNTRY, "[0-9]{1,2}"),
    press("slips_make", make, NUMBER, "rest|all"),
    press("slips_one", ask_one, NUMBER, "[0-9]{1,3}"),
    press("slip_make", make_one, NUMBER),
    press("slip_wrong", ask_wrong, NUMBER),
    press("slip_wrong_yes", wrong, NUMBER),
    press("slip_wrong_no", right, NUMBER),
    press("slip_call", call, "[0-9]"),
    press("slip_mine", my_child, NUMBER),
    press("slip_no", refuse),
    press("kin", come, "[a-z_]+", state=SLIP),
    press("slip_born", born, NUMBER, _YEAR),
    press("slip_born_in", born, NUMBER, _YEAR, "[1-9]|1[0-2]"),
]
