"""👥 The adults of a circle, and what becomes of their places."""

from bot.domain import emoji
from bot.domain.circle import membership as about_
from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.circle.presence import can_vouch
from bot.domain.circle.roles import Action, Standing
from bot.queries.circle import circles
from bot.texts import clocks
from bot.texts.buttons import do, do_not
from bot.texts.circle import home_or_away
from bot.texts.keyboard import keyboard_now
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.operator import operator
from bot.texts.privacy.childs_say import reading_button
from bot.texts.privacy.sharing import sharing_line, sharing_rows
from bot.texts.reader import Reader

_ROLES = {Role.PARENT: emoji.PARENT, Role.GUARDIAN: emoji.GUARDIAN, Role.STAND_IN: "🧑", Role.NEAR: emoji.NEAR}


def circle_button(reader: Reader) -> Button:
    """👥 of the child there is, or which one."""
    # L10N: a button: the adults around a child.
    return button(f"{emoji.CIRCLE} " + reader.label("The circle"), "circle", 0)


def circle_child_asked(reader: Reader, about: about_.CircleChildAsked) -> Message:
    """One button for each child."""
    mine = reader.circles()
    # L10N: whose circle of adults shall be shown; the children's names are on buttons below.
    text = reader.say("Whose circle?")
    rows: list[tuple[Button, ...]] = []
    for each, _me in mine:
        rows.append((button(f"{emoji.CIRCLE} {each.child.name}", "circle", each.child.id), *_reading(reader, each)))
        rows += sharing_rows(reader, each, named=True)  # in a dispute every tap counts
    return Message(text, tuple(rows))


def circle_shown(reader: Reader, about: about_.CircleShown) -> Message:
    """Who is in it, as far as the reader may know; what can be done about each of the others."""
    circle = reader.circle(about.child_id)
    known = [each for each in circle.members if _is_there(each) and not circle.hides(each, reader.person.id)]
    # L10N: the adults around {child} are listed below.
    lines = [reader.say("{child}'s circle:", child=circle.child.name)]
    lines += [f"{_sign(each)} {reader.named(circle, each.person_id)}" for each in known]
    lines += sharing_line(reader, circle)
    if len(known) > 1:
        # L10N: below the list of a circle's adults; 🔒 and 🚪 stand on buttons beside each adult's name.
        how = reader.say("🔒 closes a phone that is lost or in other hands. 🚪 is for who no longer belongs here.")
        lines.append(how)
    rows = [row for each in known for row in _rows(reader, circle, each)]
    return Message("\n".join(lines), (*rows, *home_or_away.other(reader, circle), *_whole(reader, circle)))


def _is_there(member: Member) -> bool:
    return member.is_active or member.standing in {Standing.SUSPENDED, Standing.REMOVED}


def _sign(member: Member) -> str:
    held = {Standing.SUSPENDED: emoji.LOCK, Standing.REMOVED: emoji.PUT_OUT}
    return held.get(member.standing, _ROLES[member.role])


def _rows(reader: Reader, circle: Circle, other: Member) -> list[tuple[Button, ...]]:
    """Each says what it does: 🔒 and 🚪 side by side with one name looked like the same thing twice."""
    me, name = reader.person.id, reader.named(circle, other.person_id)
    choices = (
        # L10N: a button: {who}'s phone is lost or in other hands; nothing goes there for now.
        (about_.can_suspend, Action.SUSPEND, emoji.LOCK, reader.label("{who}: lost phone", who=name), "hold"),
        (about_.can_open, Action.SUSPEND, emoji.UNLOCK, name, "let_go"),
        (can_vouch, Action.APPROVE, emoji.YES, name, "known"),
        # L10N: a button: {who} no longer belongs to the adults around the child. A question follows.
        (about_.can_remove, Action.REMOVE, emoji.PUT_OUT, reader.label("{who}: take out", who=name), "remove"),
        (about_.can_keep, Action.APPROVE, emoji.UNDO, name, "keep"),
    )
    return [
        (button(f"{sign} {words}", verb, other.id),)
        for allows, action, sign, words, verb in choices
        if allows(circle, me, other) and reader.may(circle.child.id, action)
    ]


def _whole(reader: Reader, circle: Circle) -> list[tuple[Button, ...]]:
    child_id = circle.child.id
    rows = [*column(*_reading(reader, circle)), *sharing_rows(reader, circle)]
    if not reader.may(child_id, Action.SEPARATE) or not about_.may_change_lines(circle, reader.person.id):
        return rows
    # L10N: a button: separated parents, who shall know nothing of each other.
    return [(button(f"{emoji.LINES} " + reader.label("Separate lines"), "lines", child_id),), *rows]


def _reading(reader: Reader, circle: Circle) -> list[Button]:
    return [reading_button(reader, circle)] if reader.may(circle.child.id, Action.READ_TO_CHILD) else []


def lines_asked(reader: Reader, about: about_.LinesAsked) -> Message:
    """What it means."""
    child = reader.circle(about.child_id).child
    if child.separate_lines:
        # L10N: separated parents have known nothing of each other; shall they see each other again?
        text = reader.say("Shall parents in {child}'s circle see each other's names and plans again?", child=child.name)
        return Message(text, (_answers(reader, child.id, "off"),))
    # L10N: for separated parents; asked of who wants to set it.
    text = reader.say(
        "Parents in {child}'s circle then see nothing of each other: no name, no plans, no messages. "
        "All of them still hear about {child}.",
        child=child.name,
    )
    return Message(text, (_answers(reader, child.id, "on"),))


