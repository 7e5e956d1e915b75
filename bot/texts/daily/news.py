"""Six ways to say each face, so that news is never the same twice running; none says more than the tap has said."""

from collections.abc import Callable, Mapping

from bot.domain.daily.check_ins import CheckInAnswered
from bot.texts.reader import Reader

Ways = Callable[..., tuple[str, ...]]


def said(reader: Reader, about: CheckInAnswered, child: str, guardian: str) -> str:
    """What the guardian has said with a face, in the way that was chosen when it came."""
    if about.also and about.face in SEVERAL:
        return SEVERAL[about.face](reader, children=child, guardian=guardian)[about.way]
    return ONE[about.face](reader, child=child, guardian=guardian)[about.way]


def _great(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        reader.say("{child} had a very good day, says {guardian}.", **names),
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} says: {child} had a very good day.", **names),
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        reader.say("A very good day for {child}, says {guardian}.", **names),
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} tells you of a very good day for {child}.", **names),
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        reader.say("It was a very good day for {child}, says {guardian}.", **names),
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} chose the best face for {child}.", **names),
    )


def _well(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: good news to a parent. {guardian} is who says it, such as Grandma.
        reader.say("{child} is well, says {guardian}.", **names),
        # L10N: good news to a parent. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} says: {child} is well.", **names),
        # L10N: good news to a parent. {guardian} is who says it, such as Grandma.
        reader.say("All is well with {child}, says {guardian}.", **names),
        # L10N: good news to a parent. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} lets you know that {child} is well.", **names),
        # L10N: good news to a parent. {guardian} is who says it, such as Grandma.
        reader.say("{child} is doing well, says {guardian}.", **names),
        # L10N: good news to a parent. {guardian} is who says it, such as Grandma.
        reader.say("Good news from {guardian}: {child} is well.", **names),
    )


def _hard(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: to a parent, the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} noticed a harder day for {child}. Your voice before bed may help.", **names),
        # L10N: to a parent, the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} noticed a harder day for {child}. A few words from you may help.", **names),
        # L10N: to a parent, the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("A harder day for {child}, says {guardian}. A short call may help.", **names),
        # L10N: to a parent, the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} says it was a harder day for {child}. A voice letter from you may help.", **names),
        # L10N: to a parent, the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("It was a harder day for {child}, says {guardian}. Hearing from you may help.", **names),
        # L10N: to a parent, the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} noticed a harder day for {child}. You can say good night in your own voice.", **names),
    )


def _sad(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: to a parent, the last of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} noticed a hard day for {child}. A quiet call may help.", **names),
        # L10N: to a parent, the last of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} noticed a hard day for {child}. Your voice may help.", **names),
        # L10N: to a parent, the last of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("A hard day for {child}, says {guardian}. You can call and just listen.", **names),
        # L10N: to a parent, the last of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("{guardian} says it was a hard day for {child}. A call without hurry may help.", **names),
        # L10N: to a parent, the last of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say("It was a hard day for {child}, says {guardian}. Hearing from you may help.", **names),
        # L10N: to a parent, the last of four faces; what was noticed and what the parent can do, no blame, no worry.
        reader.say(
            "{guardian} noticed a hard day for {child}. You can ask {guardian} first, then call {child}.", **names
        ),
    )


def _usual(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: good news to a parent where health notes are off. {guardian} is who says it, such as Grandma.
        reader.say("All as usual with {child}, says {guardian}.", **names),
        # L10N: good news to a parent where health notes are off. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} says: all as usual with {child}.", **names),
        # L10N: good news to a parent where health notes are off. {guardian} is who says it, such as Grandma.
        reader.say("{guardian} lets you know: all as usual with {child}.", **names),
        # L10N: good news to a parent where health notes are off. {guardian} is who says it, such as Grandma.
        reader.say("With {child} all is as usual, says {guardian}.", **names),
        # L10N: good news to a parent where health notes are off. {guardian} is who says it, such as Grandma.
        reader.say("A day as usual for {child}, says {guardian}.", **names),
        # L10N: good news to a parent where health notes are off. {guardian} is who says it, such as Grandma.
        reader.say("From {guardian}: all as usual with {child}.", **names),
    )


def _call(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: to a parent where health notes are off; {guardian} asks for a call.
        reader.say("{guardian} asks you to call home.", **names),
        # L10N: to a parent where health notes are off; {guardian} asks for a call.
        reader.say("Please call home, says {guardian}.", **names),
        # L10N: to a parent where health notes are off; {guardian} asks for a call.
        reader.say("{guardian} would like you to call home.", **names),
        # L10N: to a parent where health notes are off; {guardian} asks for a call.
        reader.say("{guardian} asks for a call from you.", **names),
        # L10N: to a parent where health notes are off; {guardian} asks for a call.
        reader.say("Please call: {guardian} asks for it.", **names),
        # L10N: to a parent where health notes are off; {guardian} asks for a call.
        reader.say("A call home, please, says {guardian}.", **names),
    )


def _great_of_several(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: good news to a parent, the best of four faces, of several children; {children} is a list of names.
        reader.say("{children} had a very good day, says {guardian}.", **names),
        # L10N: good news to a parent, the best of four faces, of several children; {children} is a list of names.
        reader.say("{guardian} says: {children} had a very good day.", **names),
        # L10N: good news to a parent, the best of four faces, of several children; {children} is a list of names.
        reader.say("A very good day for {children}, says {guardian}.", **names),
        # L10N: good news to a parent, the best of four faces, of several children; {children} is a list of names.
        reader.say("{guardian} tells you of a very good day for {children}.", **names),
        # L10N: good news to a parent, the best of four faces, of several children; {children} is a list of names.
        reader.say("It was a very good day for {children}, says {guardian}.", **names),
        # L10N: good news to a parent, the best of four faces, of several children; {children} is a list of names.
        reader.say("{guardian} chose the best face for {children}.", **names),
    )


def _well_of_several(reader: Reader, **names: str) -> tuple[str, ...]:
    return (
        # L10N: good news to a parent, of several children; {children} is a list of names.
        reader.say("{children} are well, says {guardian}.", **names),
        # L10N: good news to a parent, of several children; {children} is a list of names.
        reader.say("{guardian} says: {children} are well.", **names),
        # L10N: good news to a parent, of several children; {children} is a list of names.
        reader.say("All is well with {children}, says {guardian}.", **names),
        # L10N: good news to a parent, of several children; {children} is a list of names.
        reader.say("{guardian} lets you know that {children} are well.", **names),
        # L10N: good news to a parent, of several children; {children} is a list of names.
        reader.say("{children} are doing well, says {guardian}.", **names),
        # L10N: good news to a parent, of several children; {children} is a list of names.
        reader.say("Good news from {guardian}: {children} are well.", **names),
    )


ONE: Mapping[str, Ways] = {
    "great": _great,
    "well": _well,
    "hard": _hard,
    "sad": _sad,
    "usual": _usual,
    "call": _call,
}
SEVERAL: Mapping[str, Ways] = {"great": _great_of_several, "well": _well_of_several}
