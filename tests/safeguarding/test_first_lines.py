"""SG-14: whatever comes by itself begins with a line that a lock screen may show."""

import ast
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from bot.db.transaction import Tx
from bot.domain.local_time import days_ahead
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.simulator.cast import ZHAO
from bot.texts.message import Message
from bot.texts.reader import reader_for
from bot.texts.renderers import RENDERERS
from tests.handlers.daily.test_goodnights import being_there
from tests.handlers.operators.operators_steps import become
from tests.handlers.school.groups_steps import two_groups
from tests.handlers.school.slips_steps import on_the_list
from tests.handlers.school.talks_steps import lost, unnamed, write
from tests.handlers.school.worries_steps import on_its_way
from tests.homeline import MEI, Homeline, link_in
from tests.households import GRANDMA, NEIGHBOUR, english_family, read, say, second_parent, stand_in, tap
from tests.safeguarding.apart import asked_to_look_in
from tests.safeguarding.test_apart import about_everything, said_by
from tests.still import still

CODE = Path(__file__).parents[2]
FEW = 12  # values of a kind that are looked at in every moment
Told = dict[tuple[str, str], set[str]]
PO = replace(NEIGHBOUR, id=151, first_name="Wang Po")
TEACHER = replace(ZHAO, id=152, first_name="Zhou", last_name=None, username=None)

