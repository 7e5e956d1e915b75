"""What schools, teachers and their classes read: the second half of the table of contents."""

from collections.abc import Callable
from typing import Any

from bot.domain import outages as on_outages
from bot.domain.notifications import Event
from bot.domain.privacy import crisis as on_crisis
from bot.domain.school import absences as on_absences
from bot.domain.school import calendar_imports as on_imports
from bot.domain.school import calendars as on_calendars
from bot.domain.school import class_questions as on_class_questions
from bot.domain.school import class_years as on_years
from bot.domain.school import leaving_class as on_leaving
from bot.domain.school import notice_albums as on_albums
from bot.domain.school import notice_cards as on_notice_cards
from bot.domain.school import notice_choices as on_choices
from bot.domain.school import notice_drafts as on_drafts
from bot.domain.school import notice_own_time as on_own_time
from bot.domain.school import notice_preview as on_preview
from bot.domain.school import notice_receivers as on_receivers
from bot.domain.school import notice_signatures as on_signatures
from bot.domain.school import notice_waiting as on_waiting
from bot.domain.school import notice_weekly as on_weekly
from bot.domain.school import notices as on_notices
from bot.domain.school import roll_calls as on_rolls
from bot.domain.school import roster_care as on_care
from bot.domain.school import roster_files as on_files
from bot.domain.school import rosters as on_rosters
from bot.domain.school import school_hours as on_hours
from bot.domain.school import school_illness as on_school_illness
from bot.domain.school import school_notices as on_school_notices
from bot.domain.school import school_page as on_page
from bot.domain.school import school_talks as on_talks
from bot.domain.school import school_words as on_words
from bot.domain.school import schools as on_schools
from bot.domain.school import shared_numbers as on_numbers
from bot.domain.school import slips as on_slips
from bot.domain.school import staffing as on_staff
from bot.domain.school import staying_home as on_staying
from bot.domain.school import stray_lists as on_stray
from bot.domain.school import talk_silences as on_silences
from bot.domain.school import talk_ways as on_ways
from bot.domain.school import unsent_talks as on_unsent
from bot.texts.illness import illness_school
from bot.texts.message import Message
from bot.texts.privacy import crisis
from bot.texts.reader import Reader
from bot.texts.school import (
    absences,
    calendar_imports,
    calendars,
    class_page,
    class_questions,
    class_teachers,
    class_years,
    first_screens,
    leaving_class,
    notice_choices,
    notice_drafts,
    notice_options,
    notice_own_time,
    notice_preview,
    notice_receivers,
    notice_results,
    notice_signatures,
    notice_waiting,
    notice_weekly,
    notice_writing,
    notices,
    office_hours,
    posters,
    pupils,
    roll_calls,
    roster_care,
    roster_files,
    rosters,
    school_hours,
    school_notice_results,
    school_notices,
    school_page,
    school_talks,
    school_words,
    schools,
    shared_numbers,
    slip_opening,
    slips,
    staff_list,
    staffing,
    staying_home,
    stray_lists,
    talk_silences,
    talk_threads,
    unsent_talks,
)

