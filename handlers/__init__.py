"""Every conversation, in matching order: the first route that takes an update handles it."""

from bot.routes import Route
from handlers import (
    add_child,
    ask_now,
    away,
    calls,
    check_ins,
    home,
    ideas,
    illness,
    illness_notes,
    joining,
    language,
    leaving,
    letters,
    notice_writing,
    notices,
    pause,
    privacy,
    promises,
    pupils,
    roll_calls,
    school_words,
    schools,
    start,
    times,
)

FEATURES = (
    start,
    illness,
    pupils,
    roll_calls,
    illness_notes,
    school_words,
    schools,
    notice_writing,
    notices,
    language,
    privacy,
    times,
    pause,
    away,
    leaving,
    home,
    check_ins,
    joining,
    add_child,
    ask_now,
    letters,
    ideas,
    calls,
    promises,
)

ROUTES: tuple[Route, ...] = (
    *(route for feature in FEATURES for route in feature.routes),
    *letters.stray_routes,
    *home.last_routes,
    *start.newcomer_routes,  # reached only by those who have not agreed yet
)
