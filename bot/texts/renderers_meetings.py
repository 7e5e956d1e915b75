"""What teachers and families read of the times at which they talk with each other."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import meetings as on_meetings
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import meeting_lists, meetings

MEETINGS: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_meetings.MeetingPlanned: meeting_lists.meeting_planned,
    on_meetings.MeetingListed: meeting_lists.meeting_listed,
    on_meetings.MeetingOffAsked: meeting_lists.meeting_off_asked,
    on_meetings.MeetingFreed: meeting_lists.meeting_freed,
    on_meetings.MeetingDay: meeting_lists.meeting_day,
    on_meetings.MeetingDates: meeting_lists.meeting_dates,
    on_meetings.MeetingOffered: meetings.meeting_offered,
    on_meetings.MeetingNear: meetings.meeting_near,
    on_meetings.MeetingPassed: meetings.meeting_passed,
    on_meetings.MeetingOff: meetings.meeting_off,
    on_meetings.MeetingDate: meetings.meeting_date,
}
