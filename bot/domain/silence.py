"""Silence: for a while nothing could come from Telegram, and what Telegram does not keep for so long is lost."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.tell import About, Lane, Tell

PRESSES_LIVE = timedelta(seconds=150)
MESSAGES_LIVE = timedelta(hours=24)
# After so long nobody remembers what they sent.
_WORTH_SAYING = timedelta(days=7)
# What is mended after a silence, in this order: the next question of an illness, check-ins, what people have sent.
STEPS = ("illnesses", "check-ins", "people")


@dataclass(frozen=True, slots=True)
class Silence:
    """From when until when; `step` and `after` (a row's number) say how far mending it has come."""

    begin: datetime
    end: datetime
    step: str = STEPS[0]
    after: int = 0

    @property
    def lost_presses(self) -> bool:
        """Whether buttons may have been pressed in vain."""
        return self.end - self.begin > PRESSES_LIVE

    @property
    def lost_messages(self) -> bool:
        """Whether words may have been sent in vain."""
        return self.end - self.begin > MESSAGES_LIVE

    def joined(self, newer: "Silence") -> "Silence":
        """One silence after another that is not mended yet: mending begins anew, people hear of the longer one."""
        longer = max(self, newer, key=lambda each: each.end - each.begin)
        return replace(longer, step=STEPS[0], after=0)

    def next(self) -> "Silence | None":
        """The next step; none when all is mended."""
        place = STEPS.index(self.step) + 1
        if place == len(STEPS) or (STEPS[place] == "people" and not self.lost_messages):
            return None
        return replace(self, step=STEPS[place], after=0)


@dataclass(frozen=True, slots=True)
class GapTold(About):
    """Told to everybody after a silence in which messages were lost."""

    begin: datetime
    end: datetime


def tell_gap(silence: Silence, person_id: int) -> Tell:
    """What somebody sent in that time may be lost; only they know whether it still matters."""
    return Tell(person_id, GapTold(silence.begin, silence.end), Lane.NOTICE, card="gap", expires_in=_WORTH_SAYING)