SCHOOL: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    # words between family and school
    on_page.SchoolPageShown: school_page.school_page_shown,
    on_numbers.NumbersShown: shared_numbers.numbers_shown,
    on_numbers.OwnNumberAsked: shared_numbers.own_number_asked,
    on_numbers.OwnNumberKept: shared_numbers.own_number_kept,
    on_numbers.NumberWished: shared_numbers.number_wished,
    on_numbers.NumberWishNoted: shared_numbers.number_wish_noted,
    on_talks.TalkAskedFor: school_talks.talk_asked_for,
    on_unsent.TalkChildAsked: unsent_talks.talk_child_asked,
    on_unsent.TalkChildAskedAgain: unsent_talks.talk_child_asked_again,
    on_unsent.TalkChildMoved: unsent_talks.talk_child_moved,
    on_unsent.UnsentDropped: unsent_talks.unsent_dropped,
    on_unsent.UnsentOver: unsent_talks.unsent_over,
    on_talks.TalkReceipt: school_talks.talk_receipt,
    on_ways.TalkLost: school_talks.talk_lost,
    on_talks.TalkToSchool: school_talks.talk_to_school,
    on_talks.TalksWaiting: talk_threads.talks_waiting,
    on_talks.ThreadRead: talk_threads.thread_read,
    on_talks.TalkShared: school_talks.talk_shared,
    on_talks.TalkToFamily: school_talks.talk_to_family,
    on_talks.TalkGone: school_talks.talk_gone,
    on_talks.TalkKept: school_talks.talk_kept,
    on_talks.TalkClosed: school_talks.talk_closed,
    on_silences.TalkUnanswered: talk_silences.talk_unanswered,
    # the calendar
    on_calendars.CalendarShown: calendars.calendar_shown,
    on_calendars.CalendarAsked: calendars.calendar_asked,
    on_calendars.CalendarRead: calendars.calendar_read,
    on_calendars.CalendarTaken: calendars.calendar_taken,
    on_calendars.SchoolDayShown: calendars.school_day_shown,
    on_calendars.SchoolDayNear: calendars.school_day_near,
    on_imports.CalendarFileWaits: calendar_imports.calendar_file_waits,
    on_imports.CalendarFileUnread: calendar_imports.calendar_file_unread,
    # schools and classes
    on_schools.SchoolJoined: first_screens.school_joined,
    on_schools.SchoolLinkOwn: schools.school_link_own,
    on_schools.TeacherInvited: schools.teacher_invited,
    on_schools.ClassNameAsked: schools.class_name_asked,
    on_schools.ClassOpened: schools.class_opened,
    on_schools.PosterMade: posters.poster_made,
    on_slips.SchoolPlaceAsked: slips.school_place_asked,
    on_slips.SlipsAsked: slips.slips_asked,
    on_slips.SlipOneAsked: slips.slip_one_asked,
    on_slips.SlipsMade: slips.slips_made,
    on_slips.SlipsEnough: slips.slips_enough,
    on_slips.SlipOpened: slips.slip_opened,
    on_slips.SlipWrongAsked: slips.slip_wrong_asked,
    on_slips.SlipWrong: slips.slip_wrong,
    on_slips.SlipShown: slip_opening.slip_shown,
    on_slips.SlipChildAsked: slip_opening.slip_child_asked,
    on_slips.SlipClosed: slip_opening.slip_closed,
    on_slips.SlipRefused: slip_opening.slip_refused,
    on_slips.SlipOther: slip_opening.slip_other,
    on_slips.BornAsked: slip_opening.born_asked,
    on_schools.PosterRenewed: posters.poster_renewed,
    on_schools.ClassPageMade: class_page.class_page_made,
    on_schools.ClassShown: schools.class_shown,
    on_schools.FamilyFirst: schools.family_first,
    on_schools.PupilAsked: schools.pupil_asked,
    on_schools.SchoolConsentAsked: schools.school_consent_asked,
    on_schools.SchoolConsentRefused: schools.school_consent_refused,
    on_schools.EnrolmentWaits: office_hours.enrolment_waits,
    on_schools.EnrolledAlready: schools.enrolled_already,
    on_years.CarryAsked: class_years.carry_asked,
    on_years.CarryDeclined: class_years.carry_declined,
    on_years.ClassCarried: class_years.class_carried,
    on_years.ClassRenamed: class_years.class_renamed,
    on_years.ClassEnded: class_years.class_ended,
    on_years.ClassOver: class_years.class_over,
    on_years.ClassCloseAsked: class_years.class_close_asked,
    on_years.PosterRests: class_years.poster_rests,
    on_rosters.RosterShown: rosters.roster_shown,
    on_rosters.RosterAsked: rosters.roster_asked,
    on_rosters.RosterRead: rosters.roster_read,
    on_rosters.RosterTaken: rosters.roster_taken,
    on_stray.WhoseListAsked: stray_lists.whose_list_asked,
    on_rosters.LineAsked: rosters.line_asked,
    on_care.LinesShown: roster_care.lines_shown,
    on_care.LineShown: roster_care.line_shown,
    on_care.LineNameAsked: roster_care.line_name_asked,
    on_care.LineRenamed: roster_care.line_renamed,
    on_care.SameLineAsked: roster_care.same_line_asked,
    on_care.TwoFamiliesAsked: roster_care.two_families_asked,
    on_care.LinesJoined: roster_care.lines_joined,
    on_care.LineClassAsked: roster_care.line_class_asked,
    on_care.LineMoved: roster_care.line_moved,
    on_care.LineArrived: roster_care.line_arrived,
    on_care.ClassChanged: roster_care.class_changed,
    on_care.LineOff: roster_care.line_off,
    on_files.RosterFileWaits: roster_files.roster_file_waits,
    on_files.RosterFileAsked: roster_files.roster_file_asked,
    on_files.RosterFileUnread: roster_files.roster_file_unread,
    on_leaving.ClassOfChildShown: leaving_class.class_of_child_shown,
    on_leaving.ClassLeaveAsked: leaving_class.class_leave_asked,
    on_leaving.PupilLeft: leaving_class.pupil_left,
    on_leaving.PupilBack: leaving_class.pupil_back,
    on_leaving.PupilMoved: leaving_class.pupil_moved,
    # who works at a school
    on_staff.NamedCodeAsked: staffing.named_code_asked,
    on_staff.NamedCodeKept: staffing.named_code_kept,
    on_staff.TeacherWaits: staffing.teacher_waits,
    on_staff.TeacherAsked: staffing.teacher_asked,
    on_staff.TeacherDecided: staffing.teacher_decided,
    on_staff.TeacherTurnedAway: staffing.teacher_turned_away,
    on_staff.LeadJoined: staffing.lead_joined,
    on_staff.StaffShown: staff_list.staff_shown,
    on_staff.TeacherOutAsked: staffing.teacher_out_asked,
    on_staff.TeacherEnded: staffing.teacher_ended,
    on_staff.TeacherGone: staffing.teacher_gone,
    on_staff.ClassLed: class_teachers.class_led,
    on_staff.SecondTeacherAsked: class_teachers.second_teacher_asked,
    on_staff.ClassGiven: class_teachers.class_given,
    on_staff.ClassLost: class_teachers.class_lost,
    on_staff.ClassWith: class_teachers.class_with,
    on_staff.NobodyLeads: staffing.nobody_leads,
    on_staff.LeadGiven: staffing.lead_given,
    on_staff.LeaveSchoolAsked: staffing.leave_school_asked,
    on_staff.SchoolLeft: staffing.school_left,
    on_staff.PosterOld: posters.poster_old,
    # one child, and the roll call
    on_words.PupilClassAsked: pupils.pupil_class_asked,
    on_words.PupilsShown: pupils.pupils_shown,
    on_words.PupilShown: pupils.pupil_shown,
    on_words.WordReceipt: pupils.word_receipt,
    on_words.WordsExhausted: pupils.words_exhausted,
    on_words.WordNoteReceived: pupils.word_note_received,
    on_words.WordAnswered: pupils.word_answered,
    on_words.WordSent: school_words.word_sent,
    on_words.WordThanked: school_words.word_thanked,
    on_words.WordNoteSent: school_words.word_note_sent,
    on_words.WordTakenBack: school_words.word_taken_back,
    on_words.WordNoteGone: school_words.word_note_gone,
    on_absences.AbsenceShown: school_words.absence_shown,
    on_absences.AbsenceOver: school_words.absence_over,
    on_absences.AbsenceToldAnew: school_words.absence_told_anew,
    on_absences.AbsenceAnswered: pupils.absence_answered,
    on_absences.AbsenceUnanswered: absences.absence_unanswered,
    on_class_questions.InClassAsked: class_questions.in_class_asked,
    on_class_questions.InClassRests: class_questions.in_class_rests,
    on_class_questions.InClassWaits: class_questions.in_class_waits,
    on_class_questions.InClassAnswered: class_questions.in_class_answered,
    on_staying.StaysHomeShown: staying_home.stays_home_shown,
    on_staying.StaysHomeTakenBack: pupils.stays_home_taken_back,
    on_staying.SchoolDayOver: staying_home.school_day_over,
    on_hours.HoursShown: school_hours.hours_shown,
    on_hours.HoursTold: school_hours.hours_told,
    on_school_illness.SchoolIllnessShown: illness_school.school_illness_shown,
    on_school_illness.SchoolIllnessNews: illness_school.school_illness_news,
    on_rolls.RollCallHereAsked: roll_calls.roll_call_here_asked,
    on_rolls.RollCallShown: roll_calls.roll_call_shown,
    # something hard
    on_crisis.CrisisAsked: crisis.crisis_asked,
    on_crisis.CrisisCardShown: crisis.crisis_card_shown,
    on_crisis.HeldTextAsked: crisis.held_text_asked,
    on_crisis.HeldTextWaits: crisis.held_text_waits,
    on_crisis.HeldTextSettled: crisis.held_text_settled,
    # notices
    on_notices.NoticeClassAsked: notice_writing.notice_class_asked,
    on_notices.ClassEmpty: notice_writing.class_empty,
    on_notices.NoticeAsked: notice_writing.notice_asked,
    on_drafts.NoticeBegun: notice_weekly.begun,
    on_drafts.DraftsShown: notice_drafts.drafts_shown,
    on_drafts.NoticeCardMoved: notice_writing.notice_card_moved,
    on_notices.NoticePreviewed: notice_options.notice_previewed,
    on_notices.SendTimeAsked: notice_options.send_time_asked,
    on_own_time.OwnTimeAsked: notice_own_time.own_time_asked,
    on_notices.NoticeScheduled: notice_weekly.waits,
    on_outages.NoticeUncertain: notice_writing.notice_uncertain,
    on_receivers.ReceiversAsked: notice_receivers.receivers_asked,
    on_school_notices.SchoolNoticeAsked: school_notices.school_notice_asked,
    on_school_notices.SchoolNoticeWent: school_notices.school_notice_went,
    on_weekly.WeeklyAsked: notice_weekly.weekly_asked,
    on_weekly.WeeklyOver: notice_weekly.weekly_over,
    on_waiting.NoticesPassedOn: notice_waiting.notices_passed_on,
    on_waiting.NoticesStopped: notice_waiting.notices_stopped,
    on_notices.NoticeChangeAsked: notice_writing.notice_change_asked,
    on_notices.NoticeWithdrawn: notice_writing.notice_withdrawn,
    on_notices.NoticesExhausted: notice_writing.notices_exhausted,
    on_notices.NoticeMediaLost: notice_results.notice_media_lost,
    on_notices.NoticeReceipt: notice_results.notice_receipt,
    on_notices.ConfirmationsShown: school_notice_results.confirmations_shown,
    on_notices.NoticeSent: notices.notice_sent,
    on_notices.NoticePart: notices.notice_part,
    on_albums.NoticeAlbum: notices.notice_album,
    on_notices.NoticeReminded: notices.notice_reminded,
    on_notices.ReminderSettled: notices.reminder_settled,
    on_notice_cards.NoticeToldAnew: notices.notice_told_anew,
    on_notices.NoticeCorrected: notices.notice_corrected,
    on_signatures.SignaturesGiven: notice_signatures.signatures_given,
    on_preview.NoticeShown: notice_preview.notice_shown,
    on_preview.PreviewTapped: notice_preview.preview_tapped,
    on_choices.ChoicesAsked: notice_choices.choices_asked,
    on_choices.DeadlineAsked: notice_choices.deadline_asked,
    on_choices.AnswersOver: notice_choices.answers_over,
    on_choices.NoticeOutcome: notice_results.notice_outcome,
}
