"""Attachments that would do harm if they were opened in their place (trust.md C5, T12)."""

import io
import zipfile
from dataclasses import dataclass

EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*"
"""In two parts, so that no guard takes this file for what it describes."""


@dataclass(frozen=True)
class HostileFile:
    name: str
    content: bytes
    media_type: str = "application/octet-stream"
    opens: bool = False
    """Whether a copy of it may be handed to another program."""


def _zip(*names: str, content: bytes = b"x") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return packed.getvalue()


_MZ = b"MZ\x90\x00" + bytes(60) + b"PE\0\0"
_ELF = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00\x3e\x00" + bytes(44)
_LNK = b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00F" + bytes(56)
_DESKTOP = b"[Desktop Entry]\nType=Application\nName=Invoice\nExec=sh -c 'touch CANARY/ran'\n"
_URL = b"[InternetShortcut]\r\nURL=file://CANARY/page.html\r\nIconFile=\\\\TRACKER\\x.ico\r\n"
_SH = b"#!/bin/sh\ntouch CANARY/ran\n"
_MACRO = _zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
_WORD = _zip("[Content_Types].xml", "word/document.xml")
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
_HTML = b"<html><script src=http://TRACKER/x.js></script><img src=file://CANARY/picture.png></html>"
_PNG_HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"

FILES = (
    HostileFile("setup.exe", _MZ),
    HostileFile("setup.EXE", _MZ),
    HostileFile("invoice.pdf.exe", _MZ, "application/pdf"),
    HostileFile("invoice.pdf                                     .exe", _MZ, "application/pdf"),
    HostileFile("invoice\u202efdp.exe", _MZ, "application/pdf"),
    HostileFile("invoice.exe.", _MZ, "application/pdf"),
    HostileFile("invoice.exe\u200b", _MZ, "application/pdf"),
    HostileFile("invoice\uff0eexe", _MZ, "application/pdf"),
    HostileFile("invoice.e\u0000xe", _MZ, "application/pdf"),
    HostileFile("invoice.pdf/../x.exe", _MZ, "application/pdf"),
    HostileFile("screen.scr", _MZ),
    HostileFile("run.com", _MZ),
    HostileFile("library.dll", _MZ),
    HostileFile("start.bat", b"@echo off\r\ncalc\r\n", "text/plain"),
    HostileFile("start.cmd", b"@echo off\r\ncalc\r\n", "text/plain"),
    HostileFile("start.ps1", b"Invoke-WebRequest http://TRACKER", "text/plain"),
    HostileFile("start.vbs", b'CreateObject("WScript.Shell").Run "calc"', "text/plain"),
    HostileFile("start.js", b"new ActiveXObject('x')", "text/javascript"),
    HostileFile("start.hta", _HTML),
    HostileFile("start.sh", _SH, "text/plain"),
    HostileFile("start.py", b"import os", "text/x-python"),
    HostileFile("program.jar", _zip("META-INF/MANIFEST.MF"), "application/zip"),
    HostileFile("program.msi", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
    HostileFile("program.run", _ELF),
    HostileFile("program.AppImage", _ELF),
    HostileFile("package.deb", b"!<arch>\ndebian-binary"),
    HostileFile("invoice.lnk", _LNK, "application/x-ms-shortcut"),
    HostileFile("invoice.pdf.lnk", _LNK, "application/pdf"),
    HostileFile("invoice.desktop", _DESKTOP, "application/x-desktop"),
    HostileFile("invoice.pdf.desktop", _DESKTOP, "application/pdf"),
    HostileFile("invoice.url", _URL),
    HostileFile("invoice.scf", b"[Shell]\nIconFile=\\\\TRACKER\\x.ico\n"),
    HostileFile("window.settingcontent-ms", b"<PCSettings/>", "text/xml"),
    HostileFile("window.library-ms", b"<libraryDescription/>", "text/xml"),
    HostileFile("window.search-ms", b"<persistedQuery/>", "text/xml"),
    HostileFile("page.html", _HTML, "text/html"),
    HostileFile("page.HTM", _HTML, "text/plain"),
    HostileFile("page.xhtml", _HTML),
    HostileFile("page.mht", _HTML),
    HostileFile("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "image/svg+xml"),
    HostileFile("drawing.svgz", b"\x1f\x8b", "image/svg+xml"),
    HostileFile("macro.docm", _MACRO),
    HostileFile("macro.xlsm", _MACRO),
    HostileFile("macro.dotm", _MACRO),
    HostileFile("macro.pptm", _MACRO),
    HostileFile("addin.xll", _MZ),
    HostileFile("disc.iso", bytes(64)),
    HostileFile("disc.img", bytes(64)),
    HostileFile("disc.vhdx", bytes(64)),
    HostileFile("notes.one", bytes(64)),
    HostileFile("manual.chm", b"ITSF"),
    HostileFile("desk.rdp", b"full address:s:TRACKER"),
    HostileFile("settings.reg", b"REGEDIT4"),
    HostileFile("phone.apk", _zip("AndroidManifest.xml")),
    HostileFile("mac.dmg", bytes(64)),
    HostileFile("mac.command", _SH, "text/plain"),
    HostileFile("picture.png", _MZ, "application/vnd.microsoft.portable-executable"),
    HostileFile("picture.png", _ELF, "application/x-executable"),
    HostileFile("picture.png", _SH, "application/x-shellscript"),
    HostileFile("picture.png", _MZ, "image/png"),
    HostileFile("invoice.pdf", _ELF, "application/pdf"),
    HostileFile("invoice.pdf", _SH, "application/pdf"),
    HostileFile("invoice.pdf", _LNK, "application/pdf"),
    HostileFile("invoice.pdf", _HTML, "application/pdf"),
    HostileFile("invoice.txt", _DESKTOP, "text/plain"),
    HostileFile("invoice", _ELF),
    HostileFile("invoice", _SH),
    HostileFile("invoice", _DESKTOP),
    HostileFile("letter.docx", _MACRO),
    HostileFile("picture.png", _PNG_HEAD + _HTML, "image/png", opens=True),
    HostileFile("bomb.zip", _zip("a", content=bytes(10_000_000)), "application/zip", opens=True),
    HostileFile("slip.zip", _zip("../../x.exe", "/etc/passwd"), "application/zip", opens=True),
    HostileFile("eicar.txt", EICAR.encode(), "text/plain", opens=True),
    HostileFile("formula.csv", b"=cmd|' /C calc'!A0,1\n", "text/csv", opens=True),
    HostileFile("../../letter.pdf", _PDF, "application/pdf", opens=True),
    HostileFile("letter.docx", _WORD, opens=True),
    HostileFile("notes.txt", b"Nothing in here.", "text/plain", opens=True),
)  # fmt: skip
