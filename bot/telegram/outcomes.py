"""What became of a send, written down: units of work for whoever sends."""

from datetime import timedelta
from functools import cache

from prometheus_client import Counter

from bot import log, metrics
from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.payloads import Failure, Payload
from bot.delivery.states import OutboxState
from bot.domain.notifications import Lane
from bot.errors import Refused
from bot.telegram.endings import Arrived
from bot.telegram.failures import is_foreign_file, is_left, is_same, is_shut, is_uneditable, is_voiceless
from bot.telegram.hooks import SendHooks
from bot.telegram.pacer import FAST

_log = log.get("sender")

FOREIGN = "its file was given to an earlier bot (has the token changed?), and this one cannot send it"

# Failures of its own after which a row is given up: an alert is tried for an hour, everything else for some minutes.
URGENT_ATTEMPTS = 60
_BACK_OFF = timedelta(seconds=2)
# Most failures of a server are over at once: an alert, or the answer to a tap, is tried again sooner.
_SOON = timedelta(seconds=0.5)
_LONGEST_BACK_OFF = timedelta(seconds=60)
# While nobody gets through, every other question to the line is one of an alert.
_PROBED = timedelta(seconds=10)
# A request that is not answered yet may still be done: who sends it again at once sends it twice.
_IN_FLIGHT = timedelta(seconds=10)


@cache
def _sends(lane: Lane, outcome: str) -> Counter:
    return metrics.SENDS.labels(lane.name.lower(), outcome)


def count(row: outbox.Row, outcome: str) -> None:
    """One more send with this outcome."""
    _sends(row.lane, outcome).inc()


def name_of(refused: Refused) -> str:
    """What operators call this outcome."""
    if is_same(refused) or is_left(refused):
        return "sent"
    if refused.retry_after is not None:
        return "flood"
    if refused.unreachable:
        return "unreachable"
    return "refused" if refused.permanent and not is_voiceless(refused) else "again"


def back_off(row: outbox.Row) -> timedelta:
    """How long to wait after a failed attempt."""
    first = _SOON if row.lane in FAST else _BACK_OFF
    return min(first * (1 << min(row.attempt - 1, 10)), _LONGEST_BACK_OFF)


def lost(tx: Tx, row: outbox.Row, kind: Failure, reason: str, *, in_flight: int = 0, broken: bool = False) -> None:
    """No answer of Telegram's own: it is sent again. Whether that counts against the row is decided by then.

    `kind` is `unknown` where Telegram may have it, `failed` where it has not, and `away` where nobody was there, which
    never counts; `in_flight`: so many requests of this row may still be answered; `broken`: nobody gets through.
    """
    for each in row.company:
        lost(tx, each, kind, reason, in_flight=in_flight, broken=broken)
    wait = min(back_off(row), _PROBED) if broken and row.lane == Lane.URGENT else back_off(row)
    if in_flight:
        wait = max(wait, min(_IN_FLIGHT * (1 << min(in_flight - 1, 10)), _LONGEST_BACK_OFF))
    if outbox.put_back(tx, row.id, tx.now + wait, f"{kind}: {reason}", attempt=row.attempt):
        outbox.set_payload(tx, row.id, {**row.payload, "after": kind})
    tx.woke.add("outbox")


def part(tx: Tx, row: outbox.Row) -> None:
    """What was to leave in the message of this row goes its own way."""
    for each in row.company:
        outbox.put_back(tx, each.id, tx.now, "it goes alone", attempt=each.attempt)


def judge(row: outbox.Row, *, own: bool) -> str | None:
    """Count the row's last failure where it was its `own`; what follows: `plain`, `failed`, `unknown`, or nothing."""
    kind = row.payload.pop("after", None)
    if kind is None or kind == "away" or not own:
        return None
    row.payload[kind] = times = row.payload.get(kind, 0) + 1
    if kind == "unknown" and not row.retry_if_unknown:
        return kind  # what Homeline began comes rather not at all than twice
    most = URGENT_ATTEMPTS if row.lane == Lane.URGENT else outbox.ATTEMPTS
    if times >= most:
        return kind
    in_words = kind == "failed" and times >= most // 2 and row.retry_if_unknown and "plain" not in row.payload
    return "plain" if in_words else None


