"""Calls: two clocks in every line."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily import calls as about_
from bot.domain.daily.call_kit import game_for
from bot.domain.daily.calls import Call, CallState
from bot.domain.local_time import local
from bot.domain.notifications import Lane
from bot.queries.daily import calls
from bot.queries.daily.bedtimes import minute
from bot.queries.school import calendars
from bot.texts import clocks
from bot.texts.buttons import call as call_button
from bot.texts.buttons import did_not, happened, invite, letter, undo
from bot.texts.circle.receipts import home_is_told, waits
from bot.texts.circle.times import my_clock
from bot.texts.daily.calendar_files import calendar_button, calendar_file, calendar_of
from bot.texts.daily.call_kit import for_home, for_parent
from bot.texts.daily.shifts import my_rota, shifts_button, two_weeks
from bot.texts.message import Message, button, column, grid, headed
from bot.texts.reader import Reader

# A button carries an instant as minutes since this one.
MINUTE = 60


def call_times_asked(reader: Reader, about: about_.CallTimesAsked) -> Message:
    """Three times at most, each on both clocks; both weeks of shifts above them."""
    circle = reader.circle(about.child_id)
    child = circle.child
    rota = my_rota(reader)
    today = local(reader.tx.now, child.zone).date()
    free = calendars.free_days(reader.tx, child.id, today, today + about_.AHEAD)
    home = about_.Home(child.zone, child.years(today), minute(reader.tx, circle), free)
    times = about_.proposals(reader.tx.now, home, reader.person, rota)
    shifts = (shifts_button(reader, child.id),)
    if not times:
        # L10N: no time of the day suits both clocks; a voice letter can be heard at any time.
        text = reader.say("Your day is night for {child}. A voice letter can be heard at any time.", child=child.name)
        return Message(text, ((letter(reader, child.id),), shifts))
    buttons = []
    for at in about_.page_of(times, about.page):
        label = f"{emoji.CALL} {clocks.short(reader, at, child.zone)}"
        buttons.append(button(label, "call_at", child.id, int(at.timestamp()) // MINUTE))
    # L10N: to a parent; three times stand below, each as two times of day, the child's first.
    text = reader.say("When do you call {child}? First the time at home, then yours.", child=child.name)
    lines, rest = [text, *two_weeks(reader, rota)], [*shifts]
    if reader.person.clock_is_guessed:
        # L10N: to a parent who is offered times for a call, and has not said yet where they are. 🕰 is a button below.
        lines.append(reader.say("I do not know your clock yet: 🕰 sets it."))
        rest.insert(0, my_clock(reader))
    more = []
    if len(times) > about_.PROPOSALS:
        # L10N: a button of a parent: other times for a call.
        more = [button(f"{emoji.ANOTHER} " + reader.label("Another time"), "call_times", child.id, about.page + 1)]
    return Message("\n".join(lines), (*grid(buttons, 1), (*more, *rest)))


def call_planned(reader: Reader, about: about_.CallPlanned) -> Message | None:
    """What the parent sees of it afterwards."""
    found = _call_of(reader, about.call_id)
    if found is None:
        return None
    circle = reader.circle(found.child_id)
    if found.state == CallState.DROPPED:
        # L10N: the parent has taken back a planned call.
        text = reader.say("The call is off.") + _told(reader, circle)
        return Message(f"{emoji.CALL} {text}", ((call_button(reader, found.child_id),),))
    # L10N: a call with {child} is planned; {when} names a day and two times.
    text = reader.say("You call {child}: {when}.", child=circle.child.name, when=_when(reader, found))
    text += _told(reader, circle)
    row = calendar_button(reader, "call_file", found.id), undo(reader, "call_drop", found.id)
    return Message(f"{emoji.CALL} {text}", (row,) if found.is_planned else ())


def _told(reader: Reader, circle: Circle) -> str:
    said = home_is_told(reader, circle, [each.person_id for each in circle.askable(reader.tx.now)])
    return f"\n{said}" if said else ""


def call_proposed(reader: Reader, about: about_.CallProposed) -> Message | None:
    """Those at home say whether it suits."""
    found = _call_of(reader, about.call_id)
    if found is None:
        return None
    circle = reader.circle(found.child_id)
    parent, child, when = reader.named(circle, found.planned_by), circle.child, _when(reader, found)
    if found.state == CallState.DROPPED:
        # L10N: a planned call does not take place; {when} names a day and a time.
        text = reader.say("{parent} does not call: {when}.", parent=parent, when=when)
        return Message(headed(emoji.CALL, child.name, text))
    if found.agreed_by is not None:
        # L10N: somebody at home has said that the time suits; {when} names a day and a time.
        text = reader.say("{parent} calls {child}: {when}.", parent=parent, child=child.name, when=when)
        return Message(headed(emoji.CALL, child.name, text))
    if found.state != CallState.PLANNED:
        return None
    # L10N: to those at home; {when} names a day and a time.
    text = reader.say("{parent} would like to call {child}: {when}.", parent=parent, child=child.name, when=when)
    # L10N: a button: the time suits.
    fine = button(f"{emoji.YES} " + reader.label("Fine"), "call_fine", found.id)
    # L10N: a button: the time does not suit, another one would be better.
    other = button(f"{emoji.NO} " + reader.label("Another time"), "call_other", found.id)
    return Message(headed(emoji.CALL, child.name, text), column(fine, other))


def call_answered(reader: Reader, about: about_.CallAnswered) -> Message | None:
    """What home says to the time."""
    found = _call_of(reader, about.call_id)
    if found is None:
        return None
    circle = reader.circle(found.child_id)
    who, when, child = reader.named(circle, about.by), _when(reader, found), circle.child.name
    if about.fine:
        # L10N: to the parent; {when} names a day and two times, {guardian} has said that it suits.
        return Message(headed(emoji.CALL, child, reader.say("Fine, says {guardian}: {when}.", guardian=who, when=when)))
    # L10N: to the parent; {when} names a day and two times that do not suit at home.
    text = reader.say("{guardian} would like another time than {when}.", guardian=who, when=when)
    return Message(headed(emoji.CALL, child, text), ((call_button(reader, found.child_id),),))


def call_near(reader: Reader, about: about_.CallNear) -> Message | None:
    """A quarter of an hour before."""
    found = _call_of(reader, about.call_id)
    if found is None or not found.is_planned or found.at <= reader.tx.now:
        return None
    circle = reader.circle(found.child_id)
    parent, child, when = reader.named(circle, found.planned_by), circle.child.name, _when(reader, found, always=False)
    if found.planned_by == reader.person.id:
        # L10N: to the parent, a quarter of an hour before a planned call; {when} is one time of day or two.
        text = reader.say("Soon you call {child}: {when}. An ordinary phone will do, too.", child=child, when=when)
    else:
        # L10N: to those at home, a quarter of an hour before a planned call; {when} is a time of day.
        text = reader.say(
            "{parent} calls {child} soon: {when}. Perhaps by ordinary phone.", parent=parent, child=child, when=when
        )
    game = game_for(circle.child.years(local(reader.tx.now, circle.child.zone).date()), calls.turn(reader.tx, found))
    kit = for_parent(reader, game, child) if found.planned_by == reader.person.id else for_home(reader, game, child)
    return Message(headed(emoji.CALL, child, f"{text}\n{kit}"))


def call_missed(reader: Reader, about: about_.CallMissed) -> Message | None:
    """No blame, and something that works at any time."""
    found = _call_of(reader, about.call_id)
    if found is None or found.state != CallState.MISSED:
        return None
    child = reader.circle(found.child_id).child
    # L10N: to the guardian: a call that was planned did not take place, through nobody's fault. Two buttons follow.
    text = reader.say("No call this time. {child} can send a voice message instead.", child=child.name)
    # L10N: a button of a guardian: ask the parents to call.
    please = button(f"{emoji.CALL} " + reader.label("Please call"), "please_call", child.id)
    return Message(headed(emoji.CALL, child.name, text), ((letter(reader, child.id), please),))


def call_file_given(reader: Reader, about: about_.CallFileGiven) -> Message | None:
    """One call in a calendar's own words."""
    found = _call_of(reader, about.call_id)
    if found is None or not found.is_planned:
        return None
    child = reader.circle(found.child_id).child.name
    # L10N: the name of an entry in the calendar of a parent: a call with {child}.
    summary = reader.label("Call: {child}", child=child)
    content = calendar_of(f"call-{found.id}", summary, found.at, found.at + about_.LASTS, reader.tx.now)
    return calendar_file(reader, content)