def _answers(reader: Reader, child_id: int, wanted: str) -> tuple[Button, ...]:
    return do(reader, "lines_set", child_id, wanted), do_not(reader, "circle", child_id)


def lines_changed(reader: Reader, about: about_.LinesChanged) -> Message:
    """Only what it does."""
    child = reader.circle(about.child_id).child.name
    if about.separate:
        # L10N: told to everybody in the circle; not who wanted it, and no reason.
        return Message(reader.say("In {child}'s circle parents do not see each other's names and plans.", child=child))
    # L10N: told to everybody in the circle; not who wanted it.
    return Message(reader.say("In {child}'s circle parents see each other's names and plans.", child=child))


def place_suspended(reader: Reader, about: about_.PlaceSuspended) -> Message:
    """One line; the keys go where they have no use any more."""
    # L10N: to a phone that may be in other hands: no name, no reason. {child} is the child's call name.
    text = reader.say("{child}'s circle rests on this phone for now.", child=about.child)
    return Message(_with_number(reader, text, about.number), keyboard=keyboard_now(reader))


def place_ended(reader: Reader, about: about_.PlaceEnded) -> Message:
    """One line, and what stays theirs."""
    # L10N: to somebody who is no longer in the circle: no name, no reason.
    text = reader.say("You are not in {child}'s circle now. What you wrote yourself stays yours.", child=about.child)
    return Message(_with_number(reader, text, about.number), keyboard=keyboard_now(reader))


def _with_number(reader: Reader, text: str, number: str) -> str:
    if not number:
        return text
    # L10N: to somebody whose place in a circle was closed; {number} is like 12-3, for those who run this bot.
    return f"{text}\n" + reader.say(
        "Is that a mistake? Tell {who} this number: {number}.", who=operator(reader), number=number
    )


def place_opened(reader: Reader, about: about_.PlaceOpened) -> Message:
    """Back, with the keys of who looks after the child."""
    # L10N: to somebody whose place in the circle was held or taken, and is open again.
    text = reader.say("{child}'s circle is open for you again.", child=reader.circle(about.child_id).child.name)
    return Message(text, keyboard=keyboard_now(reader))


def member_suspended(reader: Reader, about: about_.MemberSuspended) -> Message | None:
    """The others, with the way back."""
    member, circle = circles.member_by_id(reader.tx, about.member_id), reader.circle(about.child_id)
    if member is None or not about_.can_open(circle, reader.person.id, member):
        return None
    who, child = reader.named(circle, member.person_id), circle.child.name
    # L10N: {who}'s phone may be in other hands, so another adult has closed it for now.
    text = reader.say("🔒 {who}: nothing about {child} goes to that phone for now.", who=who, child=child)
    # L10N: a button: the phone is in the right hands again.
    free = button(f"{emoji.UNLOCK} " + reader.label("Open it again"), "let_go", member.id)
    return Message(headed(emoji.LOCK, child, _with_nobody(reader, text, child, nobody=about.nobody)), column(free))


def member_opened(reader: Reader, about: about_.MemberOpened) -> Message | None:
    """The others."""
    member, circle = circles.member_by_id(reader.tx, about.member_id), reader.circle(about.child_id)
    if member is None:
        return None
    who = reader.named(circle, member.person_id)
    # L10N: {who}'s place in the circle had been closed.
    return Message(reader.say("🔓 {who} is in {child}'s circle again.", who=who, child=circle.child.name))


def remove_asked(reader: Reader, about: about_.RemoveAsked) -> Message | None:
    """Before it is done."""
    member, circle = circles.member_by_id(reader.tx, about.member_id), reader.circle(about.child_id)
    if member is None:
        return None
    who = reader.named(circle, member.person_id)
    # L10N: before {who} is put out of the circle.
    text = reader.say(
        "Take {who} out of {child}'s circle? Nothing goes to them from now on. The others can undo it for a day.",
        who=who,
        child=circle.child.name,
    )
    return Message(text, ((do(reader, "remove_yes", member.id), do_not(reader, "circle", circle.child.id)),))


def member_removed(reader: Reader, about: about_.MemberRemoved) -> Message | None:
    """The others, with the way to object."""
    member, circle = circles.member_by_id(reader.tx, about.member_id), reader.circle(about.child_id)
    if member is None or not about_.can_keep(circle, reader.person.id, member):
        return None
    who, child = reader.named(circle, member.person_id), circle.child.name
    # L10N: {who} was put out of the circle, without a reason; a button below undoes it until then.
    text = reader.say(
        "🚪 {who} is not in {child}'s circle now. It can be undone until {day}, {time}.",
        who=who,
        child=child,
        **clocks.dated(reader, about.final_at),
    )
    # L10N: a button: let somebody stay who was put out of the circle.
    stay = button(f"{emoji.UNDO} " + reader.label("Let them stay"), "keep", member.id)
    return Message(headed(emoji.PUT_OUT, child, _with_nobody(reader, text, child, nobody=about.nobody)), column(stay))


def _with_nobody(reader: Reader, text: str, child: str, *, nobody: bool) -> str:
    if not nobody:
        return text
    # L10N: below news about the adults, when nobody at home is left who can be asked about {child}.
    return f"{text}\n" + reader.say("Nobody at home is asked about {child} meanwhile.", child=child)
