"""What a word of the school means for a parent far away."""

from bot.texts.reader import Reader


def to_talk_about(reader: Reader, child: str, number: int) -> str:
    """In turn by the number of the notice or the word: a year has eighty of them."""
    turn = number % 4
    if turn == 1:
        # L10N: what a school notice or good news means for a parent far away; {child} is one name or several.
        return reader.say("You can ask {child} about it on your next call.", child=child)
    if turn == 2:
        # L10N: what a school notice or good news means for a parent far away; {child} is one name or several.
        return reader.say("{child} may like to tell you about it.", child=child)
    if turn == 3:
        # L10N: what a school notice or good news means for a parent far away; {child} is one name or several.
        return reader.say("Something to talk about with {child}.", child=child)
    # L10N: what a school notice or good news means for a parent far away; {child} is one name or several.
    return reader.say("When you next talk, {child} can tell you more.", child=child)
