"""Adding a child, inviting, and letting in."""

from bot.domain import emoji
from bot.domain.circle import joining as about_
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.roles import Action
from bot.domain.countries import HOMES, WORKPLACES, zones
from bot.domain.names import shown_name
from bot.queries.circle import circles, invites
from bot.texts import clocks
from bot.texts.buttons import from_the_start, more, no, other_country, yes
from bot.texts.circle import home_or_away, kin, near
from bot.texts.circle.nights import quiet_at_night
from bot.texts.keyboard import keyboard_of
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader

_YEARS = 19
_PAGE = 8
_SHOWN = 6  # links that wait, the newest


def child_name_asked(reader: Reader, about: about_.ChildNameAsked) -> Message:
    """The one thing that is typed."""
    if about.again:
        # L10N: what came was no name (a sticker, a picture, nothing readable).
        return Message(reader.say("Please write the name, just as you call your child at home."))
    # L10N: asked when a child is added; the family's own short name.
    return Message(reader.say("What do you call the child at home? Write just the name."))


def birth_year_asked(reader: Reader, about: about_.BirthYearAsked) -> Message:
    """The newest years come first."""
    years = [button(str(year), "born", year) for year in range(about.newest, about.newest - _YEARS, -1)]
    # L10N: {child} is the child's call name.
    return Message(reader.say("When was {child} born?", child=about.child), grid(years, 4))


def birth_month_asked(reader: Reader, about: about_.BirthMonthAsked) -> Message:
    """Twelve names of months; the day is never asked."""
    names = reader.locale.months["stand-alone"]["abbreviated"]
    months = [button(names[month], "born_in", month) for month in range(1, 13)]
    # L10N: {child} is the child's call name, {year} the year of birth.
    return Message(reader.say("In which month of {year}?", year=about.year), grid(months, 3))


def place_asked(reader: Reader, about: about_.PlaceAsked) -> Message:
    """A country, a page at a time; then a city where it matters."""
    if about.country:
        cities = [
            button(reader.city(zone), "city", about.whose, place) for place, zone in enumerate(zones(about.country))
        ]
        # L10N: asked only where a country has several time zones.
        return Message(reader.say("Which clock is the nearest?"), grid(cities, 2))
    if about.again:
        # L10N: asked for a country that stands on no button, or when what was written is no place that is known.
        return Message(reader.say("Please write the country, or a large city in it."), _countries(reader, about))
    if about.whose == "child":
        # L10N: {child} is the child's call name.
        text = reader.say("Where does {child} live?", child=about.child)
    else:
        # L10N: to a parent who works away; Homeline then knows the parent's clock.
        text = reader.say("Where do you work?")
        if not about.page:
            # L10N: a button: the parent does not work away, but lives with {child}.
            here = button(f"{emoji.GUARDIAN} " + reader.label("With {child}", child=about.child), "lives_there")
            return Message(text, ((here,), *_countries(reader, about)))
    return Message(text, _countries(reader, about))


def _countries(reader: Reader, about: about_.PlaceAsked) -> tuple[tuple[Button, ...], ...]:
    listed = HOMES if about.whose == "child" else WORKPLACES
    start = about.page * _PAGE
    shown = [
        button(f"{_flag(code)} {reader.country(code)}", "country", about.whose, code)
        for code in listed[start : start + _PAGE]
    ]
    if start + _PAGE < len(listed):
        shown.append(more(reader, "countries", about.whose, about.page + 1))
    elif about.page:
        shown.append(from_the_start(reader, "countries", about.whose, 0))
    other = ((other_country(reader, "country_other", about.whose),),)
    return grid(shown, 2) + (() if about.again else other)


def _flag(country: str) -> str:
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country)


def kin_asked(reader: Reader, about: about_.KinAsked) -> Message:
    """Who are you to the child; a press is also the yes to joining."""
    if about.host and about.child_id:
        host = reader.named(reader.circle(about.child_id), about.host)
        if about.role == Role.NEAR:
            return Message(near.who_are_you(reader, host, about.child), _kin_buttons(reader, about))
        # L10N: {host} invites, {child} is the child's call name.
        text = reader.say(
            "{host} invites you to {child}'s circle. Who are you to {child}?", host=host, child=about.child
        )
    else:
        # L10N: {child} is the child's call name.
        text = reader.say("Who are you to {child}?", child=about.child)
    return Message(text, _kin_buttons(reader, about))


def _kin_buttons(reader: Reader, about: about_.KinAsked) -> tuple[tuple[Button, ...], ...]:
    offered = kin.offered(reader.words, Role(about.role))
    return grid([button(label, "kin", code) for code, label in offered.items()], 2)


