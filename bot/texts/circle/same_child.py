"""Is it the same child? Asked of whoever is in both circles, and of nobody else."""

from bot.domain import emoji
from bot.domain.circle.same_child import SameChildAsked, SameChildSaid
from bot.texts.buttons import no, yes
from bot.texts.message import Message, column
from bot.texts.reader import Reader


def same_child_asked(reader: Reader, about: SameChildAsked) -> Message:
    """Both names, each with the parent who is known by it."""
    children = about.other_id, about.child_id
    one, other = (reader.circle(each).child.name for each in children)
    # L10N: to a grandmother who has just come into a second circle around a child of this name; {one} and
    # {other} are “Lily (Mei)” and “Lily (Jun)”: the child's name, and which parent has added it.
    text = reader.say("{one} and {other}: is that one child?", one=one, other=other)
    answers = (yes(reader, "same_child", *children, "yes"), no(reader, "same_child", *children, "no"))
    return Message(text, column(*answers))


def same_child_said(reader: Reader, about: SameChildSaid) -> Message:
    """What follows."""
    if about.same:
        # L10N: to a grandmother who has said that the child of two families is one child.
        text = reader.say("Thank you. Both families hear it when the child is ill. Each hears it alone.")
        return Message(f"{emoji.YES} {text}")
    # L10N: to a grandmother who has said that two children of the same name are two.
    return Message(f"{emoji.YES} " + reader.say("Thank you. Then I keep the two apart."))
