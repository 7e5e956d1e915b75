"""Words of a school's calendar, in its writers' languages: months, weekdays, what means that there is no school."""

import re

_FULL = (
    "january января январь yanvar январ januar",
    "february февраля февраль fevral феврал februar",
    "march марта март mart märz",
    "april апреля апрель aprel апрел",
    "may мая май mai",
    "june июня июнь iyun июн juni",
    "july июля июль iyul июл juli",
    "august августа август avgust",
    "september сентября сентябрь sentabr sentyabr сентябр",
    "october октября октябрь oktabr oktyabr октябр oktober",
    "november ноября ноябрь noyabr ноябр",
    "december декабря декабрь dekabr декабр dezember",
)
_SHORTEST = 3  # letters: “dec”, “sept”

MONTHS = {
    name[:end]: number
    for number, names in enumerate(_FULL, start=1)
    for name in names.split()
    for end in range(_SHORTEST, len(name) + 1)
}
_NO_LETTER = "(?![a-zäа-яё])"
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?=(?:dan|gacha|da)?{_NO_LETTER})"

_HAN_WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"
_WEEKDAYS = (
    *("mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday",),
    *("пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье",),
    *("dushanba|seshanba|chorshanba|payshanba|juma|shanba|yakshanba",),
    *("montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",),
)
WEEKDAY_BEFORE = rf"(?:(?:{'|'.join(_WEEKDAYS)}){_NO_LETTER}[.,]?\s*|\(?{_HAN_WEEKDAY}\)?\s*)?"
WEEKDAY_AFTER = rf"(?:\s*\((?:{'|'.join(_WEEKDAYS)}|{_HAN_WEEKDAY})\.?\)|\s*{_HAN_WEEKDAY})?"

HOLIDAY = re.compile(
    r"holiday|vacation|half[ -]?term|\bbreak\b|no school|no lessons|day off|school closed|放假|假期|寒假|暑假|停课|休息"
    r"|каникул|выходн|праздник|ta.?til|bayram|dam olish|ferien|schulfrei",
    re.IGNORECASE,
)
# Alone, without a word of what is done on it, a feast on which China's schools are closed is a holiday.
FEAST = re.compile(r"(?:元旦|春节|清明|五一|劳动|端午|中秋|国庆|五一劳动|十一国庆|十一)节?(?:长假|假)?")
# Of one day it may be what the school celebrates; of several it is when there is no school.
SEASON = re.compile(
    r"(?:summer|autumn|fall|winter|spring|christmas|x-?mas|easter|eid|new year(?:['’]?s)?"
    r"|夏季|秋季|冬季|春季|暑期|寒期|圣诞节?|复活节|开斋节"
    r"|лето|летние|осень|осенние|зима|зимние|весна|весенние|новый год|yoz|yozgi|kuz|kuzgi|qish|qishki|bahor|bahorgi)"
    r"(?:\s+(?:time|recess))?(?:\s+(?:20)?\d\d(?:[-/–](?:20)?\d\d)?)?",
    re.IGNORECASE,
)
EXAM = re.compile(r"exam|\btests?\b|quiz|考|экзамен|контрольн|зач[её]т|imtihon|nazorat", re.IGNORECASE)
