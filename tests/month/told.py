"""What the news of a month was like to read: whether it repeats itself, and whether it says more than a face."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain import emoji

HEADING = re.compile("^(?:" + "|".join(sorted(set(emoji.FACES.values()))) + r") ([^,\n]+(?:, [^,\n]+)*), from .+$")
BESIDE = (*emoji.DAY.values(), emoji.TALK)
SAME_DAY = timedelta(hours=12)
LEAST = 0.6  # of news that carries something, where who answers taps what they saw half of the time


@dataclass
class Told:
    """All the news on one phone."""

    count: int = 0
    carried: int = 0
    twice: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, messages: Iterable[tuple[datetime, str]], letters: Iterable[datetime]) -> "Told":
        """`messages` as they stand at the end of the month, the oldest first; `letters`: when one came from home."""
        told, last, sent = cls(), dict[str, str](), list(letters)
        for at, words in messages:
            for children, sentence, more in _news(words):
                told.count += 1
                # Of several children at once: twice in a row where nothing else was told of one of them meanwhile.
                if sentence in {last.get(each) for each in children}:
                    told.twice.append(sentence)
                last |= dict.fromkeys(children, sentence)
                told.carried += more or any(abs(each - at) < SAME_DAY for each in sent)
        return told


def _news(words: str) -> Iterator[tuple[list[str], str, bool]]:
    """Of whom, the sentence without its clocks, and whether anything stands beside the face."""
    lines = words.split("\n")
    for place, line in enumerate(lines[:-1]):
        if found := HEADING.match(line):
            said = lines[place + 1]
            beside = lines[place + 2] if place + 2 < len(lines) else ""
            yield (
                re.split(", | and ", found[1]),
                said.split(". ")[0],
                beside.startswith(BESIDE) or "first answer since" in said,
            )
