"""Bytes to text: by mark, by declaration, by strict UTF-8, and otherwise by which encoding makes plausible writing."""

import codecs
import re
from dataclasses import dataclass

from dragoman.sources.errors import Refused
from dragoman.sources.plausibility import likeliest

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = (
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)", re.IGNORECASE),
    re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)", re.IGNORECASE),
)
# What pages call an encoding, and the wider one that they are really written in (WHATWG Encoding Standard, "labels";
# big5-hkscs and gb18030 hold every character of the narrower ones).
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "cp950": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "korean": "cp949", "windows-949": "cp949",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "x-euc-jp": "euc_jp", "euc-jp": "euc_jp", "unicode": "utf-16-le", "utf8": "utf-8", "utf-16": "utf-16-le",
}  # fmt: skip
_GUESSED = "no encoding is declared; read as {} because that makes plausible writing"
_NARROW = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read by (Python's name), and what the analyst should know of it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read bytes as text. Neither NUL nor a lone surrogate reaches it: each becomes U+FFFD, in its place, and is told.

    In this order: byte order mark; ISO-2022-JP escapes; the charset that HTML or XML declares, unless the bytes are
    strict UTF-8 or do not decode by it; strict UTF-8; UTF-16 without a mark, GB18030, Big5, Shift_JIS, EUC-JP and
    EUC-KR by how plausible what they make is; UTF-8 with damage, told with the place of the first damaged byte.
    Raises Refused where no encoding makes plausible writing.

    >>> decode("会晤".encode("gb18030")).text
    '会晤'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _settled(data[len(mark) :], name, ())
    if b"\x1b$" in data[:4096] and max(data, default=0) < 0x80:
        return _settled(data, "iso2022_jp", ())
    wide = _wide(data)
    if wide is not None:
        return _settled(data, wide, (_GUESSED.format(wide),))
    strict = _strictly(data, "utf-8")
    if strict is not None:
        return _by_utf8(data, strict)
    return _by_declaration(data) or _by_plausibility(data)


def declared_charset(data: bytes) -> str | None:
    """The charset that the head of an HTML or XML file names, as Python calls its widest form, or None.

    >>> declared_charset(b'<meta charset="gb2312">')
    'gb18030'
    """
    for pattern in _DECLARED:
        found = pattern.search(data, 0, 4096)
        if found:
            name = found[1].decode("ascii").lower()
            try:
                return _WIDER.get(name) or codecs.lookup(name).name
            except LookupError:
                return None
    return None


def _by_utf8(data: bytes, text: str) -> Decoded:
    declared = declared_charset(data)
    if declared and declared not in ("utf-8", "cp1252", "utf-16-le") and not text.isascii():
        return _cleaned(text, "utf-8", (f"declares {declared} but is UTF-8; read as UTF-8",))
    return _cleaned(text, "utf-8", ())


def _by_declaration(data: bytes) -> Decoded | None:
    declared = declared_charset(data)
    if declared is None or declared.startswith(("utf-16", "utf-8")):
        return None
    text = _strictly(data, declared)
    if text is not None:
        return _cleaned(text, declared, ())
    damaged = data.decode(declared, "replace")
    if damaged.count("\ufffd") * 50 < len(damaged):
        return _settled(data, declared, ())
    return None


def _by_plausibility(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(1 for c in text if c > "\x7f") - bad
    if good > 8 * bad or (good and _cut_off(data)):
        return _settled(data, "utf-8", ())
    found = likeliest(data)
    if found is not None:
        return _settled(data, found, (_GUESSED.format(found),))
    if sum(c.isascii() and (c.isprintable() or c.isspace()) for c in text) > 20 * bad:
        return _settled(data, "utf-8", ())
    raise Refused("no text encoding fits its bytes; save it as UTF-8, or give the file in its right format")


def _cut_off(data: bytes) -> bool:
    """Whether it is UTF-8 but for a last character that is not whole."""
    return any(_strictly(data[:-cut], "utf-8") is not None for cut in (1, 2, 3))


def _settled(data: bytes, name: str, warnings: tuple[str, ...]) -> Decoded:
    """Decode for good, telling how much of it was damaged and where that begins."""
    text = _strictly(data, name)
    if text is None:
        text = data.decode(name, "replace")
        try:
            data.decode(name)
        except UnicodeDecodeError as error:
            number = text.count("\ufffd")
            places = "1 damaged place" if number == 1 else f"{number} damaged places"
            line = f"{places} (not {name}), the first at byte {error.start}; each is shown as U+FFFD"
            warnings = (*warnings, line)
    return _cleaned(text, name, warnings)


def _cleaned(text: str, name: str, warnings: tuple[str, ...]) -> Decoded:
    text = text.removeprefix("\ufeff")
    cleaned, number = _NARROW.subn("\ufffd", text)
    if number:
        warnings = (*warnings, f"{number} NUL characters or lone surrogates; each is shown as U+FFFD")
    return Decoded(cleaned, name, warnings)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, where NULs stand at every other byte often enough for a text with Latin letters."""
    head = data[:4096]
    low, high = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(low, high) * 10 <= len(head) * 3 or min(low, high) * 4 > max(low, high):
        return None
    name = "utf-16-le" if high > low else "utf-16-be"
    return name if _strictly(data, name) is not None else None
