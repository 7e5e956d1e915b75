"""A notice that was taken back: what families read in its place, and what its teacher reads."""

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.school import notice_withdrawing as about_
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notice_cards import card_of, picture_of
from bot.domain.school.notices import Notice, NoticePart, NoticeState
from bot.queries.school import notices, schools
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Media, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.notice_places import Place, heading, place_of
from bot.texts.school.notice_writing import excerpt, rooms_of


def notice_cleared(reader: Reader, about: about_.NoticeCleared) -> Message | None:
    """In place of whatever stood there; nothing where nothing did."""
    place = place_of(reader, about.notice_id)
    if place is None or not place.is_withdrawn:
        return None
    if about.what == "text":
        return Message(heading(reader, place), foot=False, in_place=True)
    if about.what == "media":
        return picture_withdrawn(reader, about)
    return gone(reader, place) if about.what == "corrected" else withdrawn(reader, place)


def withdrawn(reader: Reader, place: Place) -> Message:
    """In place of the card, and nothing where there was none; its picture goes with it, as long as that can be."""
    media = place.notice.media[0] if place.notice.had_card_media else None
    if media and _is_young(reader, card_of(place.notice.id)):
        return Message(deletes=True)  # NoticeGone says what became of it
    shown = Media(media["kind"], media["file_id"]) if media else None
    return Message(_words(reader, place), media=shown, in_place=True)


def gone(reader: Reader, place: Place) -> Message:
    """In place of what was said of it besides."""
    return Message(_words(reader, place), in_place=True)


def notice_gone(reader: Reader, about: about_.NoticeGone) -> Message | None:
    """Only to who has had the card whose picture was deleted."""
    place = place_of(reader, about.notice_id)
    if place is None or not place.is_withdrawn or not _is_young(reader, card_of(about.notice_id)):
        return None
    return Message(_words(reader, place))


def picture_withdrawn(reader: Reader, about: NoticePart | NoticeAlbum | about_.NoticeCleared) -> Message | None:
    """Deleted, as long as that can be: nothing else takes a picture from a phone."""
    name, count = picture_of(about.notice_id, about.place), 1 if isinstance(about, NoticePart) else about.count
    others = [cards.message_of(reader.tx, reader.person.id, cards.further(name, each)) for each in range(1, count)]
    return Message(deletes=True, with_it=tuple(filter(None, others))) if _is_young(reader, name) else None


def _is_young(reader: Reader, card: str) -> bool:
    return about_.can_delete(cards.sent_at(reader.tx, reader.person.id, card), reader.tx.now)


def _words(reader: Reader, place: Place) -> str:
    author = place.notice.author_id
    room = schools.class_room_of(reader.tx, place.notice.class_id)
    called = schools.called(reader.tx, room.school_id, author) if room and author else ""
    if called:
        # L10N: to a family, in place of a school notice that its {teacher} has taken back. No reason, no blame.
        text = reader.say("{teacher} has taken this notice back. There is nothing to do.", teacher=called)
    else:
        # L10N: to a family, in place of a school notice that the school has taken back. No reason, no blame.
        text = reader.say("The school has taken this notice back. There is nothing to do.")
    return f"{heading(reader, place)}\n{emoji.UNDO} {text}"


def take_back(reader: Reader, notice: Notice) -> Button:
    """↩️"""
    # L10N: a button of a teacher below a notice that went out: families no longer read it. A question follows.
    return button(f"{emoji.UNDO} " + reader.label("Take it back"), "notice_back", notice.id)


def notice_back_asked(reader: Reader, about: about_.NoticeBackAsked) -> Message | None:
    """What it does, and what it cannot do."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.SENT:
        return None
    # L10N: to a teacher: shall a notice that went out be taken back? {room} is the class. Below it stands the notice.
    text = reader.say(
        "Take this notice to class {room} back? Its words go from the families' phones, and they read that you took it "
        "back. You keep the words.",
        room=rooms_of(reader, notice),
    )
    row = do(reader, "notice_back_now", notice.id), do_not(reader, "notice_who", notice.id)
    return Message(f"{emoji.UNDO} {text}\n\n{excerpt(reader, notice)}", (row,))


def notice_taken_back(reader: Reader, about: about_.NoticeTakenBack) -> Message | None:
    """Done; and the words, for another one."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.WITHDRAWN:
        return None
    # L10N: to a teacher: a notice that had gone out to the class {room} was taken back. Below it stands the notice.
    lines = [reader.say("The notice to class {room} is taken back. Families see that.", room=rooms_of(reader, notice))]
    if notice.media and not about_.can_delete(notice.sent_at, reader.tx.now):
        # L10N: to a teacher who has taken a notice with pictures or files back: Telegram lets nobody delete old ones.
        lines.append(reader.say("Pictures and files older than two days stay on their phones."))
    # L10N: a button of a teacher below a notice that was taken back: its words become a draft, to be sent anew.
    again = button(f"{emoji.CHANGE} " + reader.label("Write anew"), "notice_again", notice.id)
    return Message(f"{emoji.UNDO} " + "\n".join(lines) + f"\n\n{excerpt(reader, notice)}", column(again))
