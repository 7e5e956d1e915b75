"""How is the child? The question, the news, the thanks."""

from datetime import date

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Child
from bot.domain.daily import check_ins as about_
from bot.domain.daily.check_ins import CheckIn
from bot.domain.local_time import local
from bot.domain.privacy.childs_say import is_mood, keeps_faces
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.texts import clocks
from bot.texts.buttons import call, letter, undo
from bot.texts.circle.receipts import thanked, will_read
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader


def check_in_asked(reader: Reader, about: about_.CheckInAsked) -> Message | None:
    """One card for each child; one tap answers every open day, and no card says how many they are."""
    circle = reader.circle(about.child_id)
    days = check_ins.open_days(reader.tx, about.child_id)
    if not days or (about.reminder and not days[-1].is_missing):
        return None
    child = circle.child
    is_today = days[-1].local_date == local(reader.tx.now, child.zone).date().isoformat()
    if not is_today and days[0].local_date != days[-1].local_date:
        # L10N: to the guardian; several days are open, and one tap answers all of them.
        text = reader.say("How is {child}?", child=child.name)
    elif not is_today:
        # L10N: asked about yesterday or an earlier day; {day} is a weekday.
        text = reader.say("How was {child} on {day}?", child=child.name, day=_asked_on(reader, days[-1], child.zone))
    elif about.reminder:
        # L10N: the one gentle reminder of the day.
        text = reader.say("One tap when you have a moment. How is {child} today?", child=child.name)
    else:
        # L10N: the daily question to the guardian.
        text = reader.say("How is {child} today?", child=child.name)
    return Message(text, (faces(reader, days[-1].id, child),))


def _asked_on(reader: Reader, check_in: CheckIn, zone: str) -> str:
    return clocks.weekday(reader, date.fromisoformat(check_in.local_date), zone)


def faces(reader: Reader, check_in_id: int, child: Child) -> tuple[Button, ...]:
    """The four faces, or the two answers of a family without health notes or with a teenager who keeps them."""
    if circles.faces_told(reader.tx, child.id, reader.person.id):
        return tuple(button(emoji.FACES[face], "face", check_in_id, face) for face in ("great", "well", "hard", "sad"))
    return (
        # L10N: a button for families who did not agree to health notes: everything is as usual.
        button(f"{emoji.YES} " + reader.label("As usual"), "face", check_in_id, "usual"),
        # L10N: a button for families who did not agree to health notes: the parents are asked to call.
        button(f"{emoji.CALL} " + reader.label("Please call me"), "face", check_in_id, "call"),
    )


def _news(reader: Reader, face: str, child: str, guardian: str) -> str:
    sentences = {
        # L10N: good news to a parent, the best of four faces. {guardian} is who says it, such as Grandma.
        "great": reader.say("{child} had a very good day, says {guardian}.", child=child, guardian=guardian),
        # L10N: good news to a parent.
        "well": reader.say("{child} is well, says {guardian}.", child=child, guardian=guardian),
        # L10N: the third of four faces; what was noticed and what the parent can do, no blame, no worry.
        "hard": reader.say(
            "{guardian} noticed a harder day for {child}. Your voice before bed may help.",
            child=child,
            guardian=guardian,
        ),
        # L10N: the last of four faces.
        "sad": reader.say(
            "{guardian} noticed a hard day for {child}. A quiet call may help.", child=child, guardian=guardian
        ),
        # L10N: good news where health notes are off.
        "usual": reader.say("All as usual with {child}, says {guardian}.", child=child, guardian=guardian),
        # L10N: where health notes are off; the guardian asks for a call.
        "call": reader.say("{guardian} asks you to call home.", guardian=guardian),
    }
    return sentences[face]


def _kept(reader: Reader, guardian: str) -> str:
    # L10N: an answer that came before a teenager chose to keep the faces; nothing is said of which face it was.
    return reader.say("{guardian} has answered.", guardian=guardian)


