"""A person: ready once all of consent has been asked and the main point agreed to (SG-01)."""

import pytest

from tests.domain.family import person


@pytest.mark.parametrize(
    ("consented", "health_notes", "voice", "ready"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, True, False),
        (True, True, None, False),
        (False, True, True, False),
        (False, None, None, False),
    ],
    ids=["all agreed", "two declined", "health not asked yet", "voice not asked yet", "taken back", "a newcomer"],
)
def test_a_no_to_health_or_voice_is_an_answer_and_a_no_to_the_main_point_is_not_enough(
    consented: bool, health_notes: bool | None, voice: bool | None, ready: bool
) -> None:
    assert person(consented=consented, health_notes=health_notes, voice=voice).is_ready is ready
