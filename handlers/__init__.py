"""Every conversation, in matching order: the first route that takes an update handles it."""

from bot.routes import Route
from handlers import (
    add_child,
    away,
    check_ins,
    home,
    joining,
    language,
    leaving,
    pause,
    privacy,
    start,
    times,
)

FEATURES = (start, language, privacy, times, pause, away, leaving, home, check_ins, joining, add_child)

ROUTES: tuple[Route, ...] = (
    *(route for feature in FEATURES for route in feature.routes),
    *home.last_routes,
    *start.newcomer_routes,  # reached only by those who have not agreed yet
)