def call_outcome_asked(reader: Reader, about: about_.CallOutcomeAsked) -> Message | None:
    """Did you talk? And then a word that blames nobody."""
    found = _call_of(reader, about.call_id)
    if found is None or found.state == CallState.DROPPED:
        return None
    child = reader.circle(found.child_id).child.name
    if found.state == CallState.HAPPENED:
        # L10N: the parent says that the call took place. No praise.
        return Message(f"{emoji.CALL} " + reader.say("Good that you two have talked."))
    if found.state == CallState.MISSED:
        # L10N: the parent says that the call did not take place. No blame.
        text = reader.say("That happens. Another time is quickly found.")
        return Message(f"{emoji.CALL} {text}", ((call_button(reader, found.child_id),),))
    # L10N: to the parent, half an hour after the time of a planned call.
    text = reader.say("Did you talk with {child}?", child=child)
    answers = happened(reader, "call_done", found.id, "yes"), did_not(reader, "call_done", found.id, "no")
    return Message(f"{emoji.CALL} {text}", column(*answers))


def please_call_child_asked(reader: Reader, about: about_.PleaseCallChildAsked) -> Message:
    """One button a child."""
    buttons = [
        button(f"{emoji.CALL} {circle.child.name}", "please_call", circle.child.id)
        for circle, _me in reader.circles(Action.ASK_FOR_CALL)
    ]
    # L10N: a guardian of several children wants a parent to call; one button for each child stands below.
    return Message(reader.say("Whose parents shall call?"), column(*buttons))


