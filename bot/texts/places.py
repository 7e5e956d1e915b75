"""A country or a city as people write it, in whichever language, with the spellings that are usual."""

import re
import unicodedata
from functools import cache

from babel import Locale
from babel.dates import get_timezone_location

from bot.domain.countries import ZONES, zones
from bot.domain.countries_elsewhere import ELSEWHERE

# The languages of those who write, and of the places where they are.
_LANGUAGES = (
    *("en", "zh_Hans", "zh_Hant", "ru", "uk", "ro", "es", "vi", "uz", "ky", "tg", "kk", "id", "ar", "tr", "pl", "de"),
    *("it", "fr", "pt", "ko", "ja", "th", "km", "ne", "hi", "bn", "am"),
)
# What the tables of languages do not say: short names, old names, and cities where many work.
_USUAL = {
    "AE": "uae, emirates, the emirates, оаэ, эмираты, 阿联酋, 迪拜, abu dhabi, sharjah, абу даби, шарджа, 阿布扎比",
    "CN": "prc, mainland china, 中国大陆, 大陆, beijing, guangzhou, shenzhen, 北京, 广州, 深圳, 东莞, 浙江, 广东",
    "CZ": "czech republic, czechia, чехия",
    "GB": "uk, england, britain, great britain, scotland, wales, англия, 英格兰",
    "IN": "delhi, new delhi, mumbai, bombay, bharat",
    "IT": "milan, milano, rimini, милан, 米兰",
    "KR": "korea, south korea, rok, корея, южная корея, 韩国, 南韩, busan, 釜山",
    "KZ": "astana, астана, nur sultan",
    "MM": "burma, myanmar, 缅甸",
    "PL": "krakow, wroclaw, краков",
    "RU": "russian federation, saint petersburg, st petersburg, petersburg, питер, санкт петербург, рф, 圣彼得堡",
    "SA": "ksa, saudi, jeddah, джидда",
    "TR": "turkey, turkiye, ankara, antalya, турция, анталья, 土耳其",
    "TW": "taiwan, taipei, 台北",
    "US": "usa, us, america, the states, united states of america, сша, америка, 美国, 美國",
    "VN": "vietnam, viet nam, hanoi, saigon, 河内, 西贡",
}


def folded(words: str) -> str:
    """Words without signs, marks, widths and capitals: what two people mean who write the same."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return re.sub(r"\s+", " ", kept).strip()


def find(words: str) -> tuple[str, int | None] | None:
    """A country, and which of its clocks where a city was named that has one; none for any other words."""
    return _known().get(folded(words))


@cache
def _known() -> dict[str, tuple[str, int | None]]:
    found: dict[str, tuple[str, int | None]] = {}
    every = [*ZONES, *ELSEWHERE]
    for locale in map(Locale.parse, _LANGUAGES):
        for code in every:
            found.setdefault(folded(str(locale.territories.get(code, code))), (code, None))
    for code, names in _USUAL.items():
        found |= {folded(each): (code, None) for each in names.split(",")}
    for code in every:
        for place, zone in enumerate(zones(code)):
            for city in {zone.rpartition("/")[2], *_cities(zone)}:
                found.setdefault(folded(city), (code, place))
    found.pop("", None)
    return found


def _cities(zone: str) -> set[str]:
    return {get_timezone_location(zone, locale=each, return_city=True) for each in ("en", "zh_Hans", "ru")}
