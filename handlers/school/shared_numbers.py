"""📞 Somebody shows their number to the other side of a class, asks for theirs, and takes their own back."""

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.shared_numbers import (
    STATE,
    NumbersShown,
    NumberWishNoted,
    OwnNumberAsked,
    OwnNumberKept,
    cleaned,
    tell_wish,
)
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.queries.school import shared_numbers, talk_readers
from bot.queries.school.schools import ClassRoom
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📞 what the other side shows."""
    if _place(tx, me, pressed.number(), pressed.number(1)) is None:
        return ButtonOutdated()
    reply(tx, me, NumbersShown(pressed.number(), pressed.number(1)))
    return None


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ by Telegram's key, without typing."""
    class_id, child_id = pressed.number(), pressed.number(1)
    if _place(tx, me, class_id, child_id) is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, STATE, {"class": class_id, "child": child_id})
    reply(tx, me, OwnNumberAsked(class_id))
    return None


def take(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """One's own contact, or a number and nothing else."""
    dialogue = people.dialogue_of(tx, me.id)
    class_id, child_id = (dialogue[1]["class"], dialogue[1]["child"]) if dialogue else (0, 0)
    number = cleaned(said.number or (said.text if said.kind == "text" else ""))
    if not number:
        reply(tx, me, OwnNumberAsked(class_id, again=True))
        return
    people.end_dialogue(tx, me.id)
    if _place(tx, me, class_id, child_id) is not None:
        shared_numbers.share(tx, class_id, me.id, number)
        reply(tx, me, OwnNumberKept(class_id))
    reply(tx, me, NumbersShown(class_id, child_id))


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ gone at once, also for who may see no number of the others any more."""
    if not shared_numbers.take_back(tx, pressed.number(), me.id):
        return ButtonOutdated()
    reply(tx, me, NumbersShown(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def wish(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📞 the other side is asked, and may say nothing."""
    class_id, child_id = pressed.number(), pressed.number(1)
    found = _place(tx, me, class_id, child_id)
    if found is None:
        return ButtonOutdated()
    circle, room = found
    staff = talk_readers.staff(tx, room, circle)
    family = [each.person_id for each in circle.active if each.may(Action.WRITE_TO_SCHOOL)]
    others = family if me.id in staff else staff
    notify(tx, tell_wish(class_id, child_id, [each for each in others if each != me.id]))
    return NumberWishNoted()


def _place(tx: Tx, me: Person, class_id: int, child_id: int) -> tuple[Circle, ClassRoom] | None:
    """The child and the class, for an adult of the family and for who teaches it."""
    room, circle = talk_readers.room_of(tx, class_id, child_id), circles.get(tx, child_id)
    if room is None or circle is None or circle.child.sharing_stopped:
        return None
    mine = circles.membership(tx, child_id, me.id, Action.WRITE_TO_SCHOOL)
    return (circle, room) if mine or me.id in talk_readers.staff(tx, room, circle) else None


routes: list[Route] = [
    press("numbers", show, NUMBER, NUMBER),
    press("number_share", begin, NUMBER, NUMBER),
    press("number_back", take_back, NUMBER, NUMBER),
    press("number_wish", wish, NUMBER, NUMBER),
    message(TYPED & filters.UpdateType.MESSAGE, take, state=STATE),
]
