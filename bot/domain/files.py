"""Which files are passed on: by kind, those that people read, see or hear; none that a phone would run or unpack."""

import re

_PAGES = "pdf doc docx xls xlsx ppt pptx odt ods odp wps et dps txt csv tsv"
_PICTURES = "jpg jpeg png webp heic heif gif bmp"
_PLAYED = "mp3 m4a aac ogg oga opus wav amr flac mp4 m4v mov webm mkv 3gp"

# Each ending, and what may then be declared. WPS writes what offices in China write, and calls it by several names.
_DECLARED = {
    _PAGES: (
        r"application/(pdf|msword|vnd\.(ms-(excel|powerpoint|works)|openxmlformats-officedocument\.[a-z.]+"
        r"|oasis\.opendocument\.[a-z]+)|(vnd\.)?wps-office\.[a-z]+|kswps|kset|ksdps|csv)"
        r"|text/(plain|csv|comma-separated-values|tab-separated-values)"
    ),
    _PICTURES: r"image/(jpeg|jpg|pjpeg|png|webp|heic|heif|gif|bmp|x-ms-bmp)",
    _PLAYED: r"(audio|video)/[a-z0-9.+-]+|application/ogg",
}
_SHEETS = re.compile(r"\.(csv|tsv|txt|xlsx?|ods|et)$", re.IGNORECASE)
_NOTHING_SAID = {"", "application/octet-stream"}  # what phones declare of an ending that they do not know


def is_passed_on(name: str, declared: str) -> bool:
    """Whether a file of this name and declared kind may go to others; both must say the same."""
    declared = declared.partition(";")[0].strip().lower()
    if not name:
        return any(re.fullmatch(kinds, declared) for kinds in _DECLARED.values())
    _stem, dot, ending = name.rpartition(".")
    kinds = next((kinds for endings, kinds in _DECLARED.items() if ending.lower() in endings.split()), None)
    return bool(dot) and kinds is not None and (declared in _NOTHING_SAID or re.fullmatch(kinds, declared) is not None)


def is_sheet(name: str) -> bool:
    """Whether a file of this name is of the kind in which lists are kept."""
    return _SHEETS.search(name) is not None
