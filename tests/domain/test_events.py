"""What each event says of itself: who is told it while sharing is stopped, and whether it goes with the alerts."""

from pathlib import Path

import pytest

from bot.domain.events import KINDS, is_hushed, told_while_stopped
from bot.domain.menus import GROWING
from bot.domain.notifications import Event, Lane, Told

# A line for each event: who is told it while sharing is stopped; urgent, where as an answer it goes before all others;
# hushed, where it rests for a day after a crisis card (as a reminder of the question of the day does).
LIST = Path(__file__).with_name("events.txt")


def line(name: str, event: type[Event]) -> str:
    """What an event says of itself, as it stands in the list."""
    urgent = " urgent" if event.reply_lane is Lane.URGENT else ""
    hushed = " hushed" if is_hushed({"kind": name}) else ""
    return f"{name} {event.while_stopped.name.lower()}{urgent}{hushed}"


def test_every_event_says_of_itself_what_the_list_says() -> None:
    assert sorted(line(name, event) for name, event in KINDS.items()) == sorted(LIST.read_text().splitlines())


def test_an_event_that_does_not_say_it_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="Forgetful does not say"):
        type("Forgetful", (Event,), {})
    with pytest.raises(TypeError, match="Forgetful does not say"):
        type("Forgetful", (KINDS["SharingStopped"],), {})


@pytest.mark.parametrize(
    ("who", "at_home", "elsewhere"),
    [(Told.EVERYBODY, True, True), (Told.AT_HOME, True, False), (Told.NOBODY, False, False)],
)
def test_who_hears_of_a_stopped_child(who: Told, *, at_home: bool, elsewhere: bool) -> None:
    assert who.includes(at_home=True) is at_home
    assert who.includes(at_home=False) is elsewhere


def test_what_a_newer_homeline_has_written_is_passed_on_to_nobody() -> None:
    assert told_while_stopped("OfAnotherVersion") is Told.NOBODY


def test_an_answer_goes_with_the_alerts_or_with_the_answers() -> None:
    assert {event.reply_lane for event in KINDS.values()} == {Lane.URGENT, Lane.REPLY}


@pytest.mark.parametrize(
    ("said", "hushed"),
    [
        ({"kind": "IdeaOffered"}, True),
        ({"kind": "PromiseNear"}, True),
        ({"kind": "NoticeReminded"}, True),
        ({"kind": "HeldTextWaits"}, True),
        ({"kind": "CheckInAsked", "reminder": True}, True),
        ({"kind": "CheckInAsked", "reminder": False}, False),
        ({"kind": "CheckInAsked"}, False),
        ({"kind": "IllnessReported"}, False),
        ({"kind": "IllnessAsked"}, False),
        ({"kind": "CheckInAnswered"}, False),
        ({"kind": "LetterArrived"}, False),
        ({"kind": "NoticeSent"}, False),
        ({"kind": "CallNear"}, False),
        ({"kind": "AbsenceShown"}, False),
    ],
    ids=lambda each: str(each) if isinstance(each, dict) else "",
)
def test_sg_27_only_what_homeline_begins_is_hushed(said: dict[str, object], hushed: bool) -> None:
    assert is_hushed(said) is hushed


def test_menus_that_grow_are_named_as_their_events_are() -> None:
    assert set(KINDS) >= GROWING
