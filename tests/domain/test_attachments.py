"""What a source lets people attach."""

from dataclasses import replace

import pytest

from agentdesk.domain.attachments import check_files, check_hash, extension, type_allowed
from agentdesk.domain.commands import FileRef
from agentdesk.domain.entities import Source
from agentdesk.domain.refusals import Refused
from tests.builders import a_file

MIB = 1024 * 1024
GUANCE = ("png", "gif", "jpg", "jpeg", "bmp", "doc", "docx", "pdf", "xlsx", "xls", "txt", "zip", "rar")
HUB = ("csv", "tsv", "xlsx", "doc", "docx", "pdf", "txt", "jpg", "png", "gif", "mp4", "mov", "har")


def a_source(**fields: object) -> Source:
    return Source(id="desk", title="Desk", scheme="agentdesk", **fields)  # type: ignore[arg-type]


def refusal(source: Source, *files: FileRef) -> Refused:
    with pytest.raises(Refused) as caught:
        check_files(source, files)
    return caught.value


@pytest.mark.rule("GU-22", "HZ-11")
def test_eight_mebibytes_fit_and_one_byte_more_does_not() -> None:
    check_files(a_source(), [a_file(size=8 * MIB)])
    refused = refusal(a_source(), a_file(size=8 * MIB + 1))
    assert refused.code == "file-too-large"
    assert refused.data == {"name": "screen.png", "size": 8 * MIB + 1, "limit": 8 * MIB}


@pytest.mark.rule("CS-26", "HZ-11")
def test_the_hub_takes_500_kibibytes() -> None:
    hub = a_source(max_file_bytes=500 * 1024, file_types=HUB)
    check_files(hub, [a_file(size=500 * 1024, name="a.JPG", media_type="image/jpeg")])
    assert refusal(hub, a_file(size=500 * 1024 + 1)).code == "file-too-large"


@pytest.mark.rule("GU-22", "QK-17", "CS-26", "HZ-11")
def test_the_fifth_file_fits_and_the_sixth_does_not() -> None:
    files = [a_file(n) for n in range(6)]
    check_files(a_source(), files[:5])
    refused = refusal(a_source(), *files)
    assert refused.code == "too-many-files"
    assert refused.data == {"limit": 5, "count": 6}


@pytest.mark.rule("QK-16")
def test_pictures_within_the_text_are_part_of_it() -> None:
    pasted = [replace(a_file(n), inline=True, content_id=f"p{n}") for n in range(6)]
    check_files(a_source(), pasted)
    disguised = [replace(file, name="a.txt", media_type="text/plain") for file in pasted]
    assert refusal(a_source(), *disguised).code == "too-many-files"


@pytest.mark.rule("GU-21", "CS-26", "HZ-11")
@pytest.mark.parametrize("name", ["a.png", "B.PNG", "c.JpEg", "d.jpg", "e.tar.zip", "f.rar", "名字.docx"])
def test_the_thirteen_formats_are_taken_in_any_case(name: str) -> None:
    assert type_allowed(GUANCE, name)


@pytest.mark.rule("CS-26")
def test_jpeg_counts_as_jpg_wherever_jpg_is_listed() -> None:
    assert "jpeg" not in HUB
    assert type_allowed(HUB, "photo.JPEG")
    assert type_allowed(("jpeg",), "photo.jpg")


@pytest.mark.rule("GU-21", "HZ-11")
@pytest.mark.parametrize("name", ["a.tar.gz", "noextension", "a.exe", "a.png.exe", "a.", "a.svg"])
def test_other_formats_are_not(name: str) -> None:
    refused = refusal(a_source(file_types=GUANCE), a_file(name=name))
    assert refused.code == "file-type-not-allowed"
    assert refused.data["name"] == name


def test_a_source_without_a_list_takes_all_but_programs() -> None:
    check_files(a_source(), [a_file(name="a.log", media_type="text/plain"), a_file(2, name="README")])
    assert refusal(a_source(), a_file(name="setup.MSI")).code == "file-type-not-allowed"


@pytest.mark.rule("HZ-11")
def test_a_renamed_program_is_seen_through() -> None:
    exe = a_file(name="report.pdf", media_type="application/x-dosexec")
    assert refusal(a_source(file_types=GUANCE), exe).code == "file-type-mismatch"


def test_a_picture_that_is_no_picture_is_seen_through() -> None:
    assert refusal(a_source(), a_file(media_type="text/html")).code == "file-type-mismatch"
    check_files(a_source(), [a_file(media_type=""), a_file(2, media_type="application/octet-stream")])


def test_a_source_that_lists_programs_takes_them() -> None:
    check_files(a_source(file_types=("exe",)), [a_file(name="a.exe", media_type="application/x-dosexec")])


@pytest.mark.rule("HZ-11")
def test_an_empty_file_is_refused() -> None:
    assert refusal(a_source(), a_file(size=0)).code == "file-empty"


def test_the_extension_is_what_stands_behind_the_last_dot() -> None:
    assert [extension(name) for name in ("a.TXT", "a.b.c", "none", ".JPEG")] == ["txt", "c", "", "jpg"]


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "0" * 63, "G" * 64, "A" * 64, "0" * 64 + "\n"])
def test_a_hash_is_nothing_but_a_hash(sha256: str) -> None:
    with pytest.raises(Refused, match="bad-argument"):
        check_hash(sha256)
    check_hash("0" * 64)
