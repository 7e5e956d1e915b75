"""Who reads what of a child who is not in class: nobody twice, and nothing rings that stands there already."""

from collections.abc import Iterable

from bot.db.transaction import Tx
from bot.domain.school.school_words import Word, WordAnswer
from bot.queries.school import absences, roll_calls, rosters, school_words, schools


def first_told(tx: Tx, word: Word, to: list[int], around: Iterable[Word] | None = None) -> list[int]:
    """Without who is in another family of the child, too, and hears it there."""
    around = absences.of_other_families(tx, word) if around is None else around
    there = {person for each in around if each.id < word.id for person in school_words.told(tx, each)}
    return [each for each in to if each not in there]


def alarmed_by(tx: Tx, word: Word, others: Iterable[Word]) -> list[int]:
    """Who of the school has been told that nobody knows, or says, where the child is."""
    around = [word, *others]
    nobody_knows = any(each.answer == WordAnswer.UNKNOWN for each in around)
    told = [*(schools.teachers(tx, word.class_id) if nobody_knows else []), *(p for each in around for p in each.staff)]
    return list(dict.fromkeys(told))


def without_roll(tx: Tx, word: Word, teachers: Iterable[int]) -> list[int]:
    """Nothing rings for what stands on the roll call of that day, which changes where it is."""
    roll = roll_calls.of_day(tx, word.class_id, word.day)
    same = rosters.families(tx, word.class_id, word.child_id)
    shown = roll_calls.shown_to(tx, roll) if roll and roll.done and set(same).intersection(roll.absent) else []
    return [each for each in teachers if each not in shown]