# A heading is a sign, the child (or the class) and the sender. What else may stand in a first line, and why.
NEWS_WITHOUT_NEWS = {
    "AllClear": "voice.md: the good end of what was told; not what it was",
    "CheckInAsked": "voice.md: the day's question at home",
    "IdeaOffered": "voice.md: an idea is for every child; none of them tells of this one",
    "LetterArrived": "voice.md: that there is a letter, not what is in it",
    "NobodySeenYet": "voice.md: to who looks at the phone and waits; not what was sent",
    **dict.fromkeys(("CallStarted", "ParentCalls"), "voice.md: somebody acts; to who waits for it"),
    "ParentUnreached": "voice.md: a phone cannot be reached; not what waits for it",
    **dict.fromkeys(("PhoneLost", "PhoneBack", "AlertUndelivered"), "as ParentUnreached"),
    "NobodyReached": "as ParentUnreached; and to call for help oneself",
    "CallExpired": "as NobodyReached",
    "IllnessSeen": "who has pressed; not what",
    "SeenTakenBack": "as IllnessSeen",
    "IllnessFellSilent": "at home: that the question rests",
    "IllnessAsked": "the same question as on every day",
    "LetterPlayed": "that a letter was heard; not its words",
    **dict.fromkeys(("LetterOnItsWay", "LetterLost", "WordsUncertain", "WordsLost"), "as LetterPlayed"),
    "VoiceWaits": "that a voice waits; neither whose nor what is in it",
    "NotAnsweredYet": "voice.md: that there is no answer yet; not what was asked",
    "NeverAnsweredYet": "as NotAnsweredYet",
    "StandInAsked": "as NotAnsweredYet; and the day's question",
    "StillNotAnswered": "voice.md: since when nothing has come; not what came before",
    "ThanksSent": "who thanks; not what for",
    "CallOutcomeAsked": "a question about talking; no time, no plan",
    **dict.fromkeys(("TalkAsked", "TalkOver"), "as CallOutcomeAsked"),
    "TalksWaiting": "to a teacher: how many families have written; not which",
    **dict.fromkeys(("OwnWeekAsked", "MyPlaceAsked"), "of its reader alone"),
    "AnswerReceived": "to who has just answered, a face as their own sign and who hears it",
    "CardRetired": "in place of an older card, without a sound: where the question stands, or thanks",
    "AnswerTakenBack": "that there is no answer now",
    **dict.fromkeys(
        ("MemberJoined", "MemberLeft", "ErasedLeft", "MemberOpened", "JoinAsked", "JoinDecided", "Welcomed"),
        "who is in the circle",
    ),
    **dict.fromkeys(("TurnedAway", "TeacherTurnedAway"), "no name and no reason"),
    **dict.fromkeys(("LinesChanged", "PlaceSuspended", "PlaceOpened", "PlaceEnded"), "how the circle stands"),
    **dict.fromkeys(("SharingToResume", "KnownAsked", "KnownAwaited"), "as LinesChanged"),
    "GuardianBack": "that somebody is here",
    "ChildResumed": "that the day's question comes again",
    **dict.fromkeys(("RhythmChanged", "TwiceADay"), "as SlotChanged, on which days"),
    "SlotChanged": "when the day's question comes; no day and no time",
    "SharingResumed": "that there is news again; none of it",
    "ApprovalAsked": "what a second adult is asked for, by whom",
    "ApprovalDecided": "as ApprovalAsked",
    "ApprovalWaits": "to who has just asked for it",
    "AccountAdvised": "the same for everybody",
    "FamilyIdle": "that it has been quiet",
    "GapTold": "of Homeline itself; no plan of anybody",
    "LinksMoved": "of Homeline itself: where it is now",
    "ChildErased": "no name",
    "DataGiven": "to who has asked for it",
    "HeldTextWaits": "that a message waits; no word of it, and not why",
    "DangerCardShown": "the same card for everybody (SG-26)",
    "EnrolmentsAsked": "to a teacher: the child's call name, which is the whole question",
    "EnrolmentDecided": "as EnrolmentsAsked",
    "TeacherAsked": "to who leads a school: who wants to teach there, which is the whole question",
    "TeacherDecided": "as TeacherAsked",
    **dict.fromkeys(("TeacherEnded", "TeacherGone"), "who teaches at a school"),
    **dict.fromkeys(("LeadJoined", "LeadGiven", "NobodyLeads"), "who leads a school"),
    "SchoolJoined": "to who has just been let in",
    "ClassWith": "the class, and who is there for it",
    **dict.fromkeys(("ClassClosed", "ClassGiven", "ClassLost", "ClassOver"), "as ClassWith"),
    **dict.fromkeys(("ClassCarried", "ClassRenamed", "ClassEnded", "CarryAsked", "CarryDeclined"), "as ClassWith"),
    **dict.fromkeys(("PupilWelcomed", "ClassChanged", "LineArrived"), "the class, as in every heading of a notice"),
    **dict.fromkeys(("PupilRefused", "PupilTakenOut", "PupilWaitsAgain", "PupilLeft", "PupilBack"), "as PupilWelcomed"),
    **dict.fromkeys(("GroupAsked", "GroupInherited", "GroupLost", "KeptFromGroup", "PupilAsked"), "as ClassWith"),
    **dict.fromkeys(("PupilMoved", "LineMoved"), "to a teacher: that the child has left the class"),
    "WordAnswered": "to a teacher: that the family has answered",
    **dict.fromkeys(("AbsenceAnswered", "SchoolIllnessNews"), "as WordAnswered"),
    "SchoolIllnessShown": "to the teacher who has just tapped it",
    **dict.fromkeys(("NoticeReceipt", "NoticeUncertain", "NoticesPassedOn", "NoticeShown"), "to a teacher: the class"),
    **dict.fromkeys(("NoticesStopped", "WeeklyOver", "SchoolNoticeWent"), "as NoticeReceipt"),
    "RollCallShown": "to the teacher: the class and the day",
    **dict.fromkeys(("WorryPassedOn", "WorryReceipt", "WorryLost"), "who of the school writes, or reads; of no child"),
}  # below: a day or a time stands there, of no plan of anybody
OF_HOMELINE = {"GapTold", "ApprovalWaits", "StillNotAnswered", "RollCallShown", "HeldTextWaits", "CarryAsked"}

NEVER = {
    "en": r"\b(ill|sick|fever|stomach|breath\w*|hurts?|cough\w*|well|harder|sad|report\w*|promise\w*|visit\w*)\b",
    "zh_Hans": r"病|发烧|肚子|呼吸|咳|受伤|不舒服|难过|不开心|挺好|举报|答应|回家",
}
PLANS = {
    "en": r"\d{1,2}:\d\d|tomorrow|tonight|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b\w{3}, \w{3} \d",
    "zh_Hans": r"\d{1,2}:\d\d|明天|今晚|\d月\d|周[一二三四五六日]|星期[一二三四五六日]",
}
WORDS = "canary"  # stands in everything that anybody writes here
HEADING = {
    "en": re.compile(r"\W*(Lily(?:(?:, | and )Lily)*|Homeline|Class \w+)(, (from )?[\w ]{1,20}( \([\w' -]{1,20}\))?)?"),
    "zh_Hans": re.compile(r"\W*(Lily(?:[、和]Lily)*|Homeline|\w*3B\w*)( · [\w ]{1,20}(（[\w ]{1,20}）)?)?"),
}


