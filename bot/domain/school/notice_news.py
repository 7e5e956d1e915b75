"""Who hears what of a notice, how soon, and in which message."""

from collections.abc import Collection, Iterable, Sequence

from bot.domain.notifications import Event, Lane, Notification
from bot.domain.school.notice_albums import NoticeAlbum, albums
from bot.domain.school.notice_cards import card_of, corrected_of, part_of, picture_of, reminder_of
from bot.domain.school.notices import (
    OF_ITS_TEXT,
    Notice,
    NoticeCorrected,
    NoticeMediaLost,
    NoticePart,
    NoticeReminded,
    NoticeSent,
    ReminderSettled,
)


def tell_sent(notice: Notice, readers: Sequence[int]) -> list[Notification]:
    """The notice to each adult, once, whatever number of their children is in the class; the card comes last."""
    lane = Lane.URGENT if notice.urgent else Lane.NOTICE
    return [
        notify
        for person in readers
        for notify in (
            *_further_parts(notice, person, lane),
            Notification(person, NoticeSent(notice.id), lane, card=card_of(notice.id), written=True),
        )
    ]


def tell_media_lost(notice: Notice, teacher: int) -> list[Notification]:
    """Once, however many families it was for."""
    about = NoticeMediaLost(notice.id)
    return [Notification(teacher, about, Lane.NOTICE, card=f"media_lost:{notice.id}", written=True)]


def tell_in_words(notice: Notice, reader: int) -> list[Notification]:
    """The card once more, without the picture that was refused with it."""
    lane = Lane.URGENT if notice.urgent else Lane.NOTICE
    return [Notification(reader, NoticeSent(notice.id), lane, card=card_of(notice.id), written=True)]


def tell_changed(notice: Notice, readers: Sequence[int]) -> list[Notification]:
    """Edit the card in place, silently, wherever it was seen."""
    cards: list[tuple[Event, str]] = [(NoticeSent(notice.id), card_of(notice.id))]
    if notice.reminders:
        cards.append((ReminderSettled(notice.id), reminder_of(notice.id)))
    if notice.revision and notice.level in OF_ITS_TEXT:
        cards.append((NoticeCorrected(notice.id, settles=True), corrected_of(notice.id)))
    return [
        Notification(person, about, Lane.REPLY, card=card, edits_card=True)
        for person in readers
        for about, card in cards
    ]


def tell_corrected(
    notice: Notice, readers: Sequence[int], confirmed: Sequence[int], told: Collection[int]
) -> list[Notification]:
    """The new words in place of the old; said once more to those who had confirmed the old ones.

    Only the first correction of what is urgent wakes anybody; who was `told` of one lately reads the next in its place.
    """
    lane = Lane.URGENT if notice.urgent and notice.revision == 1 else Lane.NOTICE
    about, card = NoticeCorrected(notice.id), corrected_of(notice.id)
    return [
        *(each for each in tell_changed(notice, readers) if each.card != corrected_of(notice.id)),
        *(each for person in readers for each in _text_parts(notice, person, Lane.NOTICE, edits_card=True)),
        *(
            Notification(
                person, about, Lane.NOTICE if person in told else lane, card, edits_card=person in told, written=True
            )
            for person in confirmed
        ),
    ]


def tell_reminded(notice: Notice, readers: Sequence[int]) -> list[Notification]:
    """Once more, privately; quiet hours hold it."""
    return [
        Notification(person, NoticeReminded(notice.id), Lane.NOTICE, card=reminder_of(notice.id), written=True)
        for person in readers
    ]


def pictures(notice: Notice) -> list[NoticeAlbum | NoticePart]:
    """What stands above the card: pictures and files, albums whole."""
    return [
        NoticeAlbum(notice.id, each[0], len(each)) if len(each) > 1 else NoticePart(notice.id, "media", each[0])
        for each in albums(notice.media)[1 if notice.card_media else 0 :]
    ]


def _further_parts(notice: Notice, person: int, lane: Lane) -> list[Notification]:
    shown = [
        Notification(person, each, lane, card=picture_of(notice.id, each.place), written=True)
        for each in pictures(notice)
    ]
    return [*shown, *_text_parts(notice, person, lane)]


def tell_singly(notice: Notice, reader: int, places: Iterable[int]) -> list[Notification]:
    """An album that Telegram refused whole: perhaps only one of its pictures is the reason."""
    lane = Lane.URGENT if notice.urgent else Lane.NOTICE
    return [
        Notification(reader, NoticePart(notice.id, "media", each), lane, card=picture_of(notice.id, each), written=True)
        for each in places
    ]


def _text_parts(notice: Notice, person: int, lane: Lane, *, edits_card: bool = False) -> list[Notification]:
    return [
        Notification(
            person,
            NoticePart(notice.id, "text", place),
            lane,
            card=part_of(notice.id, place),
            edits_card=edits_card,
            written=True,
        )
        for place in range(notice.above)
    ]
