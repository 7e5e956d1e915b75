"""📖 What is read to the child, and from 13 the child's own say in it."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.privacy import childs_say as about_
from bot.queries.privacy.childs_say import names_faces
from bot.texts.buttons import do, do_not
from bot.texts.circle import kin
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader


def reading_button(reader: Reader, circle: Circle) -> Button:
    """📖"""
    # L10N: a button: a short text to read aloud to {child}, and from 13 what {child} says to it.
    return button(f"{emoji.READ} " + reader.label("For {child}", child=circle.child.name), "read", circle.child.id)


def reading_given(reader: Reader, about: about_.ReadingGiven) -> Message | None:
    """Spoken to the child: who asks, who is told what; the two answers of a teenager are of the same size."""
    if not reader.may(about.child_id, Action.READ_TO_CHILD):
        return None
    circle = reader.circle(about.child_id)
    child = circle.child
    # L10N: above a text that an adult reads aloud to {child}; what follows is spoken to the child.
    lines = [headed(emoji.READ, child.name, reader.say("To read to {child}:", child=child.name))]
    with_faces = names_faces(reader.tx, circle)
    lines.append(_spoken(reader, circle, with_faces=with_faces))
    has_a_say = with_faces and about_.has_a_say(child, reader.tx.now)
    if not has_a_say or not reader.may(child.id, Action.KEEP_FACES):
        return Message("\n".join(lines))
    # L10N: spoken to a child of 13 or more. {told} are those who are told, such as “Mum and Dad”. Yes and no are equal.
    asked = reader.say("Shall {told} go on hearing how you are? You decide.", told=_told(reader, circle))
    # L10N: spoken to a child of 13 or more, who keeps the faces so far. Yes and no are equal.
    again = reader.say("Shall {told} hear again how you are? You decide.", told=_told(reader, circle))
    # L10N: to the adult, who taps for the child of 13 or more.
    lines += [again if child.keeps_faces else asked, reader.say("Tap what {child} says.", child=child.name)]
    return Message(
        "\n".join(lines), ((do(reader, "faces", child.id, "told"), do_not(reader, "faces", child.id, "kept")),)
    )


def faces_kept(reader: Reader, about: about_.FacesKept) -> Message | None:
    """What comes from now on; no reason, and nothing that anybody has done wrong."""
    circle = reader.circle(about.child_id)
    child = circle.child
    if about.kept != about_.keeps_faces(child, reader.tx.now):
        return None
    asked = reader.may(child.id, Action.ANSWER_CHECK_IN)
    text = _asked_now(reader, child.name, kept=about.kept) if asked else _told_now(reader, child.name, kept=about.kept)
    return Message(headed(emoji.READ, child.name, text))


def _told_now(reader: Reader, child: str, *, kept: bool) -> str:
    if not kept:
        # L10N: to parents far away; {child}, 13 or more, lets the four faces be told again. Warm, no fuss.
        return reader.say("{child} lets you know again how the days are.", child=child)
    # L10N: to parents far away; {child} is 13 or more and chose this. Neutral, nobody has done anything wrong.
    return reader.say(
        "{child} is growing up and chooses what is told. Now “as usual” or “please call” comes from home.\n"
        "Illness is told as before.",
        child=child,
    )


def _asked_now(reader: Reader, child: str, *, kept: bool) -> str:
    if not kept:
        # L10N: to another adult at home; {child}, 13 or more, lets the four faces be told again.
        return reader.say("{child} lets the family know again how the days are. The four faces are back.", child=child)
    # L10N: to another adult at home, who is asked each day; {child} is 13 or more and chose this. Neutral.
    return reader.say(
        "{child} is growing up and chooses what is told. The question has “as usual” and “please call” now.\n"
        "Illness is told as before.",
        child=child,
    )


def _spoken(reader: Reader, circle: Circle, *, with_faces: bool) -> str:
    values = {"child": reader.call_name(circle.child.id), "home": _home(reader, circle), "told": _told(reader, circle)}
    if not with_faces:
        # L10N: read aloud to a child; {home} looks after the child, {told} is told. Nothing about feelings is told.
        return reader.say(
            "{child}, a helper in the phone asks {home}: is all as usual? It tells {told}. "
            "It does not tell how you feel.\nYour teacher hears nothing of it. You may always ask what was told.",
            **values,
        )
    if about_.keeps_faces(circle.child, reader.tx.now):
        # L10N: read aloud to a child of 13 or more, who keeps it to themselves how they are.
        return reader.say(
            "{child}, the helper in the phone does as you wished.\n"
            "It tells {told} only “as usual” or “please call”.\n"
            "When you are ill, it tells them too. You may always ask what was told.",
            **values,
        )
    # L10N: read aloud to a child; {home} looks after the child (“Grandma”), {told} is told (“Mum and Dad”).
    return reader.say(
        "{child}, a helper in the phone asks {home} how you are. It tells {told}, also when you are ill.\n"
        "{home} may add what was seen: that you played, that you cried.\n"
        "Your teacher hears nothing of it. You may always ask what was told.",
        **values,
    )


def _home(reader: Reader, circle: Circle) -> str:
    names = [
        kin.own_name(reader.words, each.kin, each.called)
        if each.kin in kin.PARENTS
        else reader.named(circle, each.person_id)
        for each in circle.guardians
    ]
    # L10N: stands for whoever looks after the child, in a text read aloud to the child.
    return reader.label("those at home") if not names else reader.listed(dict.fromkeys(names))


def _told(reader: Reader, circle: Circle) -> str:
    seen = [each for each in circle.parents if not circle.hides(each, reader.person.id)]
    names = [kin.own_name(reader.words, each.kin, each.called) for each in seen]
    # L10N: stands for parents who have not joined yet, in a text read aloud to the child.
    return reader.label("your parents") if not names else reader.listed(dict.fromkeys(names))
