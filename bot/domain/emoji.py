"""The emoji are a contract: same emoji, same meaning, same place, for ever (product.md, “Buttons are a contract”)."""

PARENT, GUARDIAN, TEACHER = "👪", "🏡", "🎓"
NEAR = "🏘"
YES, NO, UNSURE = "✅", "❌", "🤷"
GREAT, WELL, HARD, SAD = "😄", "🙂", "😟", "😢"
ILL = "🤒"
FEVER, STOMACH, BREATHING, HURT, OTHER = "🌡", "🤢", "😮‍💨", "🤕", "❓"
BETTER = "🌤"
GIVEN, ASLEEP = "💊", "💤"
MORNING = "🌅"
SAME, WORSE, DOCTOR, STOP = "☁️", "⛈", "🩺", "⏹"
VOICE = "🎤"
CALL = "📞"
THANKS = "❤️"
LETTER_BOX, WEEK = "📬", "🎞"
KEEPSAKE = "🎁"
KIND_WORD, TALK = "☕", "💬"
SEEN = "🙏"
CALLING = "🤙"
MINE = "🙋"
ADD = "➕"
INVITE = "🔗"
NOTICE = "📣"
CHANGE, AT_ONCE = "✏️", "⚡"
UNTIL, PREVIEW = "⏳", "🔍"
TABLE, PRINT = "🧾", "🖨"
# Answers that a teacher has written: none is better than another. Keycaps hold a digit, which names keep.
FIRST, SECOND, THIRD, FOURTH, FIFTH = "🔵", "🟠", "🟣", "🟡", "🟤"
CHOICES = (FIRST, SECOND, THIRD, FOURTH, FIFTH)
# Three kinds of notices, without ✅ and 📣: a yes on that card is not yet the yes that sends, and 📣 begins a notice.
TO_READ, TO_ANSWER, TO_SIGN = "📄", "🗳", "✍️"
PUPIL, ROLL, GOOD = "🧒", "📋", "🌟"
HELPED, READ_ALOUD, TRIED, BRAVE, CARING = "🙌", "📚", "💪", "🦁", "💛"  # stickers, with 🎨 beside them
ROSTER, PRINT = "🗒", "🖨"
NO_SCHOOL = "🏫"
COMES_LATER, PICKED_UP = "🚌", "🚸"
IN_BED, AT_DOCTOR = "🛏", "🏥"  # reasons for the school; 🤒 and 🩺 tell the family of an illness
MEETING = "🪑"
EXAM, OCCASION = "📝", "📌"
GROUP = "🗞"  # of a class: where its notices are posted
WHO = "👁"
REMIND = "🔔"
IDEA = "💡"
ANOTHER = "🔄"
TIMES = "⏰"
SETTINGS, CLOCK, AWAY = "⚙️", "🕰", "🧳"
PAUSE = "⏸"
PROMISE, VISIT = "🗓", "🚆"
GOODNIGHT = "🌙"
EARLY, LATE, NIGHT, FREE = "☀️", "🌆", "🌃", "🛋"  # shifts
GAME, CALENDAR = "🎲", "📅"
LANGUAGE = "🌐"
UNDO = "↩️"
LEAVE = "👋"
ERASE, EXPORT = "🗑", "📦"
LOG, READ = "📜", "📖"
CIRCLE, LINES = "👥", "↔️"
FREEZE = "❄️"
LOCK, UNLOCK, PUT_OUT = "🔒", "🔓", "🚪"
TELL = "🗣"
WORDS = "✉️"  # between a family and a teacher
WORRY = "🤲"  # a teacher's, about a child: for one person of the school
REPORT, MUTE = "🚩", "🔕"
OPERATOR, STATUS, PAGE = "🛠", "📊", "🚨"
HOME, HELP = "🏠", "☂️"

# What was seen of a child's day, with 🏫 for no school. 😴 and 🚪 mean something else already, so who slept badly is
# 🥱, and who was alone 🧍.
ATE, ATE_LITTLE, SLEPT_BADLY, OUTSIDE, MADE = "🍚", "🍽", "🥱", "⚽", "🎨"
FRIENDS, CRIED, ALONE, PICTURE = "🤝", "😭", "🧍", "📷"

FACES = {"great": GREAT, "well": WELL, "hard": HARD, "sad": SAD, "usual": YES, "call": CALL}
ILLNESSES = {"fever": FEVER, "stomach": STOMACH, "breathing": BREATHING, "hurt": HURT, "other": OTHER}
DAY = {
    "ate": ATE,
    "little": ATE_LITTLE,
    "slept": SLEPT_BADLY,
    "outside": OUTSIDE,
    "made": MADE,
    "free": NO_SCHOOL,
    "friends": FRIENDS,
    "cried": CRIED,
    "alone": ALONE,
}
SHIFTS = {"d": EARLY, "l": LATE, "n": NIGHT, "o": FREE}
NOTES = {"degrees": FEVER, "given": GIVEN, "visited": DOCTOR, "asleep": ASLEEP}
ANSWERS = {"better": BETTER, "same": SAME, "worse": WORSE, "doctor": DOCTOR, "resting": DOCTOR, "stopped": STOP}

ALL = frozenset(each for name, each in list(vars().items()) if name.isupper() and isinstance(each, str))
