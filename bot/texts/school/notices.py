"""A notice as a family sees it: what it means far away, what is to do at home, and who does it."""

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.school import notices as about_
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notice_cards import NoticeToldAnew, parts, reminder_of
from bot.domain.school.notices import OF_ITS_TEXT, Level
from bot.texts.buttons import undo
from bot.texts.message import Button, Media, Message, button
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.far_away import to_talk_about
from bot.texts.school.instructions import only_to_do
from bot.texts.school.notice_choices import answered, answers, until
from bot.texts.school.notice_places import Place, heading, place_of
from bot.texts.school.notice_withdrawing import gone, picture_withdrawn, withdrawn
from bot.texts.school.talk_threads import teacher_row


def notice_sent(reader: Reader, about: about_.NoticeSent) -> Message | None:
    """The card: the notice, what it means for this adult, what the household has done."""
    place = place_of(reader, about.notice_id)
    if place is None:
        return _left(reader, about.notice_id)
    return withdrawn(reader, place) if place.is_withdrawn else card(reader, place)


def _left(reader: Reader, notice_id: int) -> Message | None:
    """For a family that has left the class since, where it had read it: the words stay, and nothing is to do."""
    place = place_of(reader, notice_id, left=True)
    if place is None:
        return None
    children = reader.listed(each.child.name for each in place.circles)
    # L10N: below a school notice: {child} has left the class since, or is in another one. No blame, no reason.
    line = reader.say("{child} is not in this class any more. There is nothing to do.", child=children)
    text, media = "\n".join([heading(reader, place), quoted(place.notice.card_text)]).strip(), place.notice.card_media
    shown = Media(media["kind"], media["file_id"]) if media else None
    return Message(f"{text}\n\n{line}", media=shown, in_place=True)


def notice_told_anew(reader: Reader, about: NoticeToldAnew) -> Message | None:
    """The older message asks nothing any more."""
    place = place_of(reader, about.notice_id, left=True)
    if place is None:
        return None
    # L10N: in place of an older reminder or correction of a school notice; a newer one below says more.
    return Message(f"{heading(reader, place)}\n" + reader.say("There is something new below."), in_place=True)


def card(reader: Reader, place: Place) -> Message:
    """As it stands there now."""
    return _card(reader, place, _lines(reader, place))


def notice_reminded(reader: Reader, about: about_.NoticeReminded) -> Message | None:
    """Only where nobody of the household has confirmed in the meantime."""
    place = place_of(reader, about.notice_id)
    if place is None or place.is_withdrawn or place.is_done or place.notice.is_over(reader.tx.now):
        return None
    # L10N: below a school notice, in the reminder to a household that has not confirmed it. No blame.
    line = reader.say("This one is still open. One tap is enough.")
    return _card(reader, place, [line, *_lines(reader, place)])


def reminder_settled(reader: Reader, about: about_.ReminderSettled) -> Message | None:
    """A reminder that waits is dropped; one that was seen shows what was done."""
    if cards.message_of(reader.tx, reader.person.id, reminder_of(about.notice_id)) is None:
        return None
    return notice_sent(reader, about_.NoticeSent(about.notice_id))


def notice_corrected(reader: Reader, about: about_.NoticeCorrected) -> Message | None:
    """The new words, as a message of its own."""
    place = place_of(reader, about.notice_id)
    if place is None:
        return _left(reader, about.notice_id) if about.settles else None
    if place.is_withdrawn:
        return gone(reader, place)
    # L10N: the teacher has corrected a notice that was confirmed already; the new words follow.
    changed = reader.say("This notice has changed. It now says:")
    text = f"{heading(reader, place)}\n{changed}\n{quoted(place.notice.card_text)}"
    if place.notice.level not in OF_ITS_TEXT:
        return None if about.settles else Message(text)
    lines = "\n".join(_lines(reader, place))
    return Message(f"{text}\n\n{lines}".strip(), _buttons(reader, place), in_place=about.settles)


def notice_part(reader: Reader, about: about_.NoticePart) -> Message | None:
    """A picture, or the beginning of a long text."""
    place = place_of(reader, about.notice_id)
    return part(reader, place, about) if place else None


def part(reader: Reader, place: Place, about: about_.NoticePart) -> Message | None:
    """The same, for whoever stands there."""
    header = heading(reader, place)
    if about.what == "text":
        above = [] if place.is_withdrawn else parts(place.notice.text)[:-1]
        if about.place >= len(above):  # it was longer before
            return Message(header, foot=False, in_place=True)
        return Message(f"{header}\n{quoted(above[about.place])}", foot=False)
    if place.is_withdrawn:
        return picture_withdrawn(reader, about)
    media = place.notice.media[about.place]
    if media.get("refused"):
        return None  # Telegram does not take it, and the teacher knows
    return Message(header, media=Media(media["kind"], media["file_id"]), foot=False)


