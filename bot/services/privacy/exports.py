"""What one adult may see of what is kept, as plain values: the same for a page and for a machine."""

from collections.abc import Callable
from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.letter_box import concerns
from bot.domain.illness.illnesses import NOTES
from bot.domain.people import Person
from bot.domain.privacy.childs_say import is_mood, keeps_faces
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.school_talks import line_of
from bot.queries.circle import circles, unfinished
from bot.queries.daily import letter_box
from bot.queries.privacy import exports
from bot.queries.school import enrolments, notices, schools

Entry = dict[str, Any]
Named = Callable[[Circle, int], str]  # how the reader knows an adult of a circle

# Of an illness what people did; not whom Homeline could not reach.
_TOLD = (
    *("told", "seen", "calling", "called", "better", "same", "worse", "doctor", "resting", "stopped", "voice", "words"),
    *NOTES,
)


def _words(data: dict[str, Any]) -> str | None:
    """What somebody has said, or the number that was noted."""
    return f"{data['degrees'] / 10} °C" if data.get("degrees") else data.get("text")


def own(tx: Tx, me: Person) -> Entry:
    """What is kept of this person, wherever they took part, without anybody else's."""
    row = exports.account(tx, me.id)
    return {
        "account": [
            {
                "name": me.name,
                "language": me.language,
                "time_zone": me.zone,
                "country": me.country,
                "since": row.created_at,
                "consent": row.consented_at,
                "health": me.health_notes,
                "voice": me.voice,
            }
        ],
        "my_answers": [
            {"when": each.answered_at, "how": each.face, "noticed": each.seen} for each in exports.answers_of(tx, me.id)
        ],
        "my_numbers": [{"name": each.name, "words": each.number} for each in exports.numbers_of(tx, me.id)],
        "my_letters": [_letter(each) for each in exports.letters_of(tx, me.id)],
        "my_weeks": [
            {"when": each.asked_at, "how": each.said["face"]} for each in exports.own_weeks_of(tx, me.id) if each.said
        ],
        "my_look_ins": [_look_in(each) for each in exports.look_ins_of(tx, me.id)],
        "my_unsent": [_part(row, each) for row in exports.unsent_of(tx, me.id) for each in row.body.get("parts", ())],
        "my_unfinished": unfinished.given(tx, me.id),
    }


def of_circle(tx: Tx, me: Person, child_id: int, named: Named) -> Entry | None:
    """What this adult may see of a child's circle; none when they may not take it along."""
    mine = circles.membership(tx, child_id, me.id, Action.EXPORT)
    if mine is None:
        return None
    circle, _place = mine
    child = circle.child
    seen = _Seen(tx, me, circle, named)
    return {
        "child": [
            {
                "name": child.name,
                "born": str(child.birth_year) + (f"-{child.birth_month:02d}" if child.birth_month else ""),
                "country": child.country,
                "time_zone": child.zone,
            }
        ],
        "adults": [
            {"name": named(circle, each.person_id), "role": each.role.value, "since": each.joined_at}
            for each in (*circle.active, *circle.near)
            if not circle.hides(each, me.id)
        ],
        "answers": seen.answers(),
        "illnesses": seen.illnesses(),
        "letters": seen.letters(),
        "calls": seen.calls(),
        "look_ins": [
            {**_look_in(each), "who": named(circle, each.person_id)} for each in exports.look_ins(tx, child_id)
        ],
        "promises": seen.promises(),
        "meetings": [{"when": each.at} for each in exports.meetings(tx, child_id, me.id)],
        "notices": seen.notices(),
        "school": seen.school_words(),
        "talks": seen.talks(),
    }


