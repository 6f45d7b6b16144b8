"""Which encoding makes plausible writing of some bytes, when nothing declares one.

Every candidate that decodes at all is judged by what it makes: the commonest characters of its language, kana and
hangul speak for it; rare, private and unassigned characters, half-width katakana and stray scripts speak against it.
The judgement is a mean over the characters beyond ASCII, so a short line can be judged like a long one.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from dragoman.sources.data_rows import rows

# Python's name, and the row of common_characters.yaml that the writing should be like. In this order where two are
# judged alike: the wider used first.
_CANDIDATES = (
    ("gb18030", "simplified"),
    ("cp949", "korean"),
    ("cp932", "japanese"),
    ("big5hkscs", "traditional"),
    ("euc_jp", "japanese"),
    ("gb18030", "traditional"),
    ("utf-16-le", "any"),
    ("utf-16-be", "any"),
)
_JUDGED = 20000
_HEAD = 1 << 18
_ENOUGH = 0.25
_MARKS = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉【】…—·・　％〜～－／０１２３４５６７８９")


def likeliest(data: bytes) -> str | None:
    """The encoding (Python's name) whose reading of `data` is the most plausible; None where none is plausible at all.

    Of GB18030, Big5 (with HKSCS), Shift_JIS (cp932), EUC-JP, EUC-KR (cp949) and UTF-16 without a mark; where none of
    them will do, Western European (cp1252) for bytes that make words in it.

    >>> likeliest("双方举行会谈。".encode("gb18030")), likeliest("首脳会談を行った。".encode("euc_jp"))
    ('gb18030', 'euc_jp')
    """
    data = data[:_HEAD]
    made = [(name, row, text) for name, row in _CANDIDATES if (text := _decoded(data, name)) is not None]
    judged = [(plausibility(text, row), name) for name, row, text in made if not _is_scattered(text)]
    best = max((score for score, _ in judged), default=0.0)
    if best > _ENOUGH:
        return next(name for score, name in judged if score == best)
    text = _decoded(data, "cp1252")
    return "cp1252" if text is not None and _is_western(text) else None


def plausibility(text: str, row: str) -> float:
    """How much a text looks like the writing of a row (`any`: of whichever suits it best), from about -2 to 1.

    >>> plausibility("会谈", "simplified") > plausibility("鍗佹櫙", "simplified")
    True
    """
    if row == "any":
        return max(plausibility(text, name) for name in ("simplified", "korean", "japanese", "traditional"))
    counts = Counter(c for c in text[:_JUDGED] if c > "\x7f" or c < "\x20")
    number = counts.total()
    if not number:
        return 0.0
    common = _common(row)
    return sum(n * _weight(c, row, common) for c, n in counts.items()) / number


def _weight(char: str, row: str, common: frozenset[str]) -> float:
    if char in common:
        return 1.0
    if char in _MARKS or char in "\t\n\r\f":
        return 0.4 if char in _MARKS else 0.0
    if "\u3041" <= char <= "\u30fe":
        return (0.9 if char < "\u30a0" else 0.6) if row == "japanese" else -0.6
    if "\uac00" <= char <= "\ud7a3":
        return (0.4 if _in_standard(char, "euc_kr") else -0.6) if row == "korean" else -1.0
    if "\u4e00" <= char <= "\u9fff":
        return _of_ideograph(char, row)
    return _of_other(char)


def _of_ideograph(char: str, row: str) -> float:
    standard = {"simplified": "gb2312", "traditional": "big5", "japanese": "euc_jp", "korean": "euc_kr"}[row]
    level = _level(char, standard)
    if row == "korean":
        return -0.3 if level else -1.0
    return (-1.0, 0.15, -0.5)[level]


def _of_other(char: str) -> float:
    if "\uff61" <= char <= "\uff9f":  # half-width katakana: what double bytes look like when read as Shift_JIS
        return -0.8
    if "\uff01" <= char <= "\uff5e":  # full-width Latin letters, digits and signs
        return 0.2
    category = unicodedata.category(char)
    if category in ("Co", "Cn", "Cc", "Cs"):
        return -2.0
    if category[0] in "PSZ" and char < "\u2fff":
        return 0.0
    return -0.7


@cache
def _common(row: str) -> frozenset[str]:
    return frozenset(rows("common_characters.yaml")[row]["characters"])


@cache
def _in_standard(char: str, codec: str) -> bool:
    try:
        return len(char.encode(codec)) == 2
    except UnicodeEncodeError:
        return False


@cache
def _level(char: str, codec: str) -> int:
    """0 outside of the standard, 1 among its commoner characters, 2 among its rarer ones.

    GB 2312-1980 rows 16-55 and JIS X 0208 rows 16-47 are level 1; Big5's level 1 runs from A440 to C67E; KS X 1001 has
    no levels of hanja.
    """
    try:
        code = char.encode(codec)
    except UnicodeEncodeError:
        return 0
    if len(code) != 2:
        return 0
    last = {"gb2312": 0xD7FE, "euc_jp": 0xCFFE, "big5": 0xC67E, "euc_kr": 0xFDFE}[codec]
    return 1 if int.from_bytes(code, "big") <= last else 2


def _decoded(data: bytes, name: str) -> str | None:
    """Strictly decoded, but for a character cut off at the very end; None where it does not decode."""
    for cut in range(min(4, len(data))):
        try:
            return data[: len(data) - cut].decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _is_scattered(text: str) -> bool:
    """Whether its wide characters stand singly in a Latin text: a lone byte has swallowed the letter after it."""
    wide = len(re.findall("[^\x00-\x7f]", text))
    return 20 * wide < len(text) and re.search("[^\x00-\x7f]{2}", text) is None


def _is_western(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    wide = sum(c.isalpha() and c > "\x7f" for c in text)
    control = sum(c < " " and c not in "\t\n\r\f" for c in text)
    return not control and letters > 0.5 * len(text.replace(" ", "")) and wide <= 0.35 * letters
