"""Which text says which notification: the table of contents of everything people read."""

from collections.abc import Callable
from typing import Any

from bot.domain import audit as on_audit
from bot.domain import limits as on_limits
from bot.domain import outages as on_outages
from bot.domain import screens as on_screens
from bot.domain.circle import adding_child as on_adding
from bot.domain.circle import approvals as on_approvals
from bot.domain.circle import away as on_away
from bot.domain.circle import child_moves as on_child_moves
from bot.domain.circle import home_or_away as on_home
from bot.domain.circle import joining as on_joining
from bot.domain.circle import leaving as on_leaving
from bot.domain.circle import membership as on_membership
from bot.domain.circle import pauses as on_pauses
from bot.domain.circle import presence as on_presence
from bot.domain.circle import reach as on_reach
from bot.domain.circle import same_child as on_same_child
from bot.domain.circle import times as on_times
from bot.domain.daily import ask_now as on_ask_now
from bot.domain.daily import calls as on_calls
from bot.domain.daily import check_ins as on_check_ins
from bot.domain.daily import heard as on_heard
from bot.domain.daily import ideas as on_ideas
from bot.domain.daily import kind_words as on_kind_words
from bot.domain.daily import letters as on_letters
from bot.domain.daily import one_card as on_one_card
from bot.domain.daily import promises as on_promises
from bot.domain.daily import rhythm as on_rhythm
from bot.domain.notifications import Event
from bot.domain.privacy import childs_say as on_childs_say
from bot.domain.privacy import consents as on_consents
from bot.domain.privacy import erasing as on_erasing
from bot.domain.privacy import exports as on_exports
from bot.domain.privacy import idle as on_idle
from bot.domain.privacy import reports as on_reports
from bot.domain.privacy import sharing as on_sharing
from bot.texts import home, inviting, limits, my_settings, outages, start
from bot.texts.circle import (
    adding_child,
    approvals,
    away,
    child_moves,
    circles,
    family_log,
    home_or_away,
    joining,
    leaving,
    nights,
    pauses,
    presence,
    reach,
    same_child,
    times,
)
from bot.texts.daily import (
    ask_now,
    calls,
    check_ins,
    heard,
    ideas,
    kind_words,
    letters,
    one_card,
    promise_days,
    promises,
    rhythm,
    strays,
)
from bot.texts.message import Message
from bot.texts.privacy import childs_say, consents, erasing, exports, reports, sharing
from bot.texts.reader import Reader
from bot.texts.renderers_admitting import ADMITTING
from bot.texts.renderers_back import BACK
from bot.texts.renderers_chat import CHAT
from bot.texts.renderers_daily import DAILY
from bot.texts.renderers_groups import GROUPS
from bot.texts.renderers_illness import ILLNESS
from bot.texts.renderers_lead import LEAD
from bot.texts.renderers_meetings import MEETINGS
from bot.texts.renderers_operators import OPERATORS
from bot.texts.renderers_school import SCHOOL
from bot.texts.renderers_silence import SILENCE
from bot.texts.renderers_there import THERE
from bot.texts.renderers_withdrawing import WITHDRAWING
from bot.texts.renderers_worries import WORRIES
from bot.texts.school import office_hours

Say = Callable[[Reader, Any], Message | None]

