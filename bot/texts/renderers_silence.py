"""Which text says what is told while home is silent, and what passes between somebody near and the family."""

from collections.abc import Callable
from typing import Any

from bot.domain.daily import escalation as on_escalation
from bot.domain.daily import look_ins as on_look_ins
from bot.domain.notifications import Event
from bot.texts.daily import escalation, look_ins
from bot.texts.message import Message
from bot.texts.reader import Reader

SILENCE: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_escalation.StandInAsked: escalation.stand_in_asked,
    on_escalation.NotAnsweredYet: escalation.not_answered_yet,
    on_escalation.StillNotAnswered: escalation.still_not_answered,
    on_escalation.LastKnown: escalation.last_known,
    on_escalation.NeverAnsweredYet: escalation.never_answered_yet,
    on_escalation.AskedNear: look_ins.asked_near,
    on_look_ins.HelpAsked: look_ins.look_in_asked,
    on_look_ins.HelpOver: look_ins.look_in_over,
    on_look_ins.HelpSaid: look_ins.help_said,
    on_look_ins.HelpSought: look_ins.help_sought,
    on_look_ins.LookInAsked: look_ins.look_in_asked,
    on_look_ins.LookInOver: look_ins.look_in_over,
    on_look_ins.LookInSaid: look_ins.look_in_said,
}
