"""💬 What a parent could say or ask tonight: words that are spoken to a child, never of marks, never a promise."""

from datetime import date
from html import escape

from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.daily import first_words as on_first_words
from bot.domain.daily.check_ins import CheckInAnswered
from bot.domain.daily.first_words import FirstWordsShown
from bot.queries.illness import illnesses
from bot.texts.buttons import call, letter
from bot.texts.message import Message
from bot.texts.reader import Reader


def first_words_shown(reader: Reader, about: FirstWordsShown) -> Message:
    """Three sentences in quotation marks, and a microphone."""
    child = reader.circle(about.child_id).child.name
    known = _known(reader, reader.call_name(about.child_id))
    # L10N: to a parent, above three short sentences to say to the child or to ask it.
    lines = [f"{emoji.TALK} {escape(child)}", reader.say("You could say tonight:"), ""]
    # L10N: the parent's own words to the child, in the quotation marks of your language.
    lines += [reader.say("“{words}”", words=known[each]) for each in about.words if each in known]
    return Message("\n".join(lines), ((letter(reader, about.child_id), call(reader, about.child_id)),))


def by_itself(reader: Reader, about: CheckInAnswered) -> str:
    """One of them below good news of one child, in which nothing else was seen; most often nothing."""
    day = date.fromisoformat(about.local_date)
    if about.also or not on_first_words.by_itself(about.face, day, late=about.late or bool(about.since)):
        return ""
    child = reader.circle(about.child_id).child
    if illnesses.running(reader.tx, child.id) is not None or not reader.may(child.id, Action.WRITE_TO_CHILD):
        return ""
    name = on_first_words.choose(child.years(day), (), day.toordinal())[0]
    # L10N: the parent's own words to the child, in the quotation marks of your language.
    return f"{emoji.TALK} " + reader.say("“{words}”", words=sentence(reader, name, reader.call_name(child.id)))


def sentence(reader: Reader, name: str, child: str) -> str:
    """One of them, by its name."""
    return _known(reader, child)[name]


def _known(reader: Reader, child: str) -> dict[str, str]:
    return _calm(reader, child) | _of_today(reader) | _any_day(reader, child)


def _calm(reader: Reader, child: str) -> dict[str, str]:
    """For a child who is ill, or had a harder day: nothing cheerful, nothing asked of how it feels."""
    return {
        # L10N: words of a parent to a child who is ill, spoken aloud; quiet, and the illness is not named.
        "rest": reader.label("Rest a little. I am thinking of you."),
        # L10N: words of a parent to a baby who is ill, spoken aloud; quiet.
        "hum": reader.label("I hum a quiet song for you."),
        # L10N: words of a parent to a baby who is ill, spoken aloud; quiet.
        "close_eyes": reader.label("Close your eyes, {child}. I am here with my voice.", child=child),
        # L10N: words of a parent to a child who is ill, spoken aloud; quiet.
        "quiet_story": reader.label("Shall I tell you something, very quietly?"),
        # L10N: words of a parent to a child who is ill, spoken aloud; quiet.
        "no_need_to_talk": reader.label("You need not talk. I keep you company for a moment."),
        # L10N: words of a parent to a child after a harder day, spoken aloud.
        "think_of_you": reader.label("{child}, I am thinking of you right now.", child=child),
        # L10N: words of a parent to a child after a harder day, spoken aloud; nothing is asked.
        "i_have_time": reader.label("I have time now. Tell me whatever you like."),
        # L10N: words of a parent to a child after a harder day, spoken aloud; nothing is asked.
        "beside": reader.label("We can be quiet together for a moment, too."),
        # L10N: words of a parent to a child after a harder day, or who was alone today; spoken aloud.
        "bit_by_bit": reader.label("Tell me about your day, one thing after the other."),
        # L10N: words of a parent to a child who slept badly, spoken aloud in the evening.
        "slow_night": reader.label("I say good night very slowly today. Close your eyes."),
        # L10N: words of a parent to an older child who slept badly, spoken aloud.
        "night_for_later": reader.label("Here is a good night from me, for later."),
        # L10N: words of a parent to a child who ate little today, spoken aloud; no blame.
        "would_taste": reader.label("What would taste good to you right now?"),
    }


