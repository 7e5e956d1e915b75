"""Every conversation, in matching order: the first route that takes an update handles it."""

from bot.routes import Route
from handlers import files, home, language, menus, start
from handlers.circle import (
    add_child,
    approvals,
    away,
    circles,
    family_log,
    joining,
    leaving,
    pauses,
    presence,
    same_child,
    times,
)
from handlers.daily import (
    ask_near,
    ask_now,
    calls,
    check_ins,
    first_words,
    held_reports,
    ideas,
    kind_words,
    letter_hearts,
    letters,
    look_ins,
    news,
    promises,
    rhythm,
    voices,
)
from handlers.illness import danger_words, illness_endings, illness_follow_up, illness_notes, illnesses, quick_notes
from handlers.operators import answering, operators, safekeeping, school_keeping
from handlers.privacy import childs_say, consents, crisis, erasing, exports, privacy, reports, sharing
from handlers.school import (
    admitting,
    class_questions,
    class_years,
    leaving_class,
    notice_writing,
    notices,
    pupils,
    roll_calls,
    school_illness,
    school_words,
    schools,
    staffing,
    staying_home,
)

FEATURES = (
    reports,
    danger_words,  # before what asks first
    operators,
    crisis,  # before whatever takes words
    start,  # a pasted invite, before whatever takes a picture
    files,  # before whatever takes a file
    school_keeping,
    answering,
    safekeeping,
    illnesses,
    illness_follow_up,
    illness_endings,
    quick_notes,
    pupils,
    roll_calls,
    school_illness,
    illness_notes,
    school_words,
    class_questions,
    staying_home,
    schools,
    admitting,
    class_years,
    leaving_class,
    staffing,
    notice_writing,
    notices,
    language,
    privacy,
    consents,
    family_log,
    exports,
    erasing,
    times,
    pauses,
    away,
    leaving,
    circles,
    presence,
    same_child,
    childs_say,
    sharing,
    approvals,
    home,
    menus,
    check_ins,
    news,
    held_reports,
    first_words,
    kind_words,
    joining,
    add_child,
    ask_near,
    look_ins,
    ask_now,
    letters,
    letter_hearts,
    ideas,
    calls,
    promises,
    rhythm,
    voices,
)

ROUTES: tuple[Route, ...] = (
    *(route for feature in FEATURES for route in feature.routes),
    *letters.stray_routes,
    *home.last_routes,
    *start.newcomer_routes,  # reached only by those who have not agreed yet
)
