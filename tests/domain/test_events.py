"""What each event says of itself: who is told it while sharing is stopped, and whether it goes with the alerts."""

from pathlib import Path

import pytest

from bot.domain.events import KINDS, is_hushed, told_while_stopped
from bot.domain.menus import GROWING
from bot.domain.notifications import Event, Lane, Told

# A line for each event: who is told it while sharing is stopped; urgent, where as an answer it goes before all others;
# hushed, where it rests for a day after a crisis card (as a reminder of the question of the day does).
LIST = Path(__file__).with_name("events.txt")
EVERYBODY = """
AlertRepeated AlertUndelivered AllClear AlreadyIn ApprovalAsked ApprovalDecided ApprovalWaits BirthMonthAsked
BirthYearAsked BornAsked CallExpired CallStarted CallTaken ChildNameAsked CircleChildAsked CircleCreated CircleLeft
CircleShown DangerCardShown DangerSigns EmergencyShown FollowUpReceived HelpAsked HelpOver HelpSaid HelpSought
HomeNoted HomeTold IllChildAsked IllnessAnswered IllnessAsked IllnessClosed IllnessFellSilent IllnessGoesOn
IllnessReopened IllnessReported IllnessSeen InviteDead InviteOwn InviteRoleAsked InviteWritten InvitesExhausted
JoinAsked JoinDecided JoinWaits KinAsked LastAdultStays LeaveAsked LinesAsked LinesChanged LinksMoved LinksRest
MemberJoined MemberLeft MemberOpened MemberRemoved MemberSuspended NewerAlert NobodyIll NobodyReached NobodySeenYet
NoteAsked NoteDegreesAsked NoteForgotten NotePassedOn NoteReceived NoteTaken NoteThanked ParentUnreached PlaceAsked
PlaceEnded PlaceOpened PlaceSuspended RemoveAsked SameChildAsked SameChildSaid SeenTakenBack SharingResumed
SharingStopped SlipChildAsked SlipClosed SlipOther SlipRefused SlipShown TalkGone TurnedAway Welcomed WordNoteGone
NoticeCleared WordTakenBack
"""

AT_HOME = """
DraftsShown
AbsenceAnswered AbsenceOver AbsenceShown AbsenceUnanswered AnswersOver ChoicesAsked ClassCarried ClassChanged
ClassClosed ClassEmpty ClassEnded ClassLeaveAsked ClassNameAsked ClassOfChildShown ClassOpened ClassPageMade
ClassRenamed ClassShown ConfirmationsShown DeadlineAsked EnrolledAlready EnrolmentDecided EnrolmentWaits
EnrolmentsAccepted EnrolmentsAsked FamilyFirst GroupAsked GroupDeclined GroupInherited GroupLost GroupShown
InClassAnswered InClassAsked KeptFromGroup MeetingDate MeetingNear MeetingOff MeetingOffered NoticeAlbum NoticeAsked
NoticeBackAsked NoticeBegun NoticeCardMoved NoticeChangeAsked NoticeClassAsked NoticeCorrected NoticeGone
NoticeMediaLost NoticeOutcome NoticePart NoticePreviewed NoticeReceipt NoticeReminded NoticeScheduled NoticeSent
NoticeShown NoticeTakenBack NoticeWithdrawn NoticesExhausted NoticesPassedOn NoticesStopped NumbersShown
OwnNumberAsked OwnNumberKept OwnTimeAsked PostedInGroup PosterMade PosterRenewed PreviewTapped PupilAsked PupilBack
PupilClassAsked PupilLeft PupilMoved PupilRefused PupilShown PupilTakenOut PupilWaitsAgain PupilWelcomed PupilsShown
ReceiversAsked ReminderSettled SchoolConsentAsked SchoolConsentRefused SchoolDayNear SchoolIllnessNews
SchoolIllnessShown SchoolJoined SchoolLinkOwn SchoolNoticeAsked SchoolNoticeWent SchoolPageShown SendTimeAsked
SignaturesGiven TalkToFamily TeacherInvited WeeklyAsked WeeklyOver WordAnswered WordNoteReceived WordNoteSent
WordReceipt WordSent WordThanked WordsExhausted
"""

