"""A notice as a family sees it: what it means far away, what is to do at home, and who does it."""

from dataclasses import dataclass

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.school import notices as about_
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notices import OF_ITS_TEXT, Household, Level, Notice, home_of
from bot.queries.circle import circles
from bot.queries.school import enrolments, notices, schools
from bot.texts.buttons import to_school, undo
from bot.texts.message import Button, Media, Message, button
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.instructions import only_to_do
from bot.texts.school.schools import school_of


@dataclass(frozen=True, slots=True)
class _Place:
    """Where this reader stands towards a notice: the circles it reached them by, and their households."""

    notice: Notice
    circles: tuple[Circle, ...]
    households: tuple[Household, ...]
    confirmed: bool  # by this reader

    @property
    def names(self) -> str:
        """The children's call names."""
        return ", ".join(each.child.name for each in self.circles)

    @property
    def claimed_by(self) -> int | None:
        """Who does it."""
        return next((each.claimed_by for each in self.households if each.claimed_by), None)

    @property
    def confirmed_by(self) -> int | None:
        """Who has confirmed this text, when every household of this reader has."""
        by = [each.confirmed_by if each.stands(self.notice) else None for each in self.households]
        return by[0] if all(by) else None

    @property
    def asks_anew(self) -> bool:
        """Whether something was signed or answered here, and the text has changed since."""
        return any(each.confirmed_by and not each.stands(self.notice) for each in self.households)

    @property
    def is_done(self) -> bool:
        """Whether no household of this reader has anything left to do."""
        homes = {circle.child.id: home_of(circle) for circle in self.circles}
        return all(each.is_done(self.notice, homes[each.child_id]) for each in self.households)

    def may_take(self, person: int) -> bool:
        """Whether an adult can bring or do what is asked for."""
        return self.notice.errand and any(person in home_of(circle) for circle in self.circles)

    def at_home(self, person: int | None) -> bool:
        """Whether an adult lives with one of the children."""
        return any(each.person_id == person for circle in self.circles for each in circle.household)


def notice_sent(reader: Reader, about: about_.NoticeSent) -> Message | None:
    """The card: the notice, what it means for this adult, what the household has done."""
    place = _place(reader, about.notice_id)
    return _card(reader, place, _lines(reader, place)) if place else None


def notice_reminded(reader: Reader, about: about_.NoticeReminded) -> Message | None:
    """Only where nobody of the household has confirmed in the meantime."""
    place = _place(reader, about.notice_id)
    if place is None or place.is_done:
        return None
    # L10N: below a school notice, in the reminder to a household that has not confirmed it. No blame.
    line = reader.say("This one is still open. One tap is enough.")
    return _card(reader, place, [line, *_lines(reader, place)])


def reminder_settled(reader: Reader, about: about_.ReminderSettled) -> Message | None:
    """A reminder that waits is dropped; one that was seen shows what was done."""
    if cards.message_of(reader.tx, reader.person.id, about_.reminder_of(about.notice_id)) is None:
        return None
    return notice_sent(reader, about_.NoticeSent(about.notice_id))


def notice_corrected(reader: Reader, about: about_.NoticeCorrected) -> Message | None:
    """The new words, as a message of its own."""
    place = _place(reader, about.notice_id)
    if place is None:
        return None
    # L10N: the teacher has corrected a notice that was confirmed already; the new words follow.
    changed = reader.say("This notice has changed. It now says:")
    text = f"{_header(reader, place)}\n{changed}\n{quoted(place.notice.card_text)}"
    if place.notice.level not in OF_ITS_TEXT:
        return None if about.settles else Message(text)
    lines = "\n".join(_lines(reader, place))
    return Message(f"{text}\n\n{lines}".strip(), _buttons(reader, place), in_place=about.settles)


def notice_part(reader: Reader, about: about_.NoticePart) -> Message | None:
    """A picture, or the beginning of a long text."""
    place = _place(reader, about.notice_id)
    if place is None:
        return None
    header = _header(reader, place)
    if about.what == "text":
        pieces = about_.parts(place.notice.text)
        return Message(f"{header}\n{quoted(pieces[about.place])}", foot=False) if about.place < len(pieces) else None
    media = place.notice.media[about.place]
    if media.get("refused"):
        return None  # Telegram does not take it, and the teacher knows
    return Message(header, media=Media(media["kind"], media["file_id"]), foot=False)


