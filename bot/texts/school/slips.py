"""🖨 The slips of a class as its teacher sees them: which are made, the file, and who has come by one."""

from datetime import date

from bot.db import installation
from bot.domain import emoji
from bot.domain.circle.circles import Role
from bot.domain.countries import HOMES, zones
from bot.domain.local_time import local
from bot.domain.school import slips as about_
from bot.domain.school.rosters import Pupil
from bot.pictures.printed import Slip, Slips
from bot.pictures.signs import lacking
from bot.queries.school import rosters, schools
from bot.queries.school import slips as rows
from bot.texts.buttons import do, do_not, more
from bot.texts.message import Media, Message, button, column, grid, headed
from bot.texts.reader import Reader
from bot.texts.school import paper_words
from bot.texts.school.pupils import PAGE, next_page
from bot.texts.school.rosters import in_order, roster_button
from bot.texts.school.schools import class_name

_TOLD = 5  # names with a sign that cannot be printed


def school_place_asked(reader: Reader, about: about_.SchoolPlaceAsked) -> Message:
    """Asked once for a school, and only where no family has said so."""
    if about.country:
        cities = [
            button(reader.city(zone), "slips_at", about.class_id, about.country, place)
            for place, zone in enumerate(zones(about.country))
        ]
        # L10N: asked only where a country has several time zones.
        return Message(reader.say("Which clock is the nearest?"), grid(cities, 2))
    countries = [button(reader.country(code), "slips_in", about.class_id, code) for code in HOMES]
    # L10N: to a teacher, before papers for the families are made for the first time: the country of the school.
    return Message(reader.say("Where is the school? The children's homes go by its clock."), grid(countries, 2))


def slips_asked(reader: Reader, about: about_.SlipsAsked) -> Message:
    """What is handed out stays good, unless the teacher wants it otherwise."""
    pupils = rosters.of_class(reader.tx, about.class_id)
    given = rows.given(reader.tx, about.class_id)
    rest = [each for each in pupils if each.id not in given and each.child_id is None]
    # L10N: to a teacher who wants to print papers for the families; {count} children of the class have one already.
    text = reader.say_n(
        "{count} child has a slip or is here already.",
        "{count} children have a slip or are here already.",
        len(pupils) - len(rest),
    )
    # L10N: to a teacher, below that: what printing all of them again means.
    text += "\n" + reader.say("A new slip ends the old one of the same child.")
    buttons = []
    if rest:
        # L10N: a button of a teacher: print the papers of those who have none; {count} children.
        label = reader.label("The other {count}", count=len(rest))
        buttons.append(button(f"{emoji.PRINT} {label}", "slips_make", about.class_id, "rest"))
    # L10N: a button of a teacher: print the paper of one child once more.
    buttons.append(button(f"{emoji.PUPIL} " + reader.label("One child"), "slips_one", about.class_id, 0))
    # L10N: a button of a teacher: print the papers of all children once more.
    buttons.append(button(f"{emoji.ANOTHER} " + reader.label("All again"), "slips_make", about.class_id, "all"))
    return Message(f"{emoji.PRINT} {text}", column(*buttons))


def slip_one_asked(reader: Reader, about: about_.SlipOneAsked) -> Message:
    """One tap makes it."""
    pupils = in_order(reader, about.class_id)
    shown = pupils[about.page * PAGE : (about.page + 1) * PAGE]
    buttons = [button(_written(each), "slip_make", each.id) for each in shown]
    following = next_page(about.page, len(pupils))
    further = [] if following is None else [more(reader, "slips_one", about.class_id, following)]
    # L10N: to a teacher, above the names of the class's list: whose paper is printed once more? The old one ends.
    text = reader.say("Whose slip shall I print again? The old one stops working.")
    return Message(text, (*grid(buttons, 2), *column(*further)))


def slips_enough(reader: Reader, about: about_.SlipsEnough) -> Message:
    """Tomorrow again."""
    # L10N: to a teacher who has had papers made for the families very often today.
    return Message(reader.say("That is enough slips for today. Tomorrow there can be more."))


