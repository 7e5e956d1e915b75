"""📦 Taking one's data along: files made for one reader at the moment they leave, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.notifications import Event, Lane, Notification, Told

FORMS = ("html", "json")


@dataclass(frozen=True, slots=True)
class DataGiven(Event):
    """One file: what this person may see, of themselves (`own`) and of these children's circles."""

    while_stopped = Told.NOBODY
    takes_long = True
    form: str
    children: tuple[int, ...]
    own: bool


def tell_given(person_id: int, children: Sequence[int], *, own: bool) -> list[Notification]:
    """A page to read and a file for machines."""
    return [
        Notification(person_id, DataGiven(form, tuple(children), own), Lane.REPLY, card=f"export:{form}:{own}")
        for form in FORMS
    ]