def notice_album(reader: Reader, about: NoticeAlbum) -> Message | None:
    """Pictures that stand together, as their teacher sent them."""
    place = place_of(reader, about.notice_id)
    return album(reader, place, about) if place else None


def album(reader: Reader, place: Place, about: NoticeAlbum) -> Message | None:
    """The same, for whoever stands there."""
    if place.is_withdrawn:
        return picture_withdrawn(reader, about)
    found = place.notice.media[about.place : about.place + about.count]
    kept = tuple(Media(each["kind"], each["file_id"]) for each in found if not each.get("refused"))
    if len(kept) < 2:
        return Message(heading(reader, place), media=kept[0], foot=False) if kept else None
    return Message(heading(reader, place), album=kept, foot=False)


def _card(reader: Reader, place: Place, lines: list[str]) -> Message:
    text = "\n".join([heading(reader, place), quoted(place.notice.card_text)]).strip()
    media = place.notice.card_media
    return Message(
        "\n\n".join([text, "\n".join(lines)]).strip(),
        _buttons(reader, place),
        media=Media(media["kind"], media["file_id"]) if media else None,
    )


def _lines(reader: Reader, place: Place) -> list[str]:
    lines = [_asked_anew(reader, place), _state(reader, place), until(reader, place)]
    if place.notice.level == Level.SIGN and place.confirmed_by is None:
        # L10N: below a school notice that wants a signature; ✍️ is the button below it.
        lines.append(reader.say("✍️ means: I have read this and agree. The teacher sees who signs, and when."))
    if not place.at_home(reader.person.id):
        lines.append(for_far_parents(reader, place))
    return [each for each in lines if each]


def for_far_parents(reader: Reader, place: Place) -> str:
    """What it means for them; nothing where a child could not be asked about it."""
    if not _tells_something(place):
        return ""
    return to_talk_about(reader, reader.listed(each.child.name for each in place.circles), place.notice.id)


def _asked_anew(reader: Reader, place: Place) -> str:
    if not place.asks_anew or place.notice.is_over(reader.tx.now):
        return ""
    if place.notice.level == Level.SIGN:
        # L10N: below a school notice that was signed before its text was corrected; its buttons are below.
        return reader.say("The text has changed. Please sign this one, too.")
    # L10N: below a school notice with a question that was answered before its text was corrected.
    return reader.say("The text has changed. Please answer once more.")


def _tells_something(place: Place) -> bool:
    """Whether a child could be asked about it: not about a signature, a file, or what somebody does already."""
    notice = place.notice
    asks = notice.urgent or notice.level in {Level.ANSWER, Level.SIGN} or place.claimed_by is not None
    return not (asks or any(each["kind"] == "document" for each in notice.media) or only_to_do(notice.text))


def _state(reader: Reader, place: Place) -> str:
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
    says = {Level.ANSWER: answered, Level.SIGN: _signed}.get(place.notice.level, _seen)
    return says(reader, place, who)


def _seen(reader: Reader, place: Place, who: str) -> str:
    # L10N: below a school notice; this reader has pressed 🙏.
    mine = reader.say("You have seen it.")
    # L10N: below a school notice; {who} is an adult of the family.
    return f"{emoji.SEEN} " + (reader.say("{who} has seen it.", who=who) if who else mine)


def _signed(reader: Reader, place: Place, who: str) -> str:
    if place.households[0].answer == "no":
        # L10N: below a school notice that wants a signature; this reader has pressed “I disagree”.
        mine = reader.say("You do not agree.")
        # L10N: below a school notice that wants a signature; {who} is an adult of the family.
        return f"{emoji.NO} " + (reader.say("{who} does not agree.", who=who) if who else mine)
    # L10N: below a school notice that wants a signature; this reader has signed.
    mine = reader.say("You have agreed.")
    # L10N: below a school notice that wants a signature; {who} is an adult of the family.
    return f"{emoji.TO_SIGN} " + (reader.say("{who} has read it and agreed.", who=who) if who else mine)


def _buttons(reader: Reader, place: Place) -> tuple[tuple[Button, ...], ...]:
    """What is still to do: a parent's 🙏 from far away leaves the errand open for those at home."""
    number = place.notice.id
    rows: list[tuple[Button, ...]] = []
    if place.notice.level == Level.ANSWER:
        rows.extend(answers(reader, place.notice))
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
    return (*rows, *([tuple(row)] if row else []), *teacher_row(reader, place.circles, number))


def _signing(reader: Reader, place: Place) -> tuple[Button, ...]:
    """Both, until somebody has signed this text; then what would change it."""
    args = "notice_answer", place.notice.id, place.notice.revision
    # L10N: a button below a school notice that wants a signature.
    agree = button(f"{emoji.TO_SIGN} " + reader.label("I agree"), *args, "yes")
    # L10N: a button below a school notice that wants a signature.
    not_agree = button(f"{emoji.NO} " + reader.label("I disagree"), *args, "no")
    if place.confirmed_by is None:
        return agree, not_agree
    return (agree if place.households[0].answer == "no" else not_agree,)