def slips_made(reader: Reader, about: about_.SlipsMade) -> Message | None:
    """A file of A4 pages; what cannot be printed is named."""
    room = schools.class_room_of(reader.tx, about.class_id)
    school = schools.get(reader.tx, room.school_id) if room else None
    if room is None or school is None:
        return None
    codes = {pupil: about.tokens[place * 2 : place * 2 + 2] for place, pupil in enumerate(about.pupils)}
    pupils = [each for each in in_order(reader, room.id) if each.id in codes]
    if not pupils:
        return None
    slips = tuple(_slip(reader, each, *codes[each.id]) for each in pupils)
    drawing = _paper(reader, school, f"{room.name} · {school.name}", slips)
    # L10N: to a teacher, below a file to be printed and cut apart; {count} papers, one for each child.
    text = reader.say_n(
        "{count} slip to print. The left code is for home. The right one is for the parent far away.",
        "{count} slips to print. The left code is for home. The right one is for the parent far away.",
        len(slips),
    )
    # L10N: to a teacher, below that: {day} is when the codes end; who opens one is in the class at once.
    text += "\n" + reader.say("They work until {day}. You confirm nothing.", day=reader.day(_last_day(reader)))
    odd = [each.line.name for each in pupils if lacking(each.line.name)]
    if odd:
        # L10N: to a teacher, below a file to be printed: {names} hold signs that cannot be printed, and have an empty
        # box instead.
        text += "\n" + reader.say("Write by hand where a box is empty: {names}.", names=reader.enumerated(odd[:_TOLD]))
    # L10N: to a teacher, in place of papers to be printed that could not be drawn; a button below makes them again.
    later = reader.say("I could not draw the slips just now. Please tap again a little later.")
    # L10N: a button of a teacher: papers to print, one for each child, with codes for the family.
    again = button(f"{emoji.PRINT} " + reader.label("Slips to print"), "slips", about.class_id)
    undrawn = Message(f"{emoji.PRINT} {later}", ((again,),), foot=False)
    file = Media("document", name="slips.pdf", drawing=drawing, undrawn=undrawn)
    return Message(f"{emoji.PRINT} {text}", media=file, foot=False)


def _last_day(reader: Reader) -> date:
    return local(reader.tx.now + about_.LIFETIME, reader.person.zone).date()


def _written(found: Pupil) -> str:
    return found.line.name if found.line.number is None else f"{found.line.number}. {found.line.name}"


def _slip(reader: Reader, found: Pupil, home: str, far: str) -> Slip:
    return Slip(_written(found), installation.link(reader.tx, home), installation.link(reader.tx, far))


def _paper(reader: Reader, school: schools.School, title: str, slips: tuple[Slip, ...]) -> Slips:
    each = paper_words.readers(reader, school)
    # L10N: on a paper from the school, above a code: it is for who looks after the child. Very short.
    home = tuple(one.label("For the person at home") for one in each)
    # L10N: on a paper from the school, above a code: it is for the parent who works far away. Very short.
    far = tuple(one.label("For the parent far away") for one in each)
    # L10N: on a paper from the school, beside a drawing: tap who you are to the child. Very short.
    who = tuple(one.label("Tap who you are") for one in each)
    foot = " · ".join([paper_words.our_name(reader), *(_once(one) for one in each)])
    return Slips(title, slips, home, far, paper_words.steps(each, who), tuple(_aloud(one) for one in each), foot)


def _aloud(reader: Reader) -> str:
    # L10N: on a paper from the school: a neighbour reads it out to somebody who reads little. As one speaks.
    text = reader.label(
        "Please read this out:\nThis is from school. It costs nothing.\nThe left code is yours. You hear from school.\n"
        "One tap tells the parent far away how the child is.\nThe right code is for that parent. Send a photo of it.\n"
        "Nobody asks you for money, codes or passwords."
    )
    return " ".join(text.splitlines())


def _once(reader: Reader) -> str:
    # L10N: the last line of a paper from the school; {day} is when its codes end. Very short.
    return reader.label("Each code works once, until {day}", day=reader.day(_last_day(reader)))


def slip_opened(reader: Reader, about: about_.SlipOpened) -> Message | None:
    """Who has come by it: the pupil as the school writes them, and the role."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    # L10N: the first line of what a teacher reads of a class; {room} is the class.
    room = reader.label("Class {room}", room=class_name(reader, found.class_id))
    if about.role == Role.PARENT:
        # L10N: to a teacher: the parent of {child} has opened the school's paper. There is nothing to do.
        text = reader.say("{child}: the parent far away is here now.", child=found.line.name)
    else:
        # L10N: to a teacher: who looks after {child} has opened the school's paper. There is nothing to do.
        text = reader.say("{child}: somebody at home is here now.", child=found.line.name)
    # L10N: a button of a teacher: somebody else than this child's family has opened the paper.
    wrong = button(f"{emoji.PUT_OUT} " + reader.label("Not this family"), "slip_wrong", found.id)
    return Message(headed(emoji.PRINT, room, text), ((wrong,),))


def slip_wrong_asked(reader: Reader, about: about_.SlipWrongAsked) -> Message | None:
    """Before it is done."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    # L10N: to a teacher who has tapped “Not this family”: the paper of {child} was in another family's hands.
    text = reader.say(
        "Take the family that opened {child}'s slip out of the class? They are told.", child=found.line.name
    )
    return Message(text, ((do(reader, "slip_wrong_yes", found.id), do_not(reader, "slip_wrong_no", found.id)),))


def slip_wrong(reader: Reader, about: about_.SlipWrong) -> Message | None:
    """And the way on."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    # L10N: to a teacher, after that: {child} is a pupil of whom nobody of the family is here yet.
    text = reader.say("They are out of the class. {child} needs a new slip.", child=found.line.name)
    # L10N: a button of a teacher: print this child's paper anew.
    again = button(f"{emoji.PRINT} " + reader.label("New slip"), "slip_make", found.id)
    return Message(text, column(again, roster_button(reader, found.class_id)))
