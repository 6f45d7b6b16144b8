"""Sentence ends in four languages, with exact spans.

A line break always ends a sentence; closing quotes and brackets stay with theirs. In Chinese and Japanese 。！？ end a
sentence and ； does not: it parts clauses that stand under one subject. A quotation that the sentence goes on after
(」と述べた, "라고 말했다) does not end it. In English and Korean a full stop ends a sentence where space or
the end follows, unless the word before it is an abbreviation, an initial or a number in a date (2018. 5. 7.).
"""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.languages.grammar import load_data
from dragoman.model import Sentence

_CLOSERS = "\"'”’」』）)】》〉〕］]"
_BREAK = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_HAN_END = re.compile(f"[{_BREAK}]|(?:[。！？!?｡]|\\.(?=\\s))[。！？!?｡…]{{0,9}}[{re.escape(_CLOSERS)}]{{0,9}}")
_STOP_END = re.compile(f"[{_BREAK}]|[.!?。！？…]{{1,9}}[{re.escape(_CLOSERS)}]{{0,9}}(?=\\s|$|(?<=다\\.)[가-힣])")
_WORD_BEFORE = re.compile(r"[^\s(\"'“‘\[]{1,20}\Z")
_NEXT_WORD = re.compile(r"\s*([\"'“‘(\[]*)([^\s\"'“‘(\[,.;:!?]*)")
_JA_GOES_ON = re.compile("[とはがのをにもで、，などやへ]")
_KO_GOES_ON = re.compile("(?:이라|라|하|고|며|면서|는|은|을|를|의|이|가|과|와|로|에)")
_ZH_GOES_ON = re.compile("[，、的]")


def sentences(text: str, lang: str) -> list[Sentence]:
    """Cut a text into sentences, each without the white space around it; `text[s.start:s.end] == s.text`.

    >>> [s.text for s in sentences("Mr. Kim met Mr. Xi in the U.S. embassy. They talked.", "en")]
    ['Mr. Kim met Mr. Xi in the U.S. embassy.', 'They talked.']
    >>> [s.text for s in sentences("他说：“好。”会议结束了。", "zh")]
    ['他说：“好。”', '会议结束了。']
    """
    found: list[Sentence] = []
    start = 0
    for end in _ends(text, lang):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            at = start + len(piece) - len(piece.lstrip())
            found.append(Sentence(at, at + len(stripped), stripped))
        start = end
    return found


def _ends(text: str, lang: str) -> Iterator[int]:
    pattern = _HAN_END if lang in ("zh", "ja") else _STOP_END
    for match in pattern.finditer(text):
        if text[match.start()] in _BREAK or not _goes_on(text, match.start(), match.end(), lang):
            yield match.end()
    yield len(text)


def _goes_on(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the sentence goes on after the mark at start:end."""
    closed = text[end - 1] in _CLOSERS
    if lang == "ja":
        return closed and _JA_GOES_ON.match(text, end) is not None
    if lang == "zh":
        return closed and _ZH_GOES_ON.match(text, end) is not None
    if lang == "ko":
        if closed and _KO_GOES_ON.match(text, end):
            return True
        return text[start] == "." and _number_stop(text, start, end)
    return _english_goes_on(text, start, end, closed)


def _number_stop(text: str, start: int, end: int) -> bool:
    """Whether the stop belongs to a number: a Korean sentence ends with its verb, a date is written 2018. 5. 7."""
    following = text[end : end + 2]
    return text[start - 1 : start].isdigit() and bool(following.strip()) and following[0] not in _BREAK


def _english_goes_on(text: str, start: int, end: int, closed: bool) -> bool:
    following = _NEXT_WORD.match(text, end)
    opener, word = (following[1], following[2]) if following else ("", "")
    if not word and not opener:
        return False
    if word[:1].islower():
        return text[start] == "." or closed
    if text[start] != "." or end - start > 1 or closed:
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 21), start)
    return before is not None and _is_abbreviation(before[0], word)


def _is_abbreviation(before: str, word: str) -> bool:
    never, unless = _abbreviations()
    if before in never or (len(before) == 1 and before.isupper() and before != "I"):
        return True
    return (before in unless or _dotted(before)) and word not in _starters()


def _dotted(word: str) -> bool:
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    data = load_data("sentences")
    return frozenset(data["titles"]), frozenset(data["abbreviations"])


@cache
def _starters() -> frozenset[str]:
    return frozenset(load_data("sentences")["starters"])
