"""A guardian is away, and back."""

from bot.domain import emoji
from bot.domain.circle import away as about_
from bot.domain.circle.circles import Circle
from bot.domain.local_time import days_ahead
from bot.texts.circle.pauses import until
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.reader import Reader
from bot.texts.until_days import another_day, days_shown


def away_button(reader: Reader) -> Button:
    """🧳"""
    # L10N: a button of a guardian: somebody else is asked meanwhile.
    return button(f"{emoji.AWAY} " + reader.label("I am away"), "away")


def back_button(reader: Reader) -> Button:
    """🏡"""
    # L10N: a button of a guardian who was away.
    return button(f"{emoji.GUARDIAN} " + reader.label("I am back"), "back")


def away_asked(reader: Reader, about: about_.AwayAsked) -> Message:
    """Until when somebody else is asked."""
    if about.page:
        # L10N: to a guardian who will be away; the days on which they may be back stand below as buttons.
        text = reader.say("On which day are you back? Somebody else is asked until then.")
        shown = days_shown(reader, reader.person.zone, about.page, ("away_until",), ("away_day",))
        return Message(f"{emoji.AWAY} {text}", shown)
    # L10N: to a guardian who will be away; somebody else is asked meanwhile.
    text = reader.say("How long are you away? Somebody else is asked until then.")
    tomorrow, days, week = (days_ahead(reader.tx.now, ahead, reader.person.zone) for ahead in (1, 3, 7))
    return Message(
        text,
        column(
            # L10N: a button: how long the guardian is away.
            button(f"{emoji.AWAY} " + reader.label("Until tomorrow"), "away_until", tomorrow),
            # L10N: a button: how long the guardian is away.
            button(f"{emoji.AWAY} " + reader.label("Three days"), "away_until", days),
            # L10N: a button: how long the guardian is away.
            button(f"{emoji.AWAY} " + reader.label("One week"), "away_until", week),
            another_day(reader, emoji.AWAY, "away_day"),
        ),
    )


def away_set(reader: Reader, about: about_.AwaySet) -> Message | None:
    """Who is asked meanwhile, for each child; where nobody is, a way to invite. None once they are back."""
    mine = [
        circle
        for circle, member in reader.circles()
        if about_.can_be_away(member) and about_.is_away(member, reader.tx.now)
    ]
    if not mine:
        return None
    lines = [_meanwhile(reader, circle) for circle in mine]
    invites = [(_invite(reader, circle),) for circle in mine if not circle.askable(reader.tx.now)]
    return Message("\n".join(lines), (*invites, (back_button(reader),)))


def _meanwhile(reader: Reader, circle: Circle) -> str:
    asked = circle.askable(reader.tx.now)
    if not asked:
        # L10N: the guardian is away and nobody was invited to step in.
        return reader.say("There is nobody to step in for {child} yet.", child=circle.child.name)
    names = reader.listed(reader.named(circle, each.person_id) for each in asked)
    # L10N: the guardian is away; {who} is one name or several.
    return reader.say("I ask {who} about {child} until you are back.", who=names, child=circle.child.name)


def _invite(reader: Reader, circle: Circle) -> Button:
    # L10N: a button; somebody who steps in when the guardian is away.
    return button(f"{emoji.INVITE} " + reader.label("A stand-in"), "invite_as", circle.child.id, "stand_in")


def guardian_away(reader: Reader, about: about_.GuardianAway) -> Message | None:
    """To the stand-ins and the parents."""
    circle = reader.circle(about.child_id)
    away = circle.member(about.who)
    if away is None or not about_.is_away(away, reader.tx.now):
        return None
    who, day, child = reader.named(circle, about.who), until(reader, about.until, circle.child.zone), circle.child.name
    asked = circle.askable(reader.tx.now)
    if any(each.person_id == reader.person.id for each in asked):
        # L10N: to the stand-in; {day} is the day on which the guardian is back.
        text = reader.say("{who} is away until {day}. I ask you how {child} is.", who=who, day=day, child=child)
    elif asked:
        names = reader.listed(reader.named(circle, each.person_id) for each in asked)
        # L10N: to a parent; {names}, one or several, step in meanwhile.
        text = reader.say(
            "{who} is away until {day}. I ask {names} about {child}.", who=who, day=day, names=names, child=child
        )
    else:
        # L10N: to a parent; nobody was invited to step in.
        text = reader.say(
            "{who} is away until {day}. Nobody is asked about {child} meanwhile.", who=who, day=day, child=child
        )
    return Message(headed(emoji.AWAY, child, text), () if asked else ((_invite(reader, circle),),))


def welcome_back(reader: Reader, about: about_.WelcomeBack) -> Message:
    """To the guardian."""
    # L10N: to a guardian who is back.
    return Message(reader.say("Good that you are back. I ask you again from now on."))


def guardian_back(reader: Reader, about: about_.GuardianBack) -> Message:
    """To those who heard of the absence."""
    circle = reader.circle(about.child_id)
    # L10N: the guardian is back and is asked again.
    return Message(
        reader.say("{who} is back with {child}.", who=reader.named(circle, about.who), child=circle.child.name)
    )
