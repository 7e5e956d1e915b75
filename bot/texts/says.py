"""Which text says which telling: the table of contents of everything people read."""

from collections.abc import Callable
from typing import Any

from bot.domain import absences as on_absences
from bot.domain import approvals as on_approvals
from bot.domain import ask_now as on_ask_now
from bot.domain import audit as on_audit
from bot.domain import away as on_away
from bot.domain import calls as on_calls
from bot.domain import check_ins as on_check_ins
from bot.domain import circle_places as on_places
from bot.domain import consents as on_consents
from bot.domain import crisis as on_crisis
from bot.domain import erasing as on_erasing
from bot.domain import exports as on_exports
from bot.domain import ideas as on_ideas
from bot.domain import illness_tellings as on_illness
from bot.domain import joining as on_joining
from bot.domain import ladders as on_ladders
from bot.domain import leaving as on_leaving
from bot.domain import letters as on_letters
from bot.domain import notices as on_notices
from bot.domain import pauses as on_pauses
from bot.domain import presence as on_presence
from bot.domain import promises as on_promises
from bot.domain import reach as on_reach
from bot.domain import roll_calls as on_rolls
from bot.domain import school_illness as on_school_illness
from bot.domain import school_words as on_words
from bot.domain import schools as on_schools
from bot.domain import screens as on_screens
from bot.domain import sharing as on_sharing
from bot.domain import silence as on_silence
from bot.domain import times as on_times
from bot.domain.tell import About
from bot.texts import (
    approvals,
    ask_now,
    away,
    calls,
    check_ins,
    circle,
    consents,
    crisis,
    danger_card,
    erasing,
    exports,
    family_log,
    home,
    ideas,
    illness,
    illness_card,
    illness_follow_up,
    illness_school,
    joining,
    ladders,
    leaving,
    letters,
    notice_writing,
    notices,
    office_hours,
    pauses,
    presence,
    promise_days,
    promises,
    pupils,
    reach,
    roll_calls,
    school_words,
    schools,
    sharing,
    silence,
    start,
    times,
)
from bot.texts.message import Message
from bot.texts.reader import Reader

Say = Callable[[Reader, Any], Message | None]