def _in_words_alone(tx: Tx, row: outbox.Row, reason: str) -> None:
    """What Telegram refuses may be a button or a mark: what matters arrives without."""
    _log.error("outbox row %s: tried again in words alone: %s", row.id, reason)
    if outbox.put_back(tx, row.id, tx.now, reason, attempt=row.attempt):
        outbox.set_payload(tx, row.id, {**row.payload, "plain": True})


def is_of_group(row: outbox.Row) -> bool:
    """Whether it is for a group, where nobody in particular reads it."""
    return row.person_id is None and row.chat is not None


def _follow(tx: Tx, row: outbox.Row, rest: tuple[str, ...]) -> None:
    """What did not fit into a message comes after it."""
    for text in rest:
        payload: Payload = {"events": [], "text": text, "silent": True}
        outbox.put(tx, payload, chat=row.chat, person_id=row.person_id, lane=row.lane, retry_if_unknown=True)


class Outcomes:
    """What an end means for the row, and through the hooks for people: units of work."""

    def __init__(self, hooks: SendHooks) -> None:
        self._hooks = hooks

    def sent(self, tx: Tx, row: outbox.Row, end: Arrived, rest: tuple[str, ...]) -> None:
        """It has become this message; what did not fit into it follows, and what was uploaded is known from now on."""
        if end.file is not None:
            self._hooks.uploaded(tx, row, end.file)
        if outbox.finish(tx, row.id, OutboxState.SENT, message_id=end.message_id, attempt=row.attempt):
            _follow(tx, row, rest)
        self._remember(tx, row, end)
        for each in row.company:
            self.sent(tx, each, Arrived(end.message_id), ())
        tx.woke.add("outbox")

    def sent_late(self, tx: Tx, row: outbox.Row, end: Arrived, rest: tuple[str, ...]) -> None:
        """The answer came after all, while the row waited to be sent again, or was given up."""
        states = (OutboxState.PENDING, OutboxState.WAITING, OutboxState.UNKNOWN)
        if any(outbox.finish(tx, row.id, OutboxState.SENT, was=each, message_id=end.message_id) for each in states):
            _follow(tx, row, rest)
            self._remember(tx, row, end)
        for each in row.company:
            self.sent_late(tx, each, Arrived(end.message_id), ())
        tx.woke.add("outbox")

    def conclude(self, tx: Tx, row: outbox.Row, what: str) -> None:
        """Telegram fails at this row while it does others: without buttons, or not at all any more."""
        tx.woke.add("outbox")
        if what == "plain":
            _in_words_alone(tx, row, "Telegram fails at it")
        elif what == "failed":
            self.give_up(tx, row, OutboxState.DISCARDED, "Telegram fails at it again and again", refused=True)
        else:
            self.give_up(
                tx,
                row,
                OutboxState.UNKNOWN,
                "no answer, again and again" if row.retry_if_unknown else "no answer",
                refused=False,
            )

    def give_up(self, tx: Tx, row: outbox.Row, state: OutboxState, reason: str, *, refused: bool) -> None:
        """This row is not sent again: operators find it by its number, and those who rely on it are told."""
        if outbox.finish(tx, row.id, state, reason=reason, attempt=row.attempt):
            _log.error("outbox row %s (%s): given up: %s", row.id, row.lane.name.lower(), reason)
            self._hooks.given_up(tx, row, refused=refused)

    def refused(self, tx: Tx, row: outbox.Row, refused: Refused, *, in_words: bool) -> None:
        """Telegram has answered, and not done it."""
        tx.woke.add("outbox")
        part(tx, row)
        if is_same(refused):
            outbox.finish(tx, row.id, OutboxState.SENT, reason="it said so already", attempt=row.attempt)
        elif is_left(refused):
            outbox.finish(tx, row.id, OutboxState.CLEARED, reason=refused.reason, attempt=row.attempt)
        elif is_uneditable(refused):
            self._as_new_message(tx, row)
        elif is_voiceless(refused) and row.person_id is not None:
            self._keep_voice(tx, row, refused)
        elif refused.unreachable and row.person_id is not None:
            self._unreachable(tx, row, row.person_id, refused)
        elif row.chat is not None and self._by_group(tx, row, row.chat, refused):
            return
        elif refused.permanent and is_foreign_file(refused) and self._may_leave_file(row):
            _log.error("outbox row %s: %s; its words go alone", row.id, FOREIGN)
            outbox.put_back(tx, row.id, tx.now, FOREIGN, attempt=row.attempt)
            outbox.set_payload(tx, row.id, {**row.payload, "fileless": True})
        elif refused.permanent and in_words and row.retry_if_unknown and "plain" not in row.payload:
            _in_words_alone(tx, row, refused.reason)
        elif refused.permanent:
            reason = FOREIGN if is_foreign_file(refused) else refused.reason
            self.give_up(tx, row, OutboxState.DISCARDED, reason, refused=True)
        else:
            wait = timedelta(seconds=refused.retry_after) if refused.retry_after else back_off(row)
            outbox.put_back(tx, row.id, tx.now + wait, refused.reason, attempt=row.attempt)

    def _by_group(self, tx: Tx, row: outbox.Row, chat: int, refused: Refused) -> bool:
        """Whether it was a group that has grown, or that is shut to us; then nothing else that waits for it is said."""
        if refused.moved_to is not None:
            outbox.put_back(tx, row.id, tx.now, refused.reason, attempt=row.attempt)
            self._hooks.groups.moved(tx, chat, refused.moved_to)
        elif is_of_group(row) and (refused.unreachable or is_shut(refused)):
            outbox.finish(tx, row.id, OutboxState.CLEARED, reason=refused.reason, attempt=row.attempt)
            self._hooks.groups.closed(tx, chat)
        else:
            return False
        return True

    def _may_leave_file(self, row: outbox.Row) -> bool:
        return "fileless" not in row.payload and self._hooks.speaks_without_file(row)

    def _remember(self, tx: Tx, row: outbox.Row, end: Arrived) -> None:
        if row.card and is_of_group(row):
            if end.message_id is not None:
                self._hooks.groups.posted(tx, row, [end.message_id, *end.others])
            else:  # it was taken out
                self._hooks.groups.gone(tx, row)
        elif row.card and row.person_id is not None and end.message_id is not None:
            self._hooks.card_sent(tx, row, end.message_id)
            cards.remember(tx, row.person_id, row.card, end.message_id)
            for place, each in enumerate(end.others, 1):
                cards.remember(tx, row.person_id, cards.further(row.card, place), each)

    def _as_new_message(self, tx: Tx, row: outbox.Row) -> None:
        """The message is gone or too old to be changed: a new one says it."""
        if row.card and row.person_id is not None:
            cards.forget(tx, row.person_id, row.card)
        elif is_of_group(row):
            self._hooks.groups.gone(tx, row)
        due_at = tx.now if row.person_id is None else self._hooks.may_arrive_at(tx, row, None)
        if outbox.put_back(tx, row.id, due_at, "a new message says it", attempt=row.attempt):
            payload = row.payload.copy()
            payload.pop("edit", None)
            outbox.set_payload(tx, row.id, payload)

    def _keep_voice(self, tx: Tx, row: outbox.Row, refused: Refused) -> None:
        """It waits, and is tried now and then, for Telegram does not say when it becomes possible."""
        again = self._hooks.voice_kept(tx, row)
        if outbox.put_back(tx, row.id, again, refused.reason, attempt=row.attempt, aside=True):
            outbox.set_payload(tx, row.id, {**row.payload, "voiceless": True})

    def _unreachable(self, tx: Tx, row: outbox.Row, person_id: int, refused: Refused) -> None:
        """Keep everything for this person until they are back; those around them are told."""
        outbox.put_back(tx, row.id, tx.now, refused.reason, attempt=row.attempt)
        self._hooks.unreachable(tx, person_id)
