"""A first sentence: three short things that a parent could say or ask tonight, from what is known of this day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.domain.notifications import Event, Told

COUNT = 3
GOOD = ("great", "well", "usual")  # faces of news that asks for nothing else
_FRIDAY = 4
# What has happened, the best to talk of first. What may be heavy is taken up gently, and only where nothing lighter is.
LIGHT = ("made", "outside", "friends", "good_news", "was_ill", "free", "ate", "notice")
HEAVY = ("cried", "alone", "slept", "little")


@dataclass(frozen=True, slots=True)
class FirstWordsShown(Event):
    """A parent has pressed 💬 below the news: what they could say, by name of the sentences."""

    while_stopped = Told.NOBODY
    child_id: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, for children of these years; it is said where one of `on` is so, or on any day."""

    name: str
    youngest: int = 0
    oldest: int = 99
    on: frozenset[str] = frozenset()


def _said(name: str, on: str, youngest: int = 3, oldest: int = 99) -> Sentence:
    return Sentence(name, youngest, oldest, frozenset(on.split()))


SENTENCES = (
    _said("rest", "ill", 0),
    _said("hum", "ill", 0, 2),
    _said("close_eyes", "ill", 0, 2),
    _said("quiet_story", "ill"),
    _said("no_need_to_talk", "ill"),
    _said("think_of_you", "hard", 0),
    _said("i_have_time", "hard cried"),
    _said("beside", "hard"),
    _said("bit_by_bit", "hard alone"),
    _said("what_made", "made", 3, 12),
    _said("what_making", "made", 13),
    _said("what_played", "outside", 3, 12),
    _said("how_outside", "outside", 13),
    _said("friends_played", "friends", 3, 12),
    _said("friends_how", "friends", 13),
    _said("teacher_said", "good_news"),
    _said("glad_better", "was_ill"),
    _said("glad_better_baby", "was_ill", 0, 2),
    _said("what_this_morning", "free"),
    _said("what_tasted", "ate"),
    _said("would_taste", "little"),
    _said("what_in_class", "notice", 6),
    _said("slow_night", "slept", 0, 9),
    _said("night_for_later", "slept", 10),
    _said("night", "", 0, 2),
    _said("hello", "", 0, 2),
    _said("song", "", 0, 2),
    _said("what_on_the_way", "", 3, 9),
    _said("my_supper", "", 3, 9),
    _said("my_day_which", "", 3, 9),
    _said("what_was_funny", "", 3, 9),
    _said("laughed_with", "", 3, 9),
    _said("what_sky", "", 3, 9),
    _said("what_smelled", "", 3, 9),
    _said("thought_of_you", "", 3, 9),
    _said("small_thing", "", 3, 9),
    _said("show_me", "", 3, 9),
    _said("busy_with", "", 10),
    _said("which_music", "", 10),
    _said("my_day_ask", "", 10),
    _said("what_thought", "", 10),
    _said("best_moment", "", 10),
    _said("free_afternoon", "", 10),
    _said("new_to_me", "", 10),
    _said("would_like_it", "", 10),
)
# Of these nothing is asked for a laugh, so that they fit on a harder day too, where a child is too small for others.
_CALM = frozenset({"night", "hello", "song"})


def choose(years: int, happened: Collection[str], day: int) -> tuple[str, ...]:
    """Three sentences for a child of so many full years; on another `day` others, as far as there are.

    While a child is ill only what is quiet, and on a harder day nothing that asks for cheer.
    """
    if "ill" in happened:
        wanted = ["ill"] * COUNT
    elif "hard" in happened:
        wanted = [*[each for each in HEAVY if each in happened][:1], *["hard"] * COUNT, "calm"]
    else:
        known = [each for each in (*LIGHT, *HEAVY) if each in happened]
        wanted = [*known[: COUNT - 1], *["any day"] * COUNT]
    found: list[str] = []
    for reason in [*wanted, *["calm"] * COUNT]:
        fitting = [each.name for each in SENTENCES if _fits(each, reason, years) and each.name not in found]
        if fitting and len(found) < COUNT:
            found.append(fitting[day % len(fitting)])
    return tuple(found)


def by_itself(face: str, day: date, *, late: bool) -> bool:
    """Whether good news of a day at the weekend, when there is time to talk, brings a sentence unasked."""
    return face in GOOD and not late and day.weekday() >= _FRIDAY


def _fits(sentence: Sentence, reason: str, years: int) -> bool:
    if not sentence.youngest <= years <= sentence.oldest:
        return False
    if reason == "calm":
        return sentence.name in _CALM
    return not sentence.on if reason == "any day" else reason in sentence.on
