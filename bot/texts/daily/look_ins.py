"""Somebody near home is asked to look in, and what they say of it; they read names and since when."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.daily import look_ins as about_
from bot.domain.daily.escalation import AskedNear, home
from bot.domain.daily.look_ins import LookIn, Said, Why
from bot.domain.notifications import Lane
from bot.queries.daily import look_ins
from bot.texts import clocks, helplines
from bot.texts.buttons import undo
from bot.texts.circle import receipts
from bot.texts.daily.escalation import invite_near, last_day, names, who_is_at_home
from bot.texts.daily.siblings import circles
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.reader import Reader


def look_in_asked(reader: Reader, about: about_.LookInAsked | about_.HelpAsked) -> Message | None:
    """As it stands: what is known, and what can be said of it."""
    circle = reader.circle(about.child_id)
    why = Why.HELP if isinstance(about, about_.HelpAsked) else Why.SILENCE
    open_ = [(each, reader.circle(each.child_id)) for each in look_ins.of_person(reader.tx, reader.person.id, why)]
    mine = [(each, of) for each, of in open_ if home(of) == home(circle)]
    if not any(of.child.id == about.child_id for _each, of in mine):
        return None
    asked, named = mine[-1][0], sorted((of for _each, of in mine), key=lambda of: of.child.id)
    needs_help = why is Why.HELP and asked.said is Said.ASKED
    text = _needs(reader, asked, named) if needs_help else _SAYS[asked.said](reader, named)
    return Message(headed(emoji.NEAR, names(reader, named), text), _answers(reader, asked))


def _ask(reader: Reader, named: list[Circle]) -> str:
    who, day = who_is_at_home(reader, named[0]), last_day(reader, named)
    # L10N: to somebody near the child's home; {guardian} looks after {child} there, {day} is when anything last came.
    nothing = reader.say("Nothing from {guardian} since {day}.", guardian=who, day=day)
    # L10N: to somebody near the child's home, after that: will they go and see? {child} is one child or several.
    return reader.together(nothing, reader.say("Could you look in on {child}?", child=names(reader, named)))


def _needs(reader: Reader, asked: LookIn, named: list[Circle]) -> str:
    who, zone = who_is_at_home(reader, named[0]), named[0].child.zone
    # L10N: to somebody near the child's home, at night too, and no word of why: {guardian} looks after the child.
    text = reader.say("{guardian} could use somebody to look in now.", guardian=who)
    return reader.together(text, clocks.at_home(reader, asked.asked_at, zone))


def _going(reader: Reader, named: list[Circle]) -> str:
    # L10N: to somebody near the child's home, who has said that they will look in.
    return reader.say("Thank you. The family reads it. Tap ✅ or 📞 once you were there.")


def _well(reader: Reader, named: list[Circle]) -> str:
    # L10N: to somebody near the child's home, who has been there and says that all is well.
    return reader.say("Thank you. The family reads that all is well.")


def _call(reader: Reader, named: list[Circle]) -> str:
    # L10N: to somebody near the child's home, who has asked the parents to call them.
    text = reader.say("The family reads that you wait for a call.")
    number = helplines.emergency(named[0].child.country, reader.tx.now.date())
    if number is None:
        return text
    # L10N: to somebody near the child's home, who has asked for a call; {number} is the emergency number there.
    return reader.together(text, reader.say("Is somebody in danger? Call {number} first.", number=number))


def _cannot(reader: Reader, named: list[Circle]) -> str:
    # L10N: to somebody near the child's home, who cannot look in now.
    return reader.say("All right. The family reads it.")


_SAYS = {Said.ASKED: _ask, Said.GOING: _going, Said.WELL: _well, Said.CALL: _call, Said.CANNOT: _cannot}


def _answers(reader: Reader, asked: LookIn) -> tuple[tuple[Button, ...], ...]:
    if asked.said is Said.WELL:
        return ((undo(reader, "look_in", asked.id, Said.ASKED),),)
    choices = {
        # L10N: a button of somebody near the child's home: they will go and see.
        Said.GOING: f"{emoji.MINE} " + reader.label("I'll look in"),
        # L10N: a button of somebody near the child's home: they were there, and all is well.
        Said.WELL: f"{emoji.YES} " + reader.label("All well there"),
        # L10N: a button of somebody near the child's home: a parent shall call them.
        Said.CALL: f"{emoji.CALL} " + reader.label("Please call me"),
        # L10N: a button of somebody near the child's home: they cannot go and see.
        Said.CANNOT: f"{emoji.NO} " + reader.label("I cannot"),
    }
    left = {each: label for each, label in choices.items() if about_.may_follow(asked.said, each)}
    return column(*(button(label, "look_in", asked.id, each) for each, label in left.items()))


def look_in_over(reader: Reader, about: about_.LookInOver | about_.HelpOver) -> Message:
    """So that nobody goes for nothing."""
    circle = reader.circle(about.child_id)
    # L10N: to somebody near the child's home, who had been asked to look in there.
    text = reader.say("Nobody needs to look in any more. Thank you.")
    return Message(headed(emoji.NEAR, circle.child.name, text))


def asked_near(reader: Reader, about: AskedNear) -> Message | None:
    """The parents: who is asked, and whom it waits for."""
    named = circles(reader, about)
    asked = {
        each.person_id
        for of in named
        for each in look_ins.of_child(reader.tx, of.child.id, Why.SILENCE)
        if each.said is Said.ASKED
    }
    if not asked:
        return None
    soon, later = receipts.waits(reader, named[-1], asked, lane=Lane.NOTICE)
    # L10N: to a parent while nothing comes from home: {who} lives near, one name or several.
    said = [reader.say("I have asked {who} to look in. The answer comes here.", who=soon)] if soon else []
    if not soon:
        # L10N: to a parent while nothing comes from home: {who} lives near; when they read it is said after that.
        said.append(reader.say("I ask {who} to look in.", who=_near(reader, named[-1], asked)))
    return Message(headed(emoji.NEAR, names(reader, named), reader.together(*said, *later)))


def help_sought(reader: Reader, about: about_.HelpSought) -> Message | None:
    """At home: whom to expect, and that this is no reason to wait."""
    circle = reader.circle(about.child_id)
    asked = {each.person_id for each in look_ins.of_child(reader.tx, about.child_id, Why.HELP)}
    if not asked:
        return None
    # L10N: to who is with a child who is ill, while no parent can be reached: {who} lives near, one name or several.
    text = reader.say("I have asked {who} to look in on you.", who=_near(reader, circle, asked))
    # L10N: after that: who lives near was not told that the child is ill. No comfort.
    text = reader.together(text, reader.say("They do not know why. Do not wait for them."))
    return Message(headed(emoji.NEAR, circle.child.name, text))


def help_said(reader: Reader, about: about_.HelpSaid) -> Message:
    """What they answer to who is with the child."""
    circle = reader.circle(about.child_id)
    who = reader.named(circle, about.by)
    return Message(headed(emoji.NEAR, circle.child.name, _help(reader, about, circle, who)))


def _help(reader: Reader, about: about_.HelpSaid, circle: Circle, who: str) -> str:
    match Said(about.said):
        case Said.GOING:
            # L10N: to who is with a child who is ill, and to the parents: {who} lives near.
            return reader.say("{who} is on the way.", who=who)
        case Said.WELL:
            # L10N: to who is with a child who is ill, and to the parents: {who} lives near. A time follows.
            said = reader.say("{who} says: I was there.", who=who)
            return reader.together(said, clocks.at_home(reader, about.at, circle.child.zone))
        case Said.CALL:
            # L10N: to who is with a child who is ill, and to the parents: {who} lives near.
            return reader.say("{who} asks for a call.", who=who)
        case Said.CANNOT:
            # L10N: to who is with a child who is ill, and to the parents: {who} lives near.
            return reader.say("{who} cannot come now.", who=who)
        case Said.ASKED:
            # L10N: to who is with a child who is ill, and to the parents: {who} lives near, had said to have come.
            return reader.say("{who} takes that back: nobody has come yet.", who=who)


def _near(reader: Reader, circle: Circle, asked: set[int]) -> str:
    return reader.listed(dict.fromkeys(reader.named(circle, each) for each in sorted(asked)))


def look_in_said(reader: Reader, about: about_.LookInSaid) -> Message | None:
    """Under the name of who has said it: it is no answer from home."""
    named = [reader.circle(each) for each in sorted((*about.also, about.child_id))]
    who, child = reader.named(named[0], about.by), names(reader, named)
    me = named[0].member(reader.person.id)
    if me is None or me.role is not Role.PARENT:
        # L10N: to who looks after the child: {who} lives near and was asked to look in. Kind, no blame.
        text = reader.say("{who} is going to look in on you. A tap on a face is enough, too.", who=who)
        return Message(headed(emoji.NEAR, child, text))
    below = ((invite_near(reader, about.child_id),),) if about.said == Said.CANNOT else ()
    return Message(headed(emoji.NEAR, child, _news(reader, about, named[0], who)), below)


def _news(reader: Reader, about: about_.LookInSaid, circle: Circle, who: str) -> str:
    match Said(about.said):
        case Said.GOING:
            # L10N: to a parent while nothing comes from home: {who} lives near.
            return reader.say("{who} is going to look in.", who=who)
        case Said.WELL:
            # L10N: to a parent while nothing comes from home: {who} lives near, was there and says so. A time follows.
            said = reader.say("{who} was there and says: all is well.", who=who)
            return reader.together(said, clocks.at_home(reader, about.at, circle.child.zone))
        case Said.CALL:
            # L10N: to a parent while nothing comes from home: {who} lives near, and wants to talk with them now.
            return reader.say("{who} asks you to call.", who=who)
        case Said.CANNOT:
            # L10N: to a parent while nothing comes from home: {who} lives near. Below it, whom they could invite too.
            return reader.say("{who} cannot look in now. You can call, or ask somebody else.", who=who)
        case Said.ASKED:
            # L10N: to a parent: {who} lives near, had said that all is well at home, and has taken that back.
            return reader.say("{who} takes that back: nobody has looked in yet.", who=who)
