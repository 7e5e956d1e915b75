"""The call kit in words: a game for the parent to begin with, and what home can have ready."""

from bot.domain import emoji
from bot.domain.daily.call_kit import Game
from bot.texts.reader import Reader


def for_parent(reader: Reader, game: Game, child: str) -> str:
    """How it goes."""
    return f"{emoji.GAME} {reader.said(_games(reader)[game.id], child=child)}"


def for_home(reader: Reader, game: Game, child: str) -> str:
    """One line for who sits beside the child."""
    return f"{emoji.GAME} {reader.said(_beside(reader)[game.id], child=child)}"


def _games(reader: Reader) -> dict[str, str]:
    _ = reader.words.gettext
    return {
        # L10N: to a parent, before a call: a game with a very small child.
        "peekaboo": _("Hide behind your hand, and be found again."),
        # L10N: to a parent, before a call: a game with a very small child.
        "kisses": _("Blow kisses to {child}, and catch the ones that come."),
        # L10N: to a parent, before a call: a game with a small child.
        "animals": _("You make the sound of an animal, {child} guesses which."),
        # L10N: to a parent, before a call: a game with a small child.
        "sing": _("Sing {child}'s song together, line by line."),
        # L10N: to a parent, before a call: a game.
        "show": _("Each of you shows one thing from today and says why."),
        # L10N: to a parent, before a call: a game with a small child.
        "copy": _("{child} makes a face, you copy it. Then the other way."),
        # L10N: to a parent, before a call: a game.
        "spy": _("I see something red: {child} guesses in your room, you in theirs."),
        # L10N: to a parent, before a call: a game.
        "draw": _("Both draw the same thing for a minute, then hold it up."),
        # L10N: to a parent, before a call: a game.
        "story": _("Tell a story in turns, one sentence each."),
        # L10N: to a parent, before a call: a game.
        "riddles": _("One riddle each. Who does not know it may ask twice."),
        # L10N: to a parent, before a call: a game.
        "twenty": _("Think of a thing. {child} finds it with yes and no."),
        # L10N: to a parent, before a call: a game.
        "two_true": _("Say three things of your day, one of them made up."),
        # L10N: to a parent, before a call: a game.
        "teach": _("{child} teaches you something new in two minutes."),
        # L10N: to a parent, before a call: a game.
        "same_food": _("Eat or drink something together while you talk."),
        # L10N: to a parent of an older child, before a call: a game.
        "rate": _("Best and oddest moment of the day, each of you."),
        # L10N: to a parent of an older child, before a call: a game.
        "plan": _("Plan a perfect day together, hour by hour."),
        # L10N: to a parent of an older child, before a call: a game.
        "song": _("Each plays a song the other does not know."),
    }


def _beside(reader: Reader) -> dict[str, str]:
    _ = reader.words.gettext
    return {
        # L10N: to the guardian, before a call in which parent and child play a game: hiding behind a hand.
        "peekaboo": _("Hold {child} so that the face is in the picture."),
        # L10N: to the guardian, before a call: parent and child blow kisses.
        "kisses": _("Help {child} to catch the kisses."),
        # L10N: to the guardian, before a call: the parent makes animals' sounds.
        "animals": _("You can be one of the animals, too."),
        # L10N: to the guardian, before a call: parent and child sing.
        "sing": _("Sing along. The phone can stand on the table."),
        # L10N: to the guardian, before a call: each shows one thing.
        "show": _("Let {child} choose one thing from today to show."),
        # L10N: to the guardian, before a call: parent and child copy each other's faces.
        "copy": _("Hold the phone as high as {child}'s eyes."),
        # L10N: to the guardian, before a call: a guessing game with things in the room.
        "spy": _("Show the room slowly with the phone."),
        # L10N: to the guardian, before a call: both draw.
        "draw": _("Paper and a pencil for {child} will do."),
        # L10N: to the guardian, before a call: a story in turns.
        "story": _("You may add a sentence, too."),
        # L10N: to the guardian, before a call: riddles.
        "riddles": _("Do you know a riddle? {child} can ask it."),
        # L10N: to the guardian, before a call: guessing with yes and no.
        "twenty": _("Sit beside {child} and guess along."),
        # L10N: to the guardian, before a call: guessing which of three things is made up.
        "two_true": _("{child} can think of three things now."),
        # L10N: to the guardian, before a call: the child teaches the parent something.
        "teach": _("Ask {child} what to teach. It may be tiny."),
        # L10N: to the guardian, before a call: parent and child eat together.
        "same_food": _("A small snack on the table is enough."),
        # L10N: to the guardian, before a call with an older child.
        "rate": _("A quiet corner for {child} is enough."),
        # L10N: to the guardian, before a call with an older child, who plans a day with the parent.
        "plan": _("Tell {child} what you would like that day."),
        # L10N: to the guardian, before a call with an older child: each plays a song.
        "song": _("{child} can look for a song now."),
    }
