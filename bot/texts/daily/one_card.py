"""The question about one child or several on one card, and what stays of a card that a newer one has followed."""

from datetime import date

from bot.domain import emoji
from bot.domain.circle.circles import Child, Circle
from bot.domain.daily import one_card as about_
from bot.domain.daily.check_ins import CheckIn
from bot.domain.local_time import local
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.daily import one_card as on_card
from bot.texts import clocks
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader

Asked = list[tuple[Circle, list[CheckIn]]]
_FACES = ("great", "well", "hard", "sad")
_NAMES_IN_A_ROW = 3


def asked(reader: Reader, besides: int = 0) -> Asked:
    """The children on this reader's card, each as the reader knows it."""
    found = on_card.children(reader.tx, reader.person.id, besides)
    return [(reader.circle(circle.child.id), days) for circle, days in found]


def question(reader: Reader, asked: Asked, *, reminder: bool = False) -> str:
    """What is asked; how many days are open, nobody reads."""
    if len(asked) > 1:
        return _about_several(reader, asked, reminder=reminder)
    circle, days = asked[0]
    child = circle.child
    if not _is_today(reader, child, days) and days[0].local_date != days[-1].local_date:
        # L10N: to the guardian; several days are open, and one tap answers all of them.
        return reader.say("How is {child}?", child=child.name)
    if not _is_today(reader, child, days):
        day = clocks.weekday(reader, date.fromisoformat(days[-1].local_date), child.zone)
        # L10N: asked about yesterday or an earlier day; {day} is a weekday.
        return reader.say("How was {child} on {day}?", child=child.name, day=day)
    if reminder:
        # L10N: the one gentle reminder of the day.
        return reader.say("One tap when you have a moment. How is {child} today?", child=child.name)
    # L10N: the daily question to the guardian.
    return reader.say("How is {child} today?", child=child.name)


def _about_several(reader: Reader, asked: Asked, *, reminder: bool) -> str:
    names = reader.listed(circle.child.name for circle, _days in asked)
    if not all(_is_today(reader, circle.child, days) for circle, days in asked):
        # L10N: to a guardian of several children; earlier days are open too. {children} is a list of names.
        return reader.say("How are {children}?", children=names)
    if reminder:
        # L10N: the one gentle reminder of the day, to a guardian of several children; {children} is a list of names.
        return reader.say("One tap when you have a moment. How are {children} today?", children=names)
    # L10N: the daily question to a guardian of several children; {children} is a list of names.
    return reader.say("How are {children} today?", children=names)


def _is_today(reader: Reader, child: Child, days: list[CheckIn]) -> bool:
    return days[-1].local_date == local(reader.tx.now, child.zone).date().isoformat()


def rows(reader: Reader, asked: Asked) -> tuple[tuple[Button, ...], ...]:
    """One row of faces answers for all; a name opens one child."""
    if len(asked) == 1:
        circle, days = asked[0]
        return (faces(reader, days[-1].id, circle.child),)
    names = [button(f"{emoji.PUPIL} {circle.child.name}", "answer_one", circle.child.id) for circle, _days in asked]
    return (*_for_all(reader, asked), *grid(names, _NAMES_IN_A_ROW))


def of_one(reader: Reader, asked: Asked, child_id: int) -> tuple[tuple[Button, ...], ...]:
    """The faces of one of several children, and the way back to all."""
    of_child = [each for each in asked if each[0].child.id == child_id]
    # L10N: a button below the faces of one child: back to all the children this person looks after.
    back = button(f"{emoji.PUPIL} " + reader.label("All"), "answer_all", child_id)
    return (*rows(reader, of_child), *(((back,),) if len(asked) > 1 else ()))


def _for_all(reader: Reader, asked: Asked) -> tuple[tuple[Button, ...], ...]:
    """Where all of them can be answered alike, and one button carries them all."""
    alike = {circles.faces_told(reader.tx, circle.child.id, reader.person.id) for circle, _days in asked}
    numbers = about_.packed(days[-1].id for _circle, days in asked)
    if len(alike) > 1 or numbers is None:
        return ()
    return (_answers(reader, "faces", numbers, with_faces=alike == {True}),)


def faces(reader: Reader, check_in_id: int, child: Child) -> tuple[Button, ...]:
    """The four faces, or the two answers of a family without health notes or with a teenager who keeps them."""
    told = circles.faces_told(reader.tx, child.id, reader.person.id)
    return _answers(reader, "face", check_in_id, with_faces=told)


def _answers(reader: Reader, verb: str, what: object, *, with_faces: bool) -> tuple[Button, ...]:
    if with_faces:
        return tuple(button(emoji.FACES[face], verb, what, face) for face in _FACES)
    return (
        # L10N: a button for families who did not agree to health notes: everything is as usual.
        button(f"{emoji.YES} " + reader.label("As usual"), verb, what, "usual"),
        # L10N: a button for families who did not agree to health notes: the parents are asked to call.
        button(f"{emoji.CALL} " + reader.label("Please call me"), verb, what, "call"),
    )


def card_retired(reader: Reader, about: about_.CardRetired) -> Message:
    """Nothing of a question, where Telegram still takes it away; else one line, and nothing to press."""
    check_in = check_ins.get(reader.tx, about.check_in_id) if about.check_in_id else None
    if check_in is not None and check_in.face is not None:
        # L10N: what stays of the thanks for an answer, when a newer question stands below.
        return Message(f"{emoji.FACES[check_in.face]} " + reader.say("Thank you."), foot=False, in_place=True)
    if about_.can_go(about.sent_at, reader.tx.now):
        return Message(deletes=True)
    # L10N: what stays of a question, when a newer one stands further down in the chat.
    return Message(f"{emoji.WELL} " + reader.say("The question stands further down."), foot=False, in_place=True)


def answer_stands(reader: Reader, about: about_.AnswerStands) -> Message:
    """A short answer to a press."""
    if about.by == reader.person.id:
        # L10N: a short note to a guardian who taps a face a second time.
        return Message(reader.label("It is noted. Thank you."))
    who = reader.named(reader.circle(about.child_id), about.by)
    # L10N: a short note to a guardian who taps a face; {who} is another adult at home, who was faster.
    return Message(reader.label("{who} has answered already. Thank you.", who=who))


def answer_stays(reader: Reader, about: about_.AnswerStays) -> Message:
    """A short answer to a press."""
    # L10N: a short note to a guardian who presses ↩️ after more than ten minutes. 🙂 is a button.
    return Message(reader.label("It was told already. 🙂 tells something new."))
