"""What may be passed on as a file: what people read, see or hear, said so by its name and by its kind."""

import pytest

from bot.domain.files import is_passed_on, is_sheet

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
APP = "application/vnd.android.package-archive"
NOTHING = "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("Ausflug.pdf", "application/pdf"),
        ("春游通知.DOCX", WORD),
        ("成绩.xls", "application/vnd.ms-excel"),
        ("通知.wps", "application/wps-office.wps"),
        ("通知.wps", NOTHING),
        ("list.csv", "text/csv; charset=utf-8"),
        ("list.csv", "application/vnd.ms-excel"),
        ("list.csv", "application/csv"),
        ("list.tsv", "text/tab-separated-values"),
        ("名单.TSV", NOTHING),
        ("list.tsv", "text/plain"),
        ("list.txt", "text/plain"),
        ("IMG_1.HEIC", ""),
        ("IMG_1.jpg", "image/jpeg"),
        ("song.m4a", "audio/mp4"),
        ("film.mp4", "video/mp4"),
        ("", "application/pdf"),
        ("v1.2.final.odt", "application/vnd.oasis.opendocument.text"),
    ],
)
def test_what_a_school_hands_out_passes(name: str, declared: str) -> None:
    assert is_passed_on(name, declared)


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("notice.apk", APP),
        ("notice.pdf.apk", "application/pdf"),
        ("notice.pdf", APP),
        ("notice.apk", NOTHING),
        ("notice\u202efdp.apk", "application/pdf"),
        ("notice.pdf\u200b", "application/pdf"),
        ("notice.pdf.", "application/pdf"),
        ("notice.pdf ", "application/pdf"),
        ("notice.pdf", "image/svg+xml"),
        ("drawing.svg", "image/svg+xml"),
        ("page.html", "text/html"),
        ("page.txt", "text/html"),
        ("page.tsv", "text/html"),
        ("list.tsv.apk", "text/tab-separated-values"),
        ("a.zip", "application/zip"),
        ("a.docm", "application/vnd.ms-word.document.macroEnabled.12"),
        ("a.xls", "application/vnd.ms-excel.sheet.macroEnabled.12"),
        *(
            (f"a.{each}", NOTHING)
            for each in ("exe", "ipa", "jar", "js", "bat", "scr", "lnk", "rar", "7z", "xapk", "sh")
        ),
        ("", ""),
        ("", NOTHING),
        ("pdf", "application/pdf"),
        ("song.mp3", APP),
    ],
)
def test_what_could_be_run_or_unpacked_stays(name: str, declared: str) -> None:
    assert not is_passed_on(name, declared)


@pytest.mark.parametrize("name", ["list.csv", "LIST.TSV", "名单.txt", "3B.xlsx", "3B.xls", "3B.ods", "名单.et"])
def test_a_list_may_be_kept_in_it(name: str) -> None:
    assert is_sheet(name)


@pytest.mark.parametrize("name", ["", "notice.pdf", "list.docx", "tsv", "list.tsv.pdf", "photo.jpg"])
def test_in_these_no_list_is_kept_that_could_be_read(name: str) -> None:
    assert not is_sheet(name)