def call_requested(reader: Reader, about: about_.CallRequested) -> Message | None:
    """When you can: nothing is urgent here."""
    found = _call_of(reader, about.call_id)
    if found is None:
        return None
    circle = reader.circle(found.child_id)
    child, guardian = circle.child.name, reader.named(circle, about.by)
    # L10N: the first line, all that a lock screen shows: the child, and who asks.
    first = f"{emoji.CALL} " + reader.say("{child}, from {guardian}", child=child, guardian=guardian)
    if found.caller_id == reader.person.id:
        # L10N: the reader has said that they are calling now; {guardian} is one name or several.
        return Message(f"{first}\n" + reader.say("You are calling. I have told {guardian}.", guardian=guardian))
    if found.caller_id is not None:
        caller = reader.named(circle, found.caller_id)
        # L10N: another parent has said that they are calling now; {parent} can be “a parent”.
        return Message(f"{first}\n" + reader.say("Home is being called now by {parent}.", parent=caller))
    # L10N: to a parent; nothing urgent.
    text = reader.say("{guardian} asks you to call when you can.", guardian=guardian)
    # L10N: a button of a parent: I am calling them now.
    now = button(f"{emoji.CALLING} " + reader.label("I am calling"), "call_now", found.id)
    # L10N: a button of a parent: plan the call for later.
    later = button(f"{emoji.TIMES} " + reader.label("Later"), "call", found.child_id)
    return Message(f"{first}\n{text}", column(now, later))


def request_passed_on(reader: Reader, about: about_.RequestPassedOn) -> Message | None:
    """Who was asked, and what is known of it."""
    found = _call_of(reader, about.call_id)
    if found is None:
        return None
    circle = reader.circle(found.child_id)
    parents = [each for each in circle.parents if each.person_id != reader.person.id]
    if not parents:
        # L10N: the guardian asks for a call, and no parent has joined yet.
        text = reader.say("No parent has joined yet. You can invite one.")
        return Message(text, ((invite(reader, found.child_id),),))
    names, later = waits(reader, circle, [each.person_id for each in parents], lane=Lane.NOTICE)
    # L10N: to the guardian; {parents} is one name or several.
    now = [reader.say("{parents} will read that you wish for a call.", parents=names)] if names else []
    return Message(f"{emoji.CALL} " + reader.together(*now, *later))


def parent_calls(reader: Reader, about: about_.ParentCalls) -> Message | None:
    """Somebody acts."""
    found = _call_of(reader, about.call_id)
    if found is None:
        return None
    who = reader.named(reader.circle(found.child_id), about.by)
    # L10N: to the guardian who asked for a call.
    return Message(f"{emoji.CALLING} " + reader.say("{parent} is calling you now.", parent=who))


def _call_of(reader: Reader, call_id: int) -> Call | None:
    """The call, while the reader takes part: nothing of it is told to who has left."""
    call = calls.get(reader.tx, call_id)
    return call if call and reader.may(call.child_id, Action.TAKE_PART) else None


def _when(reader: Reader, call: Call, *, always: bool = True) -> str:
    return clocks.planned(reader, call.at, reader.circle(call.child_id).child.zone, always=always)
