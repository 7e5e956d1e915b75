"""What a restore alone has to mend: what may have happened, or may have been said, and nobody knows."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle import membership as on_membership
from bot.domain.circle.approvals import card_of as approval_card
from bot.domain.circle.approvals import tell_asked
from bot.domain.illness.illnesses import REPEAT_AFTER, IllnessState, alerted_first
from bot.domain.notifications import Lane, Notification
from bot.domain.outages import (
    ESCALATED,
    NoticeUncertain,
    Outage,
    tell_illness_uncertain,
    tell_uncertain,
    uncertain_card,
)
from bot.domain.school.notices import NoticeState
from bot.queries import outages
from bot.queries.child_of import child_of
from bot.queries.circle import approvals, circles, membership
from bot.queries.illness import illnesses
from bot.queries.school import notices
from bot.services.illness.illness_alerts import told_now
from bot.services.notifications import notify
from bot.services.school import notice_weekly


def ask_at_home(tx: Tx, outage: Outage, illness_id: int) -> None:
    """How the child is, before anything rings; those who were alerted read that it is not known any more.

    Only a young escalation that nobody had answered goes on, when home has had its time.
    """
    illness = illnesses.lock(tx, illness_id)
    circle = circles.get(tx, illness.child_id) if illness else None
    if illness is None or circle is None or not illness.is_running:
        return
    if illness.state == IllnessState.DRAFT and circle.child.sharing_stopped:  # nobody had chosen that it is told
        illnesses.change(tx, illness.id, IllnessState.DRAFT, state=IllnessState.UNDONE, closed_at=tx.now)
        return
    if illness.state == IllnessState.DRAFT:  # its alert has most likely left
        illnesses.add_told(tx, illness.id, alerted_first(circle, illness.opened_by))
        illnesses.change(tx, illness.id, IllnessState.DRAFT, state=IllnessState.OPEN, alerted_at=illness.opened_at)
    young = illness.seen_at is None and outage.end - outage.begin < ESCALATED
    illnesses.change(
        tx, illness.id, IllnessState.OPEN, ask_at=tx.now, escalate_at=tx.now + REPEAT_AFTER if young else None
    )
    notify(tx, tell_illness_uncertain(illness.id, told_now(tx, circle, illness), outage))


def name_to_author(tx: Tx, _outage: Outage, row_id: int) -> None:
    """A letter looks after itself (`follow_letters`); of everything else its author reads that it may not have come."""
    person_id, said = outages.let_go(tx, row_id)
    for about in said:
        # What a teacher wrote to a class is named once, not for each child.
        child_id = 0 if "notice_id" in about else child_of(tx, about, person_id)
        author_id = outages.author_of(tx, about)
        if child_id is None or author_id is None or author_id == person_id:
            continue
        if cards.message_of(tx, author_id, uncertain_card(child_id)) is None:
            notify(tx, [tell_uncertain(child_id, author_id)])


def ask_teacher(tx: Tx, _outage: Outage, notice_id: int) -> None:
    """Its time came in between: whether it has left only the teacher can find out, and they send it with one tap."""
    notice = notices.get(tx, notice_id)
    if notice is not None and notice.weekly_until and notice.author_id:
        notice_id = notice_weekly.put_off(tx, notice, notice.author_id)
        notify(tx, [Notification(notice.author_id, NoticeUncertain(notice_id), Lane.NOTICE, written=True)])
    elif (
        notice is not None
        and notices.change(tx, notice_id, (NoticeState.SCHEDULED,), state=NoticeState.DRAFT)
        and notice.author_id
    ):
        notify(tx, [Notification(notice.author_id, NoticeUncertain(notice_id), Lane.NOTICE, written=True)])


def ask_for_approval(tx: Tx, _outage: Outage, approval_id: int) -> None:
    """A no may be what was lost: everybody is asked anew, and has the whole time again."""
    approval = approvals.get(tx, approval_id)
    circle = circles.get(tx, approval.child_id) if approval else None
    if approval is None or circle is None:
        return
    for each in circle.active:
        cards.forget(tx, each.person_id, approval_card(approval))
    notify(tx, tell_asked(circle, approval))


def show_place(tx: Tx, _outage: Outage, member_id: int) -> None:
    """Somebody is put out: who would object has a day again."""
    member = circles.member_by_id(tx, member_id)
    circle = circles.get(tx, member.child_id) if member else None
    final_at = membership.final_at(tx, member_id)
    if member is None or circle is None or final_at is None:
        return
    for each in circle.active:
        cards.forget(tx, each.person_id, on_membership.card_of(member_id))
    again = on_membership.tell_removed(circle, 0, member, final_at)
    notify(tx, [each for each in again if each.to != member.person_id])