def may_be_shown(kind: str, language: str, first: str) -> bool:
    """Whether a stranger who looks at a locked phone may read this."""
    if WORDS in first or re.search(NEVER[language], first, re.IGNORECASE):
        return False
    if kind not in OF_HOMELINE and re.search(PLANS[language], first):
        return kind == "CheckInAsked"  # “How was Lily on Tuesday?”: the day that is asked about
    return kind in NEWS_WITHOUT_NEWS or HEADING[language].fullmatch(first) is not None


@cache
def pushed() -> set[str]:
    """The kinds that come by themselves: made anywhere but in the answer to who has just done something."""
    kinds = {each.__name__ for each in RENDERERS}
    found: set[str] = set()

    def look(node: ast.AST, *, counts: bool, answers: bool) -> None:
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            answers = answers or name in {"reply", "show_with_signs"}
            counts = counts or name == "Notification"
            if name in kinds and counts and not answers:
                found.add(name)
        for each in ast.iter_child_nodes(node):
            look(each, counts=counts, answers=answers)

    for folder in ("bot/domain", "bot/services", "bot/queries", "bot/ticks", "handlers"):
        for path in (CODE / folder).rglob("*.py"):
            look(ast.parse(path.read_text(encoding="utf-8")), counts=folder != "handlers", answers=False)
    return found - {"MessageErased", "LetterTakenBack", "WordNoteGone", "TalkGone"}  # they take a message away


def look(tx: Tx, told: Told) -> None:
    """Note the first line of all that could be told now; of a kind with many values, until it has been told once."""
    them = [me for who in (MEI, GRANDMA, ZHAO) if (me := people.by_telegram(tx, who.id))]
    assert len(them) == 3
    readers = [(each, reader_for(tx, replace(me, language=each))) for me, each in product(them, sorted(LANGUAGES))]
    for kind in (each for each in RENDERERS if each.__name__ in pushed()):
        abouts = list(about_everything(tx, kind))
        for language, reader in readers:
            firsts = told.setdefault((kind.__name__, language), set())
            if not firsts or len(abouts) <= FEW:
                firsts |= {first for about in abouts if (first := first_line(said_by(reader, about)))}


def first_line(message: Message | None) -> str:
    """As a lock screen shows it."""
    return re.sub("<[^>]+>", "", message.text).split("\n")[0] if message else ""


