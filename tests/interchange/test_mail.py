"""How awkward mails are read: versions, charsets, encodings, limits, senders, names."""

import base64
import dataclasses

import pytest

from agentdesk.interchange.letters import BODY_LIMIT, Letter
from agentdesk.interchange.mail import read_letter


def made(head: str, body: bytes = b"", *, sender: str = "From: a@b.example\r\n") -> Letter:
    return read_letter(f"{sender}Date: 1 Jan 2024 00:00:00 +0000\r\n{head}\r\n\r\n".encode() + body, "made.eml")


def multipart(*parts: str, kind: str = "mixed") -> Letter:
    body = "".join(f"--XX\r\n{part}\r\n" for part in parts) + "--XX--\r\n"
    return made(f"Content-Type: multipart/{kind}; boundary=XX", body.encode())


def test_the_versions_of_an_alternative_are_one_body() -> None:
    letter = multipart(
        "Content-Type: text/plain\r\n\r\nplain",
        "Content-Type: text/html\r\n\r\n<p>rich</p>",
        "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR",
        kind="alternative",
    )
    assert (letter.body_text, letter.body_html) == ("plain", "<p>rich</p>")
    assert [part.name for part in letter.parts] == ["text-1.ics"]


def test_a_text_that_is_not_the_body_becomes_an_attachment() -> None:
    letter = multipart("\r\nfirst", "Content-Type: text/plain\r\n\r\nsecond", "Content-Type: text/html\r\n\r\n<p>third")
    assert letter.body_text == "first"
    assert letter.body_html is None
    assert [(part.name, part.content) for part in letter.parts] == [
        ("text-1.txt", b"second"),
        ("text-2.html", b"<p>third"),
    ]


def test_html_alone_gives_its_text_too() -> None:
    letter = made("Content-Type: text/html; charset=utf-8", "<p>Grüße</p><p>b</p>".encode())
    assert (letter.body_html, letter.body_text) == ("<p>Grüße</p><p>b</p>", "Grüße\n\nb")


def test_html_over_the_limit_is_kept_as_text_with_the_raw_mail() -> None:
    just = made("Content-Type: text/html", b"<p>" + b"a" * (BODY_LIMIT - 3))
    over = made("Content-Type: text/html", b"<p>" + b"a" * (BODY_LIMIT - 2))
    assert (just.problems, just.keep_raw) == ((), False)
    assert over.body_html is None
    assert over.body_text == "a" * (BODY_LIMIT - 2)
    assert (over.problems, over.keep_raw) == (("html-too-large",), True)


@pytest.mark.parametrize(
    ("charset", "data", "text", "problems"),
    [
        ("utf-8", "Grüße".encode(), "Grüße", ()),
        ("iso-8859-1", "Grüße – €".encode("cp1252"), "Grüße – €", ()),
        ("iso-8859-1", "Grüße".encode(), "Grüße", ("charset-guessed",)),
        ("us-ascii", "Grüße".encode(), "Grüße", ()),
        ("", "すみません".encode("iso-2022-jp"), "すみません", ()),
        ("gb2312", "堃鎔你好".encode("gb18030"), "堃鎔你好", ()),
        ("utf-8", "Добрый день, у нас не работает принтер\n".encode("cp1251") * 3, "Добрый день", ("charset-guessed",)),
        ("no-such-charset", "Grüße aus Köln, es regnet".encode("cp1252"), "Grüße aus Köln", ("charset-guessed",)),
        ("punycode", b"abc-def", "abc-def", ()),
        ("utf-8", ("Ein langer Satz. " * 20).encode() + b"\xff", "Ein langer Satz.", ("charset-damaged",)),
        ("utf-16", "hello".encode("utf-16"), "hello", ()),
        ("utf-8", b"\xef\xbb\xbfhello", "hello", ()),
        ("utf-7", b"a+2AA-b", "a?b", ()),
        ("utf\x00é", "hällo".encode(), "hällo", ()),
    ],
)
def test_a_wrong_charset_is_guessed_and_said(charset: str, data: bytes, text: str, problems: tuple[str, ...]) -> None:
    encoded = base64.encodebytes(data)
    letter = made(f'Content-Type: text/plain; charset="{charset}"\r\nContent-Transfer-Encoding: base64', encoded)
    assert letter.body_text.startswith(text)
    assert letter.problems == problems
    assert letter.keep_raw == bool(problems)


