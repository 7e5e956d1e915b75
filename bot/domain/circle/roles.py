"""Who may do what: the one table of roles and actions, which handlers, ticks and texts ask."""

from enum import StrEnum


class Standing(StrEnum):
    """What somebody is to a child, a class or a school at this moment."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    STAND_IN = "stand_in"
    NEAR = "near"  # lives or works near the home, and knows nothing but that nothing comes from there
    PENDING = "pending"  # has opened an invite, and nobody has said yes
    SUSPENDED = "suspended"  # another adult has closed this place, because the phone may be in other hands
    REMOVED = "removed"  # put out, and nobody has objected yet
    TEACHER = "teacher"
    LEAD = "lead"
    # who runs the installation from inside Telegram
    COORDINATOR = "coordinator"
    SAFEGUARDING = "safeguarding"
    TECHNICAL = "technical"
    STRANGER = "stranger"


class Action(StrEnum):
    """What can be done with a circle, a class or a school."""

    # with a circle
    TAKE_PART = "take part"  # see its menu, hear what is meant for everybody
    SEE_CHILD = "see the child's page, the letters and the week"
    ANSWER_CHECK_IN = "answer a check-in"
    THANK = "thank for an answer"
    ASK_NOW = "ask now"
    REPORT_ILLNESS = "tell that the child is ill"
    ANSWER_ILLNESS = "see an illness, and call"
    ANSWER_SCHOOL = "see an illness of which a teacher has told, and call"
    FOLLOW_ILLNESS = "have a part in an illness that runs"
    READ_IDEA = "read the week's idea"
    SEND_LETTER = "send a letter"
    WRITE_TO_CHILD = "write letters that are played to the child, and that the child answers"
    PLAY_LETTER = "play a letter to the child"
    PLAN_CALL = "plan a call"
    MAKE_PROMISE = "promise something, or a visit"
    ANSWER_CALL = "answer a planned call"
    ASK_FOR_CALL = "ask to be called"
    INVITE = "invite an adult"
    LET_IN = "let an adult in"
    SET_TIMES = "change when is asked"
    PAUSE = "pause the household"
    BE_AWAY = "hand over to the stand-in"
    LEAVE = "leave the circle"
    LOOK_IN = "say what came of being asked to look in"
    ENROL = "take the child into a class"
    CONFIRM_NOTICE = "confirm a notice"
    HEAR_SCHOOL = "hear what a teacher says about the child"
    WRITE_TO_SCHOOL = "write to the child's teachers, and read what they answer"
    MEET_TEACHER = "take a time to talk with the teacher"
    KEEP_HOME = "tell the teacher that the child stays at home on a school day"
    EXPORT = "take along what one may see"
    KEEPSAKE = "keep a year of what was sent about the child"
    ERASE = "ask that everything about the child is erased"
    APPROVE = "agree to what another adult asks for, or stop it"
    SEPARATE = "let separated parents know nothing of each other"
    SUSPEND = "close another adult's place, and open it again"
    REMOVE = "put an adult out of the circle"
    STOP_SHARING = "stop all sharing about the child"
    READ_TO_CHILD = "read to the child what is told"
    KEEP_FACES = "note whether a teenager lets the faces be told"
    # with a class or a school
    TEACH = "write to a class, and see which households have confirmed"
    TIE_GROUP = "let the notices of a class be posted in its group, or no more"
    RENEW_POSTER = "make a new poster, with which the old ones end"
    HAND_ON = "hand what a family has written on to whoever leads the school"
    LEAVE_SCHOOL = "teach here no more"
    INVITE_TEACHER = "hand out a teacher's code, and take it back"
    LET_TEACHER_IN = "let a teacher in"
    SEE_STAFF = "see who teaches and which classes there are"
    TAKE_TEACHER_OUT = "take a teacher out"
    GIVE_CLASS = "give a class to another teacher"
    POST_TO_SCHOOL = "write to the families of all classes of a school"
    KEEP_CALENDAR = "write into the calendar of the school"
    KEEP_NUMBER = "say which number of the school's office families read"
    HAND_BACK = "give back to a teacher what they have handed on"
    NAME_WORRY_READER = "say who of the school reads what worries a teacher about a child"
    GIVE_LEAD = "leave, and say who leads the school from then on"
    # with the installation
    SEE_INSTALLATION = "see how the installation is, without anybody"
    KEEP_SCHOOLS = "add schools, rename and close them, and bring somebody in or out"
    ANSWER_REPORTS = "read what a family has reported while it waits, and end it"
    OPEN_PLACES = "open a place again, and let a family share again that cannot"


_FAMILY = frozenset({Standing.PARENT, Standing.GUARDIAN})
_AT_HOME = frozenset({Standing.GUARDIAN, Standing.STAND_IN})
_CIRCLE = _FAMILY | _AT_HOME

# What stands here is allowed, and nothing else. A teacher is in no row of a circle (SG-10), and those who wait, are
# suspended or were put out are in none at all: what they may still do with their own data is no action on a circle.
MAY: dict[Action, frozenset[Standing]] = {
    Action.TAKE_PART: _CIRCLE,
    Action.SEE_CHILD: _CIRCLE,
    Action.ANSWER_CHECK_IN: _AT_HOME,
    Action.THANK: _CIRCLE,
    Action.ASK_NOW: frozenset({Standing.PARENT}),
    Action.REPORT_ILLNESS: _AT_HOME,
    Action.ANSWER_ILLNESS: frozenset({Standing.PARENT, Standing.STAND_IN}),
    Action.ANSWER_SCHOOL: _CIRCLE,
    Action.FOLLOW_ILLNESS: _CIRCLE,
    Action.READ_IDEA: frozenset({Standing.PARENT}),
    Action.SEND_LETTER: _CIRCLE,
    Action.WRITE_TO_CHILD: frozenset({Standing.PARENT}),
    Action.PLAY_LETTER: _AT_HOME,
    Action.PLAN_CALL: frozenset({Standing.PARENT}),
    Action.MAKE_PROMISE: frozenset({Standing.PARENT}),
    Action.ANSWER_CALL: _AT_HOME,
    Action.ASK_FOR_CALL: _AT_HOME,
    Action.INVITE: _FAMILY,
    Action.LET_IN: _FAMILY,
    Action.SET_TIMES: _FAMILY,
    Action.PAUSE: _CIRCLE,
    Action.BE_AWAY: frozenset({Standing.GUARDIAN}),
    Action.LEAVE: _CIRCLE | {Standing.NEAR},
    Action.LOOK_IN: frozenset({Standing.NEAR}),
    Action.ENROL: _FAMILY,
    Action.CONFIRM_NOTICE: _FAMILY,
    Action.HEAR_SCHOOL: _CIRCLE,
    Action.WRITE_TO_SCHOOL: _FAMILY,
    Action.MEET_TEACHER: _FAMILY,
    Action.KEEP_HOME: _AT_HOME,
    Action.EXPORT: _CIRCLE,
    Action.KEEPSAKE: _FAMILY,
    Action.ERASE: _FAMILY,
    Action.APPROVE: _CIRCLE,
    Action.SEPARATE: _FAMILY,
    Action.SUSPEND: _CIRCLE,
    Action.REMOVE: _FAMILY,
    Action.STOP_SHARING: _FAMILY,
    Action.READ_TO_CHILD: _CIRCLE,
    Action.KEEP_FACES: frozenset({Standing.GUARDIAN}),
    Action.TEACH: frozenset({Standing.TEACHER}),
    Action.TIE_GROUP: frozenset({Standing.TEACHER, Standing.LEAD}),  # of a teacher's own class; of any
    Action.RENEW_POSTER: frozenset({Standing.TEACHER, Standing.LEAD}),  # of a teacher's own class; of any
    Action.HAND_ON: frozenset({Standing.TEACHER}),
    Action.LEAVE_SCHOOL: frozenset({Standing.TEACHER}),
    Action.INVITE_TEACHER: frozenset({Standing.LEAD}),
    Action.LET_TEACHER_IN: frozenset({Standing.LEAD}),
    Action.SEE_STAFF: frozenset({Standing.LEAD}),
    Action.TAKE_TEACHER_OUT: frozenset({Standing.LEAD}),
    Action.GIVE_CLASS: frozenset({Standing.LEAD}),
    Action.POST_TO_SCHOOL: frozenset({Standing.LEAD}),
    Action.KEEP_CALENDAR: frozenset({Standing.LEAD}),
    Action.KEEP_NUMBER: frozenset({Standing.LEAD}),
    Action.HAND_BACK: frozenset({Standing.LEAD}),
    Action.NAME_WORRY_READER: frozenset({Standing.LEAD}),
    Action.GIVE_LEAD: frozenset({Standing.LEAD}),
    Action.SEE_INSTALLATION: frozenset({Standing.TECHNICAL}),
    Action.KEEP_SCHOOLS: frozenset({Standing.COORDINATOR}),
    Action.ANSWER_REPORTS: frozenset({Standing.SAFEGUARDING}),
    Action.OPEN_PLACES: frozenset({Standing.SAFEGUARDING}),
}

# What goes on where a family has stopped all sharing: nothing that tells anybody anything new about the child.
WHILE_NOT_SHARED = frozenset(
    {
        Action.TAKE_PART,
        Action.REPORT_ILLNESS,
        Action.FOLLOW_ILLNESS,
        Action.ANSWER_SCHOOL,
        Action.LEAVE,
        Action.LOOK_IN,  # what they were asked for a child who is ill
        Action.ENROL,
        Action.CONFIRM_NOTICE,
        Action.HEAR_SCHOOL,
        Action.MEET_TEACHER,  # those at home
        Action.APPROVE,
        Action.SEPARATE,
        Action.SUSPEND,
        Action.REMOVE,
        Action.STOP_SHARING,
    }
)

# Who is back after a long silence speaks up for the child as ever; nothing older is shown until somebody knows them.
WHILE_CLOSED = frozenset(
    {
        Action.ANSWER_CHECK_IN,
        Action.REPORT_ILLNESS,
        Action.FOLLOW_ILLNESS,
        Action.ANSWER_ILLNESS,
        Action.ANSWER_SCHOOL,
        Action.CONFIRM_NOTICE,
        Action.LEAVE,
    }
)

# Who has just come in takes part at once; what touches everybody, and who else comes in, waits for a day in which the
# others have read of it: one phone in other hands brings no second voice of its own (SG-23).
NOT_WHILE_NEW = frozenset(
    {
        Action.INVITE,
        Action.LET_IN,
        Action.EXPORT,
        Action.KEEPSAKE,
        Action.ERASE,
        Action.APPROVE,
        Action.SEPARATE,
        Action.SUSPEND,
        Action.REMOVE,
        Action.STOP_SHARING,
    }
)


def may(standing: Standing, action: Action) -> bool:
    """Whether somebody of this standing may do this."""
    return standing in MAY[action]
