"""The people on the phones: the same in the tests, in the bench and in the demo."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """Somebody with Telegram, as Telegram knows them, and what the demo writes above their phone."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    key: str = ""
    title: str = ""
    role: str = ""
    time_zone: str = "UTC"


MEI = PersonSpec(
    id=6_481_520_101,
    first_name="Mei",
    username="mei_in_dubai",
    language_code="en",
    key="mei",
    title="Mei",
    role="parent",
    time_zone="Asia/Dubai",
)
FANG = PersonSpec(
    id=6_481_520_102,
    first_name="Wang Fang",
    language_code="zh-hans",
    key="fang",
    title="Grandma Fang",
    role="guardian",
    time_zone="Asia/Shanghai",
)
ZHAO = PersonSpec(
    id=6_481_520_103,
    first_name="Zhao",
    last_name="Lan",
    username="teacher_zhao",
    language_code="en",
    key="zhao",
    title="Ms. Zhao",
    role="teacher",
    time_zone="Asia/Shanghai",
)
NEWCOMER = PersonSpec(
    id=6_481_520_104,
    first_name="Alex",
    language_code="en",
    key="newcomer",
    title="Newcomer",
    role="newcomer",
    time_zone="Europe/London",
)
JUN = PersonSpec(
    id=6_481_520_105,
    first_name="Jun",
    language_code="zh-hans",
    key="jun",
    title="Jun",
    role="parent",
    time_zone="Asia/Shanghai",
)
LI = PersonSpec(
    id=6_481_520_106,
    first_name="Li Na",
    language_code="zh-hans",
    key="li",
    title="Neighbour Li",
    role="stand-in",
    time_zone="Asia/Shanghai",
)
IVAN = PersonSpec(
    id=6_481_520_107,
    first_name="Ivan",
    last_name="Petrov",
    username="ivan_petrov",
    language_code="ru",
    key="ivan",
    title="Ivan",
    role="stranger",
    time_zone="Europe/Moscow",
)
