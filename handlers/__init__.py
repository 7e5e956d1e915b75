"""Every conversation, in matching order: the first route that takes an update handles it."""

from bot.routes import Route
from handlers import add_child, check_ins, home, joining, start

FEATURES = (start, home, check_ins, joining, add_child)

ROUTES: tuple[Route, ...] = (
    *(route for feature in FEATURES for route in feature.routes),
    *start.newcomer_routes,
    *home.last_routes,
)
