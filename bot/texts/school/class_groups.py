"""🗞 The group of a class: what its teachers read of it, and how a notice stands there."""

from bot.db import installation
from bot.db.transaction import Tx
from bot.domain import emoji
from bot.domain.people import Person
from bot.domain.school import class_groups as about_
from bot.domain.school.class_groups import PostedInGroup, is_quiet
from bot.domain.school.notice_cards import parts
from bot.domain.school.notice_withdrawing import can_delete
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.circle import people
from bot.queries.school import class_groups, notices, schools
from bot.queries.school.class_groups import ClassGroup
from bot.queries.school.schools import ClassRoom
from bot.texts.message import Button, Media, Message, button, column
from bot.texts.quoting import inline, quoted
from bot.texts.reader import Reader
from bot.texts.school.schools import class_name, group_button, school_of


def group_asked(reader: Reader, about: about_.GroupAsked) -> Message | None:
    """One button for each class that is theirs."""
    group = class_groups.get(reader.tx, about.group_id)
    rooms = class_groups.offered(reader.tx, reader.person.id)
    if group is None or group.class_id is not None or not rooms:
        return None
    words = inline(group.title)
    # L10N: a button of a teacher: no notices are to be posted in this chat group.
    none = button(f"{emoji.NO} " + reader.label("Not there"), "group_no", group.id)
    buttons = [button(f"{emoji.GROUP} {each.name}", "group_tie", group.id, each.id) for each in rooms]
    if len(rooms) == 1:
        # L10N: to a teacher who has added the bot to a chat group called {words}; {room} is their class.
        text = reader.say(
            "Shall I post the notices of class {room} in the group “{words}”, too?", room=rooms[0].name, words=words
        )
    else:
        # L10N: to a teacher of several classes who has added the bot to a chat group called {words}. Classes follow.
        text = reader.say("Which class's notices shall I post in the group “{words}”?", words=words)
    return Message(f"{emoji.GROUP} {text}\n{_what_happens(reader)}", (*column(*buttons), (none,)))


def _what_happens(reader: Reader) -> str:
    # L10N: to a teacher, about a chat group in which notices are posted: what goes there, and what does not.
    return reader.say(
        "Only what the whole class may read goes there, and no child's name. I pass on nothing that is written there."
    )


def group_declined(reader: Reader, about: about_.GroupDeclined) -> Message:
    """Silence, as in every other group."""
    # L10N: to a teacher who has said that a chat group is of none of their classes.
    return Message(f"{emoji.GROUP} " + reader.say("All right. I say nothing in that group."))


def group_shown(reader: Reader, about: about_.GroupShown) -> Message:
    """On or off with one tap; without a group how it begins."""
    group, room = class_groups.of_class(reader.tx, about.class_id), class_name(reader, about.class_id)
    if group is None:
        return Message(f"{emoji.GROUP} {_how(reader, room)}", column(_back(reader, about.class_id)))
    words = inline(group.title)
    if group.posts:
        # L10N: to a teacher: {words} is what the chat group of the class {room} is called.
        text = reader.say("Notices of class {room} are posted in the group “{words}”, too.", room=room, words=words)
        # L10N: a button of a teacher: no more notices are posted in the class's chat group.
        turn = button(f"{emoji.STOP} " + reader.label("Post no more"), "group_post", about.class_id, "no")
    else:
        # L10N: to a teacher: {words} is what the chat group of the class {room} is called.
        text = reader.say("No notices of class {room} are posted in the group “{words}” now.", room=room, words=words)
        # L10N: a button of a teacher: notices are posted in the class's chat group again.
        turn = button(f"{emoji.GROUP} " + reader.label("Post there"), "group_post", about.class_id, "yes")
    return Message(f"{emoji.GROUP} {text}\n{_what_happens(reader)}", column(turn, _back(reader, about.class_id)))


