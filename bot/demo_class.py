"""The demo's class: twenty households, as a teacher has them. Their phones are not shown; what they do is."""

from bot.db.transaction import Tx
from bot.queries.circle import circles, people
from bot.queries.school import enrolments, rosters, schools
from bot.simulator.cast import PersonSpec

# Who looks after each of the other children, what the child is called there, and how the school writes the name.
_HOMES = (
    ("Liu Ying", "Haoran", "Liu Haoran"),
    ("Zhou Guilan", "Yutong", "Zhou Yutong"),
    ("Sun Dehai", "Zixuan", "Sun Zixuan"),
    ("Wu Xiulan", "Lele", "Wu Jiale"),
    ("Xu Fengying", "Xinyi", "Xu Xinyi"),
    ("Hu Changgui", "Mingming", "Hu Xiaoming"),
    ("Chen Meihua", "Tiantian", "Chen Tian"),
    ("Gao Yulan", "Bowen", "Gao Bowen"),
    ("Lin Shufen", "Anan", "Lin An"),
    ("He Jianguo", "Ruoxi", "He Ruoxi"),
    ("Guo Cuiping", "Junjie", "Guo Junjie"),
    ("Ma Yuzhen", "Nannan", "Ma Yanan"),
    ("Luo Zhengming", "Yichen", "Luo Yichen"),
    ("Liang Ailian", "Siqi", "Liang Siqi"),
    ("Song Guifang", "Doudou", "Song Yidou"),
    ("Tang Fulai", "Jiayi", "Tang Jiayi"),
    ("Han Xiuying", "Weiwei", "Han Wei"),
    ("Feng Laoshi", "Chenxi", "Feng Chenxi"),
    ("Deng Sufen", "Keke", "Deng Ke"),
)
NEIGHBOURS = {
    PersonSpec(id=6_481_520_201 + place, first_name=name, language_code="zh-hans"): child
    for place, (name, child, _written) in enumerate(_HOMES)
}
WRITTEN = {person: written for person, (_name, _child, written) in zip(NEIGHBOURS, _HOMES, strict=True)}
HOUSEHOLDS = len(NEIGHBOURS) + 1

_all = list(NEIGHBOURS)
LOST = _all[-1]  # her phone has blocked the bot: nothing reaches her
SILENT = _all[-4:-1]  # read perhaps, and say nothing
HELPERS = _all[:13]  # see to what the notice asks for
THANKFUL = _all[3:12]  # tap 🙏 below the pictures
SIGNED, DECLINED = _all[:8], _all[8]

NOT_JOINED = ("Peng Yuhang", "Jiang Meiqi")  # on the school's list, and no family of theirs is here yet
LILY = ("Lily", "Wang Lili")


def class_list() -> str:
    """The school's own list, as Ms. Zhao pastes it."""
    names = sorted([LILY[1], *NOT_JOINED, *WRITTEN.values()])
    return "\n".join(f"{number} {name} 2018" for number, name in enumerate(names, start=1))


def tie_all(tx: Tx, teacher: int) -> None:
    """Each family to its line. She would tap two buttons for each; all at once is what keeps the demo quick."""
    written = dict([LILY, *((child, WRITTEN[person]) for person, child in NEIGHBOURS.items())])
    me = people.by_telegram(tx, teacher)
    (room,) = schools.classes_of(tx, me.id if me else 0)
    lines = {each.line.name: each for each in rosters.of_class(tx, room.id)}
    for child in enrolments.children(tx, room.id):
        found = circles.get(tx, child)
        if found is not None:
            rosters.tie(tx, lines[written[found.child.name]], child)
