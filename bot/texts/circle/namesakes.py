"""Children of one name around the same adult: each carries the name of who is around them, “Lily (Mei)”."""

import gettext as gettext_module
from collections.abc import Callable, Iterable

from bot.domain.circle.circles import Circle
from bot.domain.names import skeleton
from bot.texts.circle import kin


def told_apart(
    words: gettext_module.NullTranslations, circle: Circle, mine: Iterable[Circle], host: Callable[[Circle], str]
) -> str | None:
    """The name by which one of them is known; none for a child whose own name is enough."""
    look = skeleton(circle.child.name)
    same = [each for each in mine if skeleton(each.child.name) == look or each.child.id == circle.child.id]
    if len(same) < 2:
        return None
    by = host(circle)
    alike = [each.child.id for each in same if each.child.id != circle.child.id and host(each) == by]
    place = 1 + sum(each < circle.child.id for each in alike)
    return kin.with_role(words, circle.child.name, f"{by} {place}" if alike else by)
