"""The headings of the page with a person's data."""

from bot.texts.daily import seen
from bot.texts.reader import Reader
from bot.texts.school import stickers


def titles(reader: Reader) -> dict[str, str]:
    """Above each table."""
    return {
        # L10N: a heading: what is kept about the reader.
        "account": reader.label("You"),
        # L10N: a heading: what the reader has answered about the child.
        "my_answers": reader.label("What you answered"),
        # L10N: a heading: voice letters and words that the reader has sent.
        "my_letters": reader.label("What you sent"),
        # L10N: a heading.
        "child": reader.label("The child"),
        # L10N: a heading: the adults around the child.
        "adults": reader.label("The circle"),
        # L10N: a heading: how the child was, day by day.
        "answers": reader.label("How the child was"),
        # L10N: a heading.
        "illnesses": reader.label("When the child was ill"),
        # L10N: a heading: voice letters, pictures and words.
        "letters": reader.label("Letters"),
        # L10N: a heading: what the reader, who looks after a child, has said of their own weeks.
        "my_weeks": reader.label("How your weeks were"),
        # L10N: a heading: what somebody near the child's home has answered, who was asked to look in there.
        "my_look_ins": reader.label("Where you were asked to look in"),
        # L10N: a heading, to a teacher: the times at which they have offered families to talk.
        "my_meetings": reader.label("Times to talk that you offered"),
        # L10N: a heading: what the reader has written to a teacher, which waits until they say about which child it is.
        "my_unsent": reader.label("Words that wait to be sent"),
        # L10N: a heading: names or days that the reader has given to the bot and not yet said yes to.
        "my_unfinished": reader.label("What you have begun"),
        # L10N: a heading: who lives near, was asked to look in at the child's home, and what they answered.
        "look_ins": reader.label("Who looked in"),
        # L10N: a heading: planned calls.
        "calls": reader.label("Calls"),
        # L10N: a heading.
        "promises": reader.label("Promises and visits"),
        # L10N: a heading: times at which the reader talks with a teacher.
        "meetings": reader.label("Meetings"),
        # L10N: a heading: notices of the class.
        "notices": reader.label("Notices"),
        # L10N: a heading: what a teacher said about the child.
        "school": reader.label("From the teacher"),
        # L10N: a heading: telephone numbers that this person shows to a class.
        "my_numbers": reader.label("Numbers you show"),
        # L10N: a heading: what the family and the child's teachers have written to each other.
        "talks": reader.label("Words with the school"),
        # L10N: a heading: a teacher's class.
        "class": reader.label("The class"),
        # L10N: a heading: notices that this teacher wrote.
        "my_notices": reader.label("Your notices"),
        # L10N: a heading: what this teacher told one family.
        "my_words": reader.label("What you told a family"),
        # L10N: a heading: what this teacher has written to families.
        "my_talks": reader.label("What you wrote to families"),
    }


def labels(reader: Reader) -> dict[str, str]:
    """Above each column, and for our own words in them."""
    return _columns(reader) | _words(reader)


