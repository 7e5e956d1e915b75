"""Which text says which telling: the table of contents of everything people read."""

from collections.abc import Callable
from typing import Any

from bot.domain import check_ins as on_check_ins
from bot.domain import joining as on_joining
from bot.domain import screens as on_screens
from bot.domain.tell import About
from bot.texts import check_ins, home, joining, start
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
    # home and help
    on_screens.HomeShown: home.home_shown,
    on_screens.HelpShown: home.help_shown,
    on_screens.NotUnderstood: home.not_understood,
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
    # check-ins
    on_check_ins.CheckInAsked: check_ins.check_in_asked,
    on_check_ins.CheckInAnswered: check_ins.check_in_answered,
    on_check_ins.AnswerReceived: check_ins.answer_received,
    on_check_ins.AnswerTakenBack: check_ins.answer_taken_back,
    on_check_ins.ThanksSent: check_ins.thanks_sent,
}

KINDS: dict[str, type[About]] = {kind.__name__: kind for kind in SAYS}
