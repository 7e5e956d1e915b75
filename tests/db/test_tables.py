"""States and kinds are enumerations, and the database allows what they say."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, Table

from bot.db import tables
from bot.delivery.states import InboxState, OutboxState
from bot.domain.circle.approvals import ApprovalState, Wish
from bot.domain.circle.circles import MemberState, Role
from bot.domain.daily.check_ins import CheckInState
from bot.domain.daily.letters import LetterState
from bot.domain.daily.promises import PromiseState
from bot.domain.illness.illnesses import IllnessState
from bot.domain.privacy.reports import ReportOutcome
from bot.domain.school.school_words import WordState

ROOT = Path(__file__).parents[2]
# A state that stands as bare words where it is compared, searched for or set.
BARE = re.compile(r'\.state (?:==|!=|in|not in) [({\[]?"|\.state\.(?:not_)?in_\(\[?"|\bstate="|"state": "')


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        (tables.inbox, "state", InboxState),
        (tables.outbox, "state", OutboxState),
        (tables.member, "state", MemberState),
        (tables.member, "role", Role),
        (tables.approval, "action", Wish),
        (tables.approval, "state", ApprovalState),
        (tables.check_in, "state", CheckInState),
        (tables.letter, "state", LetterState),
        (tables.promise, "state", PromiseState),
        (tables.illness, "state", IllnessState),
        (tables.school_word, "state", WordState),
        (tables.report, "outcome", ReportOutcome),
    ],
)
def test_the_database_allows_exactly_what_the_enumeration_says(table: Table, column: str, kind: type[StrEnum]) -> None:
    checks = (str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint))
    (allowed,) = (set(re.findall(r"'(\w+)'", check)) for check in checks if check.startswith(f"{column} IN"))

    assert allowed == set(kind)


def test_no_state_is_written_as_bare_words() -> None:
    files = [each for folder in ("bot", "handlers") for each in (ROOT / folder).rglob("*.py")]
    own = [each for each in files if not {"simulator", "migrations", "tables"} & set(each.parts)]
    bare = [(each.name, line.strip()) for each in own for line in each.read_text().splitlines() if BARE.search(line)]

    assert len(own) > 300
    assert bare == []
