"""🌙 the goodnight shelf: one voice after the other, each for an evening of its own."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.bedtimes import CHOICES
from bot.domain.daily.goodnights import KINDS, SHELF, BedtimeAsked, BedtimeSet, GoodnightsShown
from bot.domain.daily.letters import VoiceDeclined
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import circles, people
from bot.queries.daily import bedtimes as bedtime_rows
from bot.queries.daily import goodnights as shelf_rows
from bot.queries.daily import letters
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.daily import bedtimes, goodnights
from bot.services.notifications import reply
from bot.updates import ButtonPress, IncomingMessage

STATE = "goodnight"


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🌙 what lies there, and the first or the next."""
    circle = _my_child(tx, me, pressed.number(), Action.WRITE_TO_CHILD)
    if circle is None:
        return ButtonOutdated()
    if me.voice is False:
        reply(tx, me, VoiceDeclined(circle.child.id), edit=pressed.message_id)
        return None
    for_all = pressed.args[1:] == ("all",)
    if len(shelf_rows.shelf(tx, circle.child.id, me.id)) < SHELF:
        people.set_dialogue(tx, me.id, STATE, {"child": circle.child.id, "all": for_all})
    reply(tx, me, GoodnightsShown(circle.child.id, all=for_all), edit=pressed.message_id)
    return None


def spoken(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """One for an evening; after the seventh what comes is a letter again."""
    data = (people.dialogue_of(tx, me.id) or ("", {}))[1]
    circle, for_all = _my_child(tx, me, data.get("child", 0), Action.WRITE_TO_CHILD), bool(data.get("all"))
    if circle is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    if said.kind not in KINDS:
        reply(tx, me, GoodnightsShown(circle.child.id, other=True, all=for_all))
        return
    keep = goodnights.keep_for_all if for_all else goodnights.keep
    found = keep(tx, circle, me.id, {**said.media, "album": ""})
    if len(shelf_rows.shelf(tx, circle.child.id, me.id)) >= SHELF:
        people.end_dialogue(tx, me.id)
    reply(tx, me, GoodnightsShown(circle.child.id, found.id, said.duration, all=for_all))


def enough(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ no more for now."""
    circle = _my_child(tx, me, pressed.number(), Action.WRITE_TO_CHILD)
    if circle is None:
        return ButtonOutdated()
    _end(tx, me)
    reply(tx, me, GoodnightsShown(circle.child.id, done=True), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ this one is not played."""
    found = letters.get(tx, pressed.number())
    circle = _my_child(tx, me, found.child_id, Action.WRITE_TO_CHILD) if found else None
    if found is None or circle is None or found.author_id != me.id:
        return ButtonOutdated()
    if not goodnights.take_back_everywhere(tx, circle, found):
        return ButtonOutdated()
    data = (people.dialogue_of(tx, me.id) or ("", {}))[1]
    reply(tx, me, GoodnightsShown(circle.child.id, all=bool(data.get("all"))), edit=pressed.message_id)
    return None


def bedtime(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏰ when does the child go to bed?"""
    if _my_child(tx, me, pressed.number(), Action.SET_TIMES) is None:
        return ButtonOutdated()
    reply(tx, me, BedtimeAsked(pressed.number()))
    return None


def set_bedtime(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From the next evening on."""
    circle = _my_child(tx, me, pressed.number(), Action.SET_TIMES)
    if circle is None or pressed.number(1) not in CHOICES:
        return ButtonOutdated()
    bedtime_rows.choose(tx, circle.child.id, pressed.number(1))
    bedtimes.plan(tx, circle)
    reply(tx, me, BedtimeSet(circle.child.id), edit=pressed.message_id)
    return None


def _end(tx: Tx, me: Person) -> None:
    """Only this conversation."""
    dialogue = people.dialogue_of(tx, me.id)
    if dialogue and dialogue[0] == STATE:
        people.end_dialogue(tx, me.id)


def _my_child(tx: Tx, me: Person, child_id: int, action: Action) -> Circle | None:
    mine = circles.membership(tx, child_id, me.id, action)
    return mine[0] if mine else None


routes: list[Route] = [
    press("goodnights", begin, NUMBER),
    press("goodnights_of", begin, NUMBER, "all|one"),
    press("goodnight_done", enough, NUMBER),
    press("goodnight_undo", take_back, NUMBER),
    press("bedtime", bedtime, NUMBER),
    press("bedtime_at", set_bedtime, NUMBER, NUMBER),
    message(TYPED, spoken, state=STATE),
]
