"""Names of files as strangers give them, made safe to store and to show, and dates that they carry."""

import re
import unicodedata

_FORMATS = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_KEPT = {"\u200c", "\u200d"}  # joiners that scripts need
_WINDOWS = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    """One part of a path without bidirectional marks, control characters, NUL, slashes or `..`; in NFC.

    Returns "unnamed" where nothing is left.

    >>> clean_name("report\\u202etxt.exe"), clean_name(".."), clean_name("a\\x00b.txt")
    ('reporttxt.exe', 'unnamed', 'ab.txt')
    """
    kept = [c for c in unicodedata.normalize("NFC", name) if c in _KEPT or unicodedata.category(c) not in _FORMATS]
    bare = re.sub(r"[/\\:]", "_", "".join(kept)).strip()
    if not bare.strip(". "):
        return "unnamed"
    return f"_{bare}" if _WINDOWS.match(bare) else bare


def clean_path(path: str) -> str:
    """A relative path with `/`, each part cleaned, and every step upwards or to a root left out.

    >>> clean_path("../../etc/passwd"), clean_path("C:\\\\papers\\\\a.txt"), clean_path("news/../a.txt")
    ('etc/passwd', 'papers/a.txt', 'news/a.txt')
    """
    parts = [part for part in re.split(r"[/\\]+", path) if part.strip() not in ("", ".", "..")]
    if parts and re.fullmatch(r"[A-Za-z]:", parts[0]):
        parts = parts[1:]
    return "/".join(clean_name(part) for part in parts) or "unnamed"


def stem(path: str) -> str:
    """The name without folders, archive and extension, by which a source without a record is cited.

    >>> stem("news/n10.txt"), stem("pages.zip!2018/n11.html"), stem("rows.jsonl!mfa-1000")
    ('n10', 'n11', 'mfa-1000')
    """
    inner = path.rsplit("!", 1)
    name = inner[-1].rsplit("/", 1)[-1]
    if len(inner) == 2 and inner[0].rsplit(".", 1)[-1].lower() in {"jsonl", "json", "csv", "tsv", "ndjson"}:
        return name
    return re.sub(r"\.[A-Za-z0-9]{1,8}$", "", name) or name
