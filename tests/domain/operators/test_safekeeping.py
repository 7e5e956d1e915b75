"""What a typed number means, and who is asked for a second yes."""

import pytest

from bot.domain.operators.safekeeping import Act, Wish, card_of, tell_asked, tell_decided, wish_in


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("12-3", Wish(Act.OPEN, 12, 3)),
        (" 12 – 3 ", Wish(Act.OPEN, 12, 3)),
        ("12", Wish(Act.THAW, 12)),
        ("12-", None),
        ("twelve", None),
        ("12-3-4", None),
        ("9" * 30, None),
        ("", None),
    ],
)
def test_a_number_is_a_place_or_a_family(typed: str, wish: Wish | None) -> None:
    assert wish_in(typed) == wish
    if wish is not None:
        assert wish_in(wish.number) == wish


def test_a_second_yes_is_noted_with_everybody_who_was_asked() -> None:
    wish = Wish(Act.HOLD, 12, 3)
    asked = tell_asked(1, "Boris", wish, [7, 8])
    decided = tell_decided(1, 5, wish, [7, 8], agreed=True)

    assert [(each.to, each.card) for each in asked] == [(7, card_of(1)), (8, card_of(1))]
    assert [(each.to, each.edits_card) for each in decided] == [(7, True), (8, True), (5, False)]
