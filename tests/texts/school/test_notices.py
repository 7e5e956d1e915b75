"""Below which notices a parent far away reads that the child can be asked about it."""

import pytest

from bot.domain.school.notices import Level
from bot.i18n import LANGUAGES
from bot.texts.school.instructions import only_to_do, words
from tests.handlers.school.notices_steps import news
from tests.homeline import Homeline
from tests.households import english_family, tap

# In turn, so that none is read twice in a row.
ASK = (
    "You can ask Lily about it on your next call.",
    "Lily may like to tell you about it.",
    "Something to talk about with Lily.",
    "When you next talk, Lily can tell you more.",
)


def asks(text: str) -> bool:
    """Whether a parent far away reads that it is something to talk about."""
    return any(each in text for each in ASK)


@pytest.mark.parametrize(
    ("text", "nothing_to_ask"),
    [
        ("Sign the maths book", True),
        ("Homework: page 12, exercises 3 and 4", True),
        ("Please bring 5 yuan. Pay the rest on Friday!", True),
        ("1. ruler\n2. scissors", True),
        ("- Mon: maths\n- Tue: music", True),
        ("Trip on Friday, bring a coat and 5 yuan", False),
        ("We planted beans today. Bring a pot tomorrow.", False),
        ("The class sang at the town hall", False),
        ("At 10.30 we sing", False),
        ("Sports day. Paying guests are welcome.", False),
        ("数学作业第12页，第3、4题", True),
        ("请签字后交回。明天要带尺子。", True),
        ("星期五春游，请带外套和5块钱", False),
        ("今天孩子们种了豆子。明天请带一个花盆。", False),
        ("明天带雨伞", True),
        ("请给孩子带水壶", True),
        ("带2支铅笔和一块橡皮", True),
        ("明天交表", True),
        ("周一穿校服", True),
        ("把回执带来。", True),
        ("请带孩子去体检", True),
        ("周五前交一张一寸照片", True),
        ("明天戴红领巾！别忘了水彩笔。", True),
        ("消防员叔叔给孩子们带来了一堂课", False),
        ("老师带领孩子们参观了博物馆", False),
        ("孩子们带着灯笼走了一圈", False),
        ("孩子们带了自己种的菜", False),
        ("这一带下了大雪", False),
        ("今天学系鞋带和皮带", False),
        ("今天讲了安全带的用处", False),
        ("孩子们穿着民族服装跳舞", False),
        ("今天我们练习了跳绳", False),
        ("全班背诵了三首古诗", False),
        ("作业展在一楼大厅", False),
        ("星期三学校组织交通安全课", False),
        ("孩子们交到了新朋友", False),
        ("Принесите, пожалуйста, тетрадь", True),
        ("", False),
    ],
)
def test_only_what_tells_of_something_is_worth_a_question(text: str, nothing_to_ask: bool) -> None:
    assert only_to_do(text) is nothing_to_ask


def test_each_language_has_its_words() -> None:
    assert all(words()[each] for each in LANGUAGES)


async def test_nothing_is_asked_about_a_signature_an_answer_a_file_or_what_is_taken(home: Homeline) -> None:
    mei, fang = await english_family(home)
    zhao = await home.school()
    await home.pupil(await home.class_room())
    for level, sign in ((Level.SIGN, "✍️"), (Level.ANSWER, "🗳"), (Level.TAP, "🙏")):
        await home.notice("We go to the museum", level=sign)
        assert asks(news(mei)[-1]) == (level == Level.TAP)
    await home.notice("We go to the museum", errand=True)
    assert asks(news(mei)[-1])
    await tap(home, fang, "🙋")
    assert "Grandma does it." in mei.texts[-1]
    assert not asks(mei.texts[-1])

    zhao.say("📣")
    await home.settle()
    zhao.document("museum.pdf", caption="The museum")
    await home.settle()
    await tap(home, zhao, "✏️ More", "📄", "📣 Send")
    assert "The museum" in mei.texts[-1]
    assert not asks(mei.texts[-1])
