"""Who an adult is to the child: offered when joining, never derived."""

import gettext as gettext_module
from collections.abc import Iterable

from bot.domain.circle.circles import Member, Role
from bot.domain.names import could_be, shown_name


def _(text: str) -> str:
    """Marks a text for translation; it is translated when it is shown."""
    return text


def _c(context: str, text: str) -> tuple[str, str]:
    """Marks a text whose meaning depends on its context."""
    return context, text


# L10N: an adult's name and what they are to the child or in the circle: “Li (aunt)”.
_WITH_ROLE = _("{name} ({role})")

# The button that offers each, and the name by which the others then read of them. Where a language has two words for
# the same grandparent, by region, the family chooses; where both read alike, the button stands once.
OFFERED: dict[str, str | tuple[str, str]] = {
    # L10N: who the guardian is to the child; the mother's mother. A button, at most 18 signs.
    "grandmother_m": _("👵 Grandma (mum's)"),
    # L10N: the mother's mother in another word of the same language (外婆 beside 姥姥); the same where there is none.
    "waipo_m": _c("the other word", "👵 Grandma (mum's)"),
    # L10N: the father's mother.
    "grandmother_p": _("👵 Grandma (dad's)"),
    # L10N: the mother's father.
    "grandfather_m": _("👴 Grandpa (mum's)"),
    # L10N: the mother's father in another word of the same language (外公 beside 姥爷); the same where there is none.
    "waigong_m": _c("the other word", "👴 Grandpa (mum's)"),
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

# Who looks after a child is often a parent, while the other works far away.
_AT_HOME = ("mother", "father")

PARENTS = {
    # L10N: who the parent is to the child. A button.
    "mother": _("🧑 Mum"),
    # L10N: who the parent is to the child. A button.
    "father": _("🧑 Dad"),
    # L10N: a parent who is neither called mum nor dad, such as a stepparent. A button.
    "parent": _("🧑 Another parent"),
}

NEAR = {
    # L10N: who somebody near the child's home is, asked to look in when nothing comes from there. A button.
    "neighbour": _("🏘 A neighbour"),
    # L10N: who somebody near the child's home is: of the wider family, but not living with the child. A button.
    "relative": _("🏘 A relative"),
    # L10N: who somebody near the child's home is: the village's official for children (in China 儿童主任). A button.
    "director": _("🏘 Community worker"),
    # L10N: who somebody near the child's home is: a teacher, here as a private person. A button.
    "near_teacher": _("🏘 A teacher"),
    # L10N: who somebody near the child's home is: a friend, a shopkeeper, anybody else. A button.
    "near_other": _("🏘 Someone else"),
}

_CHOICES = {Role.PARENT: PARENTS, Role.NEAR: NEAR}

_NAMES = {
    # L10N: the mother's mother, as the child calls her; stands inside sentences such as “Lily is well, says Grandma.”
    "grandmother_m": _c("mother's side", "Grandma"),
    # L10N: the father's mother, as the child calls her; the same in English, in many languages another word.
    "grandmother_p": _c("father's side", "Grandma"),
    # L10N: the mother's mother in another word of the same language (外婆 beside 姥姥); the same where there is none.
    "waipo_m": _c("mother's side, the other word", "Grandma"),
    # L10N: the mother's father, as the child calls him.
    "grandfather_m": _c("mother's side", "Grandpa"),
    # L10N: the mother's father in another word of the same language (外公 beside 姥爷); the same where there is none.
    "waigong_m": _c("mother's side, the other word", "Grandpa"),
    # L10N: the father's father, as the child calls him; the same in English, in many languages another word.
    "grandfather_p": _c("father's side", "Grandpa"),
}

_OWN = {
    # L10N: what a child calls its mother; in what a parent may say aloud, such as “It's Mum, the same as every day.”
    "mother": _c("said by the child", "Mum"),
    # L10N: what a child calls its father.
    "father": _c("said by the child", "Dad"),
}


_SIDES = {
    # L10N: which of two grandparents with the same word: the mother's parent. “Grandma (mum's side)”.
    "m": _("mum's side"),
    # L10N: which of two grandparents with the same word: the father's parent. “Grandma (dad's side)”.
    "p": _("dad's side"),
}

# What somebody is in a circle, beside a name that they have typed themselves, or in its place.
_ROLES = {
    # L10N: what an adult is to the child, beside their name: “Li (aunt)”.
    "aunt": _("aunt"),
    # L10N: what an adult is to the child, beside their name: “Li (uncle)”.
    "uncle": _("uncle"),
    # L10N: what an adult is to the child, beside their name: “Ana (sister or brother)”.
    "sibling": _("sister or brother"),
    # L10N: what a parent is to the child, beside a name that could be somebody else's: “Grandma (mum)”.
    "mother": _("mum"),
    # L10N: what a parent is to the child, beside a name that could be somebody else's: “Grandma (dad)”.
    "father": _("dad"),
    # L10N: what somebody near the child's home is, beside their name: “Li (neighbour)”.
    "neighbour": _("neighbour"),
    # L10N: what somebody near the child's home is, beside their name: “Li (relative)”.
    "relative": _("relative"),
    # L10N: what somebody near the child's home is, beside their name: “Li (community worker)”.
    "director": _("community worker"),
    # L10N: what somebody near the child's home is, beside their name: “Li (teacher)”.
    "near_teacher": _("teacher"),
    # L10N: what somebody is in a child's circle, beside their name: “Li (near home)”; asked to look in at times.
    Role.NEAR: _("near home"),
    # L10N: what an adult is in the circle, beside their name: “Li (guardian)”; lives with the child.
    Role.GUARDIAN: _("guardian"),
    # L10N: what an adult is in the circle, beside their name: “Li (stand-in)”; steps in while the guardian is away.
    Role.STAND_IN: _("stand-in"),
    # L10N: what an adult is in the circle, beside a name that could be somebody else's: “Grandma (parent)”.
    Role.PARENT: _("parent"),
}


def shown(words: gettext_module.NullTranslations, who: Member, others: Iterable[Member] = ()) -> str:
    """How an adult is named before everybody else of the circle: never by a name alone that they typed themselves.

    A grandparent who looks after the child goes by the word that the circle has agreed to. Everybody else carries
    their role; only a parent goes by name, as long as nobody could take it for another's.
    """
    others = [each for each in others if each.person_id != who.person_id]
    word = _word(words, who)
    role = words.gettext(_ROLES[who.role if who.role == Role.STAND_IN or who.kin not in _ROLES else who.kin])
    name_ = word or shown_name(who.called)
    if not name_:
        return role[:1].upper() + role[1:]
    if who.role == Role.STAND_IN:
        return with_role(words, name_, role)
    if word:
        return with_role(words, word, _apart(words, who, [each for each in others if _word(words, each) == word]))
    if who.role == Role.PARENT and not could_be_known(words, name_, others):
        return name_
    return with_role(words, name_, role)


def in_full(words: gettext_module.NullTranslations, who: Member, others: Iterable[Member] = ()) -> str:
    """As `shown`, and of a parent, too, what they are: for a school, which knows nobody of the family."""
    name = shown(words, who, others)
    if who.role != Role.PARENT or name != shown_name(who.called):
        return name
    return with_role(words, name, words.gettext(_ROLES[who.kin if who.kin in _ROLES else who.role]))


def with_role(words: gettext_module.NullTranslations, name: str, role: str) -> str:
    """Li (aunt)"""
    return words.gettext(_WITH_ROLE).format(name=name, role=role) if role else name


def could_be_known(words: gettext_module.NullTranslations, name: str, members: Iterable[Member]) -> bool:
    """Whether `name` looks like that of one of these adults, or like a word for one."""
    return could_be(name, (_base(words, each) for each in members))


def _word(words: gettext_module.NullTranslations, who: Member) -> str:
    return words.pgettext(*_NAMES[who.kin]) if who.kin in _NAMES and who.role != Role.PARENT else ""


def _base(words: gettext_module.NullTranslations, who: Member) -> str:
    return _word(words, who) or shown_name(who.called)


def _apart(words: gettext_module.NullTranslations, who: Member, same: list[Member]) -> str:
    """What tells a guardian from others at home with the same word; a stand-in says so already."""
    same = [each for each in same if each.role == Role.GUARDIAN and each.is_active]
    if not same:
        return ""
    if any(_SIDES[each.kin[-1]] == _SIDES[who.kin[-1]] for each in same):
        return shown_name(who.called)
    return words.gettext(_SIDES[who.kin[-1]])


def own_name(words: gettext_module.NullTranslations, kin: str, called: str) -> str:
    """What the child calls the parent who reads; by their own name where nobody has said who they are."""
    return words.pgettext(*_OWN[kin]) if kin in _OWN else shown_name(called) or words.gettext(_ROLES[Role.PARENT])


def offered(words: gettext_module.NullTranslations, role: Role) -> dict[str, str]:
    """What the buttons offer to somebody who joins in `role`, each label once."""
    choices: dict[str, str | tuple[str, str]] = {**_CHOICES.get(role, OFFERED)}
    if role == Role.GUARDIAN:
        other = choices.pop("other")
        choices |= {**{each: PARENTS[each] for each in _AT_HOME}, "other": other}
    found: dict[str, str] = {}
    for code, text in choices.items():
        label = _in(words, text)
        if label not in found.values():
            found[code] = label
    return found


def parent_chosen(words: gettext_module.NullTranslations, kin: str) -> str:
    """What a parent has answered, as it stood on the button."""
    return words.gettext(PARENTS[kin])


def joiner(words: gettext_module.NullTranslations, kin: str) -> str:
    """How somebody who wants to join is described to who invited them."""
    return words.gettext(_JOINS_NEAR) if kin in NEAR else _in(words, JOINERS.get(kin, JOINERS["other"]))


def _in(words: gettext_module.NullTranslations, text: str | tuple[str, str]) -> str:
    return words.gettext(text) if isinstance(text, str) else words.pgettext(*text)


# L10N: to who invited somebody near {child}'s home, to be asked when home is silent for long; {name} is their name in
# Telegram. Yes or no.
_JOINS_NEAR = _("{name} wants to be somebody near {child}'s home. Is it really them?")

# How a joiner is described to who invited them: “wants to join as Lily's grandmother”.
JOINERS: dict[str, str | tuple[str, str]] = {
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandmother_m": _("{name} wants to join as {child}'s grandmother (mother's side). Is it her?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandmother_p": _("{name} wants to join as {child}'s grandmother (father's side). Is it her?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandfather_m": _("{name} wants to join as {child}'s grandfather (mother's side). Is it him?"),
    # L10N: to who invited, about a joiner; {name} is their name in Telegram, {child} the child. Yes or no.
    "grandfather_p": _("{name} wants to join as {child}'s grandfather (father's side). Is it him?"),
    # L10N: to who invited, about a joiner, in another word of the same language (外婆 beside 姥姥). Yes or no.
    "waipo_m": _c("the other word", "{name} wants to join as {child}'s grandmother (mother's side). Is it her?"),
    # L10N: to who invited, about a joiner, in another word of the same language (外公 beside 姥爷). Yes or no.
    "waigong_m": _c("the other word", "{name} wants to join as {child}'s grandfather (mother's side). Is it him?"),
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
