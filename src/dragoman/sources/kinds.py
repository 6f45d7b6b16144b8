"""What a file is: by its content first, by its name's ending second."""

import re
from typing import Literal

from dragoman.sources.errors import Refused

Kind = Literal["pdf", "docx", "zip", "html", "json", "jsonl", "csv", "markdown", "text"]

_BY_ENDING: dict[str, Kind] = {
    "pdf": "pdf", "docx": "docx", "docm": "docx", "zip": "zip", "html": "html", "htm": "html", "shtml": "html",
    "xhtml": "html", "xht": "html", "json": "json", "jsonl": "jsonl", "ndjson": "jsonl", "csv": "csv", "tsv": "csv",
    "md": "markdown", "markdown": "markdown", "txt": "text", "text": "text",
}  # fmt: skip
_SAID: dict[Kind, str] = {
    "pdf": "a PDF", "docx": "a Word document", "zip": "a zip archive", "html": "an HTML page", "json": "JSON",
    "jsonl": "lines of JSON", "csv": "a table", "markdown": "Markdown", "text": "plain text",
}  # fmt: skip
_FOREIGN = (
    (b"{\\rtf", "an RTF document; save it as .docx or .txt"),
    (b"\x89PNG", "a picture (PNG); add its text as a .txt file"),
    (b"\xff\xd8\xff", "a picture (JPEG); add its text as a .txt file"),
    (b"GIF8", "a picture (GIF); add its text as a .txt file"),
    (b"II*\x00", "a picture (TIFF); add its text as a .txt file"),
    (b"MM\x00*", "a picture (TIFF); add its text as a .txt file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it, or pack it as .zip"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it, or pack it as .zip"),
    (b"\x1f\x8b", "a gzip file; unpack it, or pack it as .zip"),
    (b"BZh", "a bzip2 file; unpack it, or pack it as .zip"),
    (b"\xfd7zXZ\x00", "an xz file; unpack it, or pack it as .zip"),
    (b"SQLite format 3\x00", "a database; export its documents as .jsonl or .csv"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<(?:p|div|span|table|br|h[1-6]|a|ul|li|meta|title|article|section)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def binary_kind(data: bytes) -> Kind | None:
    """What the first bytes tell: pdf or zip (a docx is told apart when it is opened); None for what may be text.

    Raises Refused for formats that are known and not read, with what to do instead.

    >>> binary_kind(b"%PDF-1.7"), binary_kind(b"plain")
    ('pdf', None)
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("a Word or Office document that needs a password; save a copy without one")
        raise Refused("an old Word or Office document (.doc, .xls); save it as .docx, or tables as .csv")
    for mark, said in _FOREIGN:
        if data.startswith(mark):
            raise Refused(f"not a text: {said}")
    return None


def text_kind(text: str, name: str) -> Kind:
    """What a decoded text is: a page, JSON, a table, Markdown or plain text.

    >>> text_kind("<!DOCTYPE html><p>x", "a.txt"), text_kind("a,b", "a.csv"), text_kind("hello", "a.html")
    ('html', 'csv', 'text')
    """
    named = kind_by_name(name)
    head = text[:4096]
    if _PAGE.match(head):
        return "html"
    if named == "html" or (named is None and head.lstrip().startswith("<")):
        return "html" if _TAG.search(text[:65536]) else "text"
    if named in ("json", "jsonl") and head.lstrip()[:1] not in ("{", "["):
        return "text"
    return named if named in ("json", "jsonl", "csv", "markdown") else "text"


def kind_by_name(name: str) -> Kind | None:
    """What the name's ending promises, or None where it is none that we know."""
    return _BY_ENDING.get(name.rsplit(".", 1)[-1].lower()) if "." in name else None


def mislabelled(name: str, kind: Kind) -> tuple[str, ...]:
    """A line where the name promises one thing and the content is another.

    >>> mislabelled("a.txt", "html")
    ('named .txt, but it is an HTML page; read as that',)
    """
    named = kind_by_name(name)
    ending = name.rsplit(".", 1)[-1] if "." in name else ""
    if named == kind or {named, kind} <= {"text", "markdown"}:
        return ()
    if named is None and not ending:
        return () if kind == "text" else (f"its name has no ending; it is {_SAID[kind]}, and is read as that",)
    return (
        (f"named .{ending}, but it is {_SAID[kind]}; read as that",)
        if named
        else (f"the ending .{ending} is not known; read as {_SAID[kind]}",)
    )