def check_in_answered(reader: Reader, about: about_.CheckInAnswered) -> Message:
    """Good news, with both clocks; a heart or a voice is one tap away."""
    circle = reader.circle(about.child_id)
    guardian = reader.named(circle, about.by)
    kept = keeps_faces(circle.child, reader.tx.now) and is_mood(about.face)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = f"{emoji.YES if kept else emoji.FACES[about.face]} " + reader.say(
        "{child}, from {guardian}", child=circle.child.name, guardian=guardian
    )
    news = _kept(reader, guardian) if kept else _news(reader, about.face, circle.child.name, guardian)
    if about.since:
        day = clocks.weekday(reader, date.fromisoformat(about.since), circle.child.zone)
        # L10N: to a parent, after news such as “Lily is well.”; no answer came from {day} on, a weekday or a date.
        news += " " + reader.say("It is the first answer since {day}.", day=day)
    elif about.late:
        day = clocks.weekday(reader, date.fromisoformat(about.local_date), circle.child.zone)
        # L10N: the answer is about an earlier day; {news} is a sentence, {day} a weekday.
        news = reader.say("For {day}: ", day=day) + news
    text = f"{first}\n{news} {clocks.at_home(reader, about.at, circle.child.zone)}"
    if check_ins.has_thanked(reader.tx, about.check_in_id, reader.person.id):
        return Message(f"{text} {emoji.THANKS}", ((letter(reader, about.child_id), call(reader, about.child_id)),))
    return Message(text, _thanks_rows(reader, about, guardian))


def _thanks_rows(reader: Reader, about: about_.CheckInAnswered, guardian: str) -> tuple[tuple[Button, ...], ...]:
    # L10N: a button: a heart to who sent the news.
    heart = button(f"{emoji.THANKS} " + reader.label("Thanks"), "thank", about.check_in_id)
    # L10N: a button below news: choose kind words for {guardian}, who has sent them.
    kind = reader.label("A kind word to {guardian}", guardian=guardian)
    row = heart, letter(reader, about.child_id), call(reader, about.child_id)
    return row, (button(f"{emoji.KIND_WORD} {kind}", "kind_words", about.check_in_id),)


def answer_received(reader: Reader, about: about_.AnswerReceived) -> Message | None:
    """Thanks to who answered; the others see that it is done, where they have seen the question."""
    name = about_.card_of(about.child_id)
    if about.by != reader.person.id and cards.message_of(reader.tx, reader.person.id, name) is None:
        return None
    circle = reader.circle(about.child_id)
    parents = [each.person_id for each in circle.parents]
    is_others = about.by != reader.person.id
    kept = is_others and is_mood(about.face) and keeps_faces(circle.child, reader.tx.now)
    sign = emoji.YES if kept else emoji.FACES[about.face]
    if is_others:
        # L10N: another adult at home has answered already.
        text = reader.say("{who} has answered today.", who=reader.named(circle, about.by))
        return Message(f"{sign} {text}")
    if parents:
        text = thanked(reader, circle, parents)
    else:
        # L10N: no parent has joined yet.
        text = reader.say("Thank you. It is noted.")
    return Message(f"{sign} {text}", ((undo(reader, "unface", about.check_in_id),),))


def answer_taken_back(reader: Reader, about: about_.AnswerTakenBack) -> Message:
    """The news is no longer what it was."""
    circle = reader.circle(about.child_id)
    # L10N: the guardian has taken back an answer and will answer again.
    return Message(reader.say("{guardian} has taken this answer back.", guardian=reader.named(circle, about.by)))


def thanks_noted(reader: Reader, about: about_.ThanksNoted) -> Message:
    """A short answer to ❤️."""
    return Message(f"{emoji.THANKS} " + will_read(reader, reader.circle(about.child_id), about.to))


def thanks_sent(reader: Reader, about: about_.ThanksSent) -> Message:
    """A heart from far away."""
    circle = reader.circle(about.child_id)
    # L10N: a parent thanks the guardian; {parent} is the parent's name.
    return Message(reader.say("{parent}: ❤️ thank you", parent=reader.named(circle, about.by)))
