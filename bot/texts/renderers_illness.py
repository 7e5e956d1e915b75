"""Which text says what concerns an illness."""

from collections.abc import Callable
from typing import Any

from bot.domain.illness import illness_alerts as on_illness
from bot.domain.illness import illness_endings as on_endings
from bot.domain.illness import illness_follow_up as on_follow_up
from bot.domain.illness import quick_notes as on_quick_notes
from bot.domain.notifications import Event
from bot.texts.illness import (
    danger_card,
    danger_signs,
    illness_card,
    illness_endings,
    illness_follow_up,
    illnesses,
    quick_notes,
)
from bot.texts.message import Message
from bot.texts.reader import Reader

ILLNESS: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_illness.EmergencyShown: danger_card.emergency_shown,
    on_illness.IllChildAsked: danger_card.ill_child_asked,
    on_illness.NobodyIll: danger_card.nobody_ill,
    on_illness.DangerCardShown: illness_card.danger_card_shown,
    on_illness.IllnessReported: illnesses.illness_reported,
    on_illness.AlertRepeated: illnesses.alert_repeated,
    on_illness.IllnessSeen: illnesses.illness_seen,
    on_illness.SeenTakenBack: illnesses.seen_taken_back,
    on_illness.CallStarted: illnesses.call_started,
    on_illness.CallTaken: illnesses.call_taken,
    on_illness.DangerSigns: danger_signs.danger_signs,
    on_illness.NewerAlert: illnesses.newer_alert,
    on_illness.CallExpired: illnesses.call_expired,
    on_illness.NobodySeenYet: illnesses.nobody_seen_yet,
    on_illness.ParentUnreached: illnesses.parent_unreached,
    on_illness.NobodyReached: illnesses.nobody_reached,
    on_illness.AlertUndelivered: illnesses.alert_undelivered,
    on_follow_up.IllnessAsked: illness_follow_up.illness_asked,
    on_follow_up.IllnessAnswered: illness_follow_up.illness_answered,
    on_follow_up.FollowUpReceived: illness_endings.follow_up_received,
    on_follow_up.IllnessFellSilent: illness_endings.illness_fell_silent,
    on_follow_up.AllClear: illness_endings.all_clear,
    on_endings.IllnessClosed: illness_endings.illness_closed,
    on_endings.IllnessReopened: illness_endings.illness_reopened,
    on_endings.IllnessGoesOn: illness_endings.illness_goes_on,
    on_follow_up.NotePassedOn: illness_follow_up.note_passed_on,
    on_follow_up.NoteAsked: illness_follow_up.note_asked,
    on_follow_up.NoteReceived: illness_follow_up.note_received,
    on_quick_notes.NoteDegreesAsked: quick_notes.note_degrees_asked,
    on_quick_notes.NoteTaken: quick_notes.note_taken,
    on_quick_notes.NoteThanked: quick_notes.note_thanked,
    on_quick_notes.NoteForgotten: quick_notes.note_forgotten,
}