def circle_created(reader: Reader, about: about_.CircleCreated) -> Message:
    """The next message is to be forwarded."""
    child = reader.circle(about.child_id).child.name
    if about.invited == Role.GUARDIAN:
        # L10N: the message after this one holds the link.
        text = reader.say(
            "{child}'s circle is ready. Forward the next message to the person who looks after {child}.", child=child
        )
        text += f"\n{quiet_at_night(reader)}"
        if about.kin:
            return Message(f"{text}\n{kin.parent_chosen(reader.words, about.kin)} {emoji.YES}")
        # L10N: below that, to the parent who has added the child; the answer, on the buttons below, may stay open.
        text += "\n" + reader.say("And who are you to {child}?", child=child)
        mine = kin.offered(reader.words, Role.PARENT)
        return Message(text, column(*(button(label, "i_am", about.child_id, code) for code, label in mine.items())))
    # L10N: to a guardian who started the circle; the message after this one holds the link.
    text = reader.say("{child}'s circle is ready. Forward the next message to {child}'s parent.", child=child)
    return Message(f"{text}\n{quiet_at_night(reader)}")


def invite_role_asked(reader: Reader, about: about_.InviteRoleAsked) -> Message:
    """Whom to invite; what nobody has used yet can be taken back."""
    circle = reader.circle(about.child_id)
    waiting = invites.open_ones(reader.tx, circle, reader.person.id)
    lines = []
    if about.revoked:
        # L10N: somebody has taken back a link that they had made for joining.
        lines.append(reader.say("That link lets nobody in any more."))
    # L10N: {child} is the child's call name.
    lines.append(reader.say("Who shall come into {child}'s circle?", child=circle.child.name))
    if waiting:
        # L10N: one button for each link stands below, with ↩️ in front.
        lines.append(reader.say("Not used yet, ↩️ takes the link back:"))
    roles = _roles(reader, circle.child.name)
    asked = [button(label, "invite_as", about.child_id, role) for role, label in roles.items()]
    return Message("\n".join(lines), column(*asked, *(_open_link(reader, each, roles) for each in waiting[:_SHOWN])))


def _roles(reader: Reader, child: str) -> dict[str, str]:
    return {
        # L10N: a button: whom to invite, the person who brings {child} up.
        Role.GUARDIAN: f"{emoji.GUARDIAN} " + reader.label("Looks after {child}", child=child),
        # L10N: a button.
        Role.PARENT: f"{emoji.PARENT} " + reader.label("A parent"),
        # L10N: a button; somebody who steps in when the guardian is away.
        Role.STAND_IN: "🧑 " + reader.label("A stand-in"),
        # L10N: a button; a neighbour or another adult near the child's home, who reads nothing of the child and is only
        # asked to look in when nothing comes from there.
        Role.NEAR: f"{emoji.NEAR} " + reader.label("Somebody near"),
    }


def _open_link(reader: Reader, invite: invites.Invite, roles: dict[str, str]) -> Button:
    made = clocks.dated(reader, invite.created_at)
    label = f"{emoji.UNDO} {roles[invite.role or Role.GUARDIAN]} · {made['day']} {made['time']}"
    return button(label, "invite_revoke", invite.id)


def invites_exhausted(reader: Reader, about: about_.InvitesExhausted) -> Message:
    """Tomorrow again."""
    # L10N: after many invite links in one day.
    return Message(reader.say("That is enough links for one day. Tomorrow there are new ones."))


def invite_dead(reader: Reader, about: about_.InviteDead) -> Message:
    """One answer for every link that does not work."""
    # L10N: a link that is used, too old, or was never one of ours.
    return Message(reader.say("This link does not work any more. Ask the person who sent it for a new one."))


def links_rest(reader: Reader, about: about_.LinksRest) -> Message:
    """Says nothing about the link, which is not even looked up."""
    # L10N: after many links in a day that were never ours; it says nothing about this link, which may be a good one.
    return Message(reader.say("That is enough links for now. Please try this one again tomorrow."))


def invite_own(reader: Reader, about: about_.InviteOwn) -> Message:
    """It is for somebody else."""
    # L10N: who made a link has opened it.
    return Message(reader.say("This link is for somebody else. Forward the message with the link to them."))


def already_in(reader: Reader, about: about_.AlreadyIn) -> Message:
    """Nothing to do."""
    # L10N: {child} is the child's call name.
    return Message(reader.say("You are in {child}'s circle already.", child=reader.circle(about.child_id).child.name))


