"""The one question after a poster: with which letter does the surname begin; every letter stands there."""

from bot.domain.school import initials as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.queries.school import enrolments, rosters
from bot.queries.school.enrolments import Enrolment
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.schools import child_name

# Surnames by which somebody who never learned the letters knows theirs.
_SURNAMES = {
    "A": "安艾", "B": "白毕", "C": "陈曹", "D": "邓丁", "E": "鄂", "F": "冯方", "G": "高郭", "H": "黄胡", "J": "江贾",
    "K": "孔康", "L": "李刘", "M": "马毛", "N": "倪宁", "O": "欧", "P": "潘彭", "Q": "秦钱", "R": "任阮", "S": "孙宋",
    "T": "唐田", "W": "王吴", "X": "徐许", "Y": "杨于", "Z": "张赵",
}  # fmt: skip


def asked(reader: Reader, enrolment: Enrolment | None) -> Message | None:
    """Only where the class has a list to find the child on, and the teacher has not answered."""
    if enrolment is None or enrolment.state != EnrolmentState.PENDING or enrolment.initial:
        return None
    if not rosters.is_there(reader.tx, enrolment.class_id):
        return None
    # L10N: to a family that waits for the teacher's yes; the letters of the alphabet follow as buttons. {child} is the
    # child's call name. It can be left.
    text = reader.say(
        "With which letter does {child}'s surname begin? So the teacher finds {child} sooner. You can also leave it.",
        child=child_name(reader, enrolment.child_id),
    )
    return Message(text, _letters(reader, enrolment.id))


def _letters(reader: Reader, enrolment_id: int) -> tuple[tuple[Button, ...], ...]:
    if reader.person.language == "zh_Hans":
        named = [button(f"{sign} {names}", "initial", enrolment_id, sign) for sign, names in _SURNAMES.items()]
        return grid(named, 3)
    return grid([button(sign, "initial", enrolment_id, sign) for sign in about_.LETTERS], 6)


def initial_taken(reader: Reader, about: about_.InitialTaken) -> Message | None:
    """The same words whether or not there is such a child."""
    found = enrolments.get(reader.tx, about.enrolment_id)
    if found is None or found.state != EnrolmentState.PENDING or not found.initial:
        return None
    # L10N: to a family that has said with which letter the surname begins, while the teacher has not answered.
    text = reader.say(
        "Thank you: {letter}. {child}'s teacher is asked to say yes. I write to you then.",
        letter=_said(reader, found.initial),
        child=child_name(reader, found.child_id),
    )
    return Message(text, column(undo(reader, "initial_back", found.id)))


def _said(reader: Reader, initial: str) -> str:
    named = _SURNAMES.get(initial, "") if reader.person.language == "zh_Hans" else ""
    return f"{initial} {named}".strip()
