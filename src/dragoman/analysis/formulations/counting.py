"""Counting known formulations: all of them in one pass over each text, nested and overlapping hits included.

The automaton is Aho and Corasick's (1975). Each phrase is counted as `str.count` counts it: by itself, from the left,
a hit never starting inside the last hit of the same phrase; hits of different phrases may share characters.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from dragoman.analysis.formulations.faults import FormulationError
from dragoman.analysis.formulations.texts import Text, period, register_at

WINDOW = 1 << 20  # code points of a text that are gone through at a time
DENSE = 2_000  # phrases up to which the faster, heavier automaton is built

Hit = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one phrase stands in one register of one document."""

    phrase: str
    document: str
    period: int
    outlet: str
    rung: str
    register: str
    occurrences: int


class Matcher:
    """Phrases made ready to be found together; make one with `matcher`."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        kind = Implementation.DFA if len(phrases) <= DENSE else Implementation.ContiguousNFA
        self.phrases = phrases
        self._automaton = AhoCorasick([_encodable(phrase) for phrase in phrases], implementation=kind)
        self._longest = max(map(len, phrases), default=1)
        self._borders = frozenset(number for number, phrase in enumerate(phrases) if overlaps_itself(phrase))

    def hits(self, text: str) -> Iterator[Hit]:
        """(number of the phrase, start, end) of every hit in a text, those of one phrase in order."""
        found = self._all_hits(_encodable(text))
        return self._apart(found) if self._borders else found

    def _all_hits(self, text: str) -> Iterator[Hit]:
        """Every hit, window by window, so that a long text of nothing but hits does not fill the memory."""
        for first in range(0, len(text), WINDOW):
            window = text[first : first + WINDOW + self._longest - 1] if len(text) > WINDOW else text
            for number, start, end in self._automaton.find_matches_as_indexes(window, overlapping=True):
                if start < WINDOW:
                    yield number, first + start, first + end

    def _apart(self, found: Iterator[Hit]) -> Iterator[Hit]:
        ended: dict[int, int] = {}
        for number, start, end in found:
            if number in self._borders:
                if start < ended.get(number, 0):
                    continue
                ended[number] = end
            yield number, start, end


def matcher(phrases: Iterable[str]) -> Matcher:
    """Phrases made ready, each once, in the order given. Raises FormulationError where one is empty.

    >>> list(matcher(["共同体", "命运共同体"]).hits("人类命运共同体"))
    [(1, 2, 7), (0, 4, 7)]
    """
    wanted = tuple(dict.fromkeys(phrases))
    if any(not phrase.strip() for phrase in wanted):
        raise FormulationError("an empty phrase stands everywhere and nowhere; give at least one character")
    return Matcher(wanted)


def overlaps_itself(phrase: str) -> bool:
    """Whether a hit can start inside another hit of the same phrase.

    >>> overlaps_itself("试试"), overlaps_itself("会晤")
    (True, False)
    """
    return any(phrase.startswith(phrase[start:]) for start in range(1, len(phrase)))


def count(texts: Iterable[Text], phrases: Iterable[str]) -> Iterator[Cell]:
    """The counts of phrases in texts, one cell for each phrase, document and register that has any, in text order.

    >>> texts = [Text("do-1", "合作共赢，合作共赢。", "2018-05")]
    >>> [(cell.phrase, cell.period, cell.occurrences) for cell in count(texts, ["共赢", "合作共赢", "会晤"])]
    [('共赢', 20180500, 2), ('合作共赢', 20180500, 2)]
    """
    ready = matcher(phrases)
    if not ready.phrases:
        return
    for text in texts:
        counted = Counter((number, register_at(text.passages, start)) for number, start, _ in ready.hits(text.text))
        for (number, register), occurrences in sorted(counted.items()):
            yield Cell(
                ready.phrases[number], text.document, period(text.published), text.outlet, text.rung, register,
                occurrences,
            )  # fmt: skip


def totals(texts: Sequence[str], phrases: Iterable[str]) -> dict[str, tuple[int, int]]:
    """(documents, occurrences) of each phrase over bare texts.

    >>> totals(["会晤、会晤", "会谈"], ["会晤", "会谈", "访问"])
    {'会晤': (1, 2), '会谈': (1, 1), '访问': (0, 0)}
    """
    ready = matcher(phrases)
    documents, occurrences = [0] * len(ready.phrases), [0] * len(ready.phrases)
    for text in texts:
        for number, times in Counter(hit[0] for hit in ready.hits(text)).items():
            documents[number] += 1
            occurrences[number] += times
    return {phrase: (documents[at], occurrences[at]) for at, phrase in enumerate(ready.phrases)}


def _encodable(text: str) -> str:
    """The text with half surrogates, which UTF-8 cannot hold, each as one private character of the last plane."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(chr(0x100000 + ord(one)) if 0xD800 <= ord(one) < 0xE000 else one for one in text)
    return text