def test_files_written_into_the_text_by_uuencode_are_attachments() -> None:
    letter = made("Subject: old", b"see below\r\nbegin 644 data.bin\r\n#86)C\r\n`\r\nend\r\nregards")
    assert letter.body_text.split() == ["see", "below", "regards"]
    assert [(part.name, part.content) for part in letter.parts] == [("data.bin", b"abc")]


def test_a_uuencoded_part_is_decoded() -> None:
    head = "Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: x-uuencode"
    assert multipart(f"{head}\r\n\r\nbegin 644 a.png\r\n#86)C\r\n`\r\nend").parts[0].content == b"abc"


@pytest.mark.parametrize(
    ("data", "content", "problems"),
    [
        ("YWJj", b"abc", ()),
        ("YWI", b"ab", ()),
        ("YWI=YWI=", b"abab", ()),
        ("YW!Jj", b"abc", ("part-damaged",)),
        ("YWJjY", b"abc", ("part-damaged",)),
        ("", b"", ()),
    ],
)
def test_broken_base64_gives_what_it_can(data: str, content: bytes, problems: tuple[str, ...]) -> None:
    letter = multipart(f"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{data}")
    assert letter.parts[0].content == content
    assert letter.problems == problems


def test_flowed_text_is_joined_again() -> None:
    body = b"one \r\ntwo\r\n  kept\r\n-- \r\nname\r\n"
    assert made("Content-Type: text/plain; format=flowed", body).body_text == "one two\n kept\n-- \nname"


def test_deep_nesting_keeps_the_rest_as_a_mail() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=B{n}\r\n\r\n--B{n}\r\n" for n in range(3000))
    letter = made(f"{nested}Content-Type: text/plain", b"deep")
    assert set(letter.problems) >= {"too-deep", "truncated"}
    assert letter.keep_raw
    assert [(part.name, part.media_type) for part in letter.parts] == [("message-1.eml", "message/rfc822")]
    assert letter.parts[0].content.endswith(b"deep")


def test_a_thousand_attachments_are_all_kept() -> None:
    letter = multipart(*(f"Content-Type: image/png; name=p{n}.png\r\n\r\n{n}" for n in range(1000)))
    assert [part.content for part in letter.parts] == [str(n).encode() for n in range(1000)]
    assert letter.problems == ()


def test_of_a_million_parts_the_rest_is_kept_in_one() -> None:
    letter = multipart(*["\r\nx"] * 20_000)
    assert 4_000 < len(letter.parts) <= 4_500
    assert set(letter.problems) == {"too-many-parts", "truncated"}
    assert letter.keep_raw


def test_a_missing_boundary_is_found_in_the_body() -> None:
    body = b"--abcd1234\r\nContent-Type: text/plain\r\n\r\nfound\r\n--abcd1234--\r\n"
    letter = made("Content-Type: multipart/mixed", body)
    assert letter.body_text == "found"
    assert letter.problems == ("boundary-missing",)


def test_a_multipart_without_parts_is_a_text() -> None:
    letter = made("Content-Type: multipart/mixed; boundary=XX", b"only text")
    assert (letter.body_text, letter.problems) == ("only text", ("boundary-missing",))


