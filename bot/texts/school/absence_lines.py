"""How it stands with a child who is not in class, in the lines that the school reads; of two families as one child."""

from collections.abc import Callable, Iterable

from bot.domain import emoji
from bot.domain.school.school_words import Word, WordAnswer
from bot.queries.school import absences, schools
from bot.texts.reader import Reader
from bot.texts.school.school_reasons import why_line
from bot.texts.school.shared_numbers import of_family
from bot.texts.school.staying_home import from_home
from bot.texts.school.two_families import child_of, of_families_that_know

Names = Callable[[int], str]  # of the children of a class, as its list names them


def absence_line(reader: Reader, word: Word, names: Names) -> str:
    """What has been answered by any family of the child."""
    words = [word, *absences.of_other_families(reader.tx, word)]
    known = [each for each in words if each.answer == WordAnswer.KNOWN]
    child = child_of(reader, word, names(word.child_id))
    if known:
        families = of_families_that_know(reader, known)
        if not families and word.answered_by in staff_of(words):
            return found_line(reader, word, child)
        return known_line(reader, [*families, *known][0], names)
    if any(each.answer == WordAnswer.UNKNOWN for each in words):
        # L10N: to a teacher whose pupil is not in class; {child} is the child's call name.
        now = reader.say("Nobody at home knows where {child} is. Please phone the family now.", child=child)
        return "\n".join([f"{emoji.NO} {now}", *numbers_of(reader, words)])
    if len(words) > 1:
        # L10N: to a teacher whose pupil has two families here, such as parents who live apart, and is not in class.
        return f"{emoji.ROLL} " + reader.say("{child} is not in class. I have asked both families.", child=child)
    # L10N: to a teacher whose pupil is not in class; {child} is the child's call name.
    return f"{emoji.ROLL} " + reader.say("{child} is not in class. I have asked the family.", child=child)


def here_line(reader: Reader, word: Word, name: str) -> str:
    """In class after all."""
    child = child_of(reader, word, name)
    # L10N: the school had said that {child} is not in class; now it is.
    return f"{emoji.YES} " + reader.say("{child} is in class.", child=child)


def staff_of(words: Iterable[Word]) -> list[int]:
    """Who of the school was told, through whichever family, that nobody says where the child is."""
    return list(dict.fromkeys(person for each in words for person in each.staff))


def found_line(reader: Reader, word: Word, child: str) -> str:
    """That somebody of the school has found out, and who."""
    room = schools.class_room_of(reader.tx, word.class_id)
    who = reader.staff(room, word.answered_by or 0) if room else reader.teacher("")
    # L10N: to a teacher or the school's lead; {teacher} of the school has found out where {child} is.
    return f"{emoji.YES} " + reader.say("{teacher} has found out where {child} is.", teacher=who, child=child)


def known_line(reader: Reader, word: Word, names: Names) -> str:
    """That the family knows where the child is, and of two families which."""
    family = names(word.child_id)
    child = child_of(reader, word, family)
    if word.is_from_home:
        return f"{emoji.YES} " + from_home(reader, word, family)
    if word.was_told_before:
        # L10N: to a teacher whose pupil is not in class; no word of why. {child} is the child's call name.
        return f"{emoji.YES} " + reader.say("{child} stays at home today. The family knows.", child=family)
    if child == family:
        # L10N: to a teacher whose pupil is not in class; {child} is the child's call name.
        known = reader.say("{child}'s family knows where {child} is.", child=child)
    else:
        # L10N: to a teacher whose pupil has two families here; {name} is one of them, such as “Wang Lily 2”.
        known = reader.say("{name}: this family knows where {child} is.", name=family, child=child)
    return "\n".join([f"{emoji.YES} {known}", *why_line(reader, word)])


def numbers_of(reader: Reader, words: Iterable[Word]) -> list[str]:
    """Whom the school can phone, of every family of the child."""
    circles = [(each.class_id, reader.circle_or_none(each.child_id)) for each in words]
    found = [line for room, circle in circles if circle for line in of_family(reader, room, circle)]
    # L10N: to a teacher or the school's lead: Homeline keeps no telephone numbers of families.
    return list(dict.fromkeys(found)) or [reader.say("Their numbers are in the school's own list, not here.")]