def join_waits(reader: Reader, about: about_.JoinWaits) -> Message:
    """Until somebody says yes."""
    # L10N: the joiner waits until an adult of the circle says yes.
    return Message(
        reader.say("Thank you. {child}'s family is asked to say yes. I write to you then.", child=about.child)
    )


def join_asked(reader: Reader, about: about_.JoinAsked) -> Message:
    """Is it really them?"""
    circle = reader.circle(about.child_id)
    child = circle.child.name
    if about.name:
        name = reader.somebody(about.name)
        text = reader.said(kin.joiner(reader.words, about.kin), name=name, child=child)
        text = text if shown_name(about.name) else text[:1].upper() + text[1:]
        if kin.could_be_known(reader.words, name, reader.knows(circle)):
            # L10N: below the question whether somebody may join, whose name is like that of somebody known.
            text += "\n" + reader.say("They chose this name themselves. A call will tell who it is.")
    else:
        # L10N: to a parent on a line of their own: the other parent, whose name they must not see, asks to join.
        text = reader.say("A parent wants to join {child}'s circle. Do you expect that?", child=child)
    answers = (
        yes(reader, "let_in", about.member_id, "yes", about.role),
        no(reader, "let_in", about.member_id, "no", about.role),
    )
    return Message(text, column(*answers))


def join_decided(reader: Reader, about: about_.JoinDecided) -> Message:
    """What was answered."""
    child = reader.circle(about.child_id).child.name
    # L10N: stands for the other parent's name where two separated parents must not see each other.
    name = reader.somebody(about.name) if about.name else reader.label("a parent")
    if about.welcome:
        # L10N: after yes; {name} is the joiner.
        return Message(f"{emoji.YES} " + reader.say("{name} is in {child}'s circle now.", name=name, child=child))
    # L10N: after no; {name} is who wanted to join.
    return Message(f"{emoji.NO} " + reader.say("{name} was not let in. Nothing was shown to them.", name=name))


def welcomed(reader: Reader, about: about_.Welcomed) -> Message:
    """The first message inside; a guardian gets the keyboard that stays."""
    circle = reader.circle(about.child_id)
    me = circle.place(reader.person.id)
    child = circle.child.name
    if me is not None and me.role == Role.NEAR:
        return near.welcomed(reader, child)
    if me is None or me.role == Role.PARENT:
        # L10N: a parent has just been let in.
        text = reader.say("Welcome to {child}'s circle. News about {child} comes here.", child=child)
        asked, answers = home_or_away.question(reader, circle, me)
        return Message(f"{text}{_added_by(reader, circle)}\n{quiet_at_night(reader)}{asked}", answers)
    # L10N: a guardian has just been let in; the buttons below the chat stay there.
    text = reader.say(
        "Welcome to {child}'s circle. I ask now and then how {child} is. The buttons below are always there.",
        child=child,
    )
    text += f"{_added_by(reader, circle)}\n{quiet_at_night(reader)}"
    return Message(text, keyboard=keyboard_of(reader))


def _added_by(reader: Reader, circle: Circle) -> str:
    """Whoever joins learns who began it; nothing where the reader did, or must not know."""
    who = circles.added_by(reader.tx, circle.child.id)
    member = circle.member(who) if who is not None else None
    if member is None or member.person_id == reader.person.id or circle.hides(member, reader.person.id):
        return ""
    # L10N: below the welcome; {who} has added {child} to Homeline.
    return "\n" + reader.say(
        "{who} added {child} here.", who=reader.named(circle, member.person_id), child=circle.child.name
    )


def turned_away(reader: Reader, about: about_.TurnedAway) -> Message:
    """Short, without names."""
    # L10N: the family said no; says no more than that.
    return Message(reader.say("The family did not confirm. If that is a mistake, ask them for a new link."))


def member_joined(reader: Reader, about: about_.MemberJoined) -> Message:
    """Who came in."""
    circle = reader.circle(about.child_id)
    who, child = reader.named(circle, about.who), circle.child.name
    if any(each.person_id == about.who for each in circle.near):
        text = near.is_near_now(reader, who, child)
    else:
        # L10N: {who} has joined the circle around {child}.
        text = reader.say("{who} is in {child}'s circle now.", who=who, child=child)
    if not reader.may(about.child_id, Action.SUSPEND):
        return Message(text)
    # L10N: below: somebody has joined the circle; the button opens the list of adults, where a place can be closed.
    text += "\n" + reader.say("If that is not right, tap 👥.")
    return Message(text, ((button(f"{emoji.CIRCLE} " + reader.label("The circle"), "circle", about.child_id),),))
