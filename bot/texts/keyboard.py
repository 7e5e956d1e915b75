"""The reply keyboard: the keys that stay below a chat, by what somebody does here."""

import re
from functools import cache

from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.i18n import LANGUAGES, catalogue
from bot.queries.school import schools
from bot.texts.buttons import foot
from bot.texts.reader import Reader

# What stands on each key after its sign, in the words of the code; only the sign where nothing follows it.
_KEYS = {
    emoji.GREAT: (),
    emoji.WELL: ("How is {child}", "How are they"),
    emoji.ILL: ("Ill",),
    emoji.VOICE: ("Voice",),
    emoji.CALL: ("Call me",),
    emoji.NOTICE: ("New notice",),
    emoji.PUPIL: ("One child",),
    emoji.ROLL: ("Roll call",),
}


def is_key(text: str) -> bool:
    """Whether this is what a key sends, in any language, or its sign alone; a sentence may begin with the same sign."""
    return _keys().fullmatch(text.replace("\ufe0f", "").strip()) is not None


@cache
def _keys() -> re.Pattern[str]:
    every = [f"{re.escape(sign)}(?: (?:{'|'.join(_written(words))}))?" for sign, words in _KEYS.items()]
    return re.compile("|".join(every))


def _written(words: tuple[str, ...]) -> list[str]:
    """Each key's words in each language, with any name in them."""
    said = {catalogue(language).gettext(each) for language in LANGUAGES for each in words}
    return sorted(re.escape(each).replace(re.escape("{child}"), ".+") for each in said) or ["(?!)"]


def keyboard_of(reader: Reader) -> tuple[tuple[str, ...], ...] | None:
    """A guardian's four keys, a teacher's three; none for who has no use for them."""
    looked_after = reader.circles(Action.REPORT_ILLNESS)
    mine = [circle.child.name for circle, _me in looked_after]
    rows = _guardians(reader, mine) if mine else ()
    return (*rows, *_teachers(reader)) or None


def keyboard_now(reader: Reader) -> tuple[tuple[str, ...], ...]:
    """The keys after somebody's part here has changed; who has none any more still finds home and help."""
    return keyboard_of(reader) or (tuple(each.label for each in foot(reader)),)


def _teachers(reader: Reader) -> tuple[tuple[str, ...], ...]:
    if not schools.classes_of(reader.tx, reader.person.id):
        return ()
    # L10N: a key below a teacher's chat: tell the family of one child something.
    one = reader.label("One child")
    # L10N: a key below a teacher's chat: who is not in class today.
    roll = reader.label("Roll call")
    # L10N: a key below a teacher's chat: write a notice to the class.
    new = reader.label("New notice")
    return ((f"{emoji.NOTICE} {new}",), (f"{emoji.PUPIL} {one}", f"{emoji.ROLL} {roll}"))


def _guardians(reader: Reader, mine: list[str]) -> tuple[tuple[str, ...], ...]:
    """The four keys that stay below a guardian's chat."""
    if len(mine) == 1:
        # L10N: a key below the guardian's chat: answer how the child is. {child} is the child's call name.
        answer = reader.label("How is {child}", child=mine[0])
    else:
        # L10N: a key below the chat of a guardian of several children: answer how they are.
        answer = reader.label("How are they")
    # L10N: a key below the guardian's chat: the child is ill.
    ill = reader.label("Ill")
    # L10N: a key below the guardian's chat: send a voice message to the parents.
    voice = reader.label("Voice")
    # L10N: a key below the guardian's chat: ask the parents to call.
    call = reader.label("Call me")
    return ((f"{emoji.WELL} {answer}", f"{emoji.ILL} {ill}"), (f"{emoji.VOICE} {voice}", f"{emoji.CALL} {call}"))
