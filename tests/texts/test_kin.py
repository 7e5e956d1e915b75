"""Who an adult is to the child, in words."""

import pytest

from bot.i18n import catalogue
from bot.texts.kin import own_name


@pytest.mark.parametrize(
    ("language", "kin", "name"),
    [("en", "mother", "Mum"), ("en", "father", "Dad"), ("zh_Hans", "mother", "妈妈"), ("en", "parent", "Jun")],
)
def test_a_card_names_its_reader_as_the_child_does(language: str, kin: str, name: str) -> None:
    assert own_name(catalogue(language), kin, "Jun") == name
