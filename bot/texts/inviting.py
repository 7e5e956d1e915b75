"""Who invites whom, and what one tap does here: in the message to forward, on the first card, and below ☂️."""

from bot.db import installation
from bot.domain.circle import joining as about_
from bot.domain.circle.circles import Role
from bot.domain.circle.joining import InviteKind
from bot.domain.circle.roles import Action
from bot.i18n import catalogue
from bot.queries.circle import invites
from bot.queries.school import rosters, schools
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school.first_screens import who_sees_what
from bot.texts.school.schools import class_name, school_name

# The language that most people read where a child lives, as far as Homeline speaks it.
READ_IN = {"CN": "zh_Hans"}


def invitation(reader: Reader, invite: invites.Invite) -> str:
    """One or two short sentences; nothing where the circle or the class is gone."""
    if invite.kind == InviteKind.MEMBER:
        return _to_circle(reader, invite)
    if invite.kind == InviteKind.CLASS:
        return _to_class(reader, invite.class_id or 0)
    if invite.kind == InviteKind.SLIP:
        found = rosters.get(reader.tx, invite.pupil_id or 0)
        return _to_class(reader, found.class_id) if found else ""
    if schools.get(reader.tx, invite.school_id or 0) is None:
        return ""
    # L10N: the first line to a teacher who has opened a school's link.
    return reader.say(
        "{school} invites you. From here one tap tells the families.", school=school_name(reader, invite.school_id or 0)
    )


def _to_class(reader: Reader, class_id: int) -> str:
    room = schools.running(reader.tx, class_id)
    if room is None:
        return ""
    # L10N: the first line to a family that has opened the poster of a class, and is new here.
    return reader.say(
        "{school}, class {room}: the school's notices come here. One tap confirms them.",
        school=school_name(reader, room.school_id),
        room=class_name(reader, room.id),
    )


def _to_circle(reader: Reader, invite: invites.Invite) -> str:
    circle = reader.circle_or_none(invite.child_id or 0)
    host = circle.member(invite.created_by or 0) if circle is not None else None
    if circle is None or host is None:
        return ""
    names = {"host": reader.named(circle, host.person_id), "child": circle.child.name}
    if invite.role == Role.PARENT:
        # L10N: the first line to a parent who has opened an invite of {host}.
        return reader.say("{host} invites you to {child}'s circle. News comes here, one tap answers it.", **names)
    if invite.role == Role.STAND_IN:
        # L10N: the first line to who steps in at times and has opened an invite of {host}.
        return reader.say("{host} asks you to step in for {child} at times. I ask then, one tap answers.", **names)
    if invite.role == Role.NEAR:
        # L10N: the first line to somebody near the child's home who has opened an invite of {host}.
        return reader.say(
            "{host} needs somebody near {child}'s home. When it is silent for long, I ask you. One tap answers.",
            **names,
        )
    # L10N: the first line to who looks after the child and has opened an invite of {host}.
    return reader.say("{host} invites you to {child}'s circle. I ask how {child} is, one tap answers.", **names)


def invite_written(reader: Reader, about: about_.InviteWritten) -> Message:
    """In the language of who invites, and in the one that is read where the child lives."""
    circle = reader.circle(about.child_id)
    languages = [reader.person.language, READ_IN.get(circle.child.country, reader.person.language)]
    url = installation.link(reader.tx, about.token)
    parts = [_forwarded(Reader(reader.tx, reader.person, catalogue(each)), about) for each in dict.fromkeys(languages)]
    return Message("\n".join([*parts, url]), foot=False)


def _forwarded(reader: Reader, about: about_.InviteWritten) -> str:
    circle = reader.circle_for_others(about.child_id)
    host = reader.named(circle, about.host)
    if about.role == Role.PARENT:
        # L10N: the message a family member forwards to a parent; a link follows. {host} invites.
        return reader.say(
            "You are invited to {child}'s circle by {host}. Tap the link:", child=circle.child.name, host=host
        )
    if about.role == Role.STAND_IN:
        # L10N: the message forwarded to somebody who steps in when the guardian is away; a link follows.
        return reader.say(
            "You are invited to step in for {child} at times, with {host}. Tap the link:",
            child=circle.child.name,
            host=host,
        )
    if about.role == Role.NEAR:
        # L10N: the message forwarded to somebody near the child's home; a link follows. {host} invites.
        return reader.say(
            "{host} needs somebody near {child}'s home. Tap the link:", child=circle.child.name, host=host
        )
    # L10N: the message forwarded to the person who looks after the child; a link follows.
    return reader.say(
        "You are invited to care for {child} together with {host}. Tap the link:", child=circle.child.name, host=host
    )


def how_it_works(reader: Reader) -> str:
    """☂️ “How it works”, for each of the reader's parts here, and for who has none yet."""
    me = reader.person.id
    parts = []
    if reader.circles(Action.ANSWER_CHECK_IN):
        # L10N: ☂️ “How it works”, to who looks after a child or steps in.
        at_home = reader.say(
            "I ask how the child is. One tap answers, the parents read it.\n"
            "🤒 tells the parents at once that the child is ill.\n"
            "🎤 carries your voice to them. 📞 asks them to call."
        )
        parts.append(at_home)
    if reader.circles(Action.ASK_NOW):
        # L10N: ☂️ “How it works”, to a parent.
        away = reader.say(
            "I ask at home how your child is. You read the answer here.\n"
            "🤒 comes at once, also at night. 🙏 tells home that you have seen it.\n"
            "🎤 carries your voice to your child.\n"
            "🔗 invites others. Somebody of you says yes first."
        )
        parts.append(away)
    if reader.circles(Action.LOOK_IN):
        # L10N: ☂️ “How it works”, to somebody near a child's home.
        near = reader.say(
            "When home is silent for long, I ask you to look in. One tap answers.\n"
            "You read names and since when. Nothing else of the child comes here."
        )
        parts.append(near)
    if at := schools.of_person(reader.tx, me):
        # L10N: ☂️ “How it works”, to a teacher.
        school = reader.say(
            "📣 writes to the families of your class. 👁 shows who has seen it.\n"
            "📋 is the roll call. I ask at home where a child is.\n"
            "🧒 tells one family something.\n"
            "A family opens your poster, then you say yes."
        )
        parts += [school, *who_sees_what(reader, lead=any(each.lead for each in at))]
    if not parts:
        # L10N: ☂️ “How it works”, to somebody who is in no circle and no school yet.
        new = reader.say(
            "I ask at home how the child is. The parents get the answer.\n"
            "A parent or a guardian begins, and invites the others.\n"
            "A school gets its link from who runs this bot."
        )
        parts.append(new)
    # L10N: the last line of ☂️ “How it works”.
    return "\n".join([*parts, reader.say("🏠 shows everything else.")])