def notice_album(reader: Reader, about: NoticeAlbum) -> Message | None:
    """Pictures that stand together, as their teacher sent them."""
    place = _place(reader, about.notice_id)
    if place is None:
        return None
    found = place.notice.media[about.place : about.place + about.count]
    kept = tuple(Media(each["kind"], each["file_id"]) for each in found if not each.get("refused"))
    if len(kept) < 2:
        return Message(_header(reader, place), media=kept[0], foot=False) if kept else None
    return Message(_header(reader, place), album=kept, foot=False)


def _place(reader: Reader, notice_id: int) -> _Place | None:
    """None for who has left the circle since, and for a family that has taken its child out of the class."""
    notice = notices.get(reader.tx, notice_id)
    pupils = notices.pupils(reader.tx, notice.id) if notice else set()
    mine = {
        child: confirmed
        for child, person, confirmed in notices.readers(reader.tx, notice_id)
        if person == reader.person.id and child in pupils
    }
    here = [
        reader.circle(child)
        for child in mine
        if circles.membership(reader.tx, child, reader.person.id, Action.CONFIRM_NOTICE)
    ]
    if notice is None or not here:
        return None
    ids = {circle.child.id for circle in here}
    households = tuple(each for each in notices.households(reader.tx, notice_id) if each.child_id in ids)
    return _Place(notice, tuple(here), households, all(mine[each] for each in ids))


def _header(reader: Reader, place: _Place) -> str:
    """The class of their own child, also where the notice went to several."""
    notice, children = place.notice, {each.child_id for each in place.households}
    theirs = [
        each for each in notices.classes(reader.tx, notice.id) if children & {*enrolments.children(reader.tx, each)}
    ]
    room = schools.class_room_of(reader.tx, (theirs or [notice.class_id])[0])
    if room is None:
        raise LookupError("no such class")
    # Who has erased themselves leaves no name, and nobody else is given their words.
    name = schools.called(reader.tx, room.school_id, notice.author_id) if notice.author_id else ""
    teacher = reader.teacher(name, placed=True) if name else school_of(reader, room.id)
    # L10N: the first line of a school notice, all that a lock screen shows: the class, and the teacher's name.
    return f"{emoji.NOTICE} " + reader.say("Class {room}, {teacher}", room=room.name, teacher=teacher)


def _card(reader: Reader, place: _Place, lines: list[str]) -> Message:
    text = "\n".join([_header(reader, place), quoted(place.notice.card_text)]).strip()
    media = place.notice.card_media
    return Message(
        "\n\n".join([text, "\n".join(lines)]).strip(),
        _buttons(reader, place),
        media=Media(media["kind"], media["file_id"]) if media else None,
    )


def _lines(reader: Reader, place: _Place) -> list[str]:
    lines = [_asked_anew(reader, place), _state(reader, place)]
    if place.notice.level == Level.SIGN and place.confirmed_by is None:
        # L10N: below a school notice that wants a signature; ✍️ is the button below it.
        lines.append(reader.say("✍️ means: I have read this and agree. The teacher sees who signs, and when."))
    if not place.at_home(reader.person.id) and _tells_something(place):
        # L10N: what a school notice means for a parent far away; {child} is one name or several.
        lines.append(reader.say("You can ask {child} about it on your next call.", child=place.names))
    return [each for each in lines if each]


def _asked_anew(reader: Reader, place: _Place) -> str:
    if not place.asks_anew:
        return ""
    if place.notice.level == Level.SIGN:
        # L10N: below a school notice that was signed before its text was corrected; its buttons are below.
        return reader.say("The text has changed. Please sign this one, too.")
    # L10N: below a school notice with a question that was answered before its text was corrected.
    return reader.say("The text has changed. Please answer once more.")


def _tells_something(place: _Place) -> bool:
    """Whether a child could be asked about it: not about a signature, a file, or what somebody does already."""
    notice = place.notice
    asks = notice.urgent or notice.level in {Level.ANSWER, Level.SIGN} or place.claimed_by is not None
    return not (asks or any(each["kind"] == "document" for each in notice.media) or only_to_do(notice.text))


