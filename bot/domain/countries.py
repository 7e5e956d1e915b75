"""Countries and the wall clocks in them; a city is asked only where a country has several zones."""

from bot.domain.countries_elsewhere import ELSEWHERE

# Where children stay and where their parents work, the most frequent first. Other countries follow by their code.
HOMES = ("CN", "UZ", "TJ", "KG", "KH", "VN", "PH", "ID", "MD", "UA", "MX", "KZ", "RU", "ET", "NP", "IN", "BD", "LK")
WORKPLACES = (
    *("CN", "RU", "AE", "KZ", "KR", "TR", "SA", "PL", "DE", "IT", "US", "QA", "JP", "TH", "MY", "SG", "GB"),
    *("ES", "CZ", "IL", "KW", "HK", "PT", "FR", "LV", "LT", "RO", "CA"),
)

# One line a country: its zones, the most populous first (IANA names, tzdata 2025).
ZONES: dict[str, tuple[str, ...]] = {
    "AE": ("Asia/Dubai",),
    "BD": ("Asia/Dhaka",),
    "CA": ("America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax"),
    "CN": ("Asia/Shanghai",),
    "CZ": ("Europe/Prague",),
    "DE": ("Europe/Berlin",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"),
    "ET": ("Africa/Addis_Ababa",),
    "FR": ("Europe/Paris",),
    "GB": ("Europe/London",),
    "HK": ("Asia/Hong_Kong",),
    "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "IL": ("Asia/Jerusalem",),
    "IN": ("Asia/Kolkata",),
    "IT": ("Europe/Rome",),
    "JP": ("Asia/Tokyo",),
    "KG": ("Asia/Bishkek",),
    "KH": ("Asia/Phnom_Penh",),
    "KR": ("Asia/Seoul",),
    "KW": ("Asia/Kuwait",),
    "KZ": ("Asia/Almaty",),
    "LK": ("Asia/Colombo",),
    "LT": ("Europe/Vilnius",),
    "LV": ("Europe/Riga",),
    "MD": ("Europe/Chisinau",),
    "MX": ("America/Mexico_City", "America/Tijuana", "America/Hermosillo", "America/Cancun"),
    "MY": ("Asia/Kuala_Lumpur",),
    "NP": ("Asia/Kathmandu",),
    "PH": ("Asia/Manila",),
    "PL": ("Europe/Warsaw",),
    "PT": ("Europe/Lisbon", "Atlantic/Azores"),
    "QA": ("Asia/Qatar",),
    "RO": ("Europe/Bucharest",),
    "RU": (
        *("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Omsk"),
        *("Asia/Irkutsk", "Asia/Vladivostok", "Europe/Samara", "Europe/Kaliningrad", "Asia/Yakutsk", "Asia/Kamchatka"),
    ),
    "SA": ("Asia/Riyadh",),
    "SG": ("Asia/Singapore",),
    "TH": ("Asia/Bangkok",),
    "TJ": ("Asia/Dushanbe",),
    "TR": ("Europe/Istanbul",),
    "UA": ("Europe/Kyiv",),
    "US": ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage"),
    "UZ": ("Asia/Tashkent",),
    "VN": ("Asia/Ho_Chi_Minh",),
}


def zones(country: str) -> tuple[str, ...]:
    """The zones of a country, offered or only understood; empty for any other text."""
    return ZONES.get(country) or ELSEWHERE.get(country, ())