def _columns(reader: Reader) -> dict[str, str]:
    return {
        # L10N: the heading of a column.
        "name": reader.label("Name"),
        # L10N: the heading of a column.
        "language": reader.label("Language"),
        # L10N: the heading of a column: a time zone.
        "time_zone": reader.label("Clock"),
        # L10N: the heading of a column.
        "country": reader.label("Country"),
        # L10N: the heading of a column: a date.
        "since": reader.label("Since"),
        # L10N: the heading of a column: when the reader agreed to the three points.
        "consent": reader.label("Agreed"),
        # L10N: the heading of a column: whether notes on how the child is may pass.
        "health": reader.label("How the child is"),
        # L10N: the heading of a column: whether voices and pictures may pass.
        "voice": reader.label("Voices and pictures"),
        # L10N: the heading of a column: year and month of birth.
        "born": reader.label("Born"),
        # L10N: the heading of a column: parent, guardian, stand-in.
        "role": reader.label("As"),
        # L10N: the heading of a column: date and time.
        "when": reader.label("When"),
        # L10N: the heading of a column: date and time of an end.
        "until": reader.label("Until"),
        # L10N: the heading of a column: a date.
        "day": reader.label("Day"),
        # L10N: the heading of a column: a person.
        "who": reader.label("Who"),
        # L10N: the heading of a column: a face that says how the child was.
        "how": reader.label("How"),
        # L10N: the heading of a column: what was seen of the child's day, such as “Ate well”.
        "noticed": reader.label("Seen that day"),
        # L10N: the heading of a column.
        "what": reader.label("What"),
        # L10N: the heading of a column: voice, picture or words, as a sign.
        "kind": reader.label("Form"),
        # L10N: the heading of a column: what somebody wrote.
        "words": reader.label("Words"),
        # L10N: the heading of a column: how an illness ended.
        "outcome": reader.label("How it ended"),
        # L10N: the heading of a column: what happened one after the other.
        "course": reader.label("What happened"),
        # L10N: the heading of a column: how it stands.
        "state": reader.label("How it stands"),
        # L10N: the heading of a column: yes or no.
        "confirmed": reader.label("Confirmed"),
        # L10N: the heading of a column: what a family has answered to a notice of the school.
        "answer": reader.label("Answer"),
        # L10N: the heading of a column: which version of a text was signed or answered, as a number.
        "version": reader.label("Version"),
        # L10N: the heading of a column: the text that was signed or answered, as it stood then.
        "signed": reader.label("Text then"),
        # L10N: the heading of a column: the families of a class.
        "households": reader.label("Families"),
    }


def _words(reader: Reader) -> dict[str, str]:
    return {
        # L10N: a word in a table: an adult's role.
        "parent": reader.label("parent"),
        # L10N: a word in a table: an adult's role.
        "guardian": reader.label("guardian"),
        # L10N: a word in a table: an adult's role.
        "stand_in": reader.label("stand-in"),
        # L10N: a word in a table: what somebody is who lives or works near the child's home.
        "near": reader.label("near home"),
        # L10N: a word in a table: somebody near the child's home was asked to look in, and has not answered.
        "near_asked": reader.label("asked"),
        # L10N: a word in a table: somebody near the child's home has said that they look in.
        "near_going": reader.label("looks in"),
        # L10N: a word in a table: somebody near was at the child's home, and all was well.
        "near_well": reader.label("was there, all well"),
        # L10N: a word in a table: somebody near the child's home has asked for a call.
        "near_call": reader.label("asked for a call"),
        # L10N: a word in a table: somebody near the child's home could not look in.
        "near_cannot": reader.label("could not"),
        # L10N: a word in a table: a call or a promise is planned.
        **dict.fromkeys(("planned", "reminded", "asked"), reader.label("planned")),
        # L10N: a word in a table: a call took place, a promise was kept.
        **dict.fromkeys(("happened", "kept"), reader.label("done")),
        # L10N: a word in a table: a call did not take place.
        **dict.fromkeys(("missed", "dropped"), reader.label("did not happen")),
        # L10N: a word in a table: somebody was told of the illness.
        "told": reader.label("told"),
        # L10N: a word in a table: somebody has seen it.
        "seen": reader.label("seen"),
        # L10N: a word in a table: somebody is calling, or has called.
        **dict.fromkeys(("calling", "called", "call"), reader.label("call")),
        # L10N: a word in a table: how an illness ended of which nobody has said anything for two weeks.
        "unknown": reader.label("not known"),
        # L10N: a word in a table: good news from school.
        "good": reader.label("good news"),
        # L10N: a word in a table: the child was not at school.
        "absent": reader.label("not at school"),
        # L10N: a word in a table: the child came to school later.
        "late": reader.label("came later"),
        # L10N: a word in a table: the child was picked up early at school.
        "early": reader.label("picked up early"),
        # L10N: a word in a table: why the child was not at school, or not all day.
        "travelling": reader.label("travelling"),
        # L10N: a word in a table: why the child was not at school, or not all day.
        "family": reader.label("something in the family"),
        **{each.value: word for each, word in seen.words(reader).items()},
        **{each.value: word for each, word in stickers.words(reader).items()},
        # L10N: a word in a table: since then who leads the school reads what the family and the teacher write.
        "handed_on": reader.label("the head teacher reads it too"),
        # L10N: a word in a table: the child was ill at school.
        "ill": reader.label("ill"),
    }
