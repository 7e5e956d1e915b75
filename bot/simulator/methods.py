"""The table of contents: every method that the simulator answers at once."""

from collections.abc import Callable
from typing import Any

from bot.simulator import methods_bot, methods_edit, methods_send
from bot.simulator.params import Params
from bot.simulator.world import World

Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    "getMe": methods_bot.get_me,
    "logOut": methods_bot.close,
    "close": methods_bot.close,
    "sendMessage": methods_send.send_message,
    "sendPhoto": methods_send.send_photo,
    "sendVoice": methods_send.send_voice,
    "sendVideo": methods_send.send_video,
    "sendVideoNote": methods_send.send_video_note,
    "sendAudio": methods_send.send_audio,
    "sendDocument": methods_send.send_document,
    "sendAnimation": methods_send.send_animation,
    "sendSticker": methods_send.send_sticker,
    "sendMediaGroup": methods_send.send_media_group,
    "sendLocation": methods_send.send_location,
    "sendChatAction": methods_send.send_chat_action,
    "copyMessage": methods_send.copy_message,
    "forwardMessage": methods_send.forward_message,
    "editMessageText": methods_edit.edit_message_text,
    "editMessageCaption": methods_edit.edit_message_caption,
    "editMessageMedia": methods_edit.edit_message_media,
    "editMessageReplyMarkup": methods_edit.edit_message_reply_markup,
    "deleteMessage": methods_edit.delete_message,
    "deleteMessages": methods_edit.delete_messages,
    "pinChatMessage": methods_edit.pin_chat_message,
    "unpinChatMessage": methods_edit.unpin_chat_message,
    "setMessageReaction": methods_edit.set_message_reaction,
    "answerCallbackQuery": methods_bot.answer_callback_query,
    "getChat": methods_bot.get_chat,
    "getFile": methods_bot.get_file,
    "setMyCommands": methods_bot.set_my_commands,
    "getMyCommands": methods_bot.get_my_commands,
    "deleteMyCommands": methods_bot.delete_my_commands,
    "setMyName": methods_bot.set_my_name,
    "getMyName": methods_bot.get_my_name,
    "setMyDescription": methods_bot.set_my_description,
    "getMyDescription": methods_bot.get_my_description,
    "setMyShortDescription": methods_bot.set_my_short_description,
    "getMyShortDescription": methods_bot.get_my_short_description,
    "setChatMenuButton": methods_bot.set_chat_menu_button,
    "getChatMenuButton": methods_bot.get_chat_menu_button,
}

# What Telegram's limits count: new messages, and what changes one.
SENDING = frozenset(
    name for name in METHODS if name.startswith(("send", "copy", "forward", "edit")) and name != "sendChatAction"
)