NOBODY = """
WorriesExhausted WorryAsked WorryLost WorryPassedOn WorryReaderAsked WorryReaderNamed WorryReceipt
CalendarFileUnread CalendarFileWaits
AccountAdvised AnswerReceived AnswerShown AnswerStands AnswerStays AnswerTakenBack AskedEnough AskedNear AskingPaused
AwayAsked AwaySet BedtimeAsked BedtimeSet ButtonOutdated CalendarAsked CalendarRead CalendarShown CalendarTaken
CallAnswered CallFileGiven CallMissed CallNear CallOutcomeAsked CallPlanned CallProposed CallRequested CallTimesAsked
CardRetired CarryAsked CarryDeclined ChangeIgnored CheckInAnswered CheckInAsked ChildEraseAsked ChildErased ChildMoved
ChildPaused ChildPlaceAsked ChildResumed ChildShown ClassCloseAsked ClassGiven ClassLed ClassLost ClassOver ClassWith
ConsentAsked ConsentRefused ConsentsShown CrisisAsked CrisisCardShown DataGiven DutyShown EraseAsked ErasedLeft
FacesKept FamilyIdle FileStays FirstEvening FirstWordsShown GapTold GoodHourAsked GoodnightsLow GoodnightsShown
GuardianAway GuardianBack HeardAgain HeardShown HeldTextAsked HeldTextSettled HeldTextWaits HelpNamed HelpShown
HomeAsked HomeShown HomeSpokenTo IdeaOffered IdeasExhausted IdeasPaused IdeasRest IllnessUncertain InClassWaits
ItemReported ItemsShown KeepsakeGiven KeepsakeShown KeepsakesOffered KeysBrought KeysGone KindWordReceipt KindWordSaid
KindWordsOffered KnownAsked KnownAwaited LanguageAsked LanguageChanged LastKnown LeadGiven LeadInvited LeadJoined
LeaveSchoolAsked LetterAgain LetterArrived LetterAsked LetterBoxShown LetterChildAsked LetterDropped LetterGone
LetterLost LetterOnItsWay LetterPlayed LetterTakenBack LetterUnplayed LettersCounted LimitReached LineArrived
LineAsked LineClassAsked LineMoved LineNameAsked LineOff LineRenamed LineShown LinesJoined LinesShown LogChildAsked
LogShown LookInAsked LookInOver LookInSaid MeetingDates MeetingDay MeetingFreed MeetingListed MeetingOffAsked
MeetingPlanned MessageErased MyPauseChanged MyPauseLengthAsked MyPlaceAsked NamedCodeAsked NamedCodeKept NearAsked
NeverAnsweredYet NobodyLeads NobodyToAsk NotAnsweredYet NotUnderstood NoticeUncertain NumberAsked NumberWishNoted
NumberWished OfficeAsked OperatorEnded OperatorShown OwnWeekAsked OwnWeekNoted OwnWeekTold PageAsked PageMoved
PageOpened PageOver PageWanted ParentCalls PauseLengthAsked PersonErased PhoneBack PhoneLost PictureAsked
PleaseCallChildAsked PosterOld PosterRests PressNoted PrivacyShown PromiseAsked PromiseDayAsked PromiseMade
PromiseNear PromiseOutcomeAsked PromiseTold PromiseUndated PupilOut PupilOutAsked QuietAsked ReadingAsked ReadingGiven
ReadingKept ReportAnswered ReportRead ReportTakenBack ReportsShown RequestPassedOn RhythmChanged RhythmKept RoleAsked
RollCallShown RosterAsked RosterFileAsked RosterFileUnread RosterFileWaits RosterRead RosterShown RosterTaken
SameLineAsked SchoolCloseAsked SchoolDayOver SchoolDayShown SchoolKept SchoolLeft SchoolNameAsked SchoolPlaceAsked
SecondAsked SecondDecided SecondTeacherAsked SecondWaits SeenNoted SettingsShown SharingToResume ShiftsAsked
SlipOneAsked SlipOpened SlipWrong SlipWrongAsked SlipsAsked SlipsEnough SlipsMade SlotAsked SlotChanged StaffOutAsked
StaffShown StandInAsked StatusShown StaysHomeShown StaysHomeTakenBack StillNotAnswered StopAsked StopAskedOfSharing
StrayReceived TalkAsked TalkAskedFor TalkChildAsked TalkClosed TalkKept TalkOver TalkReceipt TalkShared TalkToSchool
TalkWished TalksWaiting TeacherAsked TeacherDecided TeacherEnded TeacherGone TeacherOutAsked TeacherTold
TeacherTurnedAway TeacherWaits ThanksNoted ThanksSent ThreadRead ThreadShown TrendNoticed TwiceADay VisitBegun
VisitBring VisitFileGiven VisitGoodbye VoiceDeclined VoiceKept VoiceTried VoiceWaits WeekShown WelcomeBack WishDone
WishOffered WishRefused WordsLost WordsUncertain WorkNightsAsked WriterMuted WriterUnmuted
HoursShown HoursTold
"""

