"""What one adult asks for and another agrees to."""

from bot.domain.circle import approvals as about_
from bot.domain.circle.approvals import Approval, ApprovalState
from bot.queries.circle import approvals
from bot.texts import clocks
from bot.texts.buttons import do, do_not, undo
from bot.texts.message import Message
from bot.texts.reader import Reader


def approval_asked(reader: Reader, about: about_.ApprovalAsked) -> Message | None:
    """Who wants what, and when it happens without an answer."""
    approval = approvals.get(reader.tx, about.approval_id)
    if approval is None or approval.state != ApprovalState.WAITING:
        return None
    what = _what(reader, approval)
    if approval.action in about_.UNHURRIED:
        return Message(f"{what}\n{_happens_then(reader, approval)}", ((do_not(reader, "approve", approval.id, "no"),),))
    # L10N: below a request of another adult; {day} and {time} are the reader's own.
    when = reader.say("Is that all right? Without an answer it happens on {day} at {time}.", **_when(reader, approval))
    answers = (do(reader, "approve", approval.id, "yes"), do_not(reader, "approve", approval.id, "no"))
    return Message(f"{what}\n{when}", (answers,))


def approval_waits(reader: Reader, about: about_.ApprovalWaits) -> Message | None:
    """The others know."""
    approval = approvals.get(reader.tx, about.approval_id)
    if approval is None or approval.state != ApprovalState.WAITING:
        return None
    if approval.action in about_.UNHURRIED:
        return Message(_happens_then(reader, approval), ((undo(reader, "approve", approval.id, "no"),),))
    back = ((undo(reader, "approve", approval.id, "no"),),)
    if not about_.can_be_asked(reader.circle(approval.child_id), approval.asked_by):
        # L10N: to who asked for something that a second adult agrees to, while none can be asked here.
        alone = reader.say(
            "No other adult of the circle can be asked now. It happens on {day} at {time}.", **_when(reader, approval)
        )
        return Message(alone, back)
    # L10N: below one's own data, to who asked for it: the circle's needs a second adult.
    text = reader.say(
        "For {child}'s circle another adult is asked first. Without an answer it comes on {day} at {time}.",
        child=reader.circle(approval.child_id).child.name,
        **_when(reader, approval),
    )
    return Message(text, back)


def approval_decided(reader: Reader, about: about_.ApprovalDecided) -> Message | None:
    """How it ended; not who said so."""
    approval = approvals.get(reader.tx, about.approval_id)
    if approval is None:
        return None
    what = _what(reader, approval)
    if approval.state == ApprovalState.GRANTED:
        # L10N: below a request of an adult: a second adult has agreed, or nobody has objected in time.
        return Message(f"{what}\n" + reader.say("✅ It is agreed."))
    # L10N: below a request of an adult: somebody of the circle has said no. No name, no reason.
    return Message(f"{what}\n" + reader.say("❌ It was stopped."))


def _happens_then(reader: Reader, approval: Approval) -> str:
    # L10N: everything about a child is going to be erased, or news of it is shared again; {day} and {time} are the
    # reader's own.
    return reader.say(
        "It happens on {day} at {time}. Until then each adult of the circle can stop it.", **_when(reader, approval)
    )


def _what(reader: Reader, approval: Approval) -> str:
    circle = reader.circle(approval.child_id)
    who, child = reader.named(circle, approval.asked_by), circle.child.name
    if approval.action == about_.Wish.ERASE:
        # L10N: {who} wants everything about {child} to be erased.
        return reader.say("🗑 {who} asks to erase everything about {child}.", who=who, child=child)
    if approval.action == about_.Wish.THAW:
        # L10N: {who} wants news about {child} to be passed on again; who stopped it cannot start it any more.
        return reader.say("▶️ {who} asks to share news about {child} again.", who=who, child=child)
    # L10N: {who} wants a file with all that is kept in the circle of {child}.
    return reader.say("📦 {who} asks to take the data of {child}'s circle.", who=who, child=child)


def _when(reader: Reader, approval: Approval) -> dict[str, str]:
    return clocks.dated(reader, approval.due_at)
