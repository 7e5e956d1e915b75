"""Which text says what of a child who comes into a class, and out of it."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import admitting as on_admitting
from bot.domain.school import initials as on_initials
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import admitting, initials

ADMITTING: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_admitting.EnrolmentsAsked: admitting.enrolments_asked,
    on_admitting.EnrolmentAsked: admitting.enrolment_asked,
    on_initials.InitialTaken: initials.initial_taken,
    on_admitting.EnrolmentDecided: admitting.enrolment_decided,
    on_admitting.EnrolmentsAccepted: admitting.enrolments_accepted,
    on_admitting.PupilWelcomed: admitting.pupil_welcomed,
    on_admitting.PupilWaitsAgain: admitting.pupil_waits_again,
    on_admitting.PupilOutAsked: admitting.pupil_out_asked,
    on_admitting.PupilOut: admitting.pupil_out,
    on_admitting.PupilTakenOut: admitting.pupil_taken_out,
    on_admitting.PupilRefused: admitting.pupil_refused,
}
