"""The short form of `make fuzz`: a few walks of each kind; and it says what it covered, and how a fault is reached."""

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.fuzz.__main__ import fault_in
from tests.fuzz.apart import Apart
from tests.fuzz.covered import Covered, summary
from tests.fuzz.everybody import Everybody

SHORT = settings(max_examples=6, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck))

TestEverybody = Everybody.TestCase
TestEverybody.settings = SHORT
TestApart = Apart.TestCase
TestApart.settings = SHORT


class Stairs(RuleBasedStateMachine):
    """Whoever goes up three steps falls."""

    step = 0

    @rule()
    def up(self) -> None:
        """One more."""
        self.step += 1
        assert self.step < 3, "fell"

    @rule()
    def stay(self) -> None:
        """Nothing."""


def test_a_fault_is_told_with_the_shortest_way_to_it_and_what_repeats_it() -> None:
    fault = fault_in("stairs", Stairs, 7)
    assert "fell" in fault
    assert fault.count("state.up()") == 3
    assert "state.stay()" not in fault
    assert fault.endswith("python -m tests.fuzz --kind stairs --seed 7 --rounds 1")


def test_where_all_is_well_nothing_is_told() -> None:
    class Flat(RuleBasedStateMachine):
        @rule()
        def on(self) -> None:
            """Nothing."""

    assert fault_in("flat", Flat, 7) == ""


def test_what_nobody_came_across_is_named() -> None:
    one, other = Covered(1, 30, Counter(home=3)), Covered(2, 50, Counter(pupil=1), Counter(WordSent=1))
    walks, more, tapped, said = summary({"everybody": one, "apart": other})
    assert [walks, more] == ["everybody: 1 walks, 30 steps", "apart: 2 walks, 50 steps"]
    assert tapped.startswith("buttons tapped where they stood: 2 of ")
    assert "roster_undo" in tapped
    assert "pupil," not in tapped.replace("notice_pupil,", "")
    assert said.startswith("events said: 1 of ")
    assert "WordSent" not in said