def _state(reader: Reader, place: _Place) -> str:
    """What the household has done, in one sentence; nothing while it has not."""
    circle = place.circles[0]
    if place.claimed_by == reader.person.id:
        # L10N: below a school notice: this reader has pressed 🙋 “I do it”.
        return f"{emoji.MINE} " + reader.say("You do it.")
    if place.claimed_by is not None:
        # L10N: below a school notice: somebody of the family has pressed 🙋 “I do it”.
        return f"{emoji.MINE} " + reader.say("{who} does it.", who=reader.named(circle, place.claimed_by))
    if place.confirmed_by is None:
        return ""
    mine = place.confirmed_by == reader.person.id
    who = "" if mine else reader.named(circle, place.confirmed_by)
    says = {Level.ANSWER: _answered, Level.SIGN: _signed}.get(place.notice.level, _seen)
    return says(reader, place, who)


def _seen(reader: Reader, place: _Place, who: str) -> str:
    # L10N: below a school notice; this reader has pressed 🙏.
    mine = reader.say("You have seen it.")
    # L10N: below a school notice; {who} is an adult of the family.
    return f"{emoji.SEEN} " + (reader.say("{who} has seen it.", who=who) if who else mine)


def _signed(reader: Reader, place: _Place, who: str) -> str:
    if place.households[0].answer == "no":
        # L10N: below a school notice that wants a signature; this reader has pressed “I disagree”.
        mine = reader.say("You do not agree.")
        # L10N: below a school notice that wants a signature; {who} is an adult of the family.
        return f"{emoji.NO} " + (reader.say("{who} does not agree.", who=who) if who else mine)
    # L10N: below a school notice that wants a signature; this reader has signed.
    mine = reader.say("You have agreed.")
    # L10N: below a school notice that wants a signature; {who} is an adult of the family.
    return f"{emoji.TO_SIGN} " + (reader.say("{who} has read it and agreed.", who=who) if who else mine)


def _answered(reader: Reader, place: _Place, who: str) -> str:
    if place.households[0].answer == "yes":
        # L10N: below a school notice with a question; this reader has answered.
        mine = reader.say("You have answered yes.")
        # L10N: below a school notice with a question; {who} is an adult of the family.
        return f"{emoji.YES} " + (reader.say("{who} has answered yes.", who=who) if who else mine)
    # L10N: below a school notice with a question; this reader has answered.
    mine = reader.say("You have answered no.")
    # L10N: below a school notice with a question; {who} is an adult of the family.
    return f"{emoji.NO} " + (reader.say("{who} has answered no.", who=who) if who else mine)


def _buttons(reader: Reader, place: _Place) -> tuple[tuple[Button, ...], ...]:
    """What is still to do: a parent's 🙏 from far away leaves the errand open for those at home."""
    number, version = place.notice.id, place.notice.revision
    rows: list[tuple[Button, ...]] = []
    if place.notice.level == Level.ANSWER:
        rows.append(to_school(reader, "notice_answer", number, version))
    elif place.notice.level == Level.SIGN:
        rows.append(_signing(reader, place))
    row: list[Button] = []
    settled = place.claimed_by is not None or place.at_home(place.confirmed_by)
    if place.notice.level == Level.TAP and not place.confirmed and not settled:
        # L10N: a button below a school notice.
        row.append(button(f"{emoji.SEEN} " + reader.label("Seen"), "notice_seen", number))
    if place.claimed_by is None and place.may_take(reader.person.id):
        # L10N: a button below a school notice: this adult does what the notice asks for.
        row.append(button(f"{emoji.MINE} " + reader.label("I do it"), "notice_mine", number))
    elif place.claimed_by == reader.person.id:
        row.append(undo(reader, "notice_unmine", number))
    return tuple([*rows, tuple(row)] if row else rows)


def _signing(reader: Reader, place: _Place) -> tuple[Button, ...]:
    """Both, until somebody has signed this text; then what would change it."""
    args = "notice_answer", place.notice.id, place.notice.revision
    # L10N: a button below a school notice that wants a signature.
    agree = button(f"{emoji.TO_SIGN} " + reader.label("I agree"), *args, "yes")
    # L10N: a button below a school notice that wants a signature.
    not_agree = button(f"{emoji.NO} " + reader.label("I disagree"), *args, "no")
    if place.confirmed_by is None:
        return agree, not_agree
    return (agree if place.households[0].answer == "no" else not_agree,)
