"""Does a parent live with the child, or far away? Either of them may be either; who is at home has the home's part."""

from dataclasses import dataclass

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.notifications import Event, Lane, Notification, Told

_PARENTS = frozenset({"mother", "father", "parent"})


@dataclass(frozen=True, slots=True)
class HomeNoted(Event):
    """To who has said it: what follows, and the way back."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class HomeTold(Event):
    """To the other adults: who lives with the child now, or no more."""

    while_stopped = Told.EVERYBODY
    child_id: int
    who: int


def may_say(circle: Circle, me: Member) -> bool:
    """Whether a parent is asked: separate lines part two who are far away, so there nobody changes sides by a tap."""
    return me.role in {Role.PARENT, Role.GUARDIAN} and me.kin in _PARENTS and not circle.child.separate_lines


def role_of(*, at_home: bool) -> Role:
    """A parent who lives at home is a guardian by role."""
    return Role.GUARDIAN if at_home else Role.PARENT


def tell(circle: Circle, who: int) -> list[Notification]:
    """The others; whoever reads it late reads where they live then."""
    about, card = HomeTold(circle.child.id, who), f"home:{circle.child.id}:{who}"
    return [Notification(each.person_id, about, Lane.NOTICE, card) for each in circle.active if each.person_id != who]
