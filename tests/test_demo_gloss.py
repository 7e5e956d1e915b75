"""What the demo's phones say, in a visitor's language."""

from dataclasses import replace
from pathlib import Path

from bot.clock import StoppedClock
from bot.demo_gloss import Glossary, noted_in
from bot.features import SEND_HOOKS
from bot.settings import Settings
from bot.simulator.server import Simulator
from tests.conftest import TOKEN
from tests.databases import StoryFile
from tests.homeline import FANG, Homeline
from tests.in_process import parts_for
from tests.together import KEYS


async def test_a_button_means_what_it_does_also_where_a_language_has_more_words_than_another(
    clock: StoppedClock, tmp_path: Path, sqlite_template: Path
) -> None:
    glossary: Glossary = {}
    database = StoryFile(tmp_path / "homeline.db", sqlite_template)
    settings = Settings(token=TOKEN, database_url=database.url, keys=KEYS, rate=0)
    simulator = Simulator(clock.world, token=TOKEN)
    parts = replace(parts_for(simulator, database), hooks=noted_in(glossary, SEND_HOOKS, {FANG.id}))
    home = Homeline(settings, clock, simulator, database, parts)
    await home.open()
    home.beginning.over()  # what is remembered of it was noted by nobody
    try:
        await home.newcomer(FANG, (await home.child()).rpartition("=")[2])
    finally:
        await home.end()
    meant = {each.text: glossary.get(each.text) for row in home.phone(FANG).last.buttons for each in row}
    assert meant["👵 姥姥"] == {"en": "👵 Grandma (mum's)"}
    assert meant["👵 外婆"] is None  # English has one word for both
    assert meant["👵 奶奶"] == {"en": "👵 Grandma (dad's)"}
    assert meant["🧑 爸爸"] == {"en": "🧑 Dad"}
    assert meant["☂️ 帮助"] == {"en": "☂️ Help"}