def _how(reader: Reader, room: str) -> str:
    name = f"@{installation.get(reader.tx, 'username')}"
    # L10N: to a teacher whose class {room} has no chat group here yet; {name} is the bot's name in Telegram.
    how = reader.say(
        "Do the families of class {room} talk in a Telegram group? Add {name} there, and I ask you here whether "
        "notices shall be posted in it.",
        room=room,
        name=name,
    )
    # L10N: to a teacher who wants the bot to post notices in a chat group; below how it is added there.
    return f"{how}\n" + reader.say("If I am in it already, take me out and add me again.")


def _back(reader: Reader, class_id: int) -> Button:
    mine = schools.my_class(reader.tx, class_id, reader.person.id) is not None
    where = ("class", class_id) if mine else ("class_led", class_id, 0)
    return button(f"{emoji.TEACHER} {class_name(reader, class_id)}", *where)


def group_inherited(reader: Reader, about: about_.GroupInherited) -> Message | None:
    """They see at once that what they send is read there, too."""
    group = class_groups.of_class(reader.tx, about.class_id)
    if group is None or not group.posts:
        return None
    room, words = class_name(reader, about.class_id), inline(group.title)
    # L10N: to a teacher who has just been given the class {room}; {words} is what its chat group is called.
    text = reader.say("What you send to class {room} is posted in the group “{words}”, too.", room=room, words=words)
    return Message(f"{emoji.GROUP} {text}\n{_what_happens(reader)}", column(group_button(reader, about.class_id)))


def group_lost(reader: Reader, about: about_.GroupLost) -> Message:
    """Nothing is lost for the families; what they can do."""
    # L10N: to a teacher: the chat group of the class {room} has put the bot out, or lets it write nothing.
    text = reader.say(
        "The group of class {room} lets me post nothing any more. Families read notices in their own chats, as before.",
        room=class_name(reader, about.class_id),
    )
    return Message(f"{emoji.GROUP} {text}", column(group_button(reader, about.class_id)))


