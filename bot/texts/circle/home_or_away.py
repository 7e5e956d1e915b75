"""Whether a parent lives with the child: asked in the welcome, and what follows from the answer."""

from bot.domain import emoji
from bot.domain.circle import home_or_away as about_
from bot.domain.circle.circles import Circle, Member, Role
from bot.texts.keyboard import keyboard_now
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader


def question(reader: Reader, circle: Circle, me: Member | None) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """Below the welcome of a parent; nothing where it is not theirs to say."""
    if me is None or not about_.may_say(circle, me):
        return "", ()
    child = circle.child
    # L10N: below the welcome of a parent; {child} is the child's call name. Two buttons follow: at home, far away.
    text = reader.say("Do you live with {child}?", child=child.name)
    return f"\n{text}", ((_at_home(reader, child.id), _far_away(reader, child.id)),)


def other(reader: Reader, circle: Circle) -> list[tuple[Button, ...]]:
    """👥 where it can be said anew."""
    me = circle.member(reader.person.id)
    if me is None or not about_.may_say(circle, me):
        return []
    return [((_far_away if me.role == Role.GUARDIAN else _at_home)(reader, circle.child.id),)]


def _at_home(reader: Reader, child_id: int) -> Button:
    # L10N: a button of a parent: I live with the child.
    return button(f"{emoji.GUARDIAN} " + reader.label("At home"), "lives", child_id, "home")


def _far_away(reader: Reader, child_id: int) -> Button:
    # L10N: a button of a parent: I do not live with the child.
    return button(f"{emoji.PARENT} " + reader.label("Far away"), "lives", child_id, "away")


def home_noted(reader: Reader, about: about_.HomeNoted) -> Message:
    """What comes from now on; the keys below the chat follow."""
    circle = reader.circle(about.child_id)
    me, child = circle.place(reader.person.id), circle.child.name
    if me is not None and me.role == Role.GUARDIAN:
        # L10N: to a parent who lives with {child}: what Homeline does for who is at home. The keys stay.
        text = reader.say(
            "Then I ask you now and then how {child} is. The buttons below are yours.", child=circle.child.name
        )
    else:
        # L10N: to a parent who lives far away from {child}.
        text = reader.say("Then news about {child} comes to you here.", child=child)
    # L10N: below what follows from where a parent lives; the way there is 🏠, then 👥.
    text += "\n" + reader.say("👥 is where you can change it.")
    return Message(text, keyboard=keyboard_now(reader))


def home_told(reader: Reader, about: about_.HomeTold) -> Message | None:
    """As it is when it is read."""
    circle = reader.circle(about.child_id)
    member = circle.member(about.who)
    if member is None or circle.hides(member, reader.person.id):
        return None
    names = {"who": reader.named(circle, about.who), "child": circle.child.name}
    if member.role == Role.GUARDIAN:
        # L10N: to the other adults of a circle: {who}, a parent, lives with {child}, and is asked how {child} is.
        text = reader.say("{who} lives with {child} and is asked, too.", **names)
    else:
        # L10N: to the other adults of a circle: {who}, a parent, does not live with {child}, and reads the news.
        text = reader.say("{who} lives elsewhere now and reads the news.", **names)
    return Message(headed(emoji.CIRCLE, circle.child.name, text))