# As answers these go before all others.
URGENT = """
AlertRepeated AlertUndelivered AllClear CallExpired CallStarted CallTaken CrisisAsked CrisisCardShown DangerCardShown
EmergencyShown FollowUpReceived HeldTextAsked HeldTextSettled HeldTextWaits HelpAsked IllChildAsked IllnessAnswered
IllnessAsked IllnessClosed IllnessFellSilent IllnessGoesOn IllnessReopened IllnessReported IllnessSeen NewerAlert
NobodyIll NobodyReached NobodySeenYet NoteAsked NotePassedOn NoteReceived NoteTaken ParentUnreached SchoolIllnessNews
SchoolIllnessShown SeenTakenBack
"""

# These rest for a day after a crisis card, and so does a reminder of the question of the day.
HUSHED = """
CallOutcomeAsked CarryAsked GoodnightsLow HeldTextWaits IdeaOffered LetterUnplayed NoticeReminded OwnWeekAsked
PromiseNear PromiseOutcomeAsked PromiseUndated SchoolDayNear TalkAsked VisitBring WeekShown
"""


def line(name: str, event: type[Event]) -> str:
    """What an event says of itself, as it stands in the list."""
    urgent = " urgent" if event.reply_lane is Lane.URGENT else ""
    hushed = " hushed" if is_hushed({"kind": name}) else ""
    return f"{name} {event.while_stopped.name.lower()}{urgent}{hushed}"


def test_every_event_says_of_itself_what_the_list_says() -> None:
    assert sorted(line(name, event) for name, event in KINDS.items()) == sorted(LIST.read_text().splitlines())


def test_an_event_that_does_not_say_it_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="Forgetful does not say"):
        type("Forgetful", (Event,), {})
    with pytest.raises(TypeError, match="Forgetful does not say"):
        type("Forgetful", (KINDS["SharingStopped"],), {})


@pytest.mark.parametrize(
    ("who", "at_home", "elsewhere"),
    [(Told.EVERYBODY, True, True), (Told.AT_HOME, True, False), (Told.NOBODY, False, False)],
)
def test_who_hears_of_a_stopped_child(who: Told, *, at_home: bool, elsewhere: bool) -> None:
    assert who.includes(at_home=True) is at_home
    assert who.includes(at_home=False) is elsewhere


def test_what_a_newer_homeline_has_written_is_passed_on_to_nobody() -> None:
    assert told_while_stopped("OfAnotherVersion") is Told.NOBODY


def test_an_answer_goes_with_the_alerts_or_with_the_answers() -> None:
    assert {event.reply_lane for event in KINDS.values()} == {Lane.URGENT, Lane.REPLY}


@pytest.mark.parametrize(
    ("said", "hushed"),
    [
        ({"kind": "IdeaOffered"}, True),
        ({"kind": "PromiseNear"}, True),
        ({"kind": "NoticeReminded"}, True),
        ({"kind": "HeldTextWaits"}, True),
        ({"kind": "CheckInAsked", "reminder": True}, True),
        ({"kind": "CheckInAsked", "reminder": False}, False),
        ({"kind": "CheckInAsked"}, False),
        ({"kind": "IllnessReported"}, False),
        ({"kind": "IllnessAsked"}, False),
        ({"kind": "CheckInAnswered"}, False),
        ({"kind": "LetterArrived"}, False),
        ({"kind": "NoticeSent"}, False),
        ({"kind": "CallNear"}, False),
        ({"kind": "AbsenceShown"}, False),
    ],
    ids=lambda each: str(each) if isinstance(each, dict) else "",
)
def test_sg_27_only_what_homeline_begins_is_hushed(said: dict[str, object], hushed: bool) -> None:
    assert is_hushed(said) is hushed


def test_menus_that_grow_are_named_as_their_events_are() -> None:
    assert set(KINDS) >= GROWING