SAYS: dict[type[About], Say] = {
    # start
    on_screens.ConsentAsked: start.consent_asked,
    on_screens.ConsentRefused: start.consent_refused,
    on_screens.RoleAsked: start.role_asked,
    on_screens.TeacherTold: start.teacher_told,
    on_screens.LanguageAsked: start.language_asked,
    on_screens.LanguageChanged: start.language_changed,
    on_screens.PrivacyShown: start.privacy_shown,
    on_exports.DataGiven: exports.data_given,
    on_consents.ConsentsShown: consents.consents_shown,
    on_audit.LogShown: family_log.log_shown,
    on_audit.LogChildAsked: family_log.log_child_asked,
    on_erasing.EraseAsked: erasing.erase_asked,
    on_erasing.ChildEraseAsked: erasing.child_erase_asked,
    on_erasing.PersonErased: erasing.person_erased,
    on_erasing.MessageErased: erasing.message_erased,
    on_erasing.ErasedLeft: erasing.erased_left,
    on_erasing.ChildErased: erasing.child_erased,
    # home and help
    on_screens.HomeShown: home.home_shown,
    on_screens.HelpShown: home.help_shown,
    on_screens.NotUnderstood: home.not_understood,
    on_screens.ChangeIgnored: home.change_ignored,
    on_screens.ButtonOutdated: home.button_outdated,
    # joining
    on_joining.ChildNameAsked: joining.child_name_asked,
    on_joining.BirthYearAsked: joining.birth_year_asked,
    on_joining.BirthMonthAsked: joining.birth_month_asked,
    on_joining.PlaceAsked: joining.place_asked,
    on_joining.KinAsked: joining.kin_asked,
    on_joining.CircleCreated: joining.circle_created,
    on_joining.InviteWritten: joining.invite_written,
    on_joining.InviteRoleAsked: joining.invite_role_asked,
    on_joining.InvitesExhausted: joining.invites_exhausted,
    on_joining.InviteDead: joining.invite_dead,
    on_joining.InviteOwn: joining.invite_own,
    on_joining.AlreadyIn: joining.already_in,
    on_joining.JoinWaits: joining.join_waits,
    on_joining.JoinAsked: joining.join_asked,
    on_joining.JoinDecided: joining.join_decided,
    on_joining.Welcomed: joining.welcomed,
    on_joining.TurnedAway: joining.turned_away,
    on_joining.MemberJoined: joining.member_joined,
    # what a second adult agrees to
    on_approvals.ApprovalAsked: approvals.approval_asked,
    on_approvals.ApprovalWaits: approvals.approval_waits,
    on_approvals.ApprovalDecided: approvals.approval_decided,
    # the adults of a circle
    on_places.CircleChildAsked: circle.circle_child_asked,
    on_places.CircleShown: circle.circle_shown,
    on_places.LinesAsked: circle.lines_asked,
    on_places.LinesChanged: circle.lines_changed,
    on_places.PlaceHeld: circle.place_held,
    on_places.PlaceFree: circle.place_free,
    on_places.PlaceEnded: circle.place_ended,
    on_places.MemberHeld: circle.member_held,
    on_places.MemberFree: circle.member_free,
    on_places.RemoveAsked: circle.remove_asked,
    on_places.MemberRemoved: circle.member_removed,
    # nothing is shared
    on_sharing.StopAskedOfSharing: sharing.stop_asked,
    on_sharing.SharingStopped: sharing.sharing_stopped,
    on_sharing.SharingResumed: sharing.sharing_resumed,
    on_sharing.IllWhileStopped: sharing.ill_while_stopped,
    # whose phone it is
    on_presence.KnownAsked: presence.known_asked,
    on_presence.KnownAwaited: presence.known_awaited,
    on_presence.AccountAdvised: presence.account_advised,
    # check-ins
    on_check_ins.CheckInAsked: check_ins.check_in_asked,
    on_check_ins.CheckInAnswered: check_ins.check_in_answered,
    on_check_ins.AnswerReceived: check_ins.answer_received,
    on_check_ins.AnswerTakenBack: check_ins.answer_taken_back,
    on_check_ins.ThanksSent: check_ins.thanks_sent,
    # silence, and phones that cannot be reached
    on_ladders.StandInAsked: ladders.stand_in_asked,
    on_ladders.NotAnsweredYet: ladders.not_answered_yet,
    on_ladders.StillNotAnswered: ladders.still_not_answered,
    on_ladders.NeverAnsweredYet: ladders.never_answered_yet,
    on_reach.PhoneLost: reach.phone_lost,
    on_reach.PhoneBack: reach.phone_back,
    on_silence.GapTold: silence.gap_told,
    # times, pauses, being away, leaving
    on_times.TimesShown: times.times_shown,
    on_times.SlotAsked: times.slot_asked,
    on_times.SlotChanged: times.slot_changed,
    on_times.QuietAsked: times.quiet_asked,
    on_times.OfficeAsked: office_hours.office_asked,
    on_times.MyPlaceAsked: times.my_place_asked,
    on_pauses.StopAsked: pauses.stop_asked,
    on_pauses.PauseLengthAsked: pauses.pause_length_asked,
    on_pauses.MyPauseLengthAsked: pauses.my_pause_length_asked,
    on_pauses.ChildPaused: pauses.child_paused,
    on_pauses.ChildResumed: pauses.child_resumed,
    on_pauses.MyPauseChanged: pauses.my_pause_changed,
    on_away.AwayAsked: away.away_asked,
    on_away.AwaySet: away.away_set,
    on_away.GuardianAway: away.guardian_away,
    on_away.WelcomeBack: away.welcome_back,
    on_away.GuardianBack: away.guardian_back,
    on_leaving.LeaveAsked: leaving.leave_asked,
    on_leaving.LastAdultStays: leaving.last_adult_stays,
    on_leaving.CircleLeft: leaving.circle_left,
    on_leaving.MemberLeft: leaving.member_left,
    # illness
    on_illness.EmergencyShown: danger_card.emergency_shown,
    on_illness.IllChildAsked: danger_card.ill_child_asked,
    on_illness.DangerCardShown: illness_card.danger_card_shown,
    on_illness.IllnessReported: illness.illness_reported,
    on_illness.AlertRepeated: illness.alert_repeated,
    on_illness.IllnessSeen: illness.illness_seen,
    on_illness.CallStarted: illness.call_started,
    on_illness.CallTaken: illness.call_taken,
    on_illness.CallExpired: illness.call_expired,
    on_illness.NobodySeenYet: illness.nobody_seen_yet,
    on_illness.ParentUnreached: illness.parent_unreached,
    on_illness.NobodyReached: illness.nobody_reached,
    on_illness.AlertUndelivered: illness.alert_undelivered,
    on_illness.IllnessAsked: illness_follow_up.illness_asked,
    on_illness.IllnessAnswered: illness_follow_up.illness_answered,
    on_illness.FollowUpReceived: illness_follow_up.follow_up_received,
    on_illness.AllClear: illness_follow_up.all_clear,
    on_illness.NotePassedOn: illness_follow_up.note_passed_on,
    on_illness.NoteReceived: illness_follow_up.note_received,
    # ask now
    on_ask_now.HomeAsked: ask_now.home_asked,
    on_ask_now.AnswerShown: ask_now.answer_shown,
    on_ask_now.AskedEnough: ask_now.asked_enough,
    on_ask_now.NobodyToAsk: ask_now.nobody_to_ask,
    on_ask_now.AskingPaused: ask_now.asking_paused,
    # letters
    on_letters.LetterAsked: letters.letter_asked,
    on_letters.LetterChildAsked: letters.letter_child_asked,
    on_letters.LetterArrived: letters.letter_arrived,
    on_letters.LetterOnItsWay: letters.letter_on_its_way,
    on_letters.LetterTakenBack: letters.letter_taken_back,
    on_letters.LetterPlayed: letters.letter_played,
    on_letters.LetterLost: letters.letter_lost,
    on_letters.StrayReceived: letters.stray_received,
    on_letters.LetterDropped: letters.letter_dropped,
    on_letters.VoiceDeclined: letters.voice_declined,
    on_letters.LettersCounted: letters.letters_counted,
    # ideas
    on_ideas.IdeaOffered: ideas.idea_offered,
    on_ideas.IdeasPaused: ideas.ideas_paused,
    on_ideas.IdeasExhausted: ideas.ideas_exhausted,
    # calls
    on_calls.CallTimesAsked: calls.call_times_asked,
    on_calls.CallPlanned: calls.call_planned,
    on_calls.CallProposed: calls.call_proposed,
    on_calls.CallAnswered: calls.call_answered,
    on_calls.CallNear: calls.call_near,
    on_calls.CallOutcomeAsked: calls.call_outcome_asked,
    on_calls.PleaseCallChildAsked: calls.please_call_child_asked,
    on_calls.CallRequested: calls.call_requested,
    on_calls.RequestPassedOn: calls.request_passed_on,
    on_calls.ParentCalls: calls.parent_calls,
    # promises and visits
    on_promises.PromiseAsked: promise_days.promise_asked,
    on_promises.PromiseDayAsked: promise_days.promise_day_asked,
    on_promises.PromiseMade: promises.promise_made,
    on_promises.PromiseTold: promises.promise_told,
    on_promises.PromiseNear: promises.promise_near,
    on_promises.PromiseOutcomeAsked: promises.promise_outcome_asked,
    # schools and classes
    on_schools.SchoolJoined: schools.school_joined,
    on_schools.SchoolLinkOwn: schools.school_link_own,
    on_schools.TeacherInvited: schools.teacher_invited,
    on_schools.ClassNameAsked: schools.class_name_asked,
    on_schools.ClassOpened: schools.class_opened,
    on_schools.PosterMade: schools.poster_made,
    on_schools.ClassShown: schools.class_shown,
    on_schools.FamilyFirst: schools.family_first,
    on_schools.PupilAsked: schools.pupil_asked,
    on_schools.SchoolConsentAsked: schools.school_consent_asked,
    on_schools.SchoolConsentRefused: schools.school_consent_refused,
    on_schools.EnrolmentWaits: office_hours.enrolment_waits,
    on_schools.EnrolledAlready: schools.enrolled_already,
    on_schools.EnrolmentAsked: schools.enrolment_asked,
    on_schools.EnrolmentDecided: schools.enrolment_decided,
    on_schools.PupilWelcomed: schools.pupil_welcomed,
    on_schools.PupilRefused: schools.pupil_refused,
    on_schools.PupilLeft: schools.pupil_left,
    # one child, and the roll call
    on_words.PupilClassAsked: pupils.pupil_class_asked,
    on_words.PupilsShown: pupils.pupils_shown,
    on_words.PupilShown: pupils.pupil_shown,
    on_words.WordReceipt: pupils.word_receipt,
    on_words.WordsExhausted: pupils.words_exhausted,
    on_words.WordNoteReceived: pupils.word_note_received,
    on_words.WordAnswered: pupils.word_answered,
    on_words.WordSent: school_words.word_sent,
    on_words.WordNoteSent: school_words.word_note_sent,
    on_absences.AbsenceShown: school_words.absence_shown,
    on_absences.AbsenceOver: school_words.absence_over,
    on_absences.AbsenceAnswered: pupils.absence_answered,
    on_school_illness.SchoolIllnessShown: illness_school.school_illness_shown,
    on_school_illness.SchoolIllnessNews: illness_school.school_illness_news,
    on_rolls.RollCallShown: roll_calls.roll_call_shown,
    # something hard
    on_crisis.CrisisAsked: crisis.crisis_asked,
    on_crisis.CrisisCardShown: crisis.crisis_card_shown,
    on_crisis.HeldTextAsked: crisis.held_text_asked,
    on_crisis.HeldTextSettled: crisis.held_text_settled,
    # notices
    on_notices.NoticeClassAsked: notice_writing.notice_class_asked,
    on_notices.ClassEmpty: notice_writing.class_empty,
    on_notices.NoticeAsked: notice_writing.notice_asked,
    on_notices.LevelAsked: notice_writing.level_asked,
    on_notices.NoticePreviewed: notice_writing.notice_previewed,
    on_notices.SendTimeAsked: notice_writing.send_time_asked,
    on_notices.NoticeScheduled: notice_writing.notice_scheduled,
    on_notices.NoticeChangeAsked: notice_writing.notice_change_asked,
    on_notices.NoticeWithdrawn: notice_writing.notice_withdrawn,
    on_notices.NoticesExhausted: notice_writing.notices_exhausted,
    on_notices.NoticeReceipt: notice_writing.notice_receipt,
    on_notices.ConfirmationsShown: notice_writing.confirmations_shown,
    on_notices.NoticeSent: notices.notice_sent,
    on_notices.NoticePart: notices.notice_part,
    on_notices.NoticeReminded: notices.notice_reminded,
    on_notices.ReminderSettled: notices.reminder_settled,
    on_notices.NoticeCorrected: notices.notice_corrected,
}

KINDS: dict[str, type[About]] = {kind.__name__: kind for kind in SAYS}
