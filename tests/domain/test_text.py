"""HTML to text and back: what a reader would copy, on any rubbish, always moving forward."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.domain.text import first_line, html_to_text, looks_secret, squash, text_to_html

PAGE = """<html><head><title>T</title><style>p{}</style></head><body><p>Hello <b>wor</b>ld,</p><p>a &amp; b<br>c</p>
<ul><li>one<li> two</ul><a href="x>y">link</a> &lt;tag&gt;<script>if (a<b) "</p>"</script><pre>a
  b</pre><table><tr><td>1<td>2</tr><tr><td>3</table>x < y<div>z</div>"""


def test_a_page_becomes_what_a_reader_would_copy() -> None:
    assert html_to_text(PAGE) == (
        "Hello world,\n\na & b\nc\n\n- one\n- two\n\nlink <tag>\n\na\n  b\n\n1 2\n3\n\nx < y\nz"
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("a<br><br><br><br>b", "a\n\nb"),
        ("<p>a</p>\n\n<p>b</p>", "a\n\nb"),
        ("one <b>two</b>, three", "one two, three"),
        ("<b>bold </b>and", "bold and"),
        ("caf&eacute; &#8364; &#x1F600;", "café € 😀"),
        ("a&nbsp;b", "a b"),
        ("<p>a<!-- hidden --> b", "a b"),
        ("<!-- never closed <p>a", ""),
        ("<![CDATA[x]]>b", "b"),
        ("<script>never closed", ""),
        ("<title>never closed <p>text", "never closed\n\ntext"),
        ("<SCRIPT>x</ScRiPt >y", "y"),
        ("<head>x<meta><p>y", "y"),
        ("<head><title>t</title></head>y", "y"),
        ("<a title='>'>x</a>", "x"),
        ("<p don't>x</p>", "x"),
        ('<a href="never closed>x</a> y', "x y"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("<ul><li><p>a</p></li><li><div>b</div></li></ul>", "- a\n\n- b"),
        ("<ul><li></li><li>b</li></ul>", "- b"),
        ("</p></li>x</nothing>", "x"),
        ("a\x00b\x1bc\u200bd", "abcd"),
        ("\ud800", "\ufffd"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("<p>字</p><p>符</p>", "字\n\n符"),
        ("<td>a</td><td>b</td>", "a b"),
    ],
)
def test_odd_markup_is_read_as_a_browser_would(source: str, text: str) -> None:
    assert html_to_text(source) == text


class Counted(str):
    """A string that counts how many characters are searched or cut out of it."""

    __slots__ = ("work",)
    work: int

    def find(self, *args: object) -> int:  # type: ignore[override]
        found = super().find(*args)  # type: ignore[arg-type]
        start = int(str(args[1])) if len(args) > 1 else 0
        self.work = getattr(self, "work", 0) + (found if found >= 0 else len(self)) - start
        return found


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "</", '<a x="', "<a x='\"", "<!--", "<!", "<![CDATA[", "&#", "<script>", "<title>", "<a ='"]
)
def test_the_searches_over_rubbish_never_go_back(piece: str) -> None:
    source = Counted(piece * 4096)
    html_to_text(source)
    assert getattr(source, "work", 0) <= 6 * len(source)


@pytest.mark.parametrize("piece", ["<table><tr><td>", "<div>", "<ul><li>", "<b>", "<blockquote>", "<pre>"])
def test_nesting_has_no_limit(piece: str) -> None:
    assert html_to_text(piece * 20_000 + "end").lstrip("- \n") == "end"


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from(list("<>/!-='\"& ab\n#;")) | st.characters(), max_size=200))
def test_any_text_becomes_clean_text(source: str) -> None:
    text = html_to_text(source)
    assert text == text.strip()
    assert "\n\n\n" not in text or "pre" in source
    text.encode()
    assert html_to_text(source) == text


@settings(max_examples=200)
@given(st.text(alphabet=string.ascii_letters + "<>&\"' .\n", max_size=200))
def test_plain_text_comes_back_from_its_html(text: str) -> None:
    lines = [" ".join(line.split()) for line in html_to_text(text_to_html(text)).split("\n") if line.strip()]
    assert lines == [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def test_plain_text_is_escaped_and_gets_paragraphs() -> None:
    assert text_to_html("a <b>\nc\r\n\r\n\r\nd & 'x'\n") == "<p>a &lt;b&gt;<br>c</p><p>d &amp; &#x27;x&#x27;</p>"
    assert text_to_html(" \n ") == ""


@pytest.mark.rule("QK-24")
def test_the_first_line_that_says_something_is_the_subject() -> None:
    assert first_line("\n \u200b\n  The   pump\tstands still\nsince Monday") == "The pump stands still"
    assert first_line("x" * 300) == "x" * 199 + "…"
    assert len(first_line("wort " * 100)) <= 200
    assert first_line(" \n\t") == ""


def test_a_snippet_is_one_line() -> None:
    assert squash(" a\n\n b\t c ") == "a b c"
    assert squash("abcdef", 4) == "abc…"


@pytest.mark.rule("QK-16")
@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("password=hunter2", ("password",)),
        ("Mein Passwort ist: geheim1", ("password",)),
        ("密码：abc123", ("password",)),
        ("password: ********", ()),
        ("I forgot my password, what now?", ()),
        ("-----BEGIN RSA PRIVATE KEY-----", ("private-key",)),
        ("-----BEGIN PRIVATE KEY-----", ("private-key",)),
        ("-----BEGIN PGP PRIVATE KEY BLOCK-----", ("private-key",)),
        ("-----BEGIN PUBLIC KEY-----", ()),
        ("pay with 4111 1111 1111 1111 please", ("card-number",)),
        ("4111-1111-1111-1111", ("card-number",)),
        ("378282246310005", ("card-number",)),
        ("3782 822463 10005", ("card-number",)),
        ("4111 1111 1111 1112", ()),
        ("order 1234567890123456", ()),
        ("0000000000000000", ()),
        ("AKIAIOSFODNN7EXAMPLE", ("access-key",)),
        ("secret_key = abcDEF0123456789", ("access-key",)),
        ("ghp_" + "a1" * 18, ("access-key",)),
        ("a harmless sentence about keys and cards", ()),
        ("password=abc and 4111111111111111", ("card-number", "password")),
    ],
)
def test_text_that_looks_like_a_secret_is_named(text: str, codes: tuple[str, ...]) -> None:
    assert looks_secret(text) == codes