def of_classes(tx: Tx, me: Person) -> list[Entry]:
    """A teacher's notices and who has confirmed them; their words about a child; a lead's answers in other classes."""
    found = []
    for room in schools.classes_of(tx, me.id):
        said = exports.words_by(tx, room.id, me.id)
        found.append(
            {
                "class": [{"name": room.name}],
                "my_notices": [_own_notice(tx, each) for each in exports.notices_by(tx, room.id, me.id)],
                "my_words": [
                    {**_word(each), "name": _call_name(tx, each.child_id)} for each in said if not _at_home(each)
                ],
                "my_talks": _own_talks(tx, room, me),
                "my_meetings": [{"when": each.at} for each in exports.meetings_by(tx, room.id, me.id)],
            }
        )
    led = [each.id for each in schools.of_person(tx, me.id) if each.lead]
    mine = {room.id for room in schools.classes_of(tx, me.id)}
    others = [room for each in led for room in schools.classes_in(tx, each) if room.id not in mine]
    answered = [(room, talks) for room in others if (talks := _own_talks(tx, room, me))]
    return [*found, *({"class": [{"name": room.name}], "my_talks": talks} for room, talks in answered)]


def _own_talks(tx: Tx, room: schools.ClassRoom, me: Person) -> list[Entry]:
    said = exports.talks_by(tx, room.id, me.id)
    return [{**_talk(each), "name": _call_name(tx, each.child_id)} for each in said]


class _Seen:
    """One circle, as one adult has seen it."""

    def __init__(self, tx: Tx, me: Person, circle: Circle, named: Named) -> None:
        self._tx, self._me, self._circle, self._named = tx, me, circle, named
        self._child = circle.child.id
        self._members: dict[int, Member] = {each.person_id: each for each in circle.members}
        self._names: dict[int, str | None] = {}

    def _hides(self, *people: int | None) -> bool:
        """Whether any of them is the other parent on separate lines."""
        there = [self._members[each] for each in people if each in self._members]
        return any(self._circle.hides(each, self._me.id) for each in there)

    def _who(self, person_id: int | None) -> str | None:
        if person_id is None:
            return None
        if person_id not in self._names:  # a name is read from several rows, and stands beside thousands of them
            self._names[person_id] = None if self._hides(person_id) else self._named(self._circle, person_id)
        return self._names[person_id]

    def answers(self) -> list[Entry]:
        rows = exports.answers(self._tx, self._child)
        kept = keeps_faces(self._circle.child, self._tx.now)
        hidden = {
            each.id
            for each in rows
            if each.answered_by != self._me.id and (each.tell_at is not None or (kept and is_mood(each.face)))
        }
        return [
            {
                "when": each.answered_at,
                "who": self._who(each.answered_by),
                "how": None if each.id in hidden else each.face,
                "noticed": None if each.id in hidden else each.seen,
            }
            for each in rows
        ]

    def illnesses(self) -> list[Entry]:
        rows = exports.illnesses(self._tx, self._child, self._me.id)
        return [
            {"when": each.opened_at, "until": each.closed_at, "what": each.what, "outcome": each.outcome}
            | {"course": self._course(each.id)}
            for each in rows
        ]

    def _course(self, illness_id: int) -> list[Entry]:
        rows = exports.course(self._tx, illness_id)
        return [
            {
                "when": each.at,
                "who": self._who(each.person_id),
                "what": each.what,
                "words": _words(each.data or {}),
            }
            for each in rows
            if each.what in _TOLD and not self._hides(each.person_id)
        ]

    def letters(self) -> list[Entry]:
        rows = exports.letters(self._tx, self._child)
        authors = {each.id: each.author_id for each in rows}
        return [{**_letter(each), "who": self._who(each.author_id)} for each in rows if self._concerns(each, authors)]

    def _concerns(self, row: exports.Kept, authors: dict[int, int]) -> bool:
        answered = authors.get(row.answers_id)
        return concerns(self._circle, letter_box.leaf(row), answered, self._me.id, self._tx.now)

    def calls(self) -> list[Entry]:
        rows = exports.calls(self._tx, self._child)
        return [
            {"when": each.at, "who": self._who(each.planned_by), "state": each.state}
            for each in rows
            if not self._hides(each.planned_by, each.caller_id)
        ]

    def promises(self) -> list[Entry]:
        rows = exports.promises(self._tx, self._child)
        return [
            {"day": each.day, "who": self._who(each.made_by), "words": each.words, "state": each.state}
            for each in rows
            if not self._hides(each.made_by)
        ]

    def notices(self) -> list[Entry]:
        rows = exports.notices(self._tx, self._child, self._me.id)
        return [
            {"when": each.sent_at, "words": each.body.get("text"), "confirmed": each.confirmed_at is not None}
            | {**_answer(each.body, each.answer, each.version), "who": self._signer(each)}
            for each in rows
        ]

    def _signer(self, row: exports.Kept) -> str | None:
        return self._who(row.confirmed_by) if row.answer is not None else None

    def school_words(self) -> list[Entry]:
        rows = exports.school_words(self._tx, self._child, self._me.id)
        return [
            {**_word(each), "who": self._who(each.answered_by if _at_home(each) else each.author_id)} for each in rows
        ]

    def talks(self) -> list[Entry]:
        me = self._circle.member(self._me.id)
        line = line_of(self._circle, me) if me else ""
        rows = [each for each in exports.school_talks(self._tx, self._child) if each.line == line]
        said = [{**_talk(each), "who": self._who(each.author_id)} for each in rows]
        handed = dict.fromkeys(each.handed_at for each in rows if each.handed_at)
        return [*said, *({"when": each, "kind": "handed_on", "words": None, "who": None} for each in handed)]