def _of_today(reader: Reader) -> dict[str, str]:
    """What was seen, and what the school has told."""
    return {
        # L10N: words of a parent to a child who drew or built something today, spoken aloud.
        "what_made": reader.label("What did you make? Tell me so that I can see it."),
        # L10N: words of a parent to a teenager who makes things, spoken aloud.
        "what_making": reader.label("What are you making at the moment?"),
        # L10N: words of a parent to a child who was outside today, spoken aloud.
        "what_played": reader.label("What did you play outside today?"),
        # L10N: words of a parent to a teenager who was outside today, spoken aloud.
        "how_outside": reader.label("What was it like outside today?"),
        # L10N: words of a parent to a child who was with friends today, spoken aloud.
        "friends_played": reader.label("What did you play with your friends?"),
        # L10N: words of a parent to a teenager who was with friends today, spoken aloud.
        "friends_how": reader.label("How was it with your friends today?"),
        # L10N: words of a parent to a child of whom the school has sent good news; not about marks.
        "teacher_said": reader.label("Your teacher sent good news of you. Tell me about it."),
        # L10N: words of a parent to a child who was ill and is better, spoken aloud.
        "glad_better": reader.label("I am glad that you are better. What did you do first?"),
        # L10N: words of a parent to a baby who was ill and is better, spoken aloud.
        "glad_better_baby": reader.label("I am glad that you are better."),
        # L10N: words of a parent to a child who was not at school today, spoken aloud; no blame, no why.
        "what_this_morning": reader.label("What did you do this morning?"),
        # L10N: words of a parent to a child who ate well today, spoken aloud.
        "what_tasted": reader.label("What tasted best today?"),
        # L10N: words of a parent to a child whose class had a notice this week, spoken aloud; not about marks.
        "what_in_class": reader.label("What is going on in your class this week?"),
    }


def _any_day(reader: Reader, child: str) -> dict[str, str]:
    return {
        # L10N: words of a parent to a baby, spoken aloud.
        "night": reader.label("Good night, {child}. Sleep well.", child=child),
        # L10N: words of a parent to a baby, spoken aloud.
        "hello": reader.label("Hello, {child}. It is me.", child=child),
        # L10N: words of a parent to a baby, spoken aloud.
        "song": reader.label("I sing a little song for you."),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "what_on_the_way": reader.label("What did you see on your way today?"),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "my_supper": reader.label("Guess what I had to eat today."),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "my_day_which": reader.label("What shall I tell you about my day?"),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "what_was_funny": reader.label("What was the funniest thing today?"),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "laughed_with": reader.label("Who did you laugh with today?"),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "what_sky": reader.label("What does the sky look like where you are?"),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "what_smelled": reader.label("What smelled best at home today?"),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "thought_of_you": reader.label("I saw something and thought of you. Guess what."),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "small_thing": reader.label("Tell me one small thing from today."),
        # L10N: words of a parent to a child of three to nine, spoken aloud.
        "show_me": reader.label("What would you like to show me?"),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "busy_with": reader.label("What are you busy with at the moment?"),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "which_music": reader.label("Which song do you like right now?"),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "my_day_ask": reader.label("Ask me something about my day, whatever you like."),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "what_thought": reader.label("What did you think about today?"),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "best_moment": reader.label("What was the best moment of your day?"),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "free_afternoon": reader.label("What would you do with a free afternoon?"),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "new_to_me": reader.label("Tell me something that I do not know yet."),
        # L10N: words of a parent to a child of ten or more, spoken aloud.
        "would_like_it": reader.label("I saw something today that you would like. Guess what."),
    }
