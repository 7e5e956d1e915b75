"""Who an adult is to the child: offered when joining, never derived."""

import gettext as gettext_module

from bot.domain.circle import Role


def _(text: str) -> str:
    """Marks a text for translation; it is translated when it is shown."""
    return text


def _c(context: str, text: str) -> tuple[str, str]:
    """Marks a text whose meaning depends on its context."""
    return context, text


# The button that offers each, and the name by which the others then read of them.
OFFERED = {
    # L10N: who the guardian is to the child; the mother's mother. A button, at most 18 signs.
    "grandmother_m": _("👵 Grandma (mum's)"),
    # L10N: the father's mother.
    "grandmother_p": _("👵 Grandma (dad's)"),
    # L10N: the mother's father.
    "grandfather_m": _("👴 Grandpa (mum's)"),
    # L10N: the father's father.
    "grandfather_p": _("👴 Grandpa (dad's)"),
    # L10N: an aunt on either side.
    "aunt": _("🧑 Aunt"),
    # L10N: an uncle on either side.
    "uncle": _("🧑 Uncle"),
    # L10N: an older sister or brother.
    "sibling": _("🧑 Sister, brother"),
    # L10N: a neighbour, a family friend, or anybody else.
    "other": _("🧑 Someone else"),
}

PARENTS = {
    # L10N: who the parent is to the child. A button.
    "mother": _("🧑 Mum"),
    # L10N: who the parent is to the child. A button.
    "father": _("🧑 Dad"),
    # L10N: a parent who is neither called mum nor dad, such as a stepparent. A button.
    "parent": _("🧑 Another parent"),
}

_NAMES = {
    # L10N: the mother's mother, as the child calls her; stands inside sentences such as “Lily is well, says Grandma.”
    "grandmother_m": _c("mother's side", "Grandma"),
    # L10N: the father's mother, as the child calls her; the same in English, in many languages another word.
    "grandmother_p": _c("father's side", "Grandma"),
    # L10N: the mother's father, as the child calls him.
    "grandfather_m": _c("mother's side", "Grandpa"),
    # L10N: the father's father, as the child calls him; the same in English, in many languages another word.
    "grandfather_p": _c("father's side", "Grandpa"),
}

_OWN = {
    # L10N: what a child calls its mother; in what a parent may say aloud, such as “It's Mum, the same as every day.”
    "mother": _c("said by the child", "Mum"),
    # L10N: what a child calls its father.
    "father": _c("said by the child", "Dad"),
}


def name(words: gettext_module.NullTranslations, kin: str, called: str) -> str:
    """The word for this adult inside a sentence; people who are no grandparents go by their own name."""
    return words.pgettext(*_NAMES[kin]) if kin in _NAMES else called


def own_name(words: gettext_module.NullTranslations, kin: str, called: str) -> str:
    """What the child calls the parent who reads; by their own name where nobody has said who they are."""
    return words.pgettext(*_OWN[kin]) if kin in _OWN else called


def offered(role: Role) -> dict[str, str]:
    """What the buttons offer to somebody who joins in `role`."""
    return PARENTS if role == Role.PARENT else OFFERED


# How a joiner is described to who invited them: “wants to join as Lily's grandmother”.
JOINERS = {
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandmother_m": _("{name} wants to join as {child}'s grandmother (mother's side). Is it her?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandmother_p": _("{name} wants to join as {child}'s grandmother (father's side). Is it her?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandfather_m": _("{name} wants to join as {child}'s grandfather (mother's side). Is it him?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandfather_p": _("{name} wants to join as {child}'s grandfather (father's side). Is it him?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Either side.
    "aunt": _("{name} wants to join as {child}'s aunt. Is it her?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Either side.
    "uncle": _("{name} wants to join as {child}'s uncle. Is it him?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. She or he.
    "sibling": _("{name} wants to join as {child}'s sister or brother. Is it really them?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. She or he.
    "other": _("{name} wants to join to look after {child}. Is it really them?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "mother": _("{name} wants to join as {child}'s mother. Is it her?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "father": _("{name} wants to join as {child}'s father. Is it him?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. She or he.
    "parent": _("{name} wants to join as {child}'s parent. Is it really them?"),
}
