"""Which way the words around a date look: to what is to come, to what has been, or neither.

Tense is read in the date's own clause. What that is differs: English and Chinese clauses are cut at marks and
conjunctions (`clause`), and the verb stands before the date (English) or behind it (Chinese). In Japanese and Korean
the predicate closes the clause: a date set off by a comma (`main`) or standing behind the topic (`topic`) belongs to
the last predicate of the sentence, any other to the next one. A date that stands as what was agreed or planned
(`content`) looks ahead whatever follows it.
"""

import re
from functools import cache, lru_cache
from typing import Any

from dragoman.languages.grammar import grammar

_STOP = re.compile("[。！？!?\n；;]|\\.\\s")
_WINDOW = 120


class Tense:
    """The `tense` rules of one language: `future` and `past` markers, and where to look for them (`verb`)."""

    def __init__(self, rules: dict[str, Any]) -> None:
        self._markers = re.compile(f"(?P<future>{rules['future']})|(?P<past>{rules['past']})")
        self._clause = re.compile(rules.get("clause") or "(?!)")
        self._content = re.compile(f"(?:{rules['content']})$" if rules.get("content") else "(?!)")
        self._main = re.compile(rules.get("main") or "(?!)")
        self._topic = re.compile(f"(?:{rules['topic']})$" if rules.get("topic") else "(?!)")
        self._verb = str(rules["verb"])
        self._read = lru_cache(maxsize=4096)(self._between)

    def direction(self, text: str, start: int, end: int) -> int:
        """1 where the clause around start:end looks to the future, -1 to the past, 0 where nothing marks it."""
        return self._read(text[start - _WINDOW if start > _WINDOW else 0 : start], text[end : end + _WINDOW])

    def _between(self, before: str, after: str) -> int:
        low = 0
        for stop in _STOP.finditer(before):
            low = stop.end()
        before = before[low:]
        stop_after = _STOP.search(after)
        if stop_after:
            after = after[: stop_after.end()]
        if self._content.search(before):
            return 1
        if self._verb == "last":
            return self._last(before, after)
        return self._own(before, after)

    def _last(self, before: str, after: str) -> int:
        if self._main.match(after) or self._topic.search(before):
            markers = list(self._markers.finditer(after))
            return _sign(markers[-1]) if markers else 0
        cut = self._clause.search(after)
        marker = self._markers.search(after, 0, cut.start() if cut else len(after))
        return _sign(marker) if marker else 0

    def _own(self, before: str, after: str) -> int:
        cuts = [cut.end() for cut in self._clause.finditer(before)]
        clause_before = before[cuts[-1] :] if cuts else before
        cut = self._clause.search(after)
        clause_after = after[: cut.start()] if cut else after
        behind = list(self._markers.finditer(clause_before))
        ahead = self._markers.search(clause_after)
        if self._verb == "before" and behind:
            return _sign(behind[-1])
        if ahead:
            return _sign(ahead)
        if behind:
            return _sign(behind[-1])
        if cut and self._verb == "after" and self._main.fullmatch(clause_after):
            following = self._clause.search(after, cut.end())
            ahead = self._markers.search(after, cut.end(), following.start() if following else len(after))
            return _sign(ahead) if ahead else 0
        return 0


def _sign(marker: re.Match[str]) -> int:
    return 1 if marker.lastgroup == "future" else -1


@cache
def tense(lang: str) -> Tense:
    """The tense of a language, compiled when first asked for.

    >>> text = "商务部3月23日宣布，将对进口商品加征关税。"
    >>> tense("zh").direction(text, 3, 8)
    -1
    """
    return Tense(grammar(lang).data["tense"])
