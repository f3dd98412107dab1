"""Files, directories, mailboxes and maildirs: everything yields something, nothing is lost."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.interchange import sources
from agentdesk.interchange.letters import Found, RawLetter, Rejected, TicketRecord
from agentdesk.interchange.mail import read_letter
from agentdesk.interchange.sources import find_letters, read, survey

MAILS = Path(__file__).resolve().parents[3] / "shared" / "data" / "mail"
LETTER = b"From: a@b.example\nSubject: one\n\nbody\n"
ENVELOPE = b"From a@b.example Tue May 10 11:28:07 2005\n"


def written(path: Path, content: bytes = LETTER) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def raws(found: Iterator[Found]) -> list[bytes]:
    return [each.raw for each in found if isinstance(each, RawLetter)]


@pytest.mark.skipif(not MAILS.is_dir(), reason="the folder ../shared/data/mail with the real mails is missing")
def test_every_real_mail_is_found_and_the_empty_one_rejected() -> None:
    found = list(find_letters([MAILS]))
    letters = [each for each in found if isinstance(each, RawLetter)]
    rejected = [each for each in found if isinstance(each, Rejected)]
    assert len(found) == 104
    assert [(Path(each.path).name, each.code) for each in rejected] == [("sample_output_multipart", "empty-file")]
    assert len(letters) == 103
    assert all(hashlib.sha256(each.raw).hexdigest() == each.raw_sha256 for each in letters)
    assert sum(each.done for each in letters) == sum(source.size for source in survey([MAILS]))


def test_a_directory_is_read_in_order_and_without_dot_files(tmp_path: Path) -> None:
    for name in ("b/2.eml", "b/no-ending", "a/1.eml", ".hidden", ".dir/x.eml", "c.pdf"):
        written(tmp_path / name)
    names = [str(Path(each.path).relative_to(tmp_path)) for each in survey([tmp_path])]
    assert names == [str(source.path.relative_to(tmp_path)) for source in survey([tmp_path])]
    assert names == ["a/1.eml", "b/2.eml", "b/no-ending", "c.pdf"]


def test_a_dot_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert raws(find_letters([written(tmp_path / ".mail")])) == [LETTER]


def test_what_cannot_be_read_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    written(tmp_path / "empty.eml", b"")
    written(tmp_path / "good.eml")
    (tmp_path / "lost.eml").symlink_to(tmp_path / "nowhere")
    found = list(find_letters([tmp_path / "missing", tmp_path]))
    assert [each.code for each in found if isinstance(each, Rejected)] == [
        "cannot-read",
        "empty-file",
        "cannot-read",
        "not-a-file",
    ]
    assert raws(iter(found)) == [LETTER]


def test_a_file_that_vanishes_after_the_survey_is_rejected(tmp_path: Path) -> None:
    path = written(tmp_path / "a.eml")
    (source,) = survey([path])
    path.unlink()
    (found,) = read(source)
    assert isinstance(found, Rejected)
    assert (found.code, dict(found.data)) == ("cannot-read", {"reason": "No such file or directory"})


def test_a_file_that_is_emptied_after_the_survey_is_rejected(tmp_path: Path) -> None:
    (source,) = survey([written(tmp_path / "a.eml")])
    source.path.write_bytes(b"")
    assert [each.code for each in read(source) if isinstance(each, Rejected)] == ["empty-file"]


def test_a_link_to_a_directory_above_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.eml")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert len(survey([tmp_path])) == 1


def test_a_letter_over_the_limit_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "RAW_LIMIT", 100)
    eml = written(tmp_path / "a.eml", LETTER + b"x" * 100)
    mbox = written(tmp_path / "a.mbox", ENVELOPE + LETTER + b"x" * 100 + b"\n\n" + ENVELOPE + LETTER)
    assert [each.code for each in find_letters([eml]) if isinstance(each, Rejected)] == ["too-large"]
    found = list(find_letters([mbox]))
    assert [each.code for each in found if isinstance(each, Rejected)] == ["too-large"]
    assert raws(iter(found)) == [LETTER]


# --------------------------------------------------------------------------------------------------- mbox


def test_a_mailbox_gives_its_letters_one_by_one(tmp_path: Path) -> None:
    path = written(tmp_path / "box", b"\n".join(ENVELOPE + LETTER for _ in range(3)))
    (source,) = survey([path])
    assert source.format == "mbox"
    found = [each for each in read(source) if isinstance(each, RawLetter)]
    assert [each.raw for each in found] == [LETTER] * 3
    assert [each.place for each in found] == [str(path), f"{path}#2", f"{path}#3"]
    assert [each.done for each in found] == sorted(each.done for each in found)
    assert found[-1].done == source.size


def test_a_letter_of_a_mailbox_is_the_same_as_its_own_file(tmp_path: Path) -> None:
    alone = written(tmp_path / "a.eml")
    box = written(tmp_path / "b.mbox", ENVELOPE + LETTER + b"\n" + ENVELOPE + LETTER)
    assert len({each.raw_sha256 for each in find_letters([alone, box]) if isinstance(each, RawLetter)}) == 1


def test_a_sentence_that_starts_with_from_does_not_end_a_letter(tmp_path: Path) -> None:
    body = b"\nFrom here on it fails:\nalways.\n\nFrom 10:00 to 11:00\nwe are closed.\n\n>From the top\n"
    box = written(tmp_path / "a.mbox", ENVELOPE + LETTER + body + b"\n" + ENVELOPE + LETTER)
    first, second = raws(find_letters([box]))
    assert first == LETTER + body.replace(b">From", b"From")
    assert second == LETTER


def test_windows_line_ends_and_an_envelope_without_time_are_understood(tmp_path: Path) -> None:
    crlf = LETTER.replace(b"\n", b"\r\n")
    box = written(tmp_path / "a.mbox", (b"From a@b.example\r\n" + crlf + b"\r\n") * 2)
    assert raws(find_letters([box])) == [crlf, crlf]


def test_an_eml_with_an_envelope_line_is_one_letter(tmp_path: Path) -> None:
    nested = ENVELOPE + LETTER + b"\n" + ENVELOPE + LETTER
    assert raws(find_letters([written(tmp_path / "a.eml", nested)])) == [nested]


def test_an_empty_letter_in_a_mailbox_is_named(tmp_path: Path) -> None:
    box = written(tmp_path / "a.mbox", ENVELOPE + LETTER + b"\n" + ENVELOPE + b">From x\n\n" + ENVELOPE + LETTER)
    found = list(find_letters([box]))
    assert len(found) == 3
    assert len(raws(iter(found))) == 3


def test_a_very_long_line_is_no_danger(tmp_path: Path) -> None:
    long = LETTER + b"x" * 3_000_000 + b"\nFrom nobody\n"
    box = written(tmp_path / "a.mbox", ENVELOPE + long + b"\n" + ENVELOPE + LETTER)
    assert raws(find_letters([box])) == [long, LETTER]


# ------------------------------------------------------------------------------------------------- maildir


def test_a_maildir_is_read_with_its_folders_and_without_tmp(tmp_path: Path) -> None:
    for place in ("cur/1:2,S", "new/2", "tmp/3", ".Sent/cur/4:2,S", ".Sent/new/.keep"):
        written(tmp_path / place, LETTER + place.encode())
    names = [source.path.name for source in survey([tmp_path])]
    assert names == ["1:2,S", "2", "4:2,S"]
    assert survey([tmp_path], "maildir") == survey([tmp_path])


def test_a_letter_of_a_maildir_is_never_taken_for_a_table(tmp_path: Path) -> None:
    written(tmp_path / "new" / "1", b"[not json]: x\n\nFrom")
    (tmp_path / "cur").mkdir()
    (source,) = survey([tmp_path])
    assert source.format == "eml"


# ---------------------------------------------------------------------------------------------- detection


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.eml", b"From x\n", "eml"),
        ("a", b"Subject: x\n\ny", "eml"),
        ("a", ENVELOPE + LETTER, "mbox"),
        ("a.MBOX", LETTER, "mbox"),
        ("a.csv", b"x", "csv"),
        ("a.tsv", b"x", "csv"),
        ("a", b"subject;requester;body\n", "csv"),
        ("a", b'\xef\xbb\xbf"Subject","Requester","Body"\n', "csv"),
        ("a.json", b"x", "json"),
        ("a", b' \n[{"subject":', "json"),
    ],
)
def test_the_format_is_told_by_the_ending_or_the_start(tmp_path: Path, name: str, content: bytes, format_: str) -> None:
    (source,) = survey([written(tmp_path / name, content)])
    assert source.format == format_


@pytest.mark.parametrize(("name", "content"), [("a.csv", b"subject,requester,body\n"), ("a.json", b"[]")])
def test_a_table_without_rows_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (found,) = find_letters([written(tmp_path / name, content)])
    assert isinstance(found, Rejected)
    assert found.code == "no-rows"


def test_a_given_format_wins(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", LETTER)
    assert raws(find_letters([path], "eml")) == [LETTER]


def test_a_table_among_the_letters_gives_tickets(tmp_path: Path) -> None:
    written(tmp_path / "a.eml")
    written(tmp_path / "b.csv", b"subject,requester,body\nx,y@z.example,w\n")
    kinds = [type(each) for each in find_letters([tmp_path])]
    assert kinds == [RawLetter, TicketRecord]


def test_a_letter_found_can_be_read(tmp_path: Path) -> None:
    (found,) = find_letters([written(tmp_path / "a.eml")])
    assert isinstance(found, RawLetter)
    assert read_letter(found.raw, found.place).subject == "one"
