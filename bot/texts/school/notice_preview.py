"""A notice as a household sees it, on its teacher's own phone."""

from dataclasses import dataclass, replace

from bot.domain import emoji
from bot.domain.school import notice_preview as about_
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notices import Household, NoticePart
from bot.queries.circle import circles
from bot.queries.school import notices
from bot.texts.message import Message, button
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school import notices as family
from bot.texts.school.notice_places import Place
from bot.texts.school.talk_threads import to_the_teacher


@dataclass(frozen=True, slots=True)
class _Home(Place):
    """A household that has done nothing yet; who reads lives with the child."""

    def at_home(self, person: int | None) -> bool:
        """Nothing that only a parent far away reads."""
        return person is not None

    def may_take(self, person: int) -> bool:
        """🙋 stands there for them."""
        return self.notice.errand and self.at_home(person)


def notice_shown(reader: Reader, about: about_.NoticeShown) -> Message | None:
    """Exactly their message; what its buttons carry says only that they are a preview's."""
    notice = notices.get(reader.tx, about.notice_id)
    children = sorted(notices.pupils(reader.tx, notice.id)) if notice and notice.is_unsent else []
    circle = circles.get(reader.tx, children[0]) if children else None
    if notice is None or circle is None:
        return None
    household = Household(circle.child.id, None, None, None)
    place = _Home(notice, (circle,), (household,), confirmed=False)
    if about.what == "far":
        return _far(reader, place)
    if about.what == "card":
        card = family.card(reader, place)
        return _inert(replace(card, buttons=(*card.buttons, (button(to_the_teacher(reader), "talk_to"),))))
    if about.what == "album":
        return family.album(reader, place, NoticeAlbum(notice.id, about.place, about.count))
    return family.part(reader, place, NoticePart(notice.id, about.what, about.place))


def _inert(message: Message) -> Message:
    return replace(
        message,
        buttons=tuple(tuple(button(each.label, "notice_previewed") for each in row) for row in message.buttons),
    )


def _far(reader: Reader, place: Place) -> Message | None:
    line = family.for_far_parents(reader, place)
    if not line:
        return None
    # L10N: to a teacher, below the preview of a notice: a sentence follows that only parents far away read in it.
    text = reader.say("This is what they read at home. Parents far away also read:")
    return Message(f"{emoji.PREVIEW} {text}\n{quoted(line)}", foot=False)


def preview_tapped(reader: Reader, about: about_.PreviewTapped) -> Message:
    """It counts for nothing."""
    # L10N: a short note to a teacher who has tapped a button in the preview of a notice.
    return Message(reader.label("This is how families see it. Here the buttons do nothing."))
