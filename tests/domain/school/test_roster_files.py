"""Each class's list has a message of its own in which it is read."""

from bot.domain.school.roster_files import card_of


def test_the_lists_of_two_classes_are_read_in_two_messages() -> None:
    assert card_of(7) != card_of(8)
