"""The ways to say a face: as many as are taken in turn, no two alike, none that says more than was tapped."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInAnswered, Face
from bot.domain.daily.news import WAYS
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.texts.daily.news import SEVERAL, said
from bot.texts.reader import Reader, reader_for
from tests.homeline import Homeline
from tests.households import english_family, read

# What each face says, and only that face.
SAYS = {
    "en": {
        Face.GREAT: r"very good day|the best face",
        Face.WELL: r"\bwell\b",
        Face.HARD: r"[Aa] harder day",
        Face.SAD: r"[Aa] hard day",
        Face.USUAL: r"as usual",
        Face.CALL: r"\bcall\b",
    },
    "zh_Hans": {
        Face.GREAT: r"特别好|好极了|最开心的那张脸",
        Face.WELL: r"挺好|都好|好好的|很好",
        Face.HARD: r"不太顺|没那么顺",
        Face.SAD: r"不好过|挺难的",
        Face.USUAL: r"跟平[常时]|跟往常|照常|跟平时",
        Face.CALL: r"打个?电话",
    },
}
# Nobody has tapped what the child feels or did, on which day, or that all will be well.
MORE = {
    "en": r"today|happy|laugh|smil|smooth|worry|\bsad\b|everything",
    "zh_Hans": r"今天|高兴|笑|放心|担心|难过|伤心",
}


def sentences(reader: Reader, face: Face, also: tuple[int, ...] = ()) -> list[str]:
    """All of a face."""
    at = datetime(2026, 11, 24, tzinfo=UTC)
    about = CheckInAnswered(1, 1, 2, face, at, "2026-11-24", late=False, also=also)
    return [said(reader, replace(about, way=way), "Lily", "Grandma") for way in range(WAYS)]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_each_face_has_its_ways_and_none_says_more_than_the_tap(home: Homeline, language: str) -> None:
    await english_family(home)

    def look(tx: Tx) -> dict[tuple[Face, bool], list[str]]:
        reader = reader_for(tx, replace(people.get(tx, 1), language=language))
        one = {(face, False): sentences(reader, face) for face in Face}
        return one | {(Face(face), True): sentences(reader, Face(face), (2,)) for face in SEVERAL}

    told = await read(home, look)

    for (face, several), ways in told.items():
        assert len(set(ways)) == WAYS, ways
        for each in ways:
            assert "Lily" in each or face is Face.CALL
            assert "Grandma" in each
            assert re.search(SAYS[language][face], each), each
            assert not re.search(MORE[language], each.replace("最开心的那张脸", "")), each
            if face is not Face.WELL and not several:
                others = [SAYS[language][other] for other in Face if other not in {face, Face.WELL, Face.CALL}]
                assert not [other for other in others if re.search(other, each)], each