async def a_busy_family(home: Homeline) -> AsyncIterator[None]:
    """Moment after moment of one family, so that each kind of notification can be told at one of them."""
    mei, fang = await english_family(home)
    li, jun = await stand_in(home), await second_parent(home)
    zhao = await home.school()
    poster = await home.class_room()
    await tap(home, zhao, "🏠", "🔗")
    await home.newcomer(TEACHER, link_in(zhao).rpartition("=")[2])
    mei.open(poster)
    await home.settle()
    await tap(home, mei, "✅")
    await say(home, zhao, f"📣 {WORDS} later")  # a draft, to the whole school
    await tap(home, zhao, "👥 Whole school")
    yield  # the teacher is asked, and the lead
    await home.do(zhao.tap("✅"), await home.app.store.run(on_the_list))
    await two_groups(home, zhao)
    await tap(home, mei, "🏠", "⚙️", "🔗", "Looks after")
    await home.newcomer(PO, link_in(mei).rpartition("=")[2])
    await tap(home, home.phone(PO), "👵")
    await tap(home, mei, "✅")
    await home.do(mei.press("export", mei.last))
    for phone in (mei, fang):
        await tap(home, phone, "🏠", "🎤")
        await say(home, phone, f"{WORDS} letter")
    mei.press("keepsake_make:1:8", mei.last)
    await tap(home, mei, "🏠", "📞", "📞")
    await tap(home, fang, "🏠", "Please call")
    await tap(home, mei, "🏠", "🗓")
    await say(home, mei, f"{WORDS} promise")
    await tap(home, mei, "Tue 24", "🏠", "🗓", "🚆", "Tue 24")
    await being_there(home, mei, WORDS)
    await say(home, fang, "I want to die")
    yield  # a second adult is asked; a call and a promise are near; words are held
    await home.do(fang.press("approve:1:yes", fang.last), mei.press("call_done:1:no", mei.last))
    await tap(home, fang, "✅ Yes, help")
    await home.notice(f"{WORDS} coat", album=2)
    await home.do(mei.press("number_wish:1:1", mei.last))
    await write(home, mei, f"{WORDS} talk")
    await tap(home, zhao, "✉️ Reply")
    await say(home, zhao, f"{WORDS} answer")
    await lost(home, fang, f"{WORDS} talk")
    await unnamed(home, f"{WORDS} coat")
    zhao.press(f"notice_until_at:2:{days_ahead(home.clock.now(), 1, 'Asia/Shanghai')}07", zhao.last)
    await home.do(zhao.press("notice_remind:2", zhao.last), zhao.photo(f"{WORDS} picture"))
    await tap(home, zhao, "📣 Class 3B", "↩️ Take it back", "✅ Yes")
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    await home.do(zhao.say(f"{WORDS} drawing"), mei.tap("❤️"))
    await home.do(zhao.press("calendar_add:1", zhao.last), zhao.say("2027-01-01 Holiday"))
    await tap(home, zhao, "✅")
    zhao.press(f"meeting_offer:1:{home.clock.now().date().toordinal()}:255:1:0:0", zhao.last)
    await home.do(fang.press("meeting_take:1:1", fang.last))
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await on_its_way(home, TEACHER, ZHAO, f"{WORDS} worry")
    yield
    zhao.press("meeting_off_yes:1", zhao.last)
    await tap(home, fang, "✅ I know")
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")
    await tap(home, zhao, "🧒 One child", "Lily", "🤒", "🌡")
    await say(home, zhao, f"{WORDS} note")
    yield
    await home.do(fang.press("ill_better:1", fang.last))
    await home.until(19, 30)
    await tap(home, fang, "😢", "🙋")
    await tap(home, fang, "🏠", "🏫", "🤒", "🌡")
    await say(home, fang, "🤒 Ill")
    await tap(home, fang, "💊")
    await say(home, fang, f"{WORDS} note")
    await read(home, asked_to_look_in)
    yield  # nobody has seen it; somebody near is asked to look in
    await home.quiet(GRANDMA, 0, 0)  # who is asked at night how the child is
    await home.later(hours=4, minutes=5)
    await tap(home, fang, "☁️")
    await home.do(fang.press("goes_to_school:4", fang.last))
    await tap(home, fang, "🏠", "🎓 School", "🚌")
    for verb in ("ill_seen:2", "ill_call:2"):
        await home.do(mei.press(verb, mei.last))
    await home.do(fang.press(f"away_until:{days_ahead(home.clock.now(), 3, 'Asia/Shanghai')}", fang.last))
    yield
    fang.press("back", fang.last)
    mei.press(f"pause_until:1:{days_ahead(home.clock.now(), 7, 'Asia/Shanghai')}", mei.last)
    li.block()
    jun.press("hold:2", jun.last)
    await home.settle()
    await home.later(hours=20)
    yield
    mei.press("resume:1", mei.last)
    li.start()
    jun.press("let_go:2", jun.last)
    jun.press("remove_yes:3", jun.last)
    mei.press("class_leave_yes:1", mei.last)
    zhao.press("class_close_yes:1", zhao.last)
    await home.settle()
    yield
    while not mei.sees("💡"):
        await home.later(hours=6)
    await home.later(minutes=5)
    yield  # the question stands there for half a day, and may come once more
    for phone in (mei, fang):
        await home.later(days=40)
        await tap(home, phone, "🏠")
    yield  # is it still her?
    await read(home, lambda tx: become(tx, MEI))
    yield


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_sg_14_the_first_line_of_whatever_is_pushed_names_no_more_than_child_and_sender(home: Homeline) -> None:
    told: Told = {}
    async for _ in a_busy_family(home):
        await read(home, lambda tx: look(still(tx), told))

    assert sorted({kind for (kind, _language), firsts in told.items() if not firsts}) == []
    slips = [
        f"{kind}: {first}"
        for (kind, language), firsts in sorted(told.items())
        for first in firsts
        if not may_be_shown(kind, language, first)
    ]
    assert slips == []
    assert sorted(set(NEWS_WITHOUT_NEWS) - pushed()) == []