def kept_from_group(reader: Reader, about: about_.KeptFromGroup) -> Message | None:
    """Families have it; only the group has not, or not until it was corrected."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.SENT:
        return None
    if class_groups.may_stand(reader.tx, notice, about.class_id):
        # L10N: to a teacher whose notice named a child: it was corrected, and now stands in the chat group of class
        # {room}.
        there = reader.say("Your notice to class {room} is in the group now.", room=class_name(reader, about.class_id))
        return Message(f"{emoji.GROUP} {there}")
    # L10N: to a teacher: a notice to the class {room} has a child's name in it, so it is not in the chat group.
    text = reader.say(
        "Families of class {room} have your notice. It seems to name a child, so it is not in the group.",
        room=class_name(reader, about.class_id),
    )
    return Message(f"{emoji.GROUP} {text}")


def posted_in_group(reader: Reader, about: PostedInGroup) -> Message | None:
    """A part of a notice as everybody in the group reads it; `reader` lends it a language, and nothing else."""
    notice, group = notices.get(reader.tx, about.notice_id), class_groups.get(reader.tx, about.group_id)
    room = schools.class_room_of(reader.tx, group.class_id) if group and group.class_id else None
    if notice is None or group is None or room is None:
        return None
    if not class_groups.may_stand(reader.tx, notice, room.id):
        return _taken_out(reader, notice, group, room, about)
    header = _heading(reader, notice, room)
    if about.what == "card":
        return _card(reader, notice, header)
    if about.what == "text":
        above = parts(notice.text)[:-1]
        return Message(f"{header}\n{quoted(above[about.place])}" if about.place < len(above) else header)
    return _media(notice, header, about)


def _media(notice: Notice, header: str, about: PostedInGroup) -> Message | None:
    if about.changes:
        return None  # a picture stays what it is
    kept = tuple(
        Media(each["kind"], each["file_id"])
        for each in notice.media[about.place : about.place + about.count]
        if not each.get("refused")
    )
    if len(kept) > 1:
        return Message(header, album=kept)
    return Message(header, media=kept[0]) if kept else None


def speaks_to(tx: Tx, about: PostedInGroup) -> Person | None:
    """Whoever teaches the class: a group is written to in their language; none where it is of no class any more."""
    group = class_groups.get(tx, about.group_id)
    room = schools.class_room_of(tx, group.class_id) if group and group.class_id else None
    return people.get(tx, room.teacher_id) if room else None


def stands_in(tx: Tx, about: PostedInGroup) -> int | None:
    """The message in which this part stands already."""
    post = class_groups.post_of(tx, about.notice_id, about.group_id, about.part)
    return post.message_id if post else None


def is_quiet_there(reader: Reader, about: PostedInGroup) -> bool:
    """Whether it makes no sound: at night, and above the card, which rings."""
    group = class_groups.get(reader.tx, about.group_id)
    zone = schools.clock(reader.tx, group.class_id, reader.person) if group and group.class_id else None
    return about.what != "card" or zone is None or is_quiet(reader.tx.now, zone)


def _card(reader: Reader, notice: Notice, header: str) -> Message:
    lines = [f"{header}\n{quoted(notice.card_text)}".strip()]
    if notice.wants_something:
        # L10N: below a notice in the chat group of a class; a link to the bot follows. Nobody confirms in a group.
        ask = reader.say("To confirm, open your own chat with me:")
        lines.append(f"{ask}\nhttps://t.me/{installation.get(reader.tx, 'username')}")
    media = notice.card_media
    return Message("\n\n".join(lines), media=Media(media["kind"], media["file_id"]) if media else None)


def _heading(reader: Reader, notice: Notice, room: ClassRoom) -> str:
    called = schools.called(reader.tx, room.school_id, notice.author_id) if notice.author_id else ""
    teacher = reader.teacher(called, placed=True) if called else school_of(reader, room.id)
    if notice.school_id is not None:
        # L10N: the first line of a notice that went to a whole school: its name, and the name of who leads it.
        text = reader.say("{school}, {teacher}", school=school_of(reader, room.id), teacher=teacher)
    else:
        # L10N: the first line of a school notice, all that a lock screen shows: the class, and the teacher's name.
        text = reader.say("Class {room}, {teacher}", room=room.name, teacher=teacher)
    return f"{emoji.NOTICE} {text}"


def _taken_out(
    reader: Reader, notice: Notice, group: ClassGroup, room: ClassRoom, about: PostedInGroup
) -> Message | None:
    """Gone, as long as Telegram lets it go; a text says in its place that it was taken back."""
    post = class_groups.post_of(reader.tx, notice.id, group.id, about.part)
    if post is None:
        return None
    with_media = about.what == "media" or (about.what == "card" and notice.had_card_media)
    withdrawn = notice.state == NoticeState.WITHDRAWN
    if can_delete(post.sent_at, reader.tx.now) and (with_media or about.what == "text" or not withdrawn):
        further = (
            class_groups.post_of(reader.tx, notice.id, group.id, f"{about.part}+{each}")
            for each in range(1, about.count)
        )
        return Message(deletes=True, with_it=tuple(each.message_id for each in further if each))
    header = _heading(reader, notice, room)
    media = notice.media[0 if about.what == "card" else about.place] if with_media else None
    shown = Media(media["kind"], media["file_id"]) if media else None
    return Message(f"{header}\n{_instead(reader, withdrawn=withdrawn)}", media=shown, in_place=True)


def _instead(reader: Reader, *, withdrawn: bool) -> str:
    if withdrawn:
        # L10N: in the chat group of a class, in place of a notice that was taken back. No reason, no blame.
        return f"{emoji.UNDO} " + reader.say("This notice was taken back. There is nothing to do.")
    # L10N: in the chat group of a class, in place of a notice that is now for the families alone.
    return reader.say("Families read this notice in their own chats with me.")
