"""Foreign text: nothing opened, nothing followed, nothing that freezes (trust.md C1 to C4, C8)."""

import html
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets import clean
from ui.widgets.clean import clean_html, plain_html, text_of
from ui.widgets.links import safe_link
from ui.widgets.plain_label import ElidedLabel, copyable_label, plain_label, set_tooltip, text_label
from ui.widgets.safe_text import SafeBrowser, safe_image

IMAGE = int(QTextDocument.ResourceType.ImageResource.value)

HOSTILE = {
    "script": "<script>alert(1)</script><p onclick=x>text",
    "local picture": "<img src='file:///etc/passwd'><img src=/etc/passwd><img src='//host/share/x.png'>",
    "remote picture": "<img src='https://tracker.example/pixel.png'>",
    "data picture": "<img src='data:image/png;base64,AAAA'>",
    "style sheet": "<style>@import url(file:///etc/shadow)</style><link rel=stylesheet href=file:///etc/shadow>",
    "backgrounds": "<body background=file:///etc/hostname><table background=/etc/hosts><tr><td>x",
    "style attribute": "<p style='background:url(file:///etc/hosts)'>x",
    "nested tables": "<table><tr><td>" * 24 + "x",
    "deep tables": "<table><tr><td>" * 5_000 + "x",
    "deep divs": "<div>" * 20_000 + "x",
    "deep spans": "<span>" * 20_000 + "x",
    "deep bold": "<b>" * 20_000 + "x",
    "deep links": "<a href='http://x.example'>" * 5_000 + "x",
    "long word": "x" * 5_000_000,
    "many paragraphs": "<p>a</p>" * 20_000,
    "many breaks": "<br>" * 60_000,
    "wide table": "<table><tr>" + "<td>x" * 20_000,
    "huge spans": "<table><tr><td colspan=1000000 rowspan=1000000>x",
    "many lines": "<pre>" + "a\n" * 100_000,
    "angle brackets": "<" * 200_000,
    "arabic": "\u0627\u0644" * 100_000,
    "marks": "a\u0301\u0302\u0303" * 60_000,
    "bidi": "<p>\u202egnp.exe\u2066</p>",
    "unclosed": "<p <b <i <!-- <table <td",
    "null bytes": "<p>\x00\x00<scr\x00ipt>x",
    "entities": "&#0;&#xD800;&#x202E;&amp;lt;script&amp;gt;",
    "comments": "<!--[if mso]><img src=file:///x><![endif]--><p>x<!-- -->",
    "forms": "<form action=file:///x><input type=file><button>x</button></form>",
    "svg": "<svg><image href='file:///x'/></svg><math><mi>x</mi></math>",
    "frames": "<iframe src=file:///etc/passwd></iframe><object data=file:///x></object><embed src=file:///x>",
}