def _letter(row: exports.Kept) -> Entry:
    return {"when": row.sent_at, "kind": row.kind, "words": row.media.get("text")}


def _talk(row: exports.Kept) -> Entry:
    return {"when": row.sent_at, "kind": row.body.get("kind"), "words": row.body.get("text")}


def _part(row: exports.Kept, part: Entry) -> Entry:
    return {"when": row.asked_at, "kind": part["kind"], "words": part["text"]}


def _look_in(row: exports.Kept) -> Entry:
    return {"when": row.asked_at, "what": f"near_{row.said}", "until": row.said_at}


def _at_home(row: exports.Kept) -> bool:
    """Whether it was no teacher who said it."""
    return bool(row.body.get("from_home"))


def _word(row: exports.Kept) -> Entry:
    what = ",".join(filter(None, [row.kind, row.body.get("why"), *row.body.get("stickers", ())]))
    notes = [each["text"] for each in row.body.get("notes", []) if each.get("text")]
    return {"when": row.sent_at or row.created_at, "what": what, "words": "\n".join(notes) or None}


def _answer(body: dict[str, Any], answer: str | None, revision: int | None) -> Entry:
    """What a household has said, and to which words: a signature belongs to one version."""
    if answer is None or revision is None:
        return {"answer": None, "version": None, "signed": None}
    choices, earlier = body.get("choices", ()), body.get("earlier", ())
    said = choices[int(answer) - 1] if answer.isdigit() and int(answer) <= len(choices) else answer
    text = earlier[revision] if revision < len(earlier) else body.get("text")
    return {"answer": said, "version": revision + 1, "signed": text}


def _own_notice(tx: Tx, row: exports.Kept) -> Entry:
    households = [
        {"name": _call_name(tx, each.child_id), "confirmed": each.confirmed_by is not None}
        | _answer(row.body, each.answer if each.confirmed_by else None, each.revision)
        for each in notices.households(tx, row.id)
        if _is_pupil(tx, row.class_id, each.child_id)
    ]
    return {"when": row.sent_at, "words": row.body.get("text"), "households": households}


def _is_pupil(tx: Tx, class_id: int, child_id: int) -> bool:
    enrolment = enrolments.find(tx, class_id, child_id)
    return enrolment is not None and enrolment.state == EnrolmentState.ACTIVE


def _call_name(tx: Tx, child_id: int) -> str:
    circle = circles.get(tx, child_id)
    return circle.child.name if circle else ""


def circles_of(tx: Tx, person_id: int) -> list[Circle]:
    """The circles of which this person may take something along."""
    return [circle for circle, _place in circles.of_person(tx, person_id, Action.EXPORT)]
