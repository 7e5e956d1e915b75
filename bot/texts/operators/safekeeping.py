"""What an operator reads who opens a place again, or lets a family share again."""

from bot.domain import emoji
from bot.domain.operators import safekeeping as about_
from bot.domain.operators.safekeeping import Act, Refusal, wish_in
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.operators.operators import operator_button
from bot.texts.reader import Reader


def open_button(reader: Reader) -> Button:
    """🔓"""
    # L10N: a button of an operator: open a closed place again, or let a family share again.
    return button(f"{emoji.UNLOCK} " + reader.label("Open again"), "op_open")


def number_asked(reader: Reader, about: about_.NumberAsked) -> Message:
    """What is typed stands on the family's phone."""
    if about.again:
        # L10N: to an operator: what came is no number as it stands on a family's phone.
        return Message(reader.say("Please write just the number, such as 12-3 or 12."))
    # L10N: to an operator: 12-3 stands on a phone that was closed out, 12 is a family's own number.
    return Message(reader.say("Which number?\n12-3: from the closed phone.\n12: a family that shares nothing."))


def wish_offered(reader: Reader, about: about_.WishOffered) -> Message:
    """The check comes before the tap."""
    wish = wish_in(about.number)
    assert wish is not None
    # L10N: to an operator, before a closed place is opened, or a family shares again; {number} such as 12-3.
    lines = [reader.say("{number} is closed. Check by telephone first who asks.", number=about.number)]
    if Act.ORDER in about.acts:
        # L10N: to an operator: somebody of the family has stopped all sharing, and could start it again.
        lines.append(reader.say("Who stopped it takes part still. Only a written order lifts it."))
    acts = {
        # L10N: a button of an operator: open the place that another phone has closed.
        Act.OPEN: reader.label("Open"),
        # L10N: a button of an operator: open the place, and hold the phone that has closed it: it was stolen.
        Act.HOLD: reader.label("Open, hold other"),
        # L10N: a button of an operator: news about the child is shared again.
        Act.THAW: reader.label("Share again"),
        # L10N: a button of an operator: a court's or an authority's written order to share again is in their hand.
        Act.ORDER: reader.label("I have it"),
    }
    rows = [
        button(f"{emoji.UNLOCK} {words}", "op_do", act, wish.child_id, wish.member_id)
        for act, words in acts.items()
        if act in about.acts
    ]
    return Message(headed(emoji.UNLOCK, "Homeline", "\n".join(lines)), column(*rows, do_not(reader, "operator")))


def wish_refused(reader: Reader, about: about_.WishRefused) -> Message:
    """Nothing was done."""
    if about.why == Refusal.OWN:
        # L10N: to an operator who wants to open something of their own family.
        text = reader.say("This is your own family. Another operator has to do it.")
    else:
        # L10N: to an operator: no place and no family of the number that was typed is closed.
        text = reader.say("Nothing of this number is closed.")
    return Message(headed(emoji.UNLOCK, "Homeline", text), column(open_button(reader), operator_button(reader)))


def wish_done(reader: Reader, about: about_.WishDone) -> Message:
    """The family reads it too."""
    # L10N: to an operator: {number}, such as 12-3, is open again.
    text = reader.say("{number} is open again. The family reads that you did it.", number=about.number)
    return Message(headed(emoji.YES, "Homeline", text), column(operator_button(reader)))


def second_waits(reader: Reader, about: about_.SecondWaits) -> Message:
    """Nothing is open yet."""
    # L10N: to an operator: another operator is asked before {number}, such as 12-3, is opened.
    text = reader.say("Another operator is asked about {number}. It waits for a day.", number=about.number)
    return Message(headed(emoji.UNLOCK, "Homeline", text), column(operator_button(reader)))


def second_asked(reader: Reader, about: about_.SecondAsked) -> Message:
    """What is asked, by whom."""
    # L10N: to an operator: {name}, another operator, wants to open {number}, such as 12-3.
    lines = [reader.say("{name} wants to open {number}. Do you agree?", name=about.called, number=about.number)]
    if about.act == Act.HOLD:
        # L10N: to an operator who is asked to agree: the phone that has closed the place is held then.
        lines.append(reader.say("The phone that closed it is held then."))
    if about.act == Act.ORDER:
        # L10N: to an operator who is asked to agree: another operator says that they hold a written order.
        lines.append(reader.say("It is against who stopped it. {name} has a written order.", name=about.called))
    answers = do(reader, "op_second", about.operator_id, "yes"), do_not(reader, "op_second", about.operator_id, "no")
    return Message(headed(emoji.UNLOCK, "Homeline", "\n".join(lines)), (answers,))


def second_decided(reader: Reader, about: about_.SecondDecided) -> Message:
    """Yes or no, without who."""
    if about.agreed:
        # L10N: to operators: another one has agreed, and {number}, such as 12-3, is open again.
        return Message(headed(emoji.YES, "Homeline", reader.say("{number} is open again.", number=about.number)))
    # L10N: to operators: another one has not agreed, and {number}, such as 12-3, stays closed.
    return Message(headed(emoji.NO, "Homeline", reader.say("{number} stays closed.", number=about.number)))