class Structure(HTMLParser):
    """How deep HTML goes, read by a parser that is not ours."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.deepest = self.tables = self.elements = 0
        self._open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += 1
        assert tag in clean._TAGS
        assert all(name in clean._ATTRIBUTES.get(tag, ()) for name, _ in attrs)
        if tag not in ("br", "hr", "img"):
            self._open.append(tag)
        self.deepest = max(self.deepest, len(self._open))
        self.tables = max(self.tables, self._open.count("table"))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


def png(color: str = "#ff0000", side: int = 8) -> bytes:
    image, buffer = QImage(side, side, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(color))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_html_becomes_small_flat_html_of_ours(name: str) -> None:
    cleaned = clean_html(HOSTILE[name])
    shape = Structure(cleaned)
    assert shape.deepest <= clean.DEEPEST
    assert shape.tables <= clean.DEEPEST_TABLE
    assert shape.elements <= clean.MOST_ELEMENTS + 1
    assert "file:" not in cleaned
    assert "https://tracker" not in cleaned
    assert all(
        len(word) <= clean.LONGEST_WORD for word in html.unescape(text_of(cleaned)).replace("\u200b", " ").split()
    )
    assert len(text_of(cleaned)) <= clean.MOST_WORK
    assert not set("\u202a\u202e\u2066\x00") & set(html.unescape(cleaned))


@pytest.mark.parametrize("name", HOSTILE)
def test_cleaning_twice_changes_nothing(name: str) -> None:
    cleaned = clean_html(HOSTILE[name])
    assert clean_html(cleaned) == cleaned


TAGS = sorted(clean._TAGS | {"span", "script", "style", "font", "center", "svg", "math", "select", "plaintext"})
PIECES = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        ["<a href='http://x.example/?a&b'>", "<img src='cid:a&b'>", "<td colspan=3>", "&amp;", "&lt;b&gt;", "<", "&"]
    ),
    st.text(max_size=12),
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_cleaning_is_a_fixed_point_for_any_tag_soup(soup: str) -> None:
    cleaned = clean_html(soup)
    Structure(cleaned)
    assert clean_html(cleaned) == cleaned


@given(st.text(max_size=300))
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_html(text))
    kept = clean._UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    words = "".join(shown.toPlainText().replace("\u200b", "").split())
    assert words == "".join(kept.replace("\u200b", "").split())


def test_what_a_message_needs_is_kept() -> None:
    body = '<p>Run <code>ls</code> and <b>look</b>: <a href="https://a.example/x">here</a></p><ul><li>one</li></ul>'
    assert clean_html(body) == body


def test_a_picture_of_the_message_itself_is_kept() -> None:
    assert clean_html('<img src="cid:part1@x">') == '<img src="cid:part1@x">'


def test_a_body_of_more_than_256_kib_is_shown_as_plain_text() -> None:
    assert "<b>" not in clean_html("<b>word</b> " * 30_000)
    assert clean_html("<b>word</b> " * 30_000).startswith("<p>word word")


def test_text_that_is_cut_says_so() -> None:
    assert plain_html("line\n" * 10_000).endswith(f"{clean.CUT_MARK}</p>")


LINKS = [
    ("https://example.org/path?q=1#top", "https://example.org/path?q=1#top"),
    ("HTTP://EXAMPLE.org", "http://example.org"),
    ("  https://example.org/a b ", "https://example.org/ab"),
    ("https://example.org:8443/x", "https://example.org:8443/x"),
    ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
    ("https://пример.example", "https://xn--e1afmkfd.example"),
    ("https://аpple.com", "https://xn--pple-43d.com"),
    ("https://[::1]/x", "https://[::1]/x"),
    ("https://ex\u200bample.org", "https://example.org"),
    ("https://example.org/\u202egpj.exe", "https://example.org/gpj.exe"),
    ("https://exam\tple.org\n/x", "https://example.org/x"),
    ("https://example.org/%0d%0a", "https://example.org/%0d%0a"),
    ("https://example.org./", "https://example.org./"),
    ("https://sub_domain.example.org", "https://sub_domain.example.org"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("mailto:a@b.example?subject=x&attach=/etc/passwd", "mailto:a@b.example?subject=x"),
    ("MAILTO:a@b.example?body=hi%20there", "mailto:a@b.example?body=hi%20there"),
    ("mailto:a@b.example?bcc=spy@c.example", "mailto:a@b.example"),
    ("javascript:alert(1)", None),
    ("JaVaScRiPt:alert(1)", None),
    ("java\nscript:alert(1)", None),
    ("data:text/html,x", None),
    ("file:///etc/passwd", None),
    ("file://host/share", None),
    ("//host/share", None),
    ("\\\\host\\share", None),
    ("https:\\\\evil.example", None),
    ("https://good.example\\@evil.example", None),
    ("https://user:pass@example.org/", None),
    ("https://good.example@evil.example/", None),
    ("https://", None),
    ("https:///path", None),
    ("https://exa mple.org<x>", None),
    ("https://-bad.example", None),
    ("https://x.example:99999/", None),
    ("https://[::1", None),
    ("ftp://example.org", None),
    ("smb://host/share", None),
    ("ms-word:ofe|u|https://x", None),
    ("vbscript:x", None),
    ("mailto:nobody", None),
    ("relative/path", None),
    ("#fragment", None),
    ("", None),
    ("https://" + "a" * 70 + ".example", None),
    ("https://example.org/" + "a" * 3_000, None),
]


@pytest.mark.parametrize(("given_url", "wanted"), LINKS)
def test_links_are_followed_only_to_where_they_seem_to_go(given_url: str, wanted: str | None) -> None:
    assert safe_link(given_url) == wanted


@given(st.text(max_size=60).map(lambda tail: "https://example.org/" + tail))
def test_a_safe_link_is_safe_as_it_is(url: str) -> None:
    link = safe_link(url)
    assert link is None or safe_link(link) == link


def test_the_browser_opens_no_file_whatever_it_is_given(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(png("#ff0000", 64))
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    # past the cleaning, as if that had failed
    super(SafeBrowser, browser).setHtml(
        f"<body background='{picture}'><img src='{QUrl.fromLocalFile(str(picture)).toString()}'>"
    )
    browser.resize(200, 200)
    browser.show()
    seen = browser.grab().toImage()
    assert "#ff0000" not in {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    for address in (QUrl.fromLocalFile(str(picture)), QUrl(str(picture)), QUrl("file:///etc/passwd"), QUrl("qrc:/x")):
        assert browser.document().resource(IMAGE, address).width() == 1


def test_the_browser_shows_pictures_of_its_own_ticket_only(qtbot: QtBot, theme: Theme) -> None:
    asked: list[str] = []

    def blob_of(address: str) -> bytes | None:
        asked.append(address)
        return png(side=8) if address == "cid:known" else None

    browser = SafeBrowser(theme, blob_of)
    qtbot.addWidget(browser)
    browser.show_html('<img src="cid:known"><img src="cid:other"><img src="https://x.example/a.png">')
    browser.document().size()
    assert browser.loadResource(IMAGE, QUrl("cid:known")).width() == 8  # type: ignore[attr-defined]
    assert browser.loadResource(IMAGE, QUrl("cid:other")).width() == 1  # type: ignore[attr-defined]
    assert set(asked) == {"cid:known", "cid:other"}


def test_a_click_only_says_where_it_would_go(qtbot: QtBot, theme: Theme) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.show_html('<a href="https://a.example/">x</a>')
    with qtbot.waitSignal(browser.link_clicked) as clicked:
        browser.anchorClicked.emit(QUrl("https://a.example/"))
    assert clicked.args == ["https://a.example/"]
    with qtbot.assertNotEmitted(browser.link_clicked):
        browser.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert not browser.openLinks()
    assert "a.example" not in browser.source().toString()


def test_a_browser_goes_nowhere(qtbot: QtBot, theme: Theme) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.show_html("<p>stays</p>")
    browser.setSource(QUrl("file:///etc/hostname"))
    assert browser.toPlainText() == "stays"


def test_a_browser_is_as_tall_as_its_text(qtbot: QtBot, theme: Theme) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.resize(300, 10)
    browser.show()
    browser.show_html("<p>one</p>")
    short = browser.height()
    browser.show_html("<p>" + "word " * 200 + "</p>")
    assert browser.height() > 4 * short
    assert browser.verticalScrollBar().maximum() == 0


def test_words_that_are_looked_for_are_marked(qtbot: QtBot, theme: Theme) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.show_html("<p>An export, another EXPORT and no import</p>")
    assert browser.find_text("export") == 2
    assert len(browser.extraSelections()) == 2
    assert browser.find_text("") == 0


def test_a_browser_wears_the_colours_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.show_html('<p><a href="https://a.example">x</a></p>')
    theme.set_mode("dark")
    assert theme.tokens.accent_ink.lower() in browser.toHtml().lower()


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:40]])
def test_what_is_no_picture_is_an_empty_one(qapp: QApplication, data: bytes) -> None:
    assert safe_image(data).width() == 1


def test_a_picture_with_too_many_pixels_is_refused(qapp: QApplication) -> None:
    flood = bytearray(png())
    flood[16:24] = (60_000).to_bytes(4, "big") * 2
    assert safe_image(bytes(flood)).width() == 1


def test_a_picture_is_decoded(qapp: QApplication) -> None:
    assert safe_image(png(side=9)).width() == 9


HOSTILE_SUBJECT = "<img src=file:///etc/hostname><b>bold</b>"


def test_labels_never_take_text_for_html(qtbot: QtBot, theme: Theme) -> None:
    for make in (plain_label, text_label, copyable_label):
        label: QLabel = make(theme, HOSTILE_SUBJECT)
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_tooltips_show_tags_as_they_are(qtbot: QtBot, theme: Theme) -> None:
    label = plain_label(theme, "x")
    qtbot.addWidget(label)
    set_tooltip(label, HOSTILE_SUBJECT)
    document = QTextDocument()
    document.setHtml(label.toolTip())
    assert document.toPlainText() == HOSTILE_SUBJECT


def test_a_cut_label_says_all_of_it_to_readers(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, HOSTILE_SUBJECT)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert label.is_elided()
    assert label.accessibleName() == HOSTILE_SUBJECT
    assert html.escape(HOSTILE_SUBJECT) in label.toolTip()


def test_a_line_left_empty_is_one_empty_line(qtbot: QtBot, theme: Theme) -> None:
    browser = SafeBrowser(theme)
    qtbot.addWidget(browser)
    browser.show_html("<p>One</p><p><br></p><p>Two</p><ul><li><br></li><li>three</li></ul>")
    assert browser.toPlainText().split("\n") == ["One", "", "Two", "", "three"]