RENDERERS: dict[type[Event], Say] = {
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
    on_idle.FamilyIdle: erasing.family_idle,
    # home and help
    on_screens.HomeShown: home.home_shown,
    on_screens.SettingsShown: my_settings.settings_shown,
    on_limits.LimitReached: limits.limit_reached,
    on_screens.HelpShown: home.help_shown,
    on_screens.NotUnderstood: home.not_understood,
    on_screens.FileStays: home.file_stays,
    on_screens.ChangeIgnored: home.change_ignored,
    on_screens.ButtonOutdated: home.button_outdated,
    on_home.HomeNoted: home_or_away.home_noted,
    on_home.HomeTold: home_or_away.home_told,
    # joining
    on_joining.ChildNameAsked: joining.child_name_asked,
    on_adding.ChildGoesOn: adding_child.child_goes_on,
    on_joining.BirthYearAsked: joining.birth_year_asked,
    on_joining.BirthMonthAsked: joining.birth_month_asked,
    on_joining.PlaceAsked: joining.place_asked,
    on_joining.KinAsked: joining.kin_asked,
    on_joining.CircleCreated: joining.circle_created,
    on_joining.InviteWritten: inviting.invite_written,
    on_joining.InviteRoleAsked: joining.invite_role_asked,
    on_joining.InvitesExhausted: joining.invites_exhausted,
    on_joining.InviteDead: joining.invite_dead,
    on_joining.LinksRest: joining.links_rest,
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
    on_membership.CircleChildAsked: circles.circle_child_asked,
    on_membership.CircleShown: circles.circle_shown,
    on_membership.LinesAsked: circles.lines_asked,
    on_membership.LinesChanged: circles.lines_changed,
    on_membership.PlaceSuspended: circles.place_suspended,
    on_membership.PlaceOpened: circles.place_opened,
    on_membership.PlaceEnded: circles.place_ended,
    on_membership.MemberSuspended: circles.member_suspended,
    on_membership.MemberOpened: circles.member_opened,
    on_membership.RemoveAsked: circles.remove_asked,
    on_membership.MemberRemoved: circles.member_removed,
    # nothing is shared
    on_sharing.StopAskedOfSharing: sharing.stop_asked,
    on_sharing.SharingStopped: sharing.sharing_stopped,
    on_sharing.SharingResumed: sharing.sharing_resumed,
    on_sharing.SharingToResume: sharing.sharing_to_resume,
    # whose phone it is
    on_same_child.SameChildAsked: same_child.same_child_asked,
    on_same_child.SameChildSaid: same_child.same_child_said,
    on_presence.KnownAsked: presence.known_asked,
    on_presence.KnownAwaited: presence.known_awaited,
    on_presence.AccountAdvised: presence.account_advised,
    # what is read to the child, and the child's own say
    on_childs_say.ReadingGiven: childs_say.reading_given,
    on_childs_say.FacesKept: childs_say.faces_kept,
    # check-ins
    on_check_ins.CheckInAsked: check_ins.check_in_asked,
    on_check_ins.CheckInAnswered: check_ins.check_in_answered,
    on_check_ins.AnswerReceived: check_ins.answer_received,
    on_check_ins.AnswerTakenBack: check_ins.answer_taken_back,
    on_rhythm.RhythmChanged: rhythm.rhythm_changed,
    on_rhythm.TwiceADay: rhythm.twice_a_day,
    on_rhythm.RhythmKept: rhythm.rhythm_kept,
    on_one_card.CardRetired: one_card.card_retired,
    on_one_card.AnswerStands: one_card.answer_stands,
    on_one_card.AnswerStays: one_card.answer_stays,
    on_check_ins.ThanksSent: check_ins.thanks_sent,
    on_check_ins.ThanksNoted: check_ins.thanks_noted,
    on_kind_words.KindWordsOffered: kind_words.kind_words_offered,
    on_kind_words.KindWordSaid: kind_words.kind_word_said,
    on_kind_words.KindWordReceipt: kind_words.kind_word_receipt,
    # outages, and phones that cannot be reached
    on_heard.HeardAgain: heard.heard_again,
    on_reach.PhoneLost: reach.phone_lost,
    on_reach.PhoneBack: reach.phone_back,
    on_reach.WordsLost: reach.words_lost,
    on_outages.GapTold: outages.gap_told,
    on_outages.LinksMoved: outages.links_moved,
    on_outages.WordsUncertain: outages.words_uncertain,
    on_outages.IllnessUncertain: outages.illness_uncertain,
    # times, pauses, being away, leaving
    on_times.SlotAsked: times.slot_asked,
    on_times.SlotChanged: times.slot_changed,
    on_times.QuietAsked: times.quiet_asked,
    on_times.WorkNightsAsked: nights.work_nights_asked,
    on_times.OfficeAsked: office_hours.office_asked,
    on_times.MyPlaceAsked: times.my_place_asked,
    on_child_moves.ChildPlaceAsked: child_moves.child_place_asked,
    on_child_moves.ChildMoved: child_moves.child_moved,
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
    # ask now
    on_ask_now.HomeAsked: ask_now.home_asked,
    on_ask_now.AnswerShown: ask_now.answer_shown,
    on_ask_now.HeardShown: ask_now.heard_shown,
    on_ask_now.NearAsked: ask_now.near_asked,
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
    on_letters.StrayReceived: strays.stray_received,
    on_letters.LetterDropped: strays.letter_dropped,
    on_letters.VoiceDeclined: letters.voice_declined,
    on_letters.LettersCounted: letters.letters_counted,
    # ideas
    on_ideas.IdeaOffered: ideas.idea_offered,
    on_ideas.IdeasPaused: ideas.ideas_paused,
    on_ideas.IdeasRest: ideas.ideas_rest,
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
    # reports
    on_reports.ItemsShown: reports.items_shown,
    on_reports.ItemReported: reports.item_reported,
    on_reports.ReportTakenBack: reports.report_taken_back,
    on_reports.WriterMuted: reports.writer_muted,
    on_reports.WriterUnmuted: reports.writer_unmuted,
    on_reports.ReportAnswered: reports.report_answered,
    **CHAT,
    **SILENCE,
    **DAILY,
    **THERE,
    **WITHDRAWING,
    **ADMITTING,
    **BACK,
    **ILLNESS,
    **OPERATORS,
    **SCHOOL,
    **MEETINGS,
    **GROUPS,
    **LEAD,
    **WORRIES,
}