def test_what_is_no_mail_is_a_letter_of_its_text() -> None:
    letter = read_letter(b"just a note\nwithout any header", "note.txt")
    assert letter.body_text == "just a note\nwithout any header"
    assert set(letter.problems) == {"no-headers", "date-missing", "sender-bad"}
    assert letter.keep_raw


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_read(end: str) -> None:
    raw = end.join(["From: a@b.example", "Subject: x", " y", "", "body", "more"]).encode()
    letter = read_letter(raw, "")
    assert (letter.subject, letter.body_text, letter.raw) == ("x y", "body\nmore", raw)


@pytest.mark.parametrize(
    ("sender", "name", "address"),
    [
        ("From: =?utf-8?B?TcO8bGxlciwgSmFu?= <jan@x.example>", "Müller, Jan", "jan@x.example"),
        ('From: "Müller, Jan" <jan@x.example>', "Müller, Jan", "jan@x.example"),
        ("From: a@x.example, b@x.example", "", "a@x.example"),
        ("From: nobody", "nobody", "unknown"),
        ("From: <>", "", "unknown"),
        ("From:", "", "unknown"),
        ("From: Team: a@x.example, b@x.example;", "", "a@x.example"),
        ("From: x@y.example (Jane Doe)", "Jane Doe", "x@y.example"),
        ("From: =?utf-8?Q?a=0AX-Evil:_b?= <a@x.example>", "a X-Evil: b", "a@x.example"),
        ('From: "unclosed <a@x.example>', "unclosed", "a@x.example"),
        ("From: bad\nFrom: good@x.example", "", "good@x.example"),
        ("From: =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= <t@x.example>", "テスト", "t@x.example"),
    ],
)
def test_the_sender_is_found(sender: str, name: str, address: str) -> None:
    letter = made("Subject: x", sender=f"{sender}\r\n")
    assert (letter.sender_name, letter.sender_address) == (name, address)
    assert ("sender-bad" in letter.problems) == (address == "unknown")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ('Content-Disposition: attachment; filename="../../etc/passwd"', "passwd"),
        ('Content-Disposition: attachment; filename="C:\\Users\\me\\report.pdf"', "report.pdf"),
        ('Content-Disposition: attachment; filename="a\\"b.txt"', "a_b.txt"),
        ("Content-Disposition: attachment; filename*=utf-8''%E2%82%AC%20rates.txt", "€ rates.txt"),
        ("Content-Disposition: attachment; filename*0=\"long-\"; filename*1=name.txt", "long-name.txt"),
        ("Content-Disposition: attachment; filename*1=b.txt; filename*0=a", "ab.txt"),
        ("Content-Disposition: attachment; filename*=%41.txt", "A.txt"),
        ("Content-Disposition: attachment; filename=\"=?utf-8?Q?=E2=82=AC.txt?=\"", "€.txt"),
        ("Content-Disposition: attachment", "application-1.pdf"),
        ("X: y", "application-1.pdf"),
    ],
)  # fmt: skip
def test_the_name_of_a_part_is_found_and_made_safe(fields: str, name: str) -> None:
    assert multipart(f"Content-Type: application/pdf\r\n{fields}\r\n\r\nx").parts[0].name == name


def test_a_mail_in_a_mail_is_kept_as_it_is() -> None:
    inner = "From: x@y.example\r\nContent-Type: multipart/mixed; boundary=YY\r\n\r\n--YY\r\n\r\nz\r\n--YY--"
    letter = multipart("\r\ntext", f"Content-Type: message/rfc822\r\n\r\n{inner}")
    assert [(part.name, part.content) for part in letter.parts] == [("message-1.eml", inner.encode())]


def test_a_letter_is_a_plain_value() -> None:
    letter = made("Subject: x", b"y")
    assert letter == dataclasses.replace(letter)
    assert hash(letter) == hash(made("Subject: x", b"y"))


def test_an_id_broken_by_a_lost_indent_is_mended() -> None:
    assert made("References: <a@x> <b.\r\n@x>\r\nSubject: y").references == ("a@x", "b.@x")
