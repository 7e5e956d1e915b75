"""🎁 A year to keep: which there are, how far one is, and the files in which it comes."""

from datetime import date

from bot.domain import emoji
from bot.domain.circle.circles import Child, Circle
from bot.domain.circle.roles import Action
from bot.domain.daily import keepsakes as about_
from bot.domain.daily.keepsakes import STEPS, Keepsake, KeepsakeState, Missing, Parcel
from bot.queries.daily import keepsake_contents, keepsakes
from bot.texts.message import Button, Media, Message, button, column, headed
from bot.texts.reader import Reader

NAMED = 6  # of what is missing; the page in the file names all of it
SIGNS = {
    "photo": "🖼",
    "voice": emoji.VOICE,
    "audio": emoji.VOICE,
    "video": "🎬",
    "video_note": "🎬",
}
_DONE, _OPEN = "▰", "▱"


def year(reader: Reader, child: Child, age: int) -> str:
    """“Lily at 8”; plain text, as for a button."""
    if not age:
        # L10N: the first year of a child's life: the name of a file with its pictures and voices.
        return reader.label("{child}'s first year", child=child.name)
    # L10N: the year in which {child} was {age} years old: the name of a file with its pictures and voices.
    return reader.label("{child} at {age}", child=child.name, age=age)


def to_keep(reader: Reader, child_id: int) -> Button:
    """The button that leads here."""
    # L10N: a button: a year of the child's pictures and voices in a file.
    return button(f"{emoji.KEEPSAKE} " + reader.label("Keep a year"), "keepsake", child_id)


def keepsakes_offered(reader: Reader, about: about_.KeepsakesOffered) -> Message | None:
    """The years, and about how large each is: nothing comes before one is chosen."""
    if not reader.may(about.child_id, Action.KEEPSAKE):
        return None
    circle = reader.circle(about.child_id)
    child = circle.child
    found = about_.sizes(child, keepsake_contents.kept(reader.tx, circle, reader.person.id))
    if not found:
        # L10N: there is nothing yet from which a file could be made; what will be in it. {child} is the call name.
        text = reader.say("Nothing to keep yet. Pictures, voices and letters of {child} gather here.", child=child.name)
        return Message(headed(emoji.KEEPSAKE, child.name, text))
    lines = [
        # L10N: a year of the child in a file that opens in any browser; the years stand on buttons below.
        reader.say("A year in one file: pictures, voices and words. It opens without the network."),
        # L10N: before a large file is sent to a phone: it costs the reader money where they pay for what is loaded.
        reader.say("It takes mobile data; Wi-Fi is better."),
    ]
    years = [_choice(reader, circle, age, size) for age, size in found.items()]
    return Message(headed(emoji.KEEPSAKE, child.name, "\n".join(lines)), column(*years))


def _choice(reader: Reader, circle: Circle, age: int, size: int) -> Button:
    # L10N: a button: {year} is such as “Lily at 8”, {number} how large the file is.
    words = reader.label("{year} · {number} MB", year=year(reader, circle.child, age), number=about_.megabytes(size))
    return button(f"{emoji.KEEPSAKE} {words}", "keepsake_make", circle.child.id, age)


def keepsake_shown(reader: Reader, about: about_.KeepsakeShown) -> Message | None:
    """How far it is, without a number that one would wait for."""
    found = _of(reader, about.keepsake_id)
    if found is None:
        return None
    child = reader.circle(found.child_id).child
    if found.state == KeepsakeState.SENT:
        # L10N: all files have come; {year} is such as “Lily at 8”.
        text = reader.say("{year} is here, in this chat.", year=year(reader, child, found.age))
        return Message(headed(emoji.KEEPSAKE, child.name, text))
    if found.state == KeepsakeState.LOST:
        # L10N: the file could not be brought; nothing of what is kept is lost. A button below begins once more.
        text = reader.say("It did not come through this time. Everything is still kept.")
        # L10N: a button: make the file once more.
        again = button(f"{emoji.KEEPSAKE} " + reader.label("Make it again"), "keepsake_make", child.id, found.age)
        return Message(headed(emoji.KEEPSAKE, child.name, text), column(again))
    # L10N: a file is being made, which takes some minutes; {year} is such as “Lily at 8”. A line shows how far it is.
    text = reader.say("{year} is being gathered. It comes here by itself.", year=year(reader, child, found.age))
    return Message(headed(emoji.KEEPSAKE, child.name, f"{text}\n{_DONE * found.done}{_OPEN * (STEPS - found.done)}"))


def _of(reader: Reader, keepsake_id: int) -> Keepsake | None:
    found = keepsakes.get(reader.tx, keepsake_id)
    mine = found is not None and found.person_id == reader.person.id
    return found if found and mine and reader.may(found.child_id, Action.KEEPSAKE) else None


def keepsake_given(reader: Reader, about: about_.KeepsakeGiven) -> Message | None:
    """One file: what it is, how it is opened, and what could not be fetched."""
    found = _of(reader, about.keepsake_id)
    if found is None:
        return None
    child = reader.circle(found.child_id).child
    title = year(reader, child, found.age)
    if about.part or not about.last:
        # L10N: one of several files; {year} is such as “Lily at 8”, {number} which of them it is.
        title = reader.label("{year}, part {number}", year=title, number=about.part + 1)
    lines = [
        # L10N: below a file that has to be unpacked; {year} is such as “Lily at 8”, {name} a file in it.
        reader.say("{year}. Unpack it, and open {name} in it.", year=title, name=about_.PAGE),
        # L10N: below a file with a child's pictures and voices.
        reader.say("Keep it where only the family looks."),
        *_missing(reader, about.missing),
    ]
    since, _until = about_.year_of_life(child, found.age)
    name = f"keepsake-{since.year}-{about.part + 1}.zip"
    parcel = Parcel(found.id, about.make, about.part)
    text = headed(emoji.KEEPSAKE, child.name, "\n".join(lines))
    return Message(text, media=Media("document", name=name, drawing=parcel), foot=False)


def _missing(reader: Reader, missing: str) -> list[str]:
    gone, large = _named(reader, missing, Missing.GONE), _named(reader, missing, Missing.LARGE)
    lines = []
    if gone:
        # L10N: below a file; {what} are signs with days, such as “🖼 Thu, May 3”.
        lines.append(reader.say("Telegram does not have these any more: {what}.", what=gone))
    if large:
        # L10N: below a file; {what} are signs with days, such as “🎬 Thu, May 3”. They can be saved in the chat itself.
        lines.append(reader.say("Too large to come along, they stay in this chat: {what}.", what=large))
    return lines


def _named(reader: Reader, missing: str, wanted: Missing) -> str:
    known = []
    for each in filter(None, missing.split(",")):
        day, kind, why = each.split()
        if why == wanted:
            known.append(f"{SIGNS[kind]} {reader.day(date.fromisoformat(day))}")
    return reader.enumerated([*known[:NAMED], *(["…"] if len(known) > NAMED else [])])
