"""How is the child? The question, the news, the thanks."""

from datetime import date

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.daily import check_ins as about_
from bot.domain.daily.held_reports import Held
from bot.domain.daily.one_card import CARD, packed
from bot.domain.privacy.childs_say import is_mood, keeps_faces
from bot.queries.daily import check_ins
from bot.texts import clocks
from bot.texts.buttons import call, undo
from bot.texts.circle.receipts import on_its_way, thanked, will_read
from bot.texts.daily import first_words, held_reports, one_card, rhythm, seen
from bot.texts.daily import news as ways
from bot.texts.daily.siblings import circles, letters
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader


def check_in_asked(reader: Reader, about: about_.CheckInAsked) -> Message | None:
    """One card for each person; one tap answers every open day of all their children, and nobody counts them."""
    asked = one_card.asked(reader, about.child_id)
    if about.alone:
        alone = [each for each in asked if each[0].child.id == about.child_id]
        return (
            Message(one_card.question(reader, alone), one_card.of_one(reader, asked, about.child_id)) if alone else None
        )
    if not asked or (about.reminder and not any(days[-1].is_missing for _circle, days in asked)):
        return None
    return Message(one_card.question(reader, asked, reminder=about.reminder), one_card.rows(reader, asked))


def _kept(reader: Reader, guardian: str) -> str:
    # L10N: an answer that came before a teenager chose to keep the faces; nothing is said of which face it was.
    return reader.say("{guardian} has answered.", guardian=guardian)


def check_in_answered(reader: Reader, about: about_.CheckInAnswered) -> Message:
    """Good news, with both clocks; a heart or a voice is one tap away."""
    circle = reader.circle(about.child_id)
    guardian = reader.named(circle, about.by)
    kept = keeps_faces(circle.child, reader.tx.now) and is_mood(about.face)
    names = reader.listed(each.child.name for each in circles(reader, about))
    # L10N: the first line of news, all that a lock screen shows: the child, or several, and who says it.
    first = f"{emoji.YES if kept else emoji.FACES[about.face]} " + reader.say(
        "{child}, from {guardian}", child=names, guardian=guardian
    )
    news = _kept(reader, guardian) if kept else ways.said(reader, about, names, guardian)
    if about.since:
        day = clocks.past(reader, date.fromisoformat(about.since), circle.child.zone)
        # L10N: to a parent, after news such as “Lily is well.”; no answer came from {day} on, a weekday or a date.
        news = reader.together(news, reader.say("It is the first answer since {day}.", day=day))
    elif about.late:
        day = clocks.past(reader, date.fromisoformat(about.local_date), circle.child.zone)
        # L10N: the answer is about an earlier day; {news} is a sentence, {day} a weekday.
        news = reader.say("For {day}: ", day=day) + news
    text = f"{first}\n" + reader.together(news, clocks.at_home(reader, about.at, circle.child.zone))
    if not kept and circle.member(reader.person.id):
        beside = seen.line(reader, about.check_in_id) or first_words.by_itself(reader, about)
        text += f"\n{beside}" if beside else ""
    if check_ins.has_thanked(reader.tx, about.check_in_id, reader.person.id):
        return Message(f"{text} {emoji.THANKS}", (_reach_rows(reader, about), *_first_words(reader, about)))
    return Message(text, _thanks_rows(reader, about, guardian))


def _reach_rows(reader: Reader, about: about_.CheckInAnswered) -> tuple[Button, ...]:
    voices = letters(reader, circles(reader, about))
    return voices if about.also else (*voices, call(reader, about.child_id))


def _thanks_rows(reader: Reader, about: about_.CheckInAnswered, guardian: str) -> tuple[tuple[Button, ...], ...]:
    # L10N: a button: a heart to who sent the news.
    heart = button(f"{emoji.THANKS} " + reader.label("Thanks"), "thank", about.check_in_id)
    # L10N: a button of a parent below news: choose kind words for the adult at home who has sent them.
    kind_word = (button(f"{emoji.KIND_WORD} " + reader.label("A kind word"), "kind_words", about.check_in_id),)
    reach = _reach_rows(reader, about)
    kind_rows = (kind_word, *_first_words(reader, about))
    return ((heart,), reach, *kind_rows) if about.also else ((heart, *reach), *kind_rows)


def _first_words(reader: Reader, about: about_.CheckInAnswered) -> tuple[tuple[Button, ...], ...]:
    """For a parent, who may speak to the child; of several children, for each by name."""
    mine = [each.child for each in circles(reader, about) if reader.may(each.child.id, Action.WRITE_TO_CHILD)]
    if about.also:
        named = tuple(button(f"{emoji.TALK} {each.name}", "first_words", each.id) for each in mine)
        return (named,) if named else ()
    # L10N: a button of a parent below news: three short sentences to say to the child tonight.
    return tuple((button(f"{emoji.TALK} " + reader.label("What to say"), "first_words", each.id),) for each in mine)


def answer_received(reader: Reader, about: about_.AnswerReceived) -> Message | None:
    """Thanks to who answered, above what is still open; the others see that it is done, where they saw the question."""
    others = [found.child_id for each in about.others if (found := check_ins.get(reader.tx, each))]
    answered = [*others, about.child_id]
    left = [each for each in one_card.asked(reader) if each[0].child.id not in answered]
    rows = one_card.rows(reader, left) if left else ()
    if about.by != reader.person.id:
        if cards.message_of(reader.tx, reader.person.id, CARD) is None:
            return None
        return Message(one_card.question(reader, left), rows) if left else _others_answer(reader, about)
    answers = [*about.others, about.check_in_id]
    kept = held_reports.waiting(reader, answers)
    said = held_reports.thanks(reader, kept) if kept else _thanks(reader, answered)
    thanks = f"{emoji.FACES[about.face]} {said}"
    text = f"{thanks}\n{one_card.question(reader, left)}" if left else thanks
    choices = held_reports.rows(reader, kept, answers)
    if any(each.held == Held.OPEN for each in kept):
        return Message(text, (*choices, *rows, (_take_back(reader, about),)))
    if about.offer and not left:
        text += "\n" + rhythm.offer(reader, about.offer)
        rows = (*rows, rhythm.offer_row(reader, about.child_id, about.offer))
    elif not left:
        more, rows = seen.asked(reader, about.check_in_id, opened=about.opened)
        text += f"\n{more}" if more else ""
    return Message(text, (*choices, *rows, (_take_back(reader, about),)))


def _take_back(reader: Reader, about: about_.AnswerReceived) -> Button:
    numbers = packed([*about.others, about.check_in_id]) if about.others else None
    return undo(reader, "unfaces", numbers) if numbers else undo(reader, "unface", about.check_in_id)


def _thanks(reader: Reader, children: list[int]) -> str:
    """Who sees it when; of several children each parent is named once."""
    said: list[str] = []
    named: set[int] = set()
    for circle in map(reader.circle, reversed(children)):
        parents = [each.person_id for each in circle.parents if each.person_id not in named]
        if parents:
            said.append((on_its_way if said else thanked)(reader, circle, parents))
            named.update(parents)
    # L10N: no parent has joined yet.
    return reader.together(*said) or reader.say("Thank you. It is noted.")


def _others_answer(reader: Reader, about: about_.AnswerReceived) -> Message:
    circle = reader.circle(about.child_id)
    kept = is_mood(about.face) and keeps_faces(circle.child, reader.tx.now)
    # L10N: another adult at home has answered already.
    text = reader.say("{who} has answered today.", who=reader.named(circle, about.by))
    return Message(f"{emoji.YES if kept else emoji.FACES[about.face]} {text}")


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
