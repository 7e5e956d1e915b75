"""A limit, said kindly, with what can be done."""

from bot.domain.limits import LimitReached
from bot.texts.message import Message
from bot.texts.reader import Reader


def limit_reached(reader: Reader, about: LimitReached) -> Message:
    """One sentence for each."""
    sentences = {
        # L10N: to somebody who has added very many children.
        "children": reader.say("You have added many children. More of them can be added by their own families."),
        # L10N: to somebody who invites one more adult into a child's circle that has very many.
        "adults": reader.say("This circle has as many adults as fit. Somebody leaves first, then there is room."),
        # L10N: to somebody who opened an invite into a circle that has very many adults.
        "joining": reader.say("This circle is full just now. Tell the person who invited you."),
        # L10N: to a teacher with very many classes.
        "classes": reader.say("You have as many classes as fit here. One of them can take the children in."),
        # L10N: to a family that asks too often whether their child may come into a class.
        "requests": reader.say("The school is asked already. Tomorrow you can ask again, or speak with the teacher."),
        # L10N: to a parent who has planned a call very often today.
        "calls": reader.say("That is enough planning for today. The call you planned last still stands."),
        # L10N: to a parent who has promised the child very many things that are still to come.
        "promises": reader.say("Many promises are waiting. When one is kept, there is room for the next."),
        # L10N: to somebody who has sent very many voices, pictures and words today.
        "letters": reader.say("That is enough for one day. Tomorrow there is room again."),
        # L10N: to a family or a teacher who has written very much to each other today.
        "talks": reader.say("That is a lot for one day. Tomorrow there is room again. If it matters, please phone."),
        # L10N: to a parent, many of whose voice letters have not been played to the child yet.
        "to_play": reader.say("Many of your letters wait to be played. When some were heard, send this one again."),
        # L10N: to a teacher who has ten notices that go out every week, and wants one more.
        "weekly": reader.say("Ten notices already go out every week. Stop one of them first."),
        # L10N: to a teacher who has offered families times to talk very often today.
        "meetings": reader.say("That is enough for today. Tomorrow you can offer more times."),
        # L10N: to a teacher who has corrected the same notice very often.
        "corrections": reader.say("This notice has changed very often. A new notice says it better."),
    }
    return Message(sentences[about.what])
